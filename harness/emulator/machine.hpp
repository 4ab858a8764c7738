// The inside of Modem: which state it is in, and what each event does there. Internal to the folder.
#pragma once

#include "harness/emulator/bell.hpp"
#include "harness/emulator/call_plan.hpp"
#include "harness/emulator/commands.hpp"
#include "harness/emulator/escape.hpp"
#include "harness/emulator/line_editor.hpp"
#include "harness/emulator/modem.hpp"
#include "harness/emulator/outbox.hpp"
#include "harness/emulator/result_writer.hpp"
#include "harness/emulator/stream.hpp"

namespace dialbench::emulator {

class Modem::Machine final : private CommandHost {
 public:
  Machine(const Exchange& exchange, Habits habits);
  Machine(const Machine&) = delete;
  Machine& operator=(const Machine&) = delete;

  void receive(std::string_view bytes, Time now);
  void set_dtr(bool on, Time now);
  void tick(Time now) { run(now); }
  void ring(const Far& caller, unsigned rings, Time now);
  void power_on(Time now);

  [[nodiscard]] const Outbox& out() const noexcept { return out_; }
  void taken(std::size_t bytes) { out_.taken(bytes); }
  [[nodiscard]] std::optional<Time> deadline() const noexcept;
  [[nodiscard]] evidence::ModemLines lines() const noexcept;
  [[nodiscard]] bool unplugged() const noexcept { return state_ == State::unplugged; }
  [[nodiscard]] unsigned dials() const noexcept { return dials_; }

 private:
  enum class State { command, calling, online, escaped, dead, unplugged };

  // machine.cpp: time, bytes, lines
  void run(Time now);
  void step();
  [[nodiscard]] std::optional<Time> next_step() const noexcept;
  void first_byte();
  bool loops(std::string_view bytes);
  void type(char c);
  void echo(char c);
  std::size_t take_data(std::string_view bytes);
  void byte_while_calling(char c);
  void escape_complete();
  void drop_dtr();
  [[nodiscard]] bool connected() const noexcept {
    return state_ == State::online || state_ == State::escaped;
  }
  [[nodiscard]] const Settings& settings() const noexcept { return profiles_.active; }

  // machine_commands.cpp: command lines and their replies
  void line_typed(Typed typed);
  void obey(const std::string& body);
  void finish(Reply reply);
  void say_hung_up();
  Reply dial(std::string_view dial) override;
  Reply answer() override;
  Reply go_online() override;
  Reply hang_up() override;
  void go_off_hook() override;
  void say_information(std::string_view text) override;
  [[nodiscard]] std::string_view last_result() const override { return last_result_; }

  // machine_call.cpp: what happens on the line
  DialString understand(std::string_view dial);
  [[nodiscard]] CallRules call_rules() const;
  void begin_call(std::vector<CallEvent> events);
  void act(const CallEvent& event);
  void connect();
  [[nodiscard]] std::string connect_text() const;
  [[nodiscard]] std::string link_lines() const;
  void fail(std::string_view word);
  void say_script(const Far::Says& says, bool is_last);
  void far_hangs_up();
  void release_line(); // on hook, in command state; nothing is said
  void bell_rings();
  [[nodiscard]] std::string ring_text() const;

  // machine_say.cpp: how it is said
  void say(std::string_view bytes, Time due);
  void say_final(std::string_view word, Time due);
  void say_progress(std::string_view line, Time due);
  void say_call_ended(std::string_view word, Time due, std::string_view noise = {});
  void release_echo(Time due);

  const Exchange& exchange_;
  Habits habits_;
  Profiles profiles_;
  ResultWriter writer_;
  Outbox out_;
  LineEditor editor_;
  Escape escape_;
  Bell bell_;
  Stream stream_;
  State state_ = State::command;
  Time now_{};
  bool dtr_ = true;

  // command lines
  std::string last_line_; // for A/
  std::string held_echo_; // late_echo
  Time reply_due_{};      // of the line that is being obeyed
  unsigned swallowed_ = 0;
  bool awake_ = false;     // a byte has come
  bool lies_next_ = false; // first_ok_after_failure_lies
  bool hung_up_a_call_ = false;

  // the call
  bool off_hook_ = false;
  const Far* far_ = nullptr;
  Far caller_;
  std::string number_;    // digits since off hook
  std::string last_dial_; // for L
  std::string last_result_;
  Time call_began_{};
  std::vector<CallEvent> events_;
  std::size_t next_event_ = 0;
  unsigned dials_ = 0;
};

} // namespace dialbench::emulator
