#include "harness/regression/judge_calls.hpp"

#include "harness/evidence/duration.hpp"
#include "harness/regression/read_calls.hpp"
#include "harness/transcript/escape.hpp"

#include <algorithm>
#include <optional>

namespace dialbench::regression {
namespace {

using emulator::CallRecord;
using Answer = CallRecord::Answer;

constexpr std::size_t shown_bytes_max = 60;

// The end of a long text is where it went wrong.
std::string tail_quoted(std::string_view text) {
  const bool cut = text.size() > shown_bytes_max;
  if (cut) text = text.substr(text.size() - shown_bytes_max);
  return (cut ? "... \"" : "\"") + transcript::escaped(text) + '"';
}

std::string rings_text(unsigned rings) { return std::to_string(rings) + (rings == 1 ? " ring" : " rings"); }

std::string ordinal(std::size_t index, std::size_t count) {
  return "turn " + std::to_string(index + 1) + " of " + std::to_string(count);
}

std::string ended_text(const ProgramEnd& end) {
  return end.by_itself ? "the program ended" : "the program was ended";
}
std::string status_text(const ProgramEnd& end) {
  return end.status ? ", with status " + std::to_string(*end.status) : "";
}

// Why nobody answered.
std::string unanswered(const Called& called, const CallRecord& record, unsigned stray_answers,
                       const ProgramEnd& end) {
  if (!record.rang)
    return "no: the call never came, for nobody had the port open and left the modem in peace for " +
           evidence::shown(called.call.after) + (end.status ? "; " + ended_text(end) + status_text(end) : "");
  if (record.busy)
    return std::string("no: the modem was off hook when the call came") +
           (stray_answers > 0 ? ", after an ATA that answered nobody" : "");
  if (record.crossed) return "no: the modem went off hook to dial";
  const bool gave_up = record.caller_left.has_value();
  std::string text = "no: " + (gave_up ? std::string("the caller gave up") : ended_text(end)) + " behind " +
                     rings_text(record.rings);
  if (!gave_up) text += status_text(end);
  if (record.rings > 0 && record.rings_told == 0) text += ", and none of them was told";
  return text;
}

std::optional<HungUpBy> hung_up_by(const CallRecord& record) {
  if (record.caller_left) return HungUpBy::caller;
  if (!record.on_hook) return std::nullopt;
  switch (record.why) {
  case at::CallEnd::local_hangup: return HungUpBy::command;
  case at::CallEnd::local_reset: return HungUpBy::reset;
  case at::CallEnd::dtr_dropped: return HungUpBy::dtr;
  default: return std::nullopt;
  }
}

class CallJudge {
 public:
  CallJudge(const Called& called, const CallRecord& record, unsigned stray_answers, const ProgramEnd& end,
            std::string name)
      : called_(called)
      , expect_(called.expect)
      , record_(record)
      , stray_answers_(stray_answers)
      , end_(end)
      , name_(std::move(name)) {}

  std::vector<std::string> run() {
    answer();
    if (record_.answered) {
      connection();
      if (record_.connected) {
        talk();
        received();
        end();
      }
    }
    return std::move(failures_);
  }

 private:
  void wrong(std::string_view what, const std::string& expected, const std::string& got) {
    failures_.push_back(name_ + ": " + std::string(what) + ": expected " + expected + ", got " + got);
  }

  // Nothing else could be met without an answer.
  [[nodiscard]] bool wants_answer() const {
    return expect_.from_ring || expect_.by_ring || expect_.connected.value_or(false) ||
           !expect_.received.empty() || expect_.hung_up_by || expect_.hangs_up_within ||
           expect_.lets_go_within || !called_.call.talk.empty();
  }

  void answer() {
    if (!record_.answered) {
      const bool wanted = expect_.answered ? *expect_.answered != Answer::none : wants_answer();
      const std::string expected = expect_.answered ? std::string(name(*expect_.answered)) : "an answer";
      if (wanted) wrong("answered", expected, unanswered(called_, record_, stray_answers_, end_));
      return;
    }
    if (expect_.answered && *expect_.answered != record_.answer)
      wrong("answered", std::string(name(*expect_.answered)),
            std::string(name(record_.answer)) + " behind " + rings_text(record_.rings));
    if (expect_.from_ring && record_.rings < *expect_.from_ring)
      wrong("from_ring", "an answer not before ring " + std::to_string(*expect_.from_ring),
            "one at ring " + std::to_string(record_.rings));
    if (expect_.by_ring && record_.rings > *expect_.by_ring)
      wrong("by_ring", "an answer by ring " + std::to_string(*expect_.by_ring),
            "one at ring " + std::to_string(record_.rings));
  }

