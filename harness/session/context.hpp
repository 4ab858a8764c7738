// What the activities of a session share: the evidence, what goes out, what is known of the modem, the time.
#pragma once

#include "at/identification.hpp"
#include "harness/evidence/evidence.hpp"
#include "harness/session/command_settings.hpp"
#include "harness/session/port_request.hpp"
#include "harness/session/session.hpp"

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dialbench::session {

// How long the port may take nothing of what is to be sent before the write counts as stalled. A slow rate
// does not reach this: 40 characters at 300 bit/s take 1.4 s.
inline constexpr Duration stall_max = std::chrono::seconds(10);
// More bytes than this in one reply, without a final result, are no reply (RAS 699); ATI pages stay below 4
// KiB.
inline constexpr std::uint64_t reply_bytes_max = 65'536;
// What stands in a record for what was sent as a secret.
inline constexpr std::string_view masked = "****";

class Context {
 public:
  // What is found out goes into `record`.
  Context(Options&& given, evidence::Evidence& record)
      : options(std::move(given))
      , evidence(record)
      , dialect_given_(options.dialect != nullptr) {
    options.rules.dialect = options.dialect;
  }

  Options options;
  evidence::Evidence& evidence;
  Time now{};
  Time last_byte_at{}; // what an activity hears may have waited for it

  // out
  void send(std::string_view bytes, bool secret = false);
  void send_line(std::string_view command, bool secret); // and its terminator
  void taken(std::size_t bytes);
  [[nodiscard]] std::string_view output() const noexcept { return output_; }
  [[nodiscard]] bool output_is_secret() const noexcept { return secret_; }
  [[nodiscard]] bool all_taken() const noexcept { return output_.empty(); }
  [[nodiscard]] std::uint64_t taken_total() const noexcept { return taken_total_; }
  [[nodiscard]] std::optional<Time> stall_deadline() const noexcept; // nothing: nothing is waiting to be sent
  void drop_output();
  void drop_requests() { requests_.clear(); }

  RequestId request(PortRequest request);
  [[nodiscard]] std::optional<PortRequest> next_request();

  // V.250: 0.1 s between a final result and the next command.
  void final_seen() { quiet_since_final_ = now; }
  [[nodiscard]] Time ready_at() const noexcept;

  // The bytes are data now: a connection stands and nobody has escaped from it. evidence.connected only says
  // that there was one.
  bool online = false;
  unsigned oks_owed = 0;       // commands that were said again before their answer came
  bool line_feed_due = false;  // the LF of CONNECT's CR LF may still come; it is no data
  std::optional<bool> carrier; // DCD, where the port carries it
  // DCD rose behind the dial command and has not fallen since: a call is up, whatever the modem's words are
  // taken for. One that was up before (&C0), or that rises with our own DTR (a strapped cable), says nothing.
  [[nodiscard]] bool carrier_rose() const noexcept { return carrier_follows_ && carrier == true; }
  // DCD has risen and is down again: no call is up.
  [[nodiscard]] bool carrier_fell() const noexcept { return carrier_follows_ && carrier == false; }
  void saw_carrier(bool on) noexcept;
  void dialled_now() noexcept; // from here on a rise is the call's
  void dropped_dtr() noexcept; // from here on none is
  void went_online(const evidence::Saying& result);
  void went_offline(bool hung_up);

  // A final result that belongs to an earlier attempt: kept, told, and its debt paid (design, decision 4).
  void set_aside(const evidence::Saying& saying);

  // An OK during a dial makes it doubtful that there was one (facts: quirk 7). NO CARRIER to the abort proves
  // it, and a modem that answers nothing any more is the greater trouble: then the OK was the second of the
  // command before.
  void set_oks_apart();

  // What was sent as a secret stands in no record, wherever it is repeated.
  void remember_secret(std::string_view text);
  void hide(std::string& text) const;
  [[nodiscard]] std::string hidden(std::string_view text) const;

  // what is known of the modem
  std::optional<bool> echo_on; // commands come back
  bool answered = false;       // a command got its final result: something more than a loop plug is there
  // Takes in what a command that was answered OK has set: S7, X, V, E.
  void learn(std::string_view command) { learn(command, settings_in(command)); }
  void learn(std::string_view command, const CommandSettings& settings);
  // Takes in what a query brought: "S7?" answered "050".
  void learn_reply(std::string_view command, std::string_view text);
  // After a command that asked who the modem is: picks the dialect, where the user gave none.
  void learn_dialect(std::string_view command);
  [[nodiscard]] std::chrono::seconds s7_or_assumed() const noexcept;

  // the record
  void note(evidence::Note::Kind kind, std::string_view text) { note_parts(kind, {text}); }
  void note_parts(evidence::Note::Kind kind, std::initializer_list<std::string_view> parts);
  // Of something whose proof took a while.
  void note_at(Time when, evidence::Note::Kind kind, std::string_view text);
  void keep(std::vector<evidence::Saying>& where, const evidence::Saying& saying);
  void begin_command(std::string_view text);

 private:
  std::string output_;
  bool secret_ = false;
  bool rise_is_the_calls_ = false;
  bool carrier_follows_ = false; // DCD was seen to rise with this call
  std::uint64_t taken_total_ = 0;
  std::optional<Time> waiting_since_;
  std::optional<Time> quiet_since_final_;
  std::vector<PortRequest> requests_; // the first is the next
  std::vector<std::string> secrets_;
  RequestId last_request_ = 0;
  at::Identification who_;
  bool dialect_given_;
};

} // namespace dialbench::session
