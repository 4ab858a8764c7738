#include "harness/report/table.hpp"

#include "harness/evidence/duration.hpp"
#include "harness/report/plain.hpp"

namespace dialbench::report {
namespace {

constexpr std::size_t number_width = 8;
constexpr std::size_t word_width = 16;
constexpr std::size_t class_width = 16;
constexpr std::size_t code_width = 27;
constexpr std::size_t time_width = 9;

} // namespace

std::string table_head(const Style& style) {
  const std::string head = padded("number", number_width) + ' ' + padded("the modem said", word_width) + ' ' +
                           padded("class", class_width) + ' ' + padded("RAS code", code_width) + ' ' +
                           padded_left("time", time_width);
  return style.heading(head) + '\n' + style.faint(wrapped("first cause", std::string(number_width + 1, ' ')));
}

std::string table_row(const Row& row, const Style& style) {
  const auto& verdict = row.verdict;
  const std::string word = verdict.word.empty() ? "(nothing)" : printable(verdict.word);
  std::string code = verdict.code == 0 ? "none" : std::to_string(verdict.code) + ' ' + verdict.symbol;
  code = padded(shortened(code, code_width), code_width);
  std::string out = padded(shortened(printable(row.number), number_width), number_width) + ' ' +
                    padded(shortened(word, word_width), word_width) + ' ' +
                    padded(evidence::name(verdict.outcome), class_width) + ' ' +
                    (verdict.code == 0 ? style.good(code) : style.bad(code)) + ' ' +
                    padded_left(evidence::shown(row.took), time_width) + '\n';
  const std::string cause = verdict.causes.empty() ? verdict.headline : verdict.causes.front().text;
  return out + wrapped(cause, std::string(number_width + 1, ' '));
}

} // namespace dialbench::report
