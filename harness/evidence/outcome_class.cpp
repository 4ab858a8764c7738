#include "harness/evidence/outcome_class.hpp"

#include <algorithm>
#include <array>

namespace dialbench::evidence {
namespace {

constexpr std::array rows{
#define OUTCOME(id, code, alternatives, text) OutcomeRow{OutcomeClass::id, #id, code, alternatives, text},
#include "harness/evidence/outcome_class.def"
};

} // namespace

std::span<const OutcomeRow> outcome_rows() noexcept { return rows; }

const OutcomeRow& row(OutcomeClass outcome) noexcept { return rows[static_cast<std::size_t>(outcome)]; }

std::optional<OutcomeClass> outcome_named(std::string_view name) noexcept {
  const auto found = std::ranges::find(rows, name, &OutcomeRow::name);
  if (found == rows.end()) return std::nullopt;
  return found->outcome;
}

int exit_status(int code) noexcept {
  constexpr int base = 600;
  constexpr int usage = 64; // the status of a wrong command line: 664 would be mistaken for it
  const bool has_own =
      (code >= 602 && code <= 723) || code == 749 || code == 752 || (code >= 770 && code <= 777);
  if (code == 0) return 0;
  return has_own && code - base != usage ? code - base : 255;
}

} // namespace dialbench::evidence
