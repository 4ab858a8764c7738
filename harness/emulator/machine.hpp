// The inside of Modem: which state it is in, and what each event does there. Internal to the folder.
#pragma once

#include "harness/emulator/bell.hpp"
#include "harness/emulator/call_log.hpp"
#include "harness/emulator/call_plan.hpp"
#include "harness/emulator/commands.hpp"
#include "harness/emulator/digit_receiver.hpp"
#include "harness/emulator/escape.hpp"
#include "harness/emulator/line.hpp"
#include "harness/emulator/line_editor.hpp"
#include "harness/emulator/modem.hpp"
#include "harness/emulator/outbox.hpp"
#include "harness/emulator/pipe.hpp"
#include "harness/emulator/reports.hpp"
#include "harness/emulator/result_writer.hpp"
#include "harness/emulator/stream.hpp"

namespace dialbench::emulator {

struct Modem::Memory {
  Profiles profiles;
  unsigned dials = 0;
};

class Modem::Machine final : private CommandHost, private LineEnd {
 public:
  Machine(const Exchange& exchange, Habits habits);
  Machine(const Machine&) = delete;
  Machine& operator=(const Machine&) = delete;
  ~Machine();

  void receive(std::string_view bytes, Time now);
  void set_dtr(bool on, Time now);
  void tick(Time now) { run(now); }
  bool ring(const Far& far, unsigned rings, std::optional<Caller> caller, Time now);
  void drop_line(Time now);
  void pull_plug(Time now);
  void power_on(Time now);
  [[nodiscard]] std::shared_ptr<const Memory> memory() const {
    return std::make_shared<const Memory>(Memory{profiles_, dials_});
  }
  void recall(const Memory& memory);
  void plug_into(std::unique_ptr<Line> line);
  void plug_into(OwnLine line) { own_line_ = std::move(line); }

  [[nodiscard]] const Outbox& out() const noexcept { return out_; }
  void taken(std::size_t bytes) { out_.taken(bytes); }
  [[nodiscard]] std::optional<Time> deadline() const noexcept;
  [[nodiscard]] evidence::ModemLines lines() const noexcept;
  [[nodiscard]] bool unplugged() const noexcept { return state_ == State::unplugged; }
  [[nodiscard]] unsigned dials() const noexcept { return dials_; }
  [[nodiscard]] std::size_t room() const noexcept;
  [[nodiscard]] Hook hook() const noexcept;

 private:
  enum class State { command, calling, online, escaped, dead, unplugged };

  // machine.cpp: time, bytes, lines
  void run(Time now);
  void step();
  [[nodiscard]] Time next_step() const noexcept; // Time::max(): never
  void first_byte();
  bool loops(std::string_view bytes);
  std::size_t type(std::string_view bytes);
  void echo(std::string_view bytes);
  std::size_t take_data(std::string_view bytes);
  void byte_while_calling(char c);
  void escape_complete();
  void drop_dtr();
  [[nodiscard]] bool echoes() const noexcept { return !with_modem_ && far_ != nullptr && far_->live; }
  [[nodiscard]] bool connected() const noexcept {
    return state_ == State::online || state_ == State::escaped;
  }
  [[nodiscard]] const Settings& settings() const noexcept { return profiles_.active; }

  // machine_commands.cpp: command lines and their replies
  void line_typed(Typed typed);
  void obey(const std::string& body);
  void finish(Reply reply);
  void say_hung_up();
  Reply dial(std::string_view dial, std::string_view behind) override;
  void stay_in_command_state();
  Reply answer() override { return take_call(false); }
  Reply take_call(bool by_itself);
  Reply go_online() override;
  Reply hang_up(at::CallEnd why) override;
  void go_off_hook() override;
  void say_information(std::string_view text) override;
  Reply say_report(at::ReportKind kind) override;
  bool turn_page(char c);
  void forget_diagnostics() override { diagnostics_cleared_ = true; }
  [[nodiscard]] std::uint8_t failure_cause() const override { return s86_of(log_); }
  [[nodiscard]] std::optional<std::string> with_stored_number(std::string_view dial, std::size_t place) const;
  [[nodiscard]] std::string_view last_result() const override { return last_result_; }

