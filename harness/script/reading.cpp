#include "harness/script/reading.hpp"

#include <algorithm>

namespace dialbench::script {

Place place_of(std::string_view text, std::size_t offset) noexcept {
  const std::string_view before = text.substr(0, offset);
  const auto lines = static_cast<unsigned>(std::count(before.begin(), before.end(), '\n'));
  const std::size_t line_start = before.rfind('\n') + 1; // npos + 1 is 0
  return {lines + 1, static_cast<unsigned>(before.size() - line_start + 1)};
}

bool Reading::fail(Place place, std::string found, std::string expected, evidence::OutcomeClass outcome) {
  if (!fault_) fault_ = Fault{file_, place, std::move(found), std::move(expected), outcome, false};
  return false;
}

bool Reading::fail_given(Place place, std::string found, std::string expected) {
  if (!fault_)
    fault_ = Fault{file_, place, std::move(found), std::move(expected), evidence::OutcomeClass::script_fault,
                   true};
  return false;
}

bool Reading::fail(Place place, const NumberRefusal& refusal, bool secret) {
  const std::string hidden = "this number may not be dialled (it is secret, so it is not shown)";
  return fail(place, secret ? hidden : refusal.text, "", refusal.outcome);
}

bool Reading::accept(std::string_view text, std::string_view what, std::string_view least) {
  const std::string name(what);
  if (text.find_first_not_of(" \t\r\n") == std::string_view::npos)
    return fail({1, 1}, "the " + name + " is empty", std::string(least));
  if (text.size() > script_bytes_max)
    return fail({}, "the " + name + " is too large",
                "at most " + std::to_string(script_bytes_max) + " bytes");
  if (const std::size_t nul = text.find('\0'); nul != std::string_view::npos)
    return fail(place_of(text, nul), "a NUL byte: this is no text file", "a " + name);
  return true;
}

} // namespace dialbench::script
