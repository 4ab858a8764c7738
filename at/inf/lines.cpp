#include "at/inf/lines.hpp"

#include "at/inf/fold.hpp"

namespace dialbench::at::inf {
namespace {

class Splitter {
 public:
  Splitter(Line& line, bool utf8)
      : line_(line)
      , utf8_(utf8) {}

  // Takes a physical line; true where the next one goes on with it.
  bool take(std::string_view text) {
    bool quoted = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
      const char c = text[at];
      if (quoted) {
        const bool doubled = c == '"' && at + 1 < text.size() && text[at + 1] == '"';
        if (c == '"' && !doubled) {
          quoted = false;
          continue;
        }
        at += doubled ? 1 : 0;
        put(c, true);
      } else if (c == '"') {
        quoted = true;
        kept_ = field_.size();
      } else if (c == ';') {
        return false;
      } else if (c == '\\' && goes_on(text, at)) {
        return true;
      } else if (c == ',') {
        if (fits()) close();
      } else if (c == '=' && !line_.has_key && line_.fields.empty()) {
        close();
        line_.has_key = true;
        line_.key = std::move(line_.fields.back());
        line_.fields.clear();
      } else {
        put(c, false);
      }
    }
    line_.open_quote = line_.open_quote || quoted;
    return false;
  }

  void close() {
    field_.resize(kept_);
    line_.fields.push_back(std::move(field_));
    field_.clear();
    kept_ = 0;
  }

 private:
  bool fits() noexcept {
    if (bytes_ >= line_bytes_max) line_.too_long = true;
    return bytes_++ < line_bytes_max;
  }

  void put(char c, bool quoted) {
    if (!fits()) return;
    const bool blank = !quoted && is_blank(c);
    if (blank && kept_ == 0 && field_.empty()) return;
    field_ += c;
    if (!blank) kept_ = field_.size();
  }

  // Nothing stands behind it but blanks and a comment. The second byte of a Shift-JIS character may look like
  // a backslash; in UTF-8 none does.
  [[nodiscard]] bool goes_on(std::string_view text, std::size_t at) const noexcept {
    if (!utf8_ && at > 0 && static_cast<unsigned char>(text[at - 1]) >= 0x80U) return false;
    for (++at; at < text.size() && is_blank(text[at]);) ++at;
    return at == text.size() || text[at] == ';';
  }

  Line& line_;
  bool utf8_;
  std::string field_;
  std::size_t kept_ = 0; // bytes of field_ that are no blanks at its end, or stood in quotes
  std::size_t bytes_ = 0;
};

} // namespace

bool Lines::next(Line& line) {
  while (!rest_.empty() && rest_.front().text.front() == ';') rest_ = rest_.subspan(1);
  if (rest_.empty()) return false;
  line.number = rest_.front().number;
  line.has_key = false;
  line.key.clear();
  line.fields.clear();
  line.open_quote = false;
  line.too_long = false;
  Splitter splitter(line, utf8_);
  std::size_t number = line.number;
  bool more = true;
  while (more && !rest_.empty()) {
    // A blank line, or the end of the section, ends it as well.
    if (rest_.front().number > number + 1) break;
    number = rest_.front().number;
    const std::string_view text = rest_.front().text;
    more = text.front() == ';' || splitter.take(text);
    rest_ = rest_.subspan(1);
  }
  splitter.close();
  return true;
}

} // namespace dialbench::at::inf
