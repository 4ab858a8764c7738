#include "at/meaning.hpp"

#include <array>
#include <cstddef>

namespace dialbench::at {
namespace {

struct Row {
  Meaning meaning;
  std::string_view name;
  Role role;
};

constexpr auto rows = std::to_array<Row>({
    {Meaning::ok, "ok", Role::final},
    {Meaning::progress, "progress", Role::intermediate},
    {Meaning::ringing, "ringing", Role::intermediate},
    {Meaning::carrier, "carrier", Role::intermediate},
    {Meaning::protocol, "protocol", Role::intermediate},
    {Meaning::compression, "compression", Role::intermediate},
    {Meaning::modulation, "modulation", Role::intermediate},
    {Meaning::rate, "rate", Role::intermediate},
    {Meaning::info, "info", Role::information},
    {Meaning::connect, "connect", Role::final},
    {Meaning::command_error, "command_error", Role::final},
    {Meaning::voice_answer, "voice_answer", Role::final},
    {Meaning::fax_answer, "fax_answer", Role::final},
    {Meaning::data_answer, "data_answer", Role::final},
    {Meaning::fcerror, "fcerror", Role::final},
    {Meaning::unknown_result, "unknown_result", Role::information},
    {Meaning::no_carrier, "no_carrier", Role::final},
    {Meaning::no_dialtone, "no_dialtone", Role::final},
    {Meaning::line_in_use, "line_in_use", Role::final},
    {Meaning::busy, "busy", Role::final},
    {Meaning::no_answer, "no_answer", Role::final},
    {Meaning::ring, "ring", Role::unsolicited},
    {Meaning::blacklisted, "blacklisted", Role::final},
    {Meaning::delayed, "delayed", Role::final},
    {Meaning::caller_id, "caller_id", Role::unsolicited},
    {Meaning::diagnostics, "diagnostics", Role::information},
});

constexpr bool in_order() {
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (static_cast<std::size_t>(rows[i].meaning) != i) return false;
  return rows.size() == static_cast<std::size_t>(Meaning::diagnostics) + 1;
}
static_assert(in_order(), "one row for each meaning, in the order of the enumeration");

constexpr const Row& row(Meaning meaning) { return rows[static_cast<std::size_t>(meaning)]; }

} // namespace

Role role(Meaning meaning) noexcept { return row(meaning).role; }

std::string_view name(Meaning meaning) noexcept { return row(meaning).name; }

std::optional<Meaning> meaning_named(std::string_view name) noexcept {
  for (const Row& each : rows)
    if (each.name == name) return each.meaning;
  return std::nullopt;
}

} // namespace dialbench::at
