#include "harness/emulator/result_writer.hpp"

#include "harness/emulator/dialect_words.hpp"
#include "harness/emulator/words.hpp"

namespace dialbench::emulator {
namespace {

constexpr unsigned blank_lines_max = 100;

} // namespace

ResultWriter::Ends ResultWriter::ends() const {
  const std::string cr(1, settings_.registers.character(Register::line_end));
  const std::string lf(1, settings_.registers.character(Register::line_feed));
  const std::string nul(1, '\0');
  using enum Habits::LineEnds;
  switch (habits_.line_ends) {
  case standard: break;
  case cr_only: return {cr, cr};
  case lf_only: return {lf, lf};
  case trailing_only: return {"", cr + lf};
  case lf_first: return {lf, cr};
  case nul_for_lf: return {cr + nul, cr + nul};
  case doubled_cr: return {cr + cr + lf, cr + cr + lf};
  }
  return {cr + lf, cr + lf};
}

std::string ResultWriter::verbose(std::string_view word) const {
  const Ends around = ends();
  std::string text = around.before;
  for (const char c : word)
    text += habits_.lower_case && c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return habits_.unterminated ? text : text + around.after;
}

std::string ResultWriter::numeric(unsigned number) const {
  const std::string cr(1, settings_.registers.character(Register::line_end));
  const std::string lf(1, settings_.registers.character(Register::line_feed));
  std::string digits = std::to_string(number);
  std::string before;
  std::string after = cr;
  using enum Habits::NumericForm;
  switch (habits_.numeric_form) {
  case bare: break;
  case three_digits: digits.insert(0, digits.size() < 3 ? 3 - digits.size() : 0, '0'); [[fallthrough]];
  case framed: before = cr + lf; [[fallthrough]];
  case trailing_line_feed: after = cr + lf; break;
  }
  return before + digits + (habits_.unterminated ? "" : after);
}

std::string ResultWriter::final(std::string_view word) const {
  return as_said(spoken(word, habits_.dialect));
}

std::string ResultWriter::as_said(std::string_view word) const {
  if (settings_.verbose) return verbose(word);
  constexpr unsigned plain_connect = 1;
  constexpr unsigned no_carrier = 3;
  return numeric(number_of(word, habits_.dialect).value_or(is_connect(word) ? plain_connect : no_carrier));
}

std::string ResultWriter::progress(std::string_view line) const {
  line = spoken(line, habits_.dialect);
  if (settings_.verbose) return verbose(line);
  const auto number = number_of(line, habits_.dialect);
  return number ? numeric(*number) : std::string();
}

std::string ResultWriter::information(std::string_view text) const {
  Ends around = ends();
  if (!settings_.verbose) {
    // Numeric mode has nothing before the text (results.md, section 1).
    around.before.clear();
    around.after.assign(1, settings_.registers.character(Register::line_end));
  }
  std::string written = around.before;
  for (const char c : text) {
    if (c == '\n')
      written += around.after;
    else
      written += c;
  }
  written += around.after;
  for (unsigned i = 0; i < habits_.blank_lines && i < blank_lines_max; ++i) written += around.after;
  return written;
}

} // namespace dialbench::emulator
