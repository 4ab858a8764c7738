#include "at/last_call/reasons.hpp"

#include "at/last_call/letters.hpp"

#include <array>
#include <cstddef>

namespace dialbench::at::last_call {
namespace {

struct Reason {
  std::string_view phrase;
  CallEnd end;
};
constexpr auto reasons = std::to_array<Reason>({
#define REASON(phrase, end) {phrase, CallEnd::end},
#include "at/last_call/reasons.def"
});

// Letters and digits in capitals, single blanks in place of everything else, so that words can be compared.
class Plain {
 public:
  explicit Plain(std::string_view words) noexcept {
    for (const char c : words) {
      if (size_ + 2 > text_.size()) break;
      if (is_letter_or_digit(c))
        text_[size_++] = to_upper(c);
      else if (size_ > 0 && text_[size_ - 1] != ' ')
        text_[size_++] = ' ';
    }
  }
  [[nodiscard]] std::string_view text() const noexcept { return {text_.data(), size_}; }

 private:
  std::array<char, 128> text_{};
  std::size_t size_ = 0;
};

bool holds(std::string_view text, std::string_view phrase) noexcept {
  const bool open = phrase.back() == '*';
  if (open) phrase.remove_suffix(1);
  for (std::size_t at = text.find(phrase); at != std::string_view::npos; at = text.find(phrase, at + 1)) {
    const std::size_t behind = at + phrase.size();
    const bool begins = at == 0 || text[at - 1] == ' ';
    const bool ends = open || behind == text.size() || text[behind] == ' ';
    if (begins && ends) return true;
  }
  return false;
}

} // namespace

std::optional<CallEnd> end_of(std::string_view words) noexcept {
  const Plain plain(words);
  for (const Reason& reason : reasons)
    if (holds(plain.text(), reason.phrase)) return reason.end;
  return std::nullopt;
}

} // namespace dialbench::at::last_call
