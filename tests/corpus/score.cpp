#include "tests/corpus/score.hpp"

#include "harness/app/classify_line.hpp"
#include "tests/corpus/responses.hpp"

#include <algorithm>

namespace dialbench::tests {
namespace {

using at::Meaning;

// The states of modem INF files (unimodem.md, section 1). They have none for VOICE and its kin, which stand
// under 03, nor for the lines around CONNECT, which are progress, nor for LINE IN USE.
int state_of(Meaning meaning) {
  switch (meaning) {
  case Meaning::ok: return 0x00;
  case Meaning::progress:
  case Meaning::ringing:
  case Meaning::carrier:
  case Meaning::protocol:
  case Meaning::compression:
  case Meaning::modulation:
  case Meaning::rate:
  case Meaning::info: return 0x01;
  case Meaning::connect: return 0x02;
  case Meaning::command_error:
  case Meaning::voice_answer:
  case Meaning::fax_answer:
  case Meaning::data_answer:
  case Meaning::fcerror:
  case Meaning::unknown_result: return 0x03;
  case Meaning::no_carrier: return 0x04;
  case Meaning::no_dialtone:
  case Meaning::line_in_use: return 0x05;
  case Meaning::busy: return 0x06;
  case Meaning::no_answer: return 0x07;
  case Meaning::ring: return 0x08;
  case Meaning::blacklisted: return 0x1C;
  case Meaning::delayed: return 0x1D;
  case Meaning::caller_id: return 0x91;
  case Meaning::diagnostics: return 0x9E;
  }
  return -1;
}

// States that differ by what they count only: distinctive rings, kinds of blacklist, parts of a caller ID.
int group_of(int state) {
  if (state >= 0x18 && state <= 0x1A) return 0x08;
  if (state == 0x1B) return 0x1C;
  if (state >= 0x92 && state <= 0x97) return 0x91;
  return state;
}

bool is_some(const std::string& kind) { return !kind.empty() && kind != "NONE"; }

} // namespace

Said said_of(const std::string& text, int state) {
  app::LineClassifier classifier(nullptr);
  const app::Classified line = classifier.escaped_text(text);
  Said said;
  said.meaning = at::name(line.result.meaning);
  said.fits_state = state_of(line.result.meaning) == group_of(state);
  said.dce = app::line_rate(line.link).value_or(0);
  said.dte = line.link.dte.value_or(0);
  said.options = (is_some(line.link.compression) ? compression_bit : 0) |
                 (is_some(line.link.error_control) ? error_control_bit : 0);
  return said;
}

bool tells_of_the_link(const std::string& core) {
  const std::size_t blank = core.find_first_of(" /");
  if (blank == std::string::npos) return false;
  return std::any_of(core.begin() + static_cast<std::ptrdiff_t>(blank), core.end(),
                     [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); });
}

} // namespace dialbench::tests
