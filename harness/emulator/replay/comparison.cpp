#include "harness/emulator/replay/comparison.hpp"

#include "harness/transcript/escape.hpp"

#include <algorithm>

namespace dialbench::replay {
namespace {

constexpr std::size_t side = 31;
constexpr std::size_t around = 2; // rows before and behind one that counts

std::string cell(std::string_view bytes) {
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

void append(std::string& out, const Row& row) {
  auto line = seconds(row.at) + "  " + cell(row.recorded) + ' ' + static_cast<char>(row.mark) + "  " +
              cell(row.heard);
  line.erase(line.find_last_not_of(' ') + 1);
  out += line + '\n';
  if (!row.remark.empty()) out += "           " + row.remark + '\n';
}

} // namespace

std::string side_by_side(const Comparison& comparison, bool all_rows) {
  const auto& rows = comparison.rows;
  std::string out = "  seconds  ";
  out += cell("recorded") + "    heard\n";
  std::size_t behind = 0; // rows still shown behind one that counts
  std::size_t shown = 0;  // rows before this index are shown, or left out with a mark
  for (std::size_t index = 0; index < rows.size(); ++index) {
    const bool wanted = all_rows || rows[index].counts;
    if (!wanted && behind == 0) continue;
    const auto first = wanted && !all_rows ? std::max(shown, index > around ? index - around : 0) : index;
    if (first > shown) out += "      ...\n";
    for (auto row = first; row <= index; ++row) append(out, rows[row]);
    shown = index + 1;
    behind = wanted ? around : behind - 1;
  }
  if (shown < rows.size()) out += "      ...\n";
  return out;
}

} // namespace dialbench::replay
