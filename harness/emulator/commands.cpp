#include "harness/emulator/commands.hpp"

#include "harness/emulator/command.hpp"
#include "harness/emulator/extended_commands.hpp"
#include "harness/emulator/information.hpp"

#include <algorithm>
#include <array>

namespace dialbench::emulator {
namespace {

enum class Action {
  taken,
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
  store
};

struct Basic {
  std::string_view name;
  unsigned max;
  Action action;
};

constexpr std::array basics{
#define BASIC(name, max, action) Basic{name, max, Action::action},
#include "harness/emulator/basic_commands.def"
};

// One line, carried out. `last_` tells that what stands behind the command just done is no command of this
// line.
class Line {
 public:
  Line(Profiles& profiles, const Habits& habits, CommandHost& host)
      : profiles_(profiles)
      , settings_(profiles.active)
      , habits_(habits)
      , host_(host) {}

  Reply run(std::string_view body) {
    CommandParser parser(body);
    Reply reply = Reply::ok;
    while (!parser.at_end() && !last_) {
      const Reply next = run(parser.next());
      if (next == Reply::error) return next;
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
    case dial: last_ = true; return host_.dial(command.text);
    case extended: return run_extended(command, habits_, host_);
    case malformed: break;
    }
    return Reply::error;
  }

  Reply run_register(const Command& command) {
    unsigned& number = settings_.register_pointer;
    if (command.number && *command.number > 255) return Reply::error;
    number = command.number.value_or(number);
    if (command.kind == Command::Kind::register_read)
      host_.say_information(three_digits(settings_.registers.at(number)));
    if (command.kind != Command::Kind::register_write) return Reply::ok;
    return settings_.registers.set(number, command.value) ? Reply::ok : Reply::error;
  }

  Reply run_basic(const Command& command) {
    const auto row = std::ranges::find(basics, command.name, &Basic::name);
    const unsigned number = command.number.value_or(0);
    if (row == basics.end()) return Reply::error;
    constexpr unsigned extent_max_with_ringing = 7; // USR
    const bool wider = row->action == Action::extent && habits_.reports_ringing;
    if (number > (wider ? extent_max_with_ringing : row->max)) return Reply::error;
    return act(row->action, number);
  }

  Reply act(Action action, unsigned number) {
    switch (action) {
    case Action::taken: break;
    case Action::answer: last_ = true; return host_.answer();
    case Action::go_online: last_ = true; return host_.go_online();
    case Action::hook: return hook(number);
    case Action::reset: return reset();
    case Action::factory: return load(factory_settings(habits_));
    case Action::store: profiles_.stored = settings_; break;
    case Action::show: host_.say_information(profile_text(settings_)); break;
    case Action::identify: identify(number); break;
    case Action::pulse: settings_.pulse = true; break;
    case Action::tone: settings_.pulse = false; break;
    case Action::echo: settings_.echo = number != 0 || habits_.ignores_echo_off; break;
    case Action::verbose: settings_.verbose = habits_.ignores_v ? settings_.verbose : number != 0; break;
    case Action::quiet: settings_.quiet = number != 0; break;
    case Action::extent: settings_.x = number; break;
    case Action::dcd: settings_.dcd_follows = number != 0; break;
    case Action::dtr: settings_.dtr_drop = number; break;
    }
    return Reply::ok;
  }

  Reply hook(unsigned number) {
    if (number == 0) return host_.hang_up();
    host_.go_off_hook();
    return Reply::ok;
  }

  Reply reset() {
    host_.hang_up(); // V.250 6.1.1: a call in progress ends
    last_ = habits_.z_ends_line;
    return load(profiles_.stored);
  }

  Reply load(const Settings& profile) {
    settings_ = profile;
    return Reply::ok;
  }

  void identify(unsigned number) {
    const auto text = identification_text(number, habits_, host_.last_result());
    if (!text.empty()) host_.say_information(text);
  }

  Profiles& profiles_;
  Settings& settings_;
  const Habits& habits_;
  CommandHost& host_;
  bool last_ = false;
};

} // namespace

Reply run_command_line(std::string_view body, Profiles& profiles, const Habits& habits, CommandHost& host) {
  return Line(profiles, habits, host).run(body);
}

} // namespace dialbench::emulator
