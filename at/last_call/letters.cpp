#include "at/last_call/letters.hpp"

#include <algorithm>

namespace dialbench::at::last_call {
namespace {

constexpr std::size_t marks_between_max = 3;
constexpr std::size_t letters_of_broken_min = 4;

constexpr bool may_stand_between(char c) noexcept {
  return is_blank(c) || c == '-' || c == '_' || c == '.' || c == '/';
}
constexpr bool is_outer(char c) noexcept {
  const auto byte = static_cast<unsigned char>(c);
  return byte <= 0x20 || byte == 0x7F;
}

struct Walk {
  std::size_t letters = 0; // how many of the letters were found
  std::size_t bytes = 0;   // where the last of them ends
};

Walk walk(std::string_view letters, std::string_view text) noexcept {
  Walk walked;
  std::size_t marks = 0;
  for (std::size_t i = 0; i < text.size() && walked.letters < letters.size(); ++i) {
    if (to_upper(text[i]) == letters[walked.letters]) {
      ++walked.letters;
      walked.bytes = i + 1;
      marks = 0;
    } else if (walked.letters == 0 || !may_stand_between(text[i]) || ++marks > marks_between_max)
      break;
  }
  return walked;
}

} // namespace

std::string_view trimmed(std::string_view text) noexcept {
  while (!text.empty() && is_outer(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_outer(text.back())) text.remove_suffix(1);
  return text;
}

std::size_t length_of(std::string_view letters, std::string_view text) noexcept {
  const Walk walked = walk(letters, text);
  if (walked.letters < letters.size()) return 0;
  return walked.bytes < text.size() && is_letter(text[walked.bytes]) ? 0 : walked.bytes;
}

bool is_broken_off(std::string_view letters, std::string_view text) noexcept {
  const Walk walked = walk(letters, text);
  return walked.letters >= letters_of_broken_min && walked.letters < letters.size() &&
         trimmed(text.substr(walked.bytes)).empty();
}

} // namespace dialbench::at::last_call
