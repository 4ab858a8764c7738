#include "harness/emulator/commands.hpp"

#include "harness/emulator/command.hpp"
#include "harness/emulator/extended_commands.hpp"
#include "harness/emulator/information.hpp"
#include "harness/emulator/personality.hpp"
#include "harness/emulator/reports.hpp"

#include <algorithm>
#include <array>

namespace dialbench::emulator {
namespace {

enum class Action {
  option,
  connect_rate,
  answer,
  echo,
  hook,
  identify,
  go_online,
  pulse,
  quiet,
  tone,
  verbose,
  extent,
  reset,
  dcd,
  dtr,
  factory,
  show,
  store,
  power_on_profile,
  telephone_number
};

// A name has one character or two: quicker to compare as a number.
constexpr unsigned number_of(std::string_view name) {
  unsigned number = 0;
  for (const char c : name) number = number << 8 | static_cast<unsigned char>(c);
  return number;
}

struct Basic {
  unsigned name;
  unsigned max;
  Action action;
};

constexpr std::array basics{
#define BASIC(id, name, max, action, initial, shown) Basic{number_of(name), max, Action::action},
#include "harness/emulator/basic_commands.def"
};

// One line, carried out. `last_` tells that what stands behind the command just done is no command of this
// line.
class CommandLine {
 public:
  CommandLine(Profiles& profiles, const Habits& habits, CommandHost& host)
      : profiles_(profiles)
      , settings_(profiles.active)
      , habits_(habits)
      , host_(host) {}

  Reply run(std::string_view body) {
    CommandParser parser(body);
    Reply reply = Reply::ok;
    while (!parser.at_end() && !last_) {
      const Command command = parser.next();
      const Reply next = command.kind == Command::Kind::dial ? dial(command, parser.rest()) : run(command);
      if (next == Reply::error) return next;
      if (next == Reply::paused) return next;
      if (next != Reply::ok) reply = next;
    }
    return reply;
  }

 private:
  Reply run(const Command& command) {
    using enum Command::Kind;
    switch (command.kind) {
    case basic: return run_basic(command);
    case register_select:
    case register_read:
    case register_write: return run_register(command);
    case extended: return run_extended(command, settings_, habits_, host_);
    case dial: // begins a call, in run()
    case malformed: break;
    }
    return Reply::error;
  }

  Reply dial(const Command& command, std::string_view behind) {
    last_ = true;
    return host_.dial(command.text, behind);
  }

  Reply run_register(const Command& command) {
    unsigned& number = settings_.register_pointer;
    if (command.number && *command.number > 255) return Reply::error;
    number = command.number.value_or(number);
    if (command.kind == Command::Kind::register_read) host_.say_information(three_digits(value_of(number)));
    if (command.kind != Command::Kind::register_write) return Reply::ok;
    if (!settings_.registers.set(number, command.value)) return Reply::error;
    if (number == static_cast<unsigned>(Register::result_options)) follow_result_options(settings_);
    return Reply::ok;
  }

  [[nodiscard]] unsigned value_of(unsigned number) const {
    const bool is_cause = number == static_cast<unsigned>(Register::failure_cause);
    return is_cause ? host_.failure_cause() : settings_.registers.at(number);
  }

  Reply run_basic(const Command& command) {
    const auto row = std::ranges::find(basics, number_of(command.name), &Basic::name);
    const unsigned number = command.number.value_or(0);
    if (row == basics.end()) return Reply::error;
    if (number > (row->action == Action::extent ? extent_max() : row->max)) return Reply::error;
    if (row->action == Action::telephone_number) return stored_number(number, command);
    return act(*row, number);
  }

  [[nodiscard]] unsigned extent_max() const {
    constexpr unsigned with_ringing = 7; // USR
    return habits_.reports_ringing ? with_ringing : personality_of(habits_.dialect).extent_max;
  }

  Reply act(const Basic& row, unsigned number) {
    switch (row.action) {
    case Action::connect_rate: settings_.names_line_rate = false; [[fallthrough]];
    case Action::option:
      settings_.numbers[static_cast<std::size_t>(&row - basics.data())] = static_cast<std::uint8_t>(number);
      break;
    case Action::answer: last_ = true; return host_.answer();
    case Action::go_online: last_ = true; return host_.go_online();
    case Action::hook: return hook(number);
    case Action::reset: return reset(number);
    case Action::factory: host_.forget_diagnostics(); return load(factory_settings(habits_));
    case Action::store: profiles_.stored[number] = settings_; break;
    case Action::power_on_profile: profiles_.at_power_on = number; break;
    case Action::show: return show(number);
    case Action::identify: return identify(number);
    case Action::pulse: settings_.pulse = true; break;
    case Action::tone: settings_.pulse = false; break;
    case Action::echo: settings_.echo = number != 0 || habits_.ignores_echo_off; break;
    case Action::verbose: settings_.verbose = habits_.ignores_v ? settings_.verbose : number != 0; break;
    case Action::quiet:
      settings_.quiet = number == 1;
      settings_.quiet_answering = number == 2;
      break;
    case Action::extent: settings_.x = number; break;
    case Action::dcd: settings_.dcd_follows = number != 0; break;
    case Action::dtr: settings_.dtr_drop = number; break;
    case Action::telephone_number: break; // stored_number()
    }
    return Reply::ok;
  }

  Reply stored_number(unsigned place, const Command& command) {
    std::string& stored = profiles_.telephone_numbers[place];
    switch (command.operation) {
    case Command::Operation::set:
      if (command.text.size() > stored_number_characters_max) return Reply::error;
      stored = command.text;
      return Reply::ok;
    case Command::Operation::read:
      if (!stored.empty()) host_.say_information(stored);
      return Reply::ok;
    case Command::Operation::act:
    case Command::Operation::test: break;
    }
    return Reply::error;
  }

  Reply hook(unsigned number) {
    if (number == 0) return host_.hang_up(at::CallEnd::local_hangup);
    host_.go_off_hook();
    return Reply::ok;
  }

  Reply reset(unsigned number) {
    host_.hang_up(at::CallEnd::local_reset); // V.250 6.1.1: a call in progress ends
    host_.forget_diagnostics();
    last_ = habits_.z_ends_line;
    load(profiles_.stored[number]);
    return habits_.z_answers_twice ? Reply::ok_twice : Reply::ok;
  }

  Reply load(const Settings& profile) {
    settings_ = profile;
    return Reply::ok;
  }

  Reply show(unsigned number) {
    if (const auto report = report_asked("AT&V" + std::to_string(number), habits_.dialect))
      return host_.say_report(*report);
    host_.say_information(profile_text(profiles_));
    return Reply::ok;
  }

  Reply identify(unsigned number) {
    if (const auto report = report_asked("ATI" + std::to_string(number), habits_.dialect))
      return host_.say_report(*report);
    const auto text = identification_text(number, habits_, host_.last_result());
    if (!text) return Reply::error;
    if (!text->empty()) host_.say_information(*text);
    return Reply::ok;
  }

  Profiles& profiles_;
  Settings& settings_;
  const Habits& habits_;
  CommandHost& host_;
  bool last_ = false;
};

} // namespace

Reply run_command_line(std::string_view body, Profiles& profiles, const Habits& habits, CommandHost& host) {
  return CommandLine(profiles, habits, host).run(body);
}

} // namespace dialbench::emulator
