#include "harness/app/terminal.hpp"

#include "harness/app/signals.hpp"
#include "harness/report/plain.hpp"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <system_error>

namespace dialbench::app {
namespace {

bool output_lost = false;
bool reader_left = false; // and that is why

bool output_takes_escapes() {
  const char* kind = std::getenv("TERM");
  return kind && std::string_view(kind) != "dumb" && output_is_terminal();
}

void complain(std::string_view text) { print_error(report::wrapped("dialbench: " + std::string(text), "")); }

} // namespace

report::Style output_style() {
  const char* refused = std::getenv("NO_COLOR");
  return report::Style{!(refused && *refused) && output_takes_escapes()};
}

bool output_rewrites() {
  const unsigned columns = output_columns();
  return (columns == 0 || columns >= report::columns_max) && output_takes_escapes();
}

void print(std::string_view text) {
  errno = 0;
  const bool taken = std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
  if ((std::fflush(stdout) == 0 && taken) || output_lost) return;
  output_lost = true;
  reader_left = errno == EPIPE;
  if (!reader_left)
    complain("standard output: " + std::generic_category().message(errno) + ". What belongs there is lost.");
}

bool output_is_lost() noexcept { return output_lost; }

int printed_status() noexcept { return output_lost && !reader_left ? failure_status : 0; }

void print_error(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stderr); }

int usage_error(std::string_view text) {
  complain(text);
  return usage_status;
}

int failure(std::string_view text) {
  complain(text);
  return failure_status;
}

} // namespace dialbench::app
