#include "at/glance.hpp"

#include "at/bytes.hpp"
#include "at/damage.hpp"
#include "at/dialect.hpp"
#include "at/words.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>

namespace dialbench::at::detail {
namespace {

constexpr auto table = std::to_array<Word>({
#define WORD(form, text, meaning) {Form::form, text, Meaning::meaning},
#include "at/words.def"
});

// What a byte at the edge of a line may be.
enum Edge : std::uint8_t { plain = 0, outside = 1, mark = 2 };

constexpr std::array<std::uint8_t, 256> make_edges() {
  std::array<std::uint8_t, 256> edges{};
  for (unsigned i = 0; i < 128; ++i) {
    const char c = static_cast<char>(i);
    if (i <= 0x20 || i == 0x7F)
      edges[i] = outside;
    else if (is_mark(c))
      edges[i] = mark;
  }
  return edges;
}
constexpr auto edges = make_edges();
std::uint8_t edge(char c) noexcept { return edges[static_cast<unsigned char>(c)]; }

// A set of short byte strings that answers "no" or "maybe": two bits for each.
class Traces {
 public:
  constexpr void add(std::uint64_t key) noexcept {
    const std::uint64_t hash = hash_of(key);
    for (const std::size_t slot : {hash % slots, hash / slots % slots})
      bits_[slot / 64] |= std::uint64_t{1} << slot % 64;
  }
  [[nodiscard]] constexpr bool may_have(std::uint64_t key) const noexcept {
    const std::uint64_t hash = hash_of(key);
    return has(hash % slots) && has(hash / slots % slots);
  }

 private:
  static constexpr std::size_t slots = 1 << 14;
  static constexpr std::uint64_t hash_of(std::uint64_t key) noexcept {
    return key * 0x9E3779B97F4A7C15U >> 36;
  }
  [[nodiscard]] constexpr bool has(std::size_t slot) const noexcept {
    return (bits_[slot / 64] >> slot % 64 & 1) != 0;
  }

  std::array<std::uint64_t, slots / 64> bits_{};
};

// What may stand right behind a word of this form; NUL is the end of the line.
constexpr std::string_view followers(Form form) noexcept {
  using namespace std::string_view_literals;
  switch (form) {
  case Form::whole: return "\0. "sv;
  case Form::counted: return " 0123456789:;,./-()*#+"sv;
  case Form::link: return "\0 /:;,(-"sv;
  case Form::key: return ": "sv;
  case Form::field: return "= "sv;
  case Form::open: return "\0 <"sv;
  }
  return {};
}

// Three sets of bytes for each of 64 groups of words, side by side: whether some word has these three bytes
// in a row is two ands.
struct InARow {
  std::array<std::uint64_t, 256> first{};
  std::array<std::uint64_t, 256> second{};
  std::array<std::uint64_t, 256> third{};

  [[nodiscard]] constexpr std::uint64_t groups(std::uint64_t bytes) const noexcept {
    return first[bytes & 0xFF] & second[bytes >> 8 & 0xFF] & third[bytes >> 16 & 0xFF];
  }
};

// A byte that was changed, lost or inserted among the first two of a word leaves what follows them whole, one
// to three bytes behind the front of the line: the third to fifth byte of the word, or as much of that as
// there is, and what may follow. A damaged byte behind the first two leaves those, which start_of() knows.
struct Evidence {
  InARow behind_two;
  Traces ends;             // the last four bytes of whole words
  bool none_helps = false; // a word of two bytes with a tail: nothing of it need be left
};

constexpr Evidence make_evidence() {
  Evidence evidence;
  std::size_t short_words = 0;
  std::size_t long_words = 0;
  for (const Word& word : table) {
    const std::string_view text = word.text;
    // Little is left of short words, so they are in groups of few.
    const std::size_t number = text.size() <= 4 ? short_words++ % 24 : 24 + long_words++ % 40;
    const std::uint64_t group = std::uint64_t{1} << number;
    const std::array<std::array<std::uint64_t, 256>*, 3> sets{
        &evidence.behind_two.first, &evidence.behind_two.second, &evidence.behind_two.third};
    if (text.size() == 2) {
      if (word.form != Form::whole) evidence.none_helps = true;
      continue;
    }
    for (std::size_t i = 0; i < sets.size(); ++i) {
      if (i + 2 < text.size())
        (*sets[i])[static_cast<unsigned char>(text[i + 2])] |= group;
      else if (i + 2 == text.size())
        for (const char c : followers(word.form)) (*sets[i])[static_cast<unsigned char>(c)] |= group;
      else
        for (std::uint64_t& any : *sets[i]) any |= group;
    }
    if (word.form == Form::whole && text.size() >= 4)
      evidence.ends.add(load<4>(text.data() + text.size() - 4));
  }
  return evidence;
}
constexpr Evidence evidence = make_evidence();

constexpr std::uint64_t at_command = 'A' | 'T' << 8;

// The first four bytes of the words, whatever their case, or all of the short ones.
class Beginnings {
 public:
  constexpr Beginnings() {
    for (const Word& word : table) {
      const std::size_t size = std::min<std::size_t>(word.text.size(), 4);
      traces_.add(fold(load_up_to_8(word.text.data(), size)) | length(size));
    }
  }
  // False: a line that begins so, and has no blanks around it, is no word.
  [[nodiscard]] constexpr bool may_begin_word(std::uint64_t front) const noexcept {
    // Behind a blank that follows a blank, the canonical line is another.
    const bool blanks = (front & 0xFFFF00) == 0x202000 || (front & 0xFFFF0000) == 0x20200000;
    return static_cast<int>(traces_.may_have(fold(front & 0xFFFFFFFF) | length(4))) +
               static_cast<int>(traces_.may_have(fold(front & 0xFFFFFF) | length(3))) +
               static_cast<int>(traces_.may_have(fold(front & 0xFFFF) | length(2))) +
               static_cast<int>(blanks) !=
           0;
  }

