#include "harness/regression/listing.hpp"

#include "harness/transcript/escape.hpp"

#include <algorithm>
#include <cstdio>
#include <vector>

namespace dialbench::regression {
namespace {

constexpr std::size_t side_width = 31;
// So much of a line tells an echo from something else.
constexpr std::size_t compared_max = 256;

struct Row {
  Time at{};
  bool from_modem = false;
  bool note = false;
  std::size_t began = 0; // among the rows
  std::string text;
};

bool ends_line(char c) { return c == '\r' || c == '\n'; }

// Whether `line` or its beginning is what `text` ends with: an echo that is still on its way.
bool ends_with_beginning_of(std::string_view text, std::string_view line) {
  line = line.substr(0, compared_max);
  for (std::size_t n = std::min(text.size(), line.size()); n > 0; --n)
    if (text.ends_with(line.substr(0, n))) return true;
  return false;
}

// Bytes become lines: those of one side are joined until its line ends, or until the other side has ended one
// that is no echo. Dialers that write byte by byte, and are echoed byte by byte, have one row a line so.
class Rows {
 public:
  void add(const transcript::Event& event) {
    if (event.kind == transcript::Kind::note)
      return insert({.at = event.at, .note = true, .text = event.text});
    if (event.kind == transcript::Kind::secret) return insert({.at = event.at, .text = "****"});
    const bool from_modem = event.kind == transcript::Kind::received;
    for (const char c : event.text) put(from_modem, c, event.at);
  }
  std::vector<Row> take() {
    finish(dialer_);
    finish(modem_);
    std::ranges::stable_sort(rows_, {}, &Row::began);
    return std::move(rows_);
  }

 private:
  void insert(Row row) {
    finish(dialer_);
    finish(modem_);
    row.began = count_++;
    rows_.push_back(std::move(row));
  }

  void put(bool from_modem, char c, Time at) {
    Row& row = from_modem ? modem_ : dialer_;
    // A dialer that sends CR and nothing else wakes the modem, or ends a call.
    const bool alone = c == '\r' && !from_modem && row.text.empty();
    if (ends_line(c) && !alone) {
      if (!row.text.empty()) ended(row);
      return;
    }
    if (row.text.empty()) {
      row.at = at;
      row.from_modem = from_modem;
      row.began = count_++;
    }
    row.text += c;
    if (alone) ended(row);
  }

  void ended(Row& row) {
    const bool echo = row.from_modem ? row.text == said_ : ends_with_beginning_of(modem_.text, row.text);
    if (!row.from_modem) said_ = row.text;
    if (!echo) finish(row.from_modem ? dialer_ : modem_);
    finish(row);
  }

  void finish(Row& row) {
    if (!row.text.empty()) rows_.push_back(row);
    row.text.clear();
  }

  Row dialer_;
  Row modem_;
  std::string said_; // the dialer's last line
  std::size_t count_ = 0;
  std::vector<Row> rows_;
};

std::string cut(std::string text, std::size_t width) {
  if (text.size() <= width) return text;
  return text.substr(0, width - 3) + "...";
}

std::string line_of(const Row& row) {
  char time[32];
  std::snprintf(time, sizeof time, "%12.2f  ", static_cast<double>(row.at.count()) / 1e6);
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
  std::string text = "      second  dialer                         | modem\n";
  const std::size_t skipped = all.size() > most ? all.size() - most : 0;
  if (skipped > 0) text += "              (" + std::to_string(skipped) + " lines before this)\n";
  for (std::size_t i = skipped; i < all.size(); ++i) text += line_of(all[i]);
  return text;
}

} // namespace dialbench::regression
