// Waits for one of several patterns, in lines and in the stream: the native `expect` and chat's expect
// strings.
//
// A pattern that is a result word matches a whole line; any other matches anywhere, across chunks, as chat
// does. While a dial is running that a chat script started, every final result of the modem is a verdict,
// whether the script names it in an ABORT or not: chat would wait for its timeout, and we know already.
#pragma once

#include "harness/script/script.hpp"
#include "harness/session/activity.hpp"
#include "harness/session/carrier_doubt.hpp"
#include "harness/session/listener.hpp"

#include <string>
#include <vector>

namespace dialbench::session {

class ExpectRun : public Activity {
 public:
  struct What {
    std::vector<script::Pattern> patterns; // empty: matches at once
    std::vector<script::Pattern> aborts;
    std::vector<script::Pattern> reports;
    bool more_to_try = false; // chat: a sub-send follows the timeout, so that ERROR is not the end
    Duration timeout = std::chrono::seconds(45);
    bool dialling = false; // a dial is running
    bool stays = false;    // that dial stays in command mode: OK is its result
    bool escaping = false; // the script itself sent the escape sequence: OK means command mode
    Duration digits{};     // how long its digits take: a final that is owed may come sooner
    bool chat = false;
    bool echo_lines = false; // chat's ECHO ON: what comes is told to the user
  };
  enum class End : std::uint8_t {
    none,
    matched,
    aborted, // an ABORT string came; word() has it
    verdict, // a final result that no pattern waits for; in evidence.result
    timeout,
    suspect, // NO CARRIER among the data of a connection, and silence behind it
    overflow
  };

  ExpectRun(Context& context, Listener& listener, What what);

  std::size_t receive(std::string_view bytes) override;
  void tick() override;
  [[nodiscard]] std::optional<Time> deadline() const override;
  [[nodiscard]] bool done() const override { return end_ != End::none; }
  [[nodiscard]] std::optional<Session::Waiting> waiting() const override;

  [[nodiscard]] End end() const noexcept { return end_; }
  [[nodiscard]] const std::string& word() const noexcept { return word_; }
  [[nodiscard]] bool anything_came() const noexcept { return stream_total_ > 0; }
  [[nodiscard]] Time suspected_at() const noexcept { return doubt_.heard_at(); } // where end() is suspect
  [[nodiscard]] const script::Pattern* matched() const noexcept { return matched_; }

 private:
  void count_as_heard();
  void look_at_stream();
  at::Next hear(const Heard& heard);
  at::Next hear_data(const Heard& heard);
  at::Next hear_final(const Heard& heard);
  void hear_progress(const Heard& heard);
  [[nodiscard]] bool belongs_to_earlier_call(const Heard& heard) const;
  [[nodiscard]] bool sooner_than_digits_and_owed() const noexcept;
  void report_line(const Heard& heard);
  void finish(End end, std::string word = {});
  [[nodiscard]] const script::Pattern* in_line(const std::vector<script::Pattern>& patterns,
                                               const Heard& heard) const;
  [[nodiscard]] const script::Pattern* in_stream(const std::vector<script::Pattern>& patterns) const;

  Context& context_;
  Listener& listener_;
  What what_;
  Time until_;
  CarrierDoubt doubt_;
  std::string stream_; // the last bytes, as many as the longest pattern needs
  std::uint64_t stream_total_ = 0;
  const script::Pattern* matched_ = nullptr;
  std::string word_;
  End end_ = End::none;
};

} // namespace dialbench::session