  void connection() {
    const bool expected = expect_.connected.value_or(wants_connection());
    if (record_.connected && expect_.connected == false) wrong("connected", "false", "true");
    if (record_.connected || !expected) return;
    const std::string why = record_.on_hook ? std::string(at::text(record_.why)) : "the modems still train";
    wrong("connected", "true", "false: " + why);
  }
  [[nodiscard]] bool wants_connection() const {
    return !called_.call.talk.empty() || !expect_.received.empty() || expect_.hung_up_by ||
           expect_.hangs_up_within || expect_.lets_go_within;
  }

  void talk() {
    const auto& turns = called_.call.talk;
    if (record_.unmet) {
      const auto& turn = turns[*record_.unmet];
      wrong("talk",
            tail_quoted(turn.expects) + " within " + evidence::shown(turn.within) + " (" +
                ordinal(*record_.unmet, turns.size()) + ')',
            record_.received.empty() ? "nothing" : tail_quoted(record_.received));
    } else if (!record_.said_all && record_.on_hook) {
      wrong("talk", "a call that lasts until all is said",
            "its end before: " + std::string(at::text(record_.why)));
    } else if (!record_.said_all) {
      wrong("talk", "a call in which all is said", "the end of the program before");
    }
  }

  void received() {
    std::size_t from = 0;
    for (const auto& text : expect_.received) {
      const auto found = record_.received.find(text, from);
      if (found == std::string::npos) {
        wrong("received", tail_quoted(text),
              record_.received.empty() ? "nothing" : tail_quoted(record_.received));
        return;
      }
      from = found + text.size();
    }
  }

  void end() {
    const auto by = hung_up_by(record_);
    if (expect_.hung_up_by && !is(*expect_.hung_up_by, by)) {
      const std::string got = by                ? std::string(name(*by))
                              : record_.on_hook ? std::string(at::text(record_.why))
                                                : "no end: the line is still taken";
      wrong("hung_up_by", std::string(name(*expect_.hung_up_by)), got);
    }
    if (expect_.hangs_up_within && record_.said_all)
      in_time("hangs_up_within", *expect_.hangs_up_within, *record_.said_all,
              by == HungUpBy::caller ? std::nullopt : record_.on_hook, "the caller had to hang up");
    if (expect_.lets_go_within && record_.caller_left)
      in_time("lets_go_within", *expect_.lets_go_within, *record_.caller_left, record_.let_go,
              "no command, and DTR stayed on");
  }
  static bool is(HungUpBy expected, std::optional<HungUpBy> by) {
    return by == expected || (expected == HungUpBy::program && by && *by != HungUpBy::caller);
  }
  void in_time(std::string_view what, Duration most, Time from, std::optional<Time> to,
               const std::string& never) {
    if (!to)
      wrong(what, evidence::shown(most), never);
    else if (*to - from > most)
      wrong(what, evidence::shown(most), evidence::shown(*to - from));
  }

  const Called& called_;
  const CallExpectation& expect_;
  const CallRecord& record_;
  unsigned stray_answers_;
  const ProgramEnd& end_;
  std::string name_;
  std::vector<std::string> failures_;
};

} // namespace

std::vector<std::string> judge_calls(const std::vector<Called>& calls, const emulator::CallsSeen& seen,
                                     const ProgramEnd& end) {
  static const CallRecord never;
  std::vector<std::string> failures;
  for (std::size_t i = 0; i < calls.size(); ++i) {
    const auto& record = i < seen.calls.size() ? seen.calls[i] : never;
    auto wrong = CallJudge(calls[i], record, seen.stray_answers, end, "call " + std::to_string(i + 1)).run();
    failures.insert(failures.end(), std::make_move_iterator(wrong.begin()),
                    std::make_move_iterator(wrong.end()));
  }
  return failures;
}

} // namespace dialbench::regression
