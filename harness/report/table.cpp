#include "harness/report/table.hpp"

#include "harness/evidence/duration.hpp"
#include "harness/report/plain.hpp"

namespace dialbench::report {
namespace {

constexpr std::size_t number_width = 8;
constexpr std::size_t word_width = 15;
constexpr std::size_t class_width = 16;
constexpr std::size_t code_width = 27;
constexpr std::size_t time_width = 10;

std::string word_of(const diagnosis::Verdict& verdict) {
  return verdict.word.empty() ? "(nothing)" : shortened(printable(verdict.word), word_width);
}

std::string code_of(const diagnosis::Verdict& verdict, const Style& style) {
  const std::string code = verdict.code == 0 ? "none" : std::to_string(verdict.code) + ' ' + verdict.symbol;
  const std::string cell = padded(shortened(code, code_width), code_width);
  return verdict.code == 0 ? style.good(cell) : style.bad(cell);
}

} // namespace

std::string table_head(const Style& style) {
  const std::string head = padded("number", number_width) + ' ' + padded("the modem said", word_width) + ' ' +
                           padded("class", class_width) + ' ' + padded("RAS code", code_width) + ' ' +
                           padded_left("time", time_width);
  return style.heading(head) + '\n' + style.faint(wrapped("first cause", std::string(number_width + 1, ' ')));
}

std::string table_row(const Row& row, const Style& style) {
  const auto& verdict = row.verdict;
  const std::string out =
      padded(shortened(printable(row.number), number_width), number_width) + ' ' +
      padded(word_of(verdict), word_width) + ' ' + padded(evidence::name(verdict.outcome), class_width) +
      ' ' + code_of(verdict, style) + ' ' + padded_left(evidence::shown(row.took), time_width) + '\n';
  const std::string cause = verdict.causes.empty() ? verdict.headline : verdict.causes.front().text;
  return out + wrapped(cause, std::string(number_width + 1, ' '));
}

std::string call_row(unsigned position, const diagnosis::Verdict& verdict, Duration took,
                     const Style& style) {
  return padded_left(std::to_string(position), 4) + ' ' + padded_left(evidence::shown(took), time_width) +
         "  " + code_of(verdict, style) + ' ' + padded(evidence::name(verdict.outcome), class_width) + ' ' +
         word_of(verdict) + '\n';
}

} // namespace dialbench::report
