#include "harness/app/classify_line.hpp"

#include "harness/app/classify_input.hpp"
#include "harness/evidence/mapping.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace dialbench::app {
namespace {

constexpr std::size_t meanings = static_cast<std::size_t>(at::Meaning::diagnostics) + 1;

std::optional<int> concluded(const evidence::Evidence& evidence) {
  const int code = evidence::codes_for(evidence::classify(evidence), evidence).code;
  return code == 0 ? std::nullopt : std::optional<int>(code);
}

std::optional<int> code_of_overflow() {
  static const auto code = [] {
    evidence::Evidence evidence;
    evidence.ending = evidence::Ending::overflowed;
    return concluded(evidence);
  }();
  return code;
}

// How much a line tells, of several that stand together.
int weight(const Classified& line) noexcept {
  switch (line.result.role) {
  case at::Role::final: return 5;
  case at::Role::intermediate: return 4;
  case at::Role::unsolicited: return 3;
  case at::Role::information: break;
  }
  if (line.overflow || line.result.meaning != at::Meaning::info) return 2;
  return line.result.damage != at::Damage::none ? 1 : 0;
}

bool has_line_end(std::string_view bytes) noexcept {
  return bytes.find_first_of(std::string_view("\r\n\0", 3)) != std::string_view::npos;
}

} // namespace

std::optional<at::Bps> line_rate(const at::Link& link) noexcept {
  if (!link.dce_receive || !link.dce_transmit) return link.dce_receive ? link.dce_receive : link.dce_transmit;
  constexpr at::Bps v23_back = 75;
  constexpr at::Bps analogue_max = 33600;
  const auto [slower, faster] = std::minmax(*link.dce_transmit, *link.dce_receive);
  return slower == v23_back || faster > analogue_max ? faster : *link.dce_transmit;
}

// What a dial script that ended with this word would be told. Asked of the one table that decides there, as
// if nothing had been dialled: a line standing alone answers no dial command.
std::optional<int> code_of(at::Meaning meaning) {
  static const auto codes = [] {
    std::array<std::optional<int>, meanings> all;
    for (std::size_t i = 0; i < meanings; ++i) {
      const auto each = static_cast<at::Meaning>(i);
      const bool ends = at::role(each) == at::Role::final || each == at::Meaning::unknown_result;
      if (!ends || each == at::Meaning::connect) continue;
      evidence::Evidence evidence;
      evidence.ending = evidence::Ending::final_result;
      evidence.result.emplace().meaning = each;
      all[i] = concluded(evidence);
    }
    return all;
  }();
  return codes[static_cast<std::size_t>(meaning)];
}

Classified LineClassifier::understood(std::string_view line, at::Slips slips) {
  Classified made;
  made.result = at::classify(line, {dialect_, at::Digits::result});
  made.result.slips |= slips;
  if (made.result.ambiguous) {
    if (const auto agreed = at::agreed_meaning(*made.result.number)) {
      made.result.meaning = *agreed;
      made.result.role = at::role(*agreed);
    }
  }
  if (automatic_ && made.result.meaning == at::Meaning::info)
    if (const at::Dialect* told = at::identify(made.result.word)) dialect_ = told;
  made.dialect = dialect_;
  made.code = code_of(made.result.meaning);
  at::add_result(made.link, made.result);
  return made;
}

Classified LineClassifier::line(const at::Line& line) {
  if (line.kind == at::Line::Kind::overflow) return overflow(line.text);
  return understood(line.text, line.slips);
}

Classified LineClassifier::text(std::string_view bytes) {
  if (!has_line_end(bytes) && bytes.size() <= at::line_bytes_max) return understood(bytes, 0);
  std::optional<Classified> best;
  at::Link link;
  const auto take = [&](const at::Line& each) {
    Classified next = line(each);
    at::add_result(link, next.result);
    if (!best || weight(next) >= weight(*best)) best = std::move(next);
    return at::Next::go_on;
  };
  reader_ = at::Reader();
  reader_.feed(bytes, take);
  reader_.flush(take);
  if (!best) return understood({}, 0);
  best->link = std::move(link);
  best->dialect = dialect_;
  return *std::move(best);
}

Classified LineClassifier::escaped_text(std::string_view line) {
  if (line.find_first_of("\\<\"") == std::string_view::npos) return text(line);
  unescaped_.clear();
  append_unescaped(unescaped_, line);
  return text(unescaped_);
}

Classified LineClassifier::overflow(std::string_view bytes) {
  Classified made;
  made.result.word = bytes;
  made.dialect = dialect_;
  made.code = code_of_overflow();
  made.overflow = true;
  return made;
}

} // namespace dialbench::app
