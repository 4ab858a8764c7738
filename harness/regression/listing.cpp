#include "harness/regression/listing.hpp"

#include "harness/transcript/escape.hpp"

#include <cstdio>
#include <vector>

namespace dialbench::regression {
namespace {

constexpr std::size_t side_width = 31;

struct Row {
  Time at{};
  bool from_modem = false;
  bool note = false;
  std::string text;
};

bool ends_line(char c) { return c == '\r' || c == '\n'; }

// Bytes become lines: the chunks of one side are joined until a line end or a word of the other side.
class Rows {
 public:
  void add(const transcript::Event& event) {
    if (event.kind == transcript::Kind::note) {
      finish();
      rows_.push_back({.at = event.at, .note = true, .text = event.text});
      return;
    }
    const bool from_modem = event.kind == transcript::Kind::received;
    if (from_modem != open_.from_modem) finish();
    open_.from_modem = from_modem;
    if (event.kind == transcript::Kind::secret) return rows_.push_back({.at = event.at, .text = "****"});
    for (const char c : event.text) {
      if (ends_line(c)) {
        finish();
        continue;
      }
      if (open_.text.empty()) open_.at = event.at;
      open_.text += c;
    }
  }
  std::vector<Row> take() {
    finish();
    return std::move(rows_);
  }

 private:
  void finish() {
    if (!open_.text.empty()) rows_.push_back(open_);
    open_.text.clear();
  }

  Row open_;
  std::vector<Row> rows_;
};

std::string cut(std::string text, std::size_t width) {
  if (text.size() <= width) return text;
  return text.substr(0, width - 3) + "...";
}

std::string line_of(const Row& row) {
  char time[32];
  std::snprintf(time, sizeof time, "%9.2f  ", static_cast<double>(row.at.count()) / 1e6);
  const std::string text = transcript::escaped(row.text);
  if (row.note) return time + ("# " + cut(text, 2 * side_width)) + '\n';
  if (row.from_modem) return time + std::string(side_width, ' ') + "| " + cut(text, side_width) + '\n';
  std::string left = cut(text, side_width - 1);
  left.resize(side_width, ' ');
  return time + left + "|\n";
}

} // namespace

std::string listing(std::span<const transcript::Event> events, std::size_t most) {
  Rows rows;
  for (const auto& event : events) rows.add(event);
  const auto all = rows.take();
  std::string text = "   second  dialer                         | modem\n";
  const std::size_t skipped = all.size() > most ? all.size() - most : 0;
  if (skipped > 0) text += "           (" + std::to_string(skipped) + " lines before this)\n";
  for (std::size_t i = skipped; i < all.size(); ++i) text += line_of(all[i]);
  return text;
}

} // namespace dialbench::regression
