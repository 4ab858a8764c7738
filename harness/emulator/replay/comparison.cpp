#include "harness/emulator/replay/comparison.hpp"

#include "harness/transcript/escape.hpp"

#include <algorithm>
#include <utility>

namespace dialbench::replay {
namespace {

constexpr std::size_t columns_max = 80;
constexpr std::size_t side_max = 31;
constexpr std::size_t beside = 15; // what is no side of a row: the time, the mark, and what is between
constexpr std::size_t remark_column = 11;
constexpr std::size_t indent_max = 20;
constexpr std::size_t around = 2; // rows before and behind one that counts

std::string cell(std::string_view bytes, std::size_t side) {
  auto text = transcript::escaped(bytes);
  if (text.size() > side) text = text.substr(0, side - 3) + "...";
  text.resize(side, ' ');
  return text;
}

std::string seconds(Time at) {
  const auto millis = std::chrono::duration_cast<std::chrono::milliseconds>(at).count();
  auto text = std::to_string(millis / 1000) + '.';
  const auto decimals = std::to_string(millis % 1000);
  text += std::string(3 - decimals.size(), '0') + decimals;
  return text.size() < 9 ? std::string(9 - text.size(), ' ') + text : text;
}

// Broken at blanks, and amid a word that is wider than a line.
void append_wrapped(std::string& out, std::string_view text, std::size_t column) {
  const std::size_t room = columns_max - column;
  while (!text.empty()) {
    auto end = std::min(room, text.size());
    if (end < text.size())
      if (const auto blank = text.rfind(' ', end); blank != std::string_view::npos && blank > 0) end = blank;
    out += std::string(column, ' ') + std::string(text.substr(0, end)) + '\n';
    text.remove_prefix(end);
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
  }
}

class Table {
 public:
  explicit Table(std::size_t indent)
      : indent_(indent)
      , side_(std::min(side_max, (columns_max - indent - beside) / 2)) {
    out = blanks() + "  seconds  " + cell("recorded", side_) + "    heard\n";
  }
  void add(const Row& row) {
    auto line = seconds(row.at) + "  " + cell(row.recorded, side_) + ' ' + static_cast<char>(row.mark) +
                "  " + cell(row.heard, side_);
    line.erase(line.find_last_not_of(' ') + 1);
    out += blanks() + line + '\n';
    append_wrapped(out, transcript::escaped(row.remark), indent_ + remark_column);
  }
  void leave_out() { out += blanks() + "      ...\n"; }

  std::string out;

 private:
  [[nodiscard]] std::string blanks() const { return std::string(indent_, ' '); }

  std::size_t indent_;
  std::size_t side_;
};

} // namespace

std::string side_by_side(const Comparison& comparison, bool all_rows, std::size_t indent) {
  const auto& rows = comparison.rows;
  Table table(std::min(indent, indent_max));
  std::size_t behind = 0; // rows still shown behind one that counts
  std::size_t shown = 0;  // rows before this index are shown, or left out with a mark
  for (std::size_t index = 0; index < rows.size(); ++index) {
    const bool wanted = all_rows || rows[index].counts;
    if (!wanted && behind == 0) continue;
    const auto first = wanted && !all_rows ? std::max(shown, index > around ? index - around : 0) : index;
    if (first > shown) table.leave_out();
    for (auto row = first; row <= index; ++row) table.add(rows[row]);
    shown = index + 1;
    behind = wanted ? around : behind - 1;
  }
  if (shown < rows.size()) table.leave_out();
  return std::move(table.out);
}

} // namespace dialbench::replay
