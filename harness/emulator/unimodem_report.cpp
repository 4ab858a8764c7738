#include "harness/emulator/unimodem_report.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>
#include <string_view>

namespace dialbench::emulator {
namespace {

using at::CallEnd;

struct Value {
  std::string_view table;
  unsigned number;
  std::string_view word;
};
constexpr auto values = std::to_array<Value>({
#define VALUE(table, number, word) {#table, number, word},
#define CAUSE(number, end)
#include "at/last_call/unimodem_values.def"
});

struct Cause {
  unsigned number;
  CallEnd end;
};
constexpr auto causes = std::to_array<Cause>({
#define VALUE(table, number, word)
#define CAUSE(number, end) {number, CallEnd::end},
#include "at/last_call/unimodem_values.def"
});

std::optional<unsigned> number_for(std::string_view table, std::string_view word) {
  const auto found = std::ranges::find_if(
      values, [&](const Value& value) { return value.table == table && value.word == word; });
  if (found == values.end()) return std::nullopt;
  return found->number;
}

// The word of key 1: what was heard behind the digits.
std::string_view heard(const CallLog& log) {
  if (!log.any()) return "no_call";
  if (log.connected()) return log.answering() ? "data_calling" : "data_answer";
  switch (log.why()) {
  case CallEnd::delayed: // not a digit was dialled
  case CallEnd::blacklisted:
  case CallEnd::dtr_off: return "no_call";
  case CallEnd::no_dialtone:
  case CallEnd::extension_pickup: return "no_dialtone";
  case CallEnd::busy: return "busy";
  case CallEnd::reorder: return "reorder";
  case CallEnd::voice: return "voice";
  case CallEnd::fax: return "fax_answer";
  case CallEnd::training_failed:
  case CallEnd::no_common_modulation:
  case CallEnd::no_error_control:
  case CallEnd::no_common_protocol:
  case CallEnd::negotiation_failed: return log.answering() ? "data_calling" : "data_answer";
  default: return "nothing";
  }
}

// A line of the report: pairs in hexadecimal.
class Diag {
 public:
  void add(unsigned key, std::uint64_t value) {
    char text[32];
    std::snprintf(text, sizeof text, " %X=%llX", key, static_cast<unsigned long long>(value));
    pairs_ += text;
  }
  void add_word(unsigned key, std::string_view table, std::string_view word) {
    if (const auto number = number_for(table, word)) add(key, *number);
  }
  void end_line() {
    if (pairs_.empty()) return;
    text_ += (text_.empty() ? "DIAG <2A4D3263" : "\nDIAG <2A4D3263") + pairs_ + '>';
    pairs_.clear();
  }
  std::string take() {
    end_line();
    return std::move(text_);
  }

 private:
  std::string text_, pairs_;
};

std::string_view error_control_word(const Link& link) {
  return link.error_control == "ALT" ? std::string_view("MNP") : std::string_view(link.error_control);
}
std::string_view compression_word(const Link& link) {
  if (link.compression == "ALT") return "MNP5";
  return link.compression == "NONE" ? "NONE" : "V42BIS"; // one number stands for V.42bis and V.44
}

void add_link(Diag& diag, const ReportFacts& facts) {
  const Link& link = facts.log.link();
  diag.add(0x11, facts.settings.registers.at(Register::transmit_level));
  diag.end_line();
  diag.add_word(0x20, "modulation", link.modulation);
  diag.add_word(0x21, "modulation", link.modulation);
  diag.add(0x26, link.transmit);
  diag.add(0x27, link.receive);
  diag.end_line();
  for (const unsigned key : {0x30U, 0x31U, 0x32U, 0x33U}) diag.add(key, 0);
  diag.add(0x34, link.transmit);
  diag.add(0x35, link.receive);
  diag.end_line();
  diag.add_word(0x40, "error_control", error_control_word(link));
  diag.add_word(0x44, "compression", compression_word(link));
  diag.add(0x52, facts.log.characters_sent());
  diag.add(0x53, facts.log.characters_received());
}

} // namespace

unsigned unimodem_cause(CallEnd end) noexcept {
  const auto found = std::ranges::find(causes, end, &Cause::end);
  if (found != causes.end()) return found->number;
  // Nobody answered, or somebody who is no modem: the set-up timer ends both.
  const bool no_answer = end == CallEnd::no_answer || end == CallEnd::no_answer_or_busy ||
                         end == CallEnd::no_connection || end == CallEnd::voice;
  if (no_answer) return unimodem_cause(CallEnd::setup_timer);
  if (end == CallEnd::no_common_protocol) return unimodem_cause(CallEnd::negotiation_failed);
  return 0;
}

std::string unimodem_report(const ReportFacts& facts) {
  Diag diag;
  diag.add(0x0, 0x10);
  diag.end_line();
  // The log is cleared by Z, &F and power, and says so.
  if (!facts.log.any() || facts.diagnostics_cleared) {
    diag.add_word(0x1, "heard", "no_call");
    diag.add(0x60, unimodem_cause(CallEnd::no_call));
    return diag.take();
  }
  diag.add_word(0x1, "heard", heard(facts.log));
  diag.add_word(0x2, "call_type", facts.log.why() == CallEnd::fax ? "fax" : "data");
  diag.add_word(0x3, "interface_mode", "asynchronous");
  diag.end_line();
  if (facts.log.connected()) add_link(diag, facts);
  diag.end_line();
  diag.add(0x60, unimodem_cause(facts.log.why()));
  diag.add(0x61, facts.log.knocks());
  return diag.take();
}

} // namespace dialbench::emulator
