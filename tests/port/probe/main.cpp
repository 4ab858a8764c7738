// port-probe NAME [--rate N] [--format 7E1] [--flow none] [--dtr off] [--rts off]: opens a port in a process
// of its own, says on standard output how that went, and then does what standard input says, a word a line,
// until its end:
//   lines, uart, dtr on|off, rts on|off, break on|off, reopen, close. Each is answered with one line.
#include "harness/port/port.hpp"

#include <boost/asio/io_context.hpp>

#include <cstdlib>
#include <iostream>
#include <string>

namespace {

using namespace dialbench;

bool is_on(const std::string& text) { return text == "on"; }

int usage() {
  std::cout << "usage\n" << std::flush;
  return 2;
}

bool read_option(port::Settings& settings, const std::string& option, const std::string& value) {
  if (option == "--rate") settings.rate = static_cast<port::Baud>(std::strtoul(value.c_str(), nullptr, 10));
  if (option == "--format") settings.format = port::parse_format(value).value_or(port::Format{});
  if (option == "--flow") settings.flow = port::parse_flow(value).value_or(port::Flow::none);
  if (option == "--dtr") settings.dtr = is_on(value);
  if (option == "--rts") settings.rts = is_on(value);
  return option.rfind("--", 0) == 0;
}

void print(const evidence::PortProblem& problem) {
  std::cout << evidence::name(problem.fault) << '\n'
            << problem.detail << '\n'
            << problem.advice << '\n'
            << std::flush;
}

std::string lines_text(port::Port& port) {
  const auto lines = port.lines();
  if (!lines) return "none";
  return std::string(lines->dcd ? "DCD " : "dcd ") + (lines->dsr ? "DSR " : "dsr ") +
         (lines->cts ? "CTS " : "cts ") + (lines->ri ? "RI" : "ri");
}

std::string counters_text(port::Port& port) {
  const auto uart = port.uart_errors();
  if (!uart) return "none";
  return std::to_string(uart->overrun) + " " + std::to_string(uart->framing) + " " +
         std::to_string(uart->parity) + " " + std::to_string(uart->breaks);
}

std::string done(bool success) { return success ? "done" : "refused"; }

std::string obey(port::Port& port, const std::string& word, const std::string& value) {
  if (word == "lines") return lines_text(port);
  if (word == "uart") return counters_text(port);
  if (word == "dtr") return done(port.set_lines(is_on(value), std::nullopt));
  if (word == "rts") return done(port.set_lines(std::nullopt, is_on(value)));
  if (word == "break") return done(port.set_break(is_on(value)));
  if (word == "reopen") return done(!port.reopen());
  if (word == "close") return port.close(), "done";
  return "unknown";
}

} // namespace

int main(int count, char** arguments) {
  if (count < 2 || count % 2 != 0) return usage();
  port::Settings settings;
  settings.name = arguments[1];
  for (int i = 2; i + 1 < count; i += 2)
    if (!read_option(settings, arguments[i], arguments[i + 1])) return usage();
  boost::asio::io_context io;
  port::Opened port = port::open_serial(io.get_executor(), settings);
  if (!port) {
    print(port.error());
    return 1;
  }
  std::cout << "open\n" << std::flush;
  for (std::string line; std::getline(std::cin, line);) {
    const std::size_t blank = line.find(' ');
    const std::string value = blank == std::string::npos ? "" : line.substr(blank + 1);
    std::cout << obey(**port, line.substr(0, blank), value) << '\n' << std::flush;
  }
  return 0;
}
