#include "at/damage.hpp"

#include "at/bytes.hpp"
#include "at/dialect.hpp"
#include "at/words.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>

namespace dialbench::at::detail {
namespace {

constexpr std::size_t cleared_bytes_max = 256; // enough to be sure
constexpr std::uint64_t each_byte = 0x0101010101010101U;

bool is_flip(char a, char b) noexcept {
  return std::has_single_bit(static_cast<unsigned>(static_cast<unsigned char>(a ^ b)));
}

// The line, or as much of it as matters, without its top bits.
class Cleared {
 public:
  explicit Cleared(std::string_view line) noexcept
      : size_(std::min(line.size(), bytes_.size())) {
    std::transform(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(size_), bytes_.begin(),
                   [](char c) { return static_cast<char>(static_cast<unsigned char>(c) & 0x7FU); });
  }
  [[nodiscard]] std::string_view text() const noexcept { return {bytes_.data(), size_}; }

 private:
  std::array<char, cleared_bytes_max> bytes_;
  std::size_t size_;
};

// The first line of `text` that is a word. Line ends had a top bit too, so several lines may hang together.
const Word* word_among_lines(std::string_view text) noexcept {
  for (std::size_t begin = 0; begin < text.size();) {
    const auto stop =
        std::find_if(text.begin() + static_cast<std::ptrdiff_t>(begin), text.end(), is_line_end);
    const auto end = static_cast<std::size_t>(stop - text.begin());
    if (const Word* word = find_word(Canonical(text.substr(begin, end - begin)))) return word;
    begin = end + 1;
  }
  return nullptr;
}

Suspicion suspect_top_bits(std::string_view line) noexcept {
  const Cleared cleared(line);
  const std::string_view text = cleared.text();
  const bool parity = has_parity(line);
  // Line ends of a line with parity are part of it; without parity they are chance.
  if (const Word* word = parity ? word_among_lines(text) : find_word(Canonical(text)))
    return {parity ? Damage::parity : Damage::noise, word->text, Confidence::certain};
  // A text that is no word: six bytes in a row with the right parity by chance are one in 64, and printable
  // too.
  const bool readable =
      std::all_of(text.begin(), text.end(), [](char c) { return is_printable(c) || is_line_end(c); });
  if (parity && text.size() >= 6 && readable) return {Damage::parity, {}};
  return {};
}

// A word at the end of a line, behind bytes that no modem writes. Printable ones may be among them, so words
// that are long enough not to stand there by chance are looked for behind those as well.
Suspicion suspect_garbage_in_front(std::string_view line) noexcept {
  const auto last_bad =
      std::find_if(line.rbegin(), line.rend(), [](char c) { return !is_printable(c) && c != '\t'; });
  const std::string_view rest = line.substr(static_cast<std::size_t>(line.rend() - last_bad));
  if (const Word* word = find_word(Canonical(rest))) return {Damage::noise, word->text, Confidence::certain};
  for (const Word& word : words())
    if (word.form == Form::whole && word.text.size() >= 4 && word.text.size() <= rest.size() &&
        rest.substr(rest.size() - word.text.size()) == word.text)
      return {Damage::noise, word.text, Confidence::certain};
  return {};
}

// Names of V.250, T.32 and 27.007 that stand one byte away from a word and are themselves.
bool is_name_of_its_own(std::string_view front) noexcept {
  static constexpr auto names =
      std::to_array<std::string_view>({"+MR", "+MS", "+MA", "+ES", "+EB", "+ER", "+DS", "+DR", "+CR", "+CRC",
                                       "+CLIR", "+CDIP", "+FDR", "+MSC"});
  return std::find(names.begin(), names.end(), front) != names.end();
}

// Whether noise rather than another word made the difference. Long words that stand alone have no neighbours
// in the language; short ones and names of fields do (RATE is no damaged DATE), so there a letter counts only
// where one flipped bit makes it.
bool is_plausible_change(const Word& word, char came, char expected) noexcept {
  const bool has_neighbours = word.text.size() <= short_word_max || word.text.front() == '+' ||
                              word.form == Form::counted || word.form == Form::field ||
                              word.form == Form::open;
  return !has_neighbours || !is_upper(came) || is_flip(came, expected);
}
// Names with one letter more are other names where they are short (+ESR is no damaged +ER), and where it
// stands behind (PROTOCOLS:).
bool is_plausible_insertion(const Word& word, char came, bool behind) noexcept {
  if (!is_letter(came)) return true;
  const bool sign = word.text.front() == '+';
  if (!sign && (word.form == Form::whole || word.form == Form::link)) return true;
  constexpr std::size_t short_name_max = 5;
  const bool is_short = word.text.size() - (sign ? 1 : 0) <= short_name_max;
  return !behind && (is_short ? is_lower(came) && !sign && word.text.size() > short_word_max : true);
}

// What stands behind the damaged word is what its form wants.
bool has_right_tail(const Word& word, std::string_view tail) noexcept {
  if (word.text.size() <= short_word_max && word.form == Form::whole) return tail.empty();
  if (word.text.size() <= short_word_max && tail.substr(0, 2) == "  ") return false;
  if (tail.empty()) return fits(word, {}, {});
  const Canonical rest(tail);
  if (tail.front() != ' ') return fits(word, rest.upper(), rest.text());
  // The blank that a canonical line drops at its front belongs to the tail.
  std::array<char, Canonical::size_max + 1> upper;
  std::array<char, Canonical::size_max + 1> written;
  upper[0] = written[0] = ' ';
  std::copy(rest.upper().begin(), rest.upper().end(), upper.begin() + 1);
  std::copy(rest.text().begin(), rest.text().end(), written.begin() + 1);
  return fits(word, {upper.data(), rest.upper().size() + 1}, {written.data(), rest.text().size() + 1});
}

// One damaged byte leaves one of the first two bytes of a word among the first two of the line: most words
// are out of the question at once. Words have two letters at least.
bool begins_alike(std::string_view line, std::string_view word) noexcept {
  return line[0] == word[0] || line[0] == word[1] ||
         (line.size() >= 2 && (line[1] == word[0] || line[1] == word[1]));
}

Suspicion suspect_one_byte(std::string_view line) noexcept {
  if (line.empty() || is_plainly_text(line)) return {};
  Suspicion found;
  for (const Word& word : words()) {
    if (!begins_alike(line, word.text) || word.text == found.resembles) continue;
    if (!is_damaged(line, word)) continue;
    if (found.damage != Damage::none) {
      found.confidence = Confidence::possible;
      break;
    }
    found = {Damage::noise, word.text,
             word.text.size() <= short_word_max ? Confidence::possible : Confidence::likely};
  }
  return found;
}

// One byte inside a word, or a whole word behind garbage: both where garbage is a single byte.
Suspicion suspect_odd_bytes(std::string_view line) noexcept {
  Suspicion one_byte = suspect_one_byte(line);
  const Suspicion glued = suspect_garbage_in_front(line);
  if (one_byte.damage == Damage::none || one_byte.resembles == glued.resembles) return glued;
  if (glued.damage != Damage::none) one_byte.confidence = Confidence::possible;
  return one_byte;
}

// A word that is written as a line of its own, and that a lost line end may have joined to another.
bool stands_alone(const Word& word) noexcept {
  return word.form == Form::whole && (role(word.meaning) == Role::final || word.meaning == Meaning::ring ||
                                      word.meaning == Meaning::ringing);
}
const Word* whole_word(std::string_view text) noexcept {
  const Word* const word = may_be_word(text) ? find_word(Canonical(text)) : nullptr;
  return word != nullptr && stands_alone(*word) && word->text == text ? word : nullptr;
}

// Two results in capitals without a line end between them (NO CARRIERRING), or one that is too long for
// chance right behind other bytes (UUUUUNO CARRIER). Behind a blank it belongs to a phrase.
Suspicion suspect_glued(std::string_view line) noexcept {
  constexpr std::size_t glued_bytes_max = 64;
  constexpr std::size_t unlikely_bytes_min = 8;
  if (line.size() > glued_bytes_max || is_plainly_text(line)) return {};
  for (const Word& word : words()) {
    const std::size_t size = word.text.size();
    if (word.form == Form::link && line.substr(0, size) == word.text)
      if (const Word* const failure = failure_at_end(line.substr(size)))
        return {Damage::noise, failure->text, Confidence::likely};
    if (size >= line.size() || !stands_alone(word)) continue;
    const std::size_t rest = line.size() - size;
    if (line.substr(0, size) == word.text && whole_word(line.substr(size)) != nullptr)
      return {Damage::noise, word.text, Confidence::likely};
    if (size >= unlikely_bytes_min && line[rest - 1] != ' ' && line.substr(rest) == word.text)
      return {Damage::noise, word.text, Confidence::likely};
  }
  return {};
}

Suspicion suspect_shared(std::string_view line) noexcept {
  const auto odd_bytes = static_cast<std::size_t>(
      std::count_if(line.begin(), line.end(), [](char c) { return !is_printable(c) && c != '\t'; }));
  if (odd_bytes == 0) {
    const Suspicion one_byte = suspect_one_byte(line);
    return one_byte.damage != Damage::none ? one_byte : suspect_glued(line);
  }
  if (const Suspicion top = suspect_top_bits(line); top.damage != Damage::none) return top;
  if (const Suspicion noise = suspect_odd_bytes(line); noise.damage != Damage::none) return noise;
  if (odd_bytes >= 2 && odd_bytes * 2 > line.size()) return {Damage::rate, {}};
  return {};
}

// The dialect's own words: all of them are compared as a whole.
Suspicion suspect_in(const Dialect& dialect, std::string_view line) noexcept {
  if (is_plainly_text(line) && !has_parity(line)) return {};
  const Cleared cleared(line);
  const Canonical canonical(cleared.text());
  const bool top_bits = std::any_of(line.begin(), line.end(), [](char c) { return (c & 0x80) != 0; });
  Suspicion found;
  for (const auto rows : {dialect.rows, dialect.spellings})
    for (const DialectRow& row : rows) {
      if (!is_told_when_damaged(row.word)) continue;
      if (top_bits && same_letters(canonical.text(), row.word))
        return {has_parity(line) ? Damage::parity : Damage::noise, row.word, Confidence::certain};
      if (!one_byte_off(line, row.word) || same_letters(found.resembles, row.word)) continue;
      if (found.damage != Damage::none)
        found.confidence = Confidence::possible;
      else
        found = {Damage::noise, row.word, Confidence::likely};
    }
  return found;
}

} // namespace

bool is_damaged(std::string_view line, const Word& word) noexcept {
  const std::string_view text = word.text;
  const auto same = std::mismatch(line.begin(), line.end(), text.begin(), text.end());
  const auto at = static_cast<std::size_t>(same.first - line.begin());
  const std::string_view behind = line.substr(at);
  const std::string_view wanted = text.substr(at);
  const auto goes_on = [&](std::size_t in_line, std::size_t in_word) {
    if (in_line > behind.size() || in_word > wanted.size()) return false;
    const std::string_view rest = wanted.substr(in_word);
    // Most words are out of the question here.
    if (!rest.empty() && (in_line == behind.size() || behind[in_line] != rest.front())) return false;
    if (behind.substr(in_line, rest.size()) != rest) return false;
    const std::size_t front = at + in_line + rest.size();
    if (word.text.front() == '+' && is_name_of_its_own(line.substr(0, front))) return false;
    if (std::any_of(text.begin(), text.end(), is_digit)) return false; // +F5 is no damaged +F4
    return has_right_tail(word, line.substr(front));
  };
  if (wanted.empty() && word.form == Form::link && !behind.empty() && is_digit(behind.front())) return true;
  if (goes_on(0, 1)) return true; // lost
  if (behind.empty()) return false;
  if (!wanted.empty() && is_plausible_change(word, behind.front(), wanted.front()) && goes_on(1, 1))
    return true;
  return is_plausible_insertion(word, behind.front(), wanted.empty()) && goes_on(1, 0);
}

bool one_byte_off(std::string_view line, std::string_view word) noexcept {
  if (line.size() > word.size() + 1 || line.size() + 1 < word.size()) return false;
  const auto same = std::mismatch(line.begin(), line.end(), word.begin(), word.end());
  const auto front = static_cast<std::size_t>(same.first - line.begin());
  if (front == line.size() && front == word.size()) return false;
  const std::string_view line_rest = line.substr(front);
  const std::string_view word_rest = word.substr(front);
  if (line.size() == word.size()) return line_rest.substr(1) == word_rest.substr(1);
  return line.size() > word.size() ? line_rest.substr(1) == word_rest : line_rest == word_rest.substr(1);
}

bool has_parity(std::string_view line) noexcept {
  std::uint64_t any_top = 0;
  std::uint64_t all_top = each_byte;
  std::uint64_t any_odd = 0;
  std::uint64_t all_odd = each_byte;
  while (!line.empty()) {
    const std::size_t size = std::min<std::size_t>(line.size(), 8);
    const std::uint64_t mine = each_byte & low_bits(8 * size);
    const std::uint64_t bytes = load_up_to_8(line.data(), size);
    std::uint64_t ones = bytes ^ bytes >> 4;
    ones ^= ones >> 2;
    ones ^= ones >> 1;
    const std::uint64_t top = bytes >> 7;
    any_top |= top & mine;
    all_top &= top | ~mine;
    any_odd |= ones & mine;
    all_odd &= ones | ~mine;
    if (all_top != each_byte && any_odd != 0 && all_odd != each_byte) return false;
    line.remove_prefix(size);
  }
  return any_top != 0;
}

bool is_plainly_text(std::string_view line) noexcept {
  const std::string_view front = line.substr(0, 5);
  return front.substr(0, 2) == "AT" || std::count_if(front.begin(), front.end(), is_lower) >= 2;
}

bool is_told_when_damaged(std::string_view word) noexcept {
  return word.size() > short_word_max && word.size() <= Canonical::size_max &&
         std::none_of(word.begin(), word.end(), is_digit);
}

Suspicion suspect(std::string_view line, const Dialect* dialect) noexcept {
  const Suspicion found = suspect_shared(line);
  if (dialect == nullptr || !found.resembles.empty()) return found;
  const Suspicion own = suspect_in(*dialect, line);
  return own.damage != Damage::none ? own : found;
}

} // namespace dialbench::at::detail