  // machine_call.cpp: what happens on the line
  DialString understand(std::string_view dial);
  [[nodiscard]] CallRules call_rules() const;
  [[nodiscard]] const Far* who_heard() const;
  void begin_call(std::vector<CallEvent> events);
  void act(const CallEvent& event);
  void connect();
  void fail(std::string_view word);
  void say_script(const Far::Says& says, bool is_last);
  void reach_modem();
  void schedule(std::vector<CallEvent> events, Time base); // in place of what was to come
  void call_lost(at::CallEnd why);
  // On hook, in command state; nothing is said here. `how` is for a modem at the other end.
  void release_line(Leaving how = Leaving::hangs_up);
  void bell_rings();
  [[nodiscard]] std::string ring_text() const;
  [[nodiscard]] std::string caller_text() const;

  // machine_line.cpp: the other end of a call to a modem of the same exchange
  void called(const Far& link, const Caller& caller, Time now) override;
  void caller_left(Time now) override;
  void far_answered(const Far& link, Time now) override;
  void far_says(std::string_view bytes, Time now) override;
  void far_left(Leaving how, Time now) override;
  [[nodiscard]] std::size_t far_room() const noexcept override { return pipe_.room(); }
  [[nodiscard]] bool busy() const noexcept override;
  [[nodiscard]] Far offers(const Far& own, bool answering) const override {
    return narrowed(settings(), own, answering);
  }
  [[nodiscard]] at::CallEnd refusal(const Far& link, bool answering) const override {
    return agree(settings(), link, answering).failure;
  }
  void no_link(at::CallEnd why) override { no_link_ = why; }
  void open_pipe();
  void go_off_hook_on_line(bool answers);
  void tell_line(const Notice& what) {
    if (line_) line_->notice(what, now_);
  }
  void tell_hook(Leaving how = Leaving::hangs_up);
  void greet();
  void take_from_line(Time until);
  [[nodiscard]] std::optional<Time> line_deadline() const noexcept;
  [[nodiscard]] std::string_view dialled() const noexcept { return receiver_.number(); }
  [[nodiscard]] bool has_error_control() const noexcept;
  [[nodiscard]] std::optional<Duration> carrier_loss() const; // S10; none: it is ignored
  [[nodiscard]] Duration carrier_known() const;               // S9
  [[nodiscard]] Duration tone_known() const;

  // machine_link.cpp: what both ends agree on, the log, the clocks of a call
  bool agree_on_link();
  [[nodiscard]] std::string connect_text() const;
  void add_link_lines(std::string& text) const;
  void log_said_connect(std::string_view line);
  void log_failure(std::string_view word);
  void data_passes(std::size_t sent, std::size_t received);
  [[nodiscard]] std::optional<Time> inactivity_deadline() const noexcept;
  void hang_up_idle();
  [[nodiscard]] Duration time_to_flush() const;
  void dtr_went(bool on);
  [[nodiscard]] bool dtr_forbids_dialling() const noexcept;
  [[nodiscard]] bool dtr_forbids_answering() const noexcept;
  void bell_pauses();

  // machine_say.cpp: how it is said
  [[nodiscard]] bool quiet() const noexcept;
  [[nodiscard]] bool is_deaf() const noexcept {
    return now_ >= deaf_from_ && now_ < deaf_from_ + habits_.command_gap;
  }
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
  bool unanswered_ = false;           // the line that is being obeyed gets no final result
  Time deaf_from_{};                  // command_gap: the last result
  std::string held_page_;             // of a report, behind a key
  std::optional<Time> dtr_counts_at_; // S25

  // the line
  OwnLine own_line_;
  std::unique_ptr<Line> line_;
  bool told_off_hook_ = false;
  DigitReceiver receiver_;
  Blacklist blacklist_;
  Pipe pipe_;               // from the far end
  bool with_modem_ = false; // the far end is a modem of this exchange
  Far peer_;
  std::optional<Caller> who_;     // calls
  bool called_from_line_ = false; // by a modem of this exchange

  // the call
  bool off_hook_ = false;
  bool dialling_ = false; // begin_call() begins a dial, not an answer
  bool glare_ = false;
  std::string before_quiet_;
  Time gives_up_{}; // S7, of a call to a modem
  const Far* far_ = nullptr;
  Far caller_;
  std::string number_;      // digits since off hook
  std::string last_dial_;   // for L
  std::string behind_dial_; // commands, of the line that dials
  std::string last_result_;
  CallLog log_;
  Link link_;
  at::CallEnd no_link_ = at::CallEnd::in_progress; // why an end refuses; in_progress: none does
  bool diagnostics_cleared_ = false;               // by Z or &F, since the call
  Time data_seen_{};                               // S30
  Time call_began_{};
  std::vector<CallEvent> events_;
  std::size_t next_event_ = 0;
  unsigned dials_ = 0;
};

} // namespace dialbench::emulator
