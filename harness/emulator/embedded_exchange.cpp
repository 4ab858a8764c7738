#include "harness/emulator/exchange.hpp"

#include <utility>

namespace dialbench::emulator {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using Kind = Far::Kind;

struct EmbeddedNumber {
  std::string_view number;
  std::string_view what;
  Far far;
};

Far ends(Kind kind, Duration after = seconds(5), unsigned rings = 1) {
  Far far;
  far.kind = kind;
  far.after = after;
  far.rings = rings;
  return far;
}

Far answers(Duration lost_after = {}, bool live = false) {
  Far far = ends(Kind::modem, seconds(6));
  far.lost_after = lost_after;
  far.live = live;
  return far;
}

Far answers_slowly() {
  Far far = ends(Kind::modem, seconds(24), 3);
  far.rate = 2400;
  far.error_control = "NONE";
  far.compression = "NONE";
  return far;
}

Far logs_in() {
  Far far = answers(seconds(60), true);
  far.greeting = "\r\nlogin: ";
  return far;
}

// The times are those that real modems showed (timing.md, section 3; quirks.md, item 15).
std::vector<EmbeddedNumber> make_embedded_numbers() {
  return {
      {"5550100", "answers: CONNECT 33600", answers()},
      {"5550176", "is busy", ends(Kind::busy)},
      {"5550177", "a person answers", ends(Kind::voice, seconds(2))},
      {"5550178", "rings, and nobody answers", ends(Kind::no_answer)},
      {"5550179", "answers, and the modems do not agree", ends(Kind::no_carrier, milliseconds(6500))},
      {"5550180", "the line has no dial tone", ends(Kind::dead_line)},
      {"5550181", "the modem refuses the command", ends(Kind::refused)},
      {"5550192", "the modem dials and never speaks again", ends(Kind::dead)},
      {"5550101", "a live line: echoes data, hangs up after 60 s", logs_in()},
      {"5550102", "answers, and drops the call after 3 s", answers(seconds(3))},
      {"5550103", "a fax machine answers", ends(Kind::fax, seconds(3))},
      {"5550104", "a silent line: NO CARRIER at S7", ends(Kind::silent)},
      {"5550105", "the modem may not dial it again yet", ends(Kind::delayed)},
      {"5550106", "is on the modem's black list", ends(Kind::blacklisted)},
      {"5550107", "another telephone uses the line", ends(Kind::line_in_use)},
      {"5550108", "answers slowly, at 2400 bit/s, 42 s after dialling", answers_slowly()},
  };
}

const std::vector<EmbeddedNumber>& embedded_numbers() {
  static const std::vector<EmbeddedNumber> all = make_embedded_numbers();
  return all;
}

Exchange wired() {
  Exchange exchange;
  for (const auto& row : embedded_numbers()) exchange.numbers.emplace(row.number, row.far);
  exchange.other = ends(Kind::no_answer);
  return exchange;
}

} // namespace

const Exchange& embedded_exchange() {
  static const Exchange exchange = wired();
  return exchange;
}

const std::vector<DirectoryEntry>& embedded_directory() {
  static const std::vector<DirectoryEntry> entries = [] {
    std::vector<DirectoryEntry> all;
    for (const auto& row : embedded_numbers()) all.push_back({row.number, row.what});
    return all;
  }();
  return entries;
}

} // namespace dialbench::emulator
