// One line, understood: classify() and the link that add_line() gathers. The first byte chooses the dialect
// and whether digits are a result; the rest is the line, or a few, parted by line feeds.
#include "at/connect.hpp"
#include "at/dialect.hpp"
#include "at/result.hpp"
#include "tests/fuzz/rule.hpp"

#include <algorithm>
#include <string>

using namespace dialbench;
using fuzz::rule;

namespace {

// The fastest that any port or line is; a larger number in a CONNECT line is no rate.
constexpr at::Bps rate_max = 1'000'000'000;

bool belongs(const at::DialectRow* row, const at::Dialect* dialect) {
  const auto among = [row](std::span<const at::DialectRow> rows) {
    return !rows.empty() && row >= rows.data() && row < rows.data() + rows.size();
  };
  return row == nullptr || (dialect != nullptr && (among(dialect->rows) || among(dialect->spellings))) ||
         std::ranges::any_of(at::dialects(), [&](const at::Dialect* one) { return among(one->rows); });
}

// CONNECT 96\x8e00: the word is whole, what follows it is not.
bool begins_whole(const at::Result& result) {
  return (result.meaning == at::Meaning::connect || result.meaning == at::Meaning::carrier) &&
         !result.resembles.empty() && result.word.size() > result.resembles.size();
}

void check_result(std::string_view line, const at::Context& context) {
  const at::Result result = at::classify(line, context);
  rule(fuzz::views(line, result.word), "the word views the line");
  rule(result.role == at::role(result.meaning), "the role is the meaning's");
  rule(result.word.empty() || (result.word.front() != ' ' && result.word.back() != ' '),
       "no blanks around the word");
  const bool damaged = result.damage != at::Damage::none;
  rule(damaged || (result.resembles.empty() && result.confidence == at::Confidence::none),
       "what is not damaged resembles nothing");
  rule(!damaged || result.meaning == at::Meaning::unknown_result || result.meaning == at::Meaning::info ||
           begins_whole(result),
       "damage is never promoted to a clean result");
  rule(!damaged || !result.number.has_value(), "a damaged line is no number");
  rule(result.number.value_or(0) >= 0 && result.number.value_or(0) <= 999,
       "a number has one to three digits");
  rule(!result.ambiguous || result.number.has_value(), "only numbers are ambiguous");
  rule(!result.ambiguous || context.dialect == nullptr ||
           at::find_number(*context.dialect, *result.number) == nullptr,
       "a number that the dialect has is not ambiguous");
  rule(context.digits == at::Digits::result || !result.number.has_value(),
       "digits are text where text is awaited");
  rule(belongs(result.row, context.dialect), "the row is one of a table");
  rule(!at::name(result.meaning).empty(), "every meaning has a name");
}

bool bounded(std::string_view word) { return word.size() <= 32 && fuzz::printable(word); }

void check_link(const at::Link& link) {
  rule(link.dce_transmit.value_or(1) > 0 && link.dce_transmit.value_or(1) <= rate_max,
       "the rate sent at is a rate");
  rule(link.dce_receive.value_or(1) > 0 && link.dce_receive.value_or(1) <= rate_max,
       "the rate received at is a rate");
  rule(link.dte.value_or(1) > 0 && link.dte.value_or(1) <= rate_max, "the port's rate is a rate");
  rule(bounded(link.modulation) && bounded(link.error_control) && bounded(link.compression),
       "the words of a link are bounded and printable");
  rule(!link.rate_kind_assumed || link.dce_receive.has_value() || link.dce_transmit.has_value(),
       "what is assumed is there");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const auto dialects = at::dialects();
  const std::size_t choice = data[0] % (2 * (dialects.size() + 1));
  at::Context context;
  if (choice / 2 < dialects.size()) context.dialect = dialects[choice / 2];
  context.digits = choice % 2 == 0 ? at::Digits::text : at::Digits::result;

  at::Link link;
  std::string_view rest = fuzz::text(data + 1, size - 1);
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    check_result(line, context);
    at::add_line(link, line);
    check_link(link);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return 0;
}
