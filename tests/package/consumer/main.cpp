// What docs/at.md shows, as a program: a dialogue with a modem, read, understood and shown.
#include <at/connect.hpp>
#include <at/dial_string.hpp>
#include <at/dialect.hpp>
#include <at/last_call/last_call.hpp>
#include <at/reader.hpp>
#include <at/result.hpp>

#include <iostream>
#include <string>
#include <string_view>
#include <vector>

namespace at = dialbench::at;

namespace {

// A call and the bytes that a modem answers with, in pieces as a port gives them.
constexpr std::string_view pieces[]{"ATDT5550100\r", "\r\nCARRIER 31200\r\n\r\nPROT",
                                    "OCOL: LAPM\r\n\r\nCONN", "ECT 115200/V34/LAPM/V42BIS\r\n~}#\xc0"};

void read_a_call() {
  at::Reader reader;
  reader.expect_echo("ATDT5550100");
  at::Link link;
  for (const std::string_view piece : pieces) {
    const std::size_t used = reader.feed(piece, [&](const at::Line& line) {
      if (line.kind == at::Line::Kind::echo) {
        std::cout << "echo " << line.text << '\n';
        return at::Next::go_on;
      }
      const at::Result result = at::classify(line.text, {});
      std::cout << at::name(result.meaning) << ": " << result.word << '\n';
      at::add_line(link, result.word);
      return result.meaning == at::Meaning::connect ? at::Next::stop : at::Next::go_on;
    });
    if (used < piece.size()) std::cout << piece.size() - used << " bytes of data\n";
  }
  std::cout << "line rate " << link.dce_receive.value_or(0) << " bit/s, port " << link.dte.value_or(0)
            << " bit/s, " << link.error_control << ", " << link.compression << '\n';
}

void tell_dialects_apart() {
  for (const std::string_view id : {"usr", "conexant"}) {
    const at::Dialect* dialect = at::find_dialect(id);
    const at::Result result = at::classify("24", {dialect, at::Digits::result});
    std::cout << id << " 24: " << at::name(result.meaning) << '\n';
  }
  const at::Result result = at::classify("24", {nullptr, at::Digits::result});
  std::cout << "24 of " << (at::dialects().empty() ? "no dialect" : "an unknown dialect") << ": "
            << (result.ambiguous ? "ambiguous" : "clear") << '\n';
}

void check_numbers() {
  for (const std::string number : {"T9,5550100", "555;0100"})
    if (const auto checked = at::check_number(number))
      std::cout << at::mask_number(checked.value()) << " takes " << at::dial_time(number).count() << " ms\n";
    else
      std::cout << at::message(checked.error(), number) << '\n';
}

void ask_about_the_last_call() {
  const std::vector<std::string_view> lines{"DIAG <2A4D3263 0=10 60=33>"};
  const at::LastCall call = at::read_last_call(at::ReportKind::unimodem, lines);
  std::cout << "the last call ended: " << (call.end ? at::name(*call.end) : "not told") << '\n';
}

} // namespace

int main() {
  read_a_call();
  tell_dialects_apart();
  check_numbers();
  ask_about_the_last_call();
}
