// The session's own machine: takes the steps of a script one after the other, runs an activity for each, and
// concludes.
//
// run() goes on until nothing is left to do at this moment: it feeds the activity, lets it see the time, and
// when the activity is done calls what was put down to follow. A dial that failed, and that no branch of the
// script takes, ends the script; whatever ends it, a line that is still up is hung up first, and where the
// port counts errors they are read.
#pragma once

#include "at/dialect.hpp"
#include "harness/session/abort_run.hpp"
#include "harness/session/command_run.hpp"
#include "harness/session/command_settings.hpp"
#include "harness/session/dial_run.hpp"
#include "harness/session/expect_run.hpp"
#include "harness/session/hang_up_run.hpp"
#include "harness/session/hold_run.hpp"
#include "harness/session/raw_run.hpp"

#include <map>
#include <memory>
#include <vector>

namespace dialbench::session {

class Session::Machine {
  evidence::Outcome outcome_; // its evidence is the record that everything here goes into
  bool over_ = false;         // the rest of it is there, too

 public:
  Machine(std::shared_ptr<const script::Script>&& script, Options&& options);

  void start(Time now);
  void receive(std::string_view bytes, Time now);
  void sent(std::size_t bytes, Time now);
  void answered(RequestId id, const PortAnswer& answer, Time now);
  void lines_changed(const evidence::ModemLines& lines, Time now);
  void port_failed(const evidence::PortProblem& problem, Time now);
  void stop(Time now);
  void tick(Time now);

  Context context;
  [[nodiscard]] std::optional<Time> deadline() const noexcept;
  [[nodiscard]] const evidence::Outcome* outcome() const noexcept { return over_ ? &outcome_ : nullptr; }
  [[nodiscard]] std::optional<Waiting> waiting() const;

 private:
  using Then = void (Machine::*)();
  // What a step came to, for its branches.
  struct Came {
    std::optional<at::Meaning> meaning;
    std::optional<evidence::OutcomeClass> outcome;
    bool timeout = false;
    std::string_view text; // of the activity or of the evidence
  };

  void run();
  void feed();
  void count_errors(const evidence::UartErrors& now);
  void begin(std::unique_ptr<Activity> activity, Then then);
  template <class Run>
  Run& as() {
    return static_cast<Run&>(*ended_);
  }

  // steps
  void begin_step();
  void begin_send(const script::Step& step);
  [[nodiscard]] Duration usual_timeout(const CommandSettings& settings) const;
  void begin_dial(const script::Step& step);
  void dial_now();
  void line_free();
  void begin_raw(const std::string& bytes, std::vector<script::Step::Piece> pieces, bool secret, Then then);
  void begin_expect(ExpectRun::What what, Then then);
  void begin_chat_expect(const script::Step& step, std::vector<script::Pattern> patterns);
  void apply_setting(const script::Step& step);
  void sent_command();
  void silent_command();
  void roused();
  void dialled();
  bool begin_raw_line(const std::string& bytes, bool secret);
  void take_back(std::size_t bytes);
  void raw_sent();
  void sub_sent();
  void expected();
  void chat_expected();
  void chat_timed_out();
  void chat_aborted();
  void held();
  bool carrier_in_doubt(const ExpectRun& run);
  void asked_for_carrier();
  void connection_lost(std::optional<Time> word_came_at = std::nullopt);
  void hung_up();
  void next();
  void paused() {}
  bool branch(const script::Step& step, const Came& came);
  bool jump(const script::Branch& branch);
  void give_up(const script::Branch& branch);
  [[nodiscard]] std::string unmet() const;
  void fail(evidence::Ending ending, std::string text = {});

  // a dial's bounds
  bool may_dial(const std::optional<script::NumberRefusal>& refusal);
  void refuse(evidence::Refusal refusal, std::string text);
  void begin_attempt(std::string number);
  [[nodiscard]] bool dials(std::string_view line) const;
  [[nodiscard]] std::string dial_command(const script::Step& step) const;
  [[nodiscard]] evidence::OutcomeClass outcome_now() const;

  // the end
  void conclude();
  void dial_aborted();
  void closed();
  void finish();
  [[nodiscard]] const script::Step& step() const { return script_->steps[step_]; }

  std::shared_ptr<const script::Script> script_;
  Listener listener_;
  std::unique_ptr<Activity> activity_;
  std::unique_ptr<Activity> ended_; // the activity that has just ended, for what follows it
  Then then_ = nullptr;
  std::string inbox_; // came, and no activity has used it yet
  std::size_t step_ = 0;
  std::map<const script::Branch*, unsigned> taken_; // how often each branch was taken
  unsigned jumps_ = 0;
  unsigned dials_ = 0;
  bool started_ = false;
  bool roused_ = false;      // the one attempt to bring a silent modem back was made
  bool needs_sync_ = false;  // the last dial failed: its modem may swallow the next command (facts: quirk 7)
  bool stays_ = false;       // chat: that command has a ;
  bool escaping_ = false;    // the script itself sent the escape sequence
  bool dialling_ = false;    // chat: a D command was sent, and no verdict has come
  std::string raw_line_;     // chat: sent, and not ended by CR yet
  std::string last_command_; // what A/ repeats
  std::uint64_t dial_mark_ = 0;
  bool concluding_ = false;
  bool stopping_ = false;
  RequestId counts_asked_ = 0; // the UART's counters at the end
  std::optional<evidence::UartErrors> counts_before_;
  Time counts_until_{};

  // chat's settings, as they stand
  std::vector<script::Pattern> aborts_;
  std::vector<script::Pattern> reports_;
  Duration chat_timeout_ = std::chrono::seconds(45);
  bool chat_echo_ = false;
  std::optional<Time> expect_until_; // of the expect that is running, over interruptions
  std::size_t sub_ = 0;              // of the chat_expect that is running: the next sub-send
};

} // namespace dialbench::session
