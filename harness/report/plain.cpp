#include "harness/report/plain.hpp"

#include <algorithm>

namespace dialbench::report {
namespace {

// Lays out one line of words; the widths are counted in bytes, since printable text is ASCII.
class Line {
 public:
  Line(std::string& out, std::string_view lead)
      : out_(out)
      , indent_(lead.size()) {
    start(lead);
  }

  void add(std::string_view word) {
    if (!empty_ && column_ + 1 + word.size() > columns_max) next();
    if (!empty_) put(" ");
    const std::size_t room = std::max<std::size_t>(columns_max - std::min(indent_, columns_max), 20);
    while (word.size() > room) { // a word that fits no line is cut, so that no line is too wide
      put(word.substr(0, room));
      word.remove_prefix(room);
      next();
    }
    put(word);
    empty_ = false;
  }
  void next() {
    trim();
    out_ += '\n';
    start(std::string(indent_, ' '));
  }
  void finish() {
    trim();
    out_ += '\n';
  }

 private:
  void start(std::string_view lead) {
    column_ = 0;
    empty_ = true;
    put(lead);
  }
  void put(std::string_view text) {
    out_ += text;
    column_ += text.size();
  }
  void trim() {
    while (!out_.empty() && out_.back() == ' ') out_.pop_back();
  }

  std::string& out_;
  std::size_t indent_;
  std::size_t column_ = 0;
  bool empty_ = true;
};

void add_words(Line& line, std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (end > 0) line.add(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

} // namespace

std::string printable(std::string_view bytes) {
  static constexpr char digits[] = "0123456789ABCDEF";
  std::string out;
  out.reserve(bytes.size());
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20 && byte < 0x7f) {
      out += c;
    } else if (c == '\r') {
      out += "\\r";
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else {
      out += "\\x";
      out += digits[byte >> 4];
      out += digits[byte & 15];
    }
  }
  return out;
}

std::string wrapped(std::string_view text, std::string_view lead) {
  std::string out;
  Line line(out, lead);
  for (bool first = true; first || !text.empty(); first = false) {
    if (!first) line.next();
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view part = text.substr(0, end);
    if (part.starts_with(' ')) {
      out += printable(part);
    } else {
      add_words(line, printable(part));
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  line.finish();
  return out;
}

std::string wrapped_with_command(std::string_view text, std::string_view lead) {
  const std::size_t colon = text.rfind(": ");
  if (colon == std::string_view::npos) return wrapped(text, lead);
  const std::string command = printable(text.substr(colon + 2));
  if (!command.starts_with("dialbench ") && !command.starts_with("sudo ")) return wrapped(text, lead);

  std::string out = wrapped(text.substr(0, colon + 1), lead);
  out.pop_back();
  const std::size_t column = out.size() - (out.rfind('\n') + 1);
  if (column + 1 + command.size() <= columns_max) return out + ' ' + command + '\n';
  const std::size_t room = columns_max - std::min(command.size(), columns_max);
  return out + '\n' + std::string(std::min(lead.size(), room), ' ') + command + '\n';
}

std::string padded(std::string_view text, std::size_t width) {
  std::string out(text);
  if (out.size() < width) out.append(width - out.size(), ' ');
  return out;
}

std::string padded_left(std::string_view text, std::size_t width) {
  return std::string(width - std::min(width, text.size()), ' ') + std::string(text);
}

std::string counted(std::size_t count, std::string_view noun) {
  return std::to_string(count) + ' ' + std::string(noun) + (count == 1 ? "" : "s");
}

std::string shortened(std::string_view text, std::size_t width) {
  if (text.size() <= width) return std::string(text);
  if (width <= 3) return std::string(text.substr(0, width));
  return std::string(text.substr(0, width - 3)) + "...";
}

} // namespace dialbench::report
