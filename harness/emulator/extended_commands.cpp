#include "harness/emulator/extended_commands.hpp"

#include "harness/emulator/information.hpp"
#include "harness/emulator/reports.hpp"

#include <algorithm>
#include <array>

namespace dialbench::emulator {
namespace {

struct Identity {
  std::string_view name;
  Asked what;
};
constexpr auto identities = std::to_array<Identity>({
#define IDENTITY(name, what) {name, Asked::what},
#include "harness/emulator/identities.def"
});

// A report, and its bit in S95.
struct ReportBit {
  Extended id;
  unsigned bit;
};
constexpr ReportBit report_bits[] = {{Extended::modulation_report, 1U << 2},
                                     {Extended::error_control_report, 1U << 3},
                                     {Extended::compression_report, 1U << 5}};

void set_report_bit(Settings& settings, Extended id) {
  const auto* row = std::ranges::find(report_bits, id, &ReportBit::id);
  if (row == std::end(report_bits)) return;
  const unsigned bits = settings.registers.at(Register::result_options);
  const bool on = settings.extended.at(id) != 0;
  settings.registers.put(Register::result_options,
                         static_cast<std::uint8_t>(on ? bits | row->bit : bits & ~row->bit));
}

void put(Settings& settings, Extended id, const Values& values) {
  settings.extended.put(id, values);
  set_report_bit(settings, id);
  // Two names of one thing.
  if (id == Extended::caller_id) settings.extended.put(Extended::caller_id_of_before, values);
  if (id == Extended::caller_id_of_before) settings.extended.put(Extended::caller_id, values);
}

std::string without_brackets(std::string_view ranges) {
  std::string text;
  std::ranges::copy_if(ranges, std::back_inserter(text), [](char c) { return c != '(' && c != ')'; });
  return text;
}

// The least rate of +MS is not above the greatest, in either direction; 0 is no limit (V.250 6.4.1).
bool contradicts_itself(Extended id, const Values& values) {
  if (id != Extended::modulation) return false;
  const auto crossed = [](unsigned least, unsigned greatest) { return greatest != 0 && least > greatest; };
  return crossed(values[2], values[3]) || crossed(values[4], values[5]);
}

Reply run_values(const Command& command, const ExtendedRow& row, Settings& settings, CommandHost& host) {
  const std::string before = row.bare ? std::string() : std::string(row.name) + ": ";
  const Values& current = settings.extended.of(row.id);
  using enum Command::Operation;
  switch (command.operation) {
  case act: return Reply::error;
  case read: host.say_information(before + values_text(current, row.ranges)); return Reply::ok;
  case test:
    host.say_information(before + (row.bare ? without_brackets(row.ranges) : std::string(row.ranges)));
    return Reply::ok;
  case set: break;
  }
  const auto values = read_values(command.text, row.ranges, current);
  if (!values || contradicts_itself(row.id, *values)) return Reply::error;
  put(settings, row.id, *values);
  return Reply::ok;
}

Reply run_identity(const Command& command, Asked what, const Habits& habits, CommandHost& host) {
  using enum Command::Operation;
  if (command.operation == set) return Reply::error;
  if (command.operation != test) host.say_information(identity_text(what, habits));
  return Reply::ok;
}

} // namespace

Reply run_extended(const Command& command, Settings& settings, const Habits& habits, CommandHost& host) {
  if (const auto* identity = std::ranges::find(identities, command.name, &Identity::name);
      identity != identities.end())
    return run_identity(command, identity->what, habits, host);
  if (const auto* row = find_extended(command.name)) return run_values(command, *row, settings, host);
  const auto report = report_asked("AT" + std::string(command.name), habits.dialect);
  if (!report || command.operation != Command::Operation::act) return Reply::error;
  return host.say_report(*report);
}

void follow_result_options(Settings& settings) {
  settings.names_line_rate = false;
  const unsigned bits = settings.registers.at(Register::result_options);
  for (const auto& report : report_bits)
    if ((bits & report.bit) == 0) settings.extended.put(report.id, {});
}

} // namespace dialbench::emulator