 private:
  static constexpr std::uint64_t fold(std::uint64_t bytes) noexcept { return bytes & 0x5F5F5F5F; }
  static constexpr std::uint64_t length(std::size_t size) noexcept {
    return static_cast<std::uint64_t>(size) << 40;
  }
  Traces traces_;
};
constexpr Beginnings beginnings;

// Whether one damaged byte among the first two may have made this line of a word.
bool may_be_damaged_in_front(std::string_view line, std::uint64_t front) noexcept {
  if (evidence.none_helps || line.size() <= 3) return true;
  const InARow& words = evidence.behind_two;
  return (words.groups(front >> 8) | words.groups(front >> 16) | words.groups(front >> 24)) != 0;
}

constexpr Glance unsure{};
constexpr Glance sure(Meaning meaning, Damage damage = Damage::none) noexcept {
  return Glance(meaning, damage);
}

// All bytes are printable, and no damage behind the first two made this line of a word.
Glance without_damage_behind(std::string_view line, std::uint64_t front) noexcept {
  if (may_be_damaged_in_front(line, front)) return unsure;
  return sure(looks_like_result(line) ? Meaning::unknown_result : Meaning::info);
}

// The line in capitals.
class Capitals {
 public:
  explicit Capitals(std::string_view line) noexcept
      : size_(line.size()) {
    upper_64(line, bytes_.data());
  }
  [[nodiscard]] std::string_view text() const noexcept { return {bytes_.data(), size_}; }

