#include "harness/emulator/result_writer.hpp"

#include "harness/emulator/dialect_words.hpp"
#include "harness/emulator/personality.hpp"
#include "harness/emulator/words.hpp"

#include <algorithm>

namespace dialbench::emulator {
namespace {

constexpr unsigned blank_lines_max = 100;

char lowered(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

} // namespace

ResultWriter::Ends ResultWriter::ends() const {
  const char cr = settings_.registers.character(Register::line_end);
  const char lf = settings_.registers.character(Register::line_feed);
  using enum Habits::LineEnds;
  switch (habits_.line_ends) {
  case standard: break;
  case cr_only: return {{cr}, {cr}};
  case lf_only: return {{lf}, {lf}};
  case trailing_only: return {{}, {cr, lf}};
  case lf_first: return {{lf}, {cr}};
  case nul_for_lf: return {{cr, '\0'}, {cr, '\0'}};
  case doubled_cr: return {{cr, cr, lf}, {cr, cr, lf}};
  }
  return {{cr, lf}, {cr, lf}};
}

std::string_view ResultWriter::in_dialect(std::string_view word) const noexcept {
  if (omits(habits_.dialect, settings_.x, word)) return words::no_carrier;
  return spoken(word, habits_.dialect);
}

void ResultWriter::add_verbose(std::string& text, std::string_view word) const {
  const Ends around = ends();
  around.before.add_to(text);
  const auto begins = static_cast<std::ptrdiff_t>(text.size());
  text += word;
  if (habits_.lower_case) std::transform(text.begin() + begins, text.end(), text.begin() + begins, lowered);
  if (!habits_.unterminated) around.after.add_to(text);
}

void ResultWriter::add_numeric(std::string& text, unsigned number) const {
  const End cr{settings_.registers.character(Register::line_end)};
  const End cr_lf{settings_.registers.character(Register::line_end),
                  settings_.registers.character(Register::line_feed)};
  std::string digits = std::to_string(number);
  End before;
  End after = cr;
  using enum Habits::NumericForm;
  switch (habits_.numeric_form) {
  case bare: break;
  case three_digits: digits.insert(0, digits.size() < 3 ? 3 - digits.size() : 0, '0'); [[fallthrough]];
  case framed: before = cr_lf; [[fallthrough]];
  case trailing_line_feed: after = cr_lf; break;
  }
  before.add_to(text);
  text += digits;
  if (!habits_.unterminated) after.add_to(text);
}

void ResultWriter::add_as_said(std::string& text, std::string_view word) const {
  if (settings_.verbose) return add_verbose(text, word);
  constexpr unsigned plain_connect = 1;
  constexpr unsigned no_carrier = 3;
  add_numeric(text, number_of(word, habits_.dialect).value_or(is_connect(word) ? plain_connect : no_carrier));
}

void ResultWriter::add_progress(std::string& text, std::string_view line) const {
  line = in_dialect(line);
  if (settings_.verbose) return add_verbose(text, line);
  if (const auto number = number_of(line, habits_.dialect)) add_numeric(text, *number);
}

std::string ResultWriter::final(std::string_view word) const {
  std::string text;
  add_final(text, word);
  return text;
}

std::string ResultWriter::as_said(std::string_view word) const {
  std::string text;
  add_as_said(text, word);
  return text;
}

std::string ResultWriter::progress(std::string_view line) const {
  std::string text;
  add_progress(text, line);
  return text;
}

std::string ResultWriter::information(std::string_view text) const {
  Ends around = ends();
  if (!settings_.verbose) {
    // Numeric mode has nothing before the text (results.md, section 1).
    around = {{}, {settings_.registers.character(Register::line_end)}};
  }
  std::string written;
  around.before.add_to(written);
  for (const char c : text) {
    if (c == '\n')
      around.after.add_to(written);
    else
      written += c;
  }
  around.after.add_to(written);
  for (unsigned i = 0; i < habits_.blank_lines && i < blank_lines_max; ++i) around.after.add_to(written);
  return written;
}

} // namespace dialbench::emulator
