#include "harness/app/terminal.hpp"

#include "harness/app/signals.hpp"
#include "harness/report/plain.hpp"

#include <cstdio>
#include <cstdlib>
#include <string>

namespace dialbench::app {
namespace {

void complain(std::string_view text) { print_error(report::wrapped("dialbench: " + std::string(text), "")); }

} // namespace

report::Style output_style() {
  const char* refused = std::getenv("NO_COLOR");
  const char* kind = std::getenv("TERM");
  const bool wanted = !(refused && *refused) && kind && std::string_view(kind) != "dumb";
  return report::Style{wanted && output_is_terminal()};
}

void print(std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stdout);
  std::fflush(stdout);
}

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