 private:
  std::array<char, block_bytes> bytes_;
  std::size_t size_;
};

// The first two bytes are those of some word, in some case.
Glance glance_at_start(std::string_view line, std::span<const std::uint8_t> candidates,
                       bool marked) noexcept {
  if (line.size() > block_bytes) return unsure;
  const Survey seen = survey(line);
  if (seen.odd != 0) return unsure;
  const Capitals capitals(line);
  const std::string_view upper = capitals.text();
  // Behind a blank that follows a blank, the canonical line is another.
  const std::uint64_t doubled = seen.blank & seen.blank << 1;
  const auto canonical = static_cast<std::size_t>(std::countr_zero(doubled));
  for (const std::uint8_t row : candidates) {
    const Word& word = table[row];
    const std::size_t size = word.text.size();
    const std::size_t common = std::min(size, line.size());
    std::size_t same = 0;
    while (same < common && upper[same] == word.text[same]) ++same;
    if (same >= canonical) return unsure;
    if (same < size) continue;
    if (doubled != 0) return unsure;
    if (!fits(word, upper.substr(size), line.substr(size))) continue;
    // Small letters are a slip, or a flipped bit, except in keys.
    if ((seen.small & low_bits(size)) == 0) return sure(word.meaning);
    const bool natural = word.form == Form::key && letter_case(line.substr(0, size)) == Case::lower;
    return natural ? sure(word.meaning) : unsure;
  }
  if (marked) return unsure;
  if (is_plainly_text(line)) return sure(Meaning::info);
  for (const std::uint8_t row : candidates)
    if (is_damaged(line, table[row])) return unsure;
  return without_damage_behind(line, front_of(line.data(), line.size()));
}

// Some byte is not printable.
Glance glance_at_odd(std::string_view line, std::uint64_t odd_bits) noexcept {
  if (line.size() > block_bytes || line.find('\t') != std::string_view::npos) return unsure;
  // A blank with a top bit would be dropped, and the word begin behind it.
  if (((static_cast<unsigned char>(line[0])) & 0x7FU) <= 0x20 ||
      (static_cast<unsigned char>(line[1]) & 0x7FU) == '\t')
    return unsure;
  if (has_parity(line)) return unsure;
  std::string_view rest = line.substr(static_cast<std::size_t>(std::bit_width(odd_bits)));
  if (rest.size() >= 4 && evidence.ends.may_have(load<4>(rest.data() + rest.size() - 4))) return unsure;
  while (!rest.empty() && rest.front() == ' ') rest.remove_prefix(1);
  if (may_be_word(rest)) return unsure;
  if (!is_plainly_text(line) && may_be_damaged_in_front(line, front_of(line.data(), line.size())))
    return unsure;
  std::size_t odd = 0;
  for (std::uint64_t left = odd_bits; left != 0; left &= left - 1) ++odd;
  return sure(Meaning::info, odd >= 2 && odd * 2 > line.size() ? Damage::rate : Damage::none);
}

bool has_odd_behind(std::string_view line) noexcept {
  std::uint64_t odd = 0;
  for (std::size_t at = block_bytes; at < line.size(); at += block_bytes) odd |= survey(line.substr(at)).odd;
  return odd != 0;
}

// A line with blanks or control bytes around it, or hardly any line. A word among them has a slip.
Glance glance_within(std::string_view line, Digits digits) noexcept {
  const std::string_view text = trimmed(line);
  if (text.size() < 2 || text.size() == line.size() || may_be_word(text)) return unsure;
  return glance(text, digits);
}

std::string_view without_marks_in_front(std::string_view line) noexcept {
  while (!line.empty() && edge(line.front()) == mark) line.remove_prefix(1);
  return line;
}

} // namespace

std::string_view trimmed(std::string_view line) noexcept {
  while (!line.empty() && (edge(line.front()) & outside) != 0) line.remove_prefix(1);
  while (!line.empty() && (edge(line.back()) & outside) != 0) line.remove_suffix(1);
  return line;
}

Glance glance(std::string_view line, std::uint64_t front, std::uint64_t back, bool printable,
              Digits digits) noexcept {
  const auto first = static_cast<char>(front);
  const char last = line.empty() ? '\0' : line.back();
  const unsigned edge_front = edge(first);
  const unsigned edge_back = edge(last);
  const bool bare = ((edge_front | edge_back) & outside) == 0;
  const bool number = digits == Digits::result && is_digit(first);
  if (!bare || number || line.size() < 2) [[unlikely]]
    return number ? unsure : glance_within(line, digits);
  const bool text = at_least_two(small_letters(front) & low_bits(40)) || (front & 0xFFFF) == at_command;
  const auto candidates = word_index.starting(start_of(first, static_cast<char>(front >> 8)));
  // Most lines that are no results end here.
  if (static_cast<int>(!candidates.empty()) + static_cast<int>(!text) + static_cast<int>(!printable) +
          static_cast<int>(edge_front) ==
      0)
    return sure(Meaning::info);
  if (!candidates.empty()) {
    if (const Word* word = find_exact(line, front, back)) return sure(word->meaning);
    if (printable && text && edge_front == plain && !beginnings.may_begin_word(front))
      return sure(Meaning::info);
    return glance_at_start(line, candidates,
                           edge_back == mark || (edge_front == mark && !begins_extended(first)));
  }
  if ((front >> 8 & 0xFF) == '\t') return unsure;
  // Marks behind a line alone leave its front, which begins no word.
  if (edge_front == mark && may_be_word(trimmed(without_marks_in_front(line)))) return unsure;
  const std::uint64_t odd = printable ? 0 : odd_bytes(line.data(), line.size());
  if (odd != 0) return glance_at_odd(line, odd);
  if (!printable && line.size() > block_bytes && has_odd_behind(line)) return unsure;
  return text ? sure(Meaning::info) : without_damage_behind(line, front);
}

bool looks_like_result(std::string_view text) noexcept {
  if (text.size() < 3 || text.size() > 40 || text.substr(0, 2) == "AT") return false;
  std::size_t letters = 0;
  std::size_t blanks = 0;
  for (const char c : text) {
    if (!is_upper(c) && c != ' ' && c != '-' && c != ',' && c != '/') return false;
    letters += is_upper(c) ? 1 : 0;
    blanks += c == ' ' ? 1 : 0;
  }
  return is_upper(text.front()) && letters >= 3 && blanks <= 5;
}

std::size_t DialectStarts::slot(char first, char second) noexcept {
  return (start_of(first, second) * 0x9E37U >> 4) % 512;
}

void DialectStarts::set(const Dialect* dialect) noexcept {
  *this = {};
  if (dialect == nullptr) return;
  for (const auto rows : {dialect->rows, dialect->spellings})
    for (const DialectRow& row : rows) {
      if (row.word.size() == 1) all_ = true;
      if (row.word.size() < 2) continue;
      const std::size_t start = slot(row.word[0], row.word[1]);
      bits_[start / 64] |= std::uint64_t{1} << start % 64;
    }
}

bool DialectStarts::may_have(std::string_view line) const noexcept {
  if (all_ || line.size() < 2) return true;
  const std::size_t start = slot(line[0], line[1] == '\t' ? ' ' : line[1]);
  return (bits_[start / 64] >> start % 64 & 1) != 0;
}

} // namespace dialbench::at::detail
