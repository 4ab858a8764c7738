#include "harness/script/chat_escapes.hpp"

#include <chrono>

namespace dialbench::script {
namespace {

bool is_octal(char c) { return c >= '0' && c <= '7'; }

class Decoder {
 public:
  Decoder(std::string_view word, const ChatNumbers* numbers)
      : word_(word)
      , numbers_(numbers) {}

  ChatText run() {
    while (at_ < word_.size()) {
      start_ = at_;
      const char c = word_[at_++];
      if (c == '^')
        control();
      else if (c == '\\')
        escape();
      else
        add(c);
    }
    finish();
    return std::move(text_);
  }

 private:
  [[nodiscard]] bool sending() const { return numbers_ != nullptr; }
  [[nodiscard]] bool at_end() const { return at_ == word_.size(); }

  void add(char c) {
    text_.bytes += c;
    text_.origins.push_back(start_);
    run_ += c;
  }

  void control() {
    if (at_end()) return add('^');
    if (const char c = static_cast<char>(word_[at_++] & 0x1f); c != 0) add(c);
  }

  void escape() {
    if (at_end()) { // a lone backslash at the end is sent, and is nothing in an expect
      if (sending()) add('\\');
      return;
    }
    const char c = word_[at_++];
    switch (c) {
    case 'b': return add('\b');
    case 'n': return add('\n');
    case 'r': return add('\r');
    case 's': return add(' ');
    case 't': return add('\t');
    case 'q': text_.secret = true; return;
    default: break;
    }
    if (is_octal(c)) return octal(c);
    if (!sending() || !sending_escape(c)) add(c);
  }

  bool sending_escape(char c) {
    using std::chrono::milliseconds;
    switch (c) {
    case 'c':
      if (!at_end()) return false;
      text_.carriage_return = false;
      return true;
    case 'd': piece(Step::Piece::Kind::pause, milliseconds(1000)); return true;
    case 'p': piece(Step::Piece::Kind::pause, milliseconds(100)); return true;
    case 'K': piece(Step::Piece::Kind::send_break, {}); return true;
    case 'N': add('\0'); return true;
    case 'T': number(numbers_->t); return true;
    case 'U': number(numbers_->u); return true;
    default: return false;
    }
  }

  void octal(char first) {
    unsigned value = static_cast<unsigned>(first - '0');
    for (int more = 0; more < 2 && !at_end() && is_octal(word_[at_]); ++more)
      value = value * 8 + static_cast<unsigned>(word_[at_++] - '0');
    if (const char c = static_cast<char>(value & 0xff); c != 0 || sending()) add(c);
  }

  void number(const std::string& digits) {
    text_.takes_number = true;
    if (digits.empty() && text_.missing_number == std::string::npos) text_.missing_number = start_;
    for (const char c : digits) add(c);
  }

  void piece(Step::Piece::Kind kind, Duration duration) {
    close_run();
    text_.pieces.push_back({kind, {}, duration});
  }

  void close_run() {
    if (!run_.empty()) text_.pieces.push_back({Step::Piece::Kind::bytes, std::move(run_), {}});
    run_.clear();
  }

  void finish() {
    if (text_.pieces.empty()) return;
    if (text_.carriage_return) run_ += '\r';
    close_run();
  }

  std::string_view word_;
  const ChatNumbers* numbers_; // null: an expect string
  std::size_t at_ = 0;
  std::size_t start_ = 0; // of the escape that is being read
  std::string run_;       // bytes since the last pause or break
  ChatText text_;
};

} // namespace

ChatText chat_send_text(std::string_view word, const ChatNumbers& numbers) {
  // Two words that stand for what they name, wherever a string is sent.
  if (word == "EOT") word = "^D\\c";
  if (word == "BREAK") word = "\\K\\c";
  return Decoder(word, &numbers).run();
}

std::string chat_expect_text(std::string_view word) { return Decoder(word, nullptr).run().bytes; }

} // namespace dialbench::script
