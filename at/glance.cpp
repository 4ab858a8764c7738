#include "at/glance.hpp"

#include "at/bytes.hpp"
#include "at/damage.hpp"
#include "at/dialect.hpp"
#include "at/word_table.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>

namespace dialbench::at::detail {
namespace {

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
  case Form::whole: return "\0. /:"sv;
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
  for (const Word& word : word_table) {
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

constexpr Beginnings make_beginnings() {
  Beginnings made;
  for (const Word& word : word_table) {
    const std::uint64_t front = front_of(word.text.data(), word.text.size());
    if (word.text.size() == 2) Beginnings::add(made.two_bytes, Beginnings::two(front));
    if (word.text.size() == 3)
      for (std::uint64_t last = 0; last < 256; ++last)
        Beginnings::add(made.four_bytes, Beginnings::slot(front | last << 24));
    if (word.text.size() >= 4) Beginnings::add(made.four_bytes, Beginnings::slot(front));
  }
  return made;
}

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
  // Another result may be glued to it.
  if (line.size() > 4 && evidence.ends.may_have(load<4>(line.data() + line.size() - 4))) return unsure;
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

// The first eight bytes of each word, and which of them it has.
struct Opening {
  std::uint64_t front = 0;
  std::uint64_t mask = 0;
};
constexpr auto openings = [] {
  std::array<Opening, word_table.size()> made{};
  for (std::size_t row = 0; row < word_table.size(); ++row) {
    const std::string_view text = word_table[row].text;
    made[row] = {front_of(text.data(), text.size()), low_bits(8 * std::min<std::size_t>(text.size(), 8))};
  }
  return made;
}();

// False where more than one byte of the first eight was changed, lost or inserted: most words end here.
bool may_be_damaged(std::uint64_t front, const Opening& word) noexcept {
  const std::uint64_t differing = (front ^ word.front) & word.mask;
  if (differing == 0) return true;
  const auto before = static_cast<unsigned>(std::countr_zero(differing)) & ~7U; // bits that are the same
  const std::uint64_t behind = ~low_bits(before + 8);
  const bool changed = (differing & behind) == 0;
  const bool lost = ((front << 8 ^ word.front) & word.mask & behind) == 0;
  const bool inserted = ((front >> 8 ^ word.front) & word.mask & ~low_bits(before) & low_bits(56)) == 0;
  return changed || lost || inserted;
}

// Most tails are simple: yes where this one is, and fits.
bool fits_plainly(const Word& word, std::string_view tail) noexcept {
  switch (word.form) {
  case Form::key: return tail.front() == ':';
  case Form::field: return tail.front() == '=' || tail.substr(0, 2) == " =";
  case Form::open: return tail.front() == ' ' || tail.front() == '<';
  case Form::link: // a rate and no more
    return tail.size() > 1 && tail.front() == ' ' && std::all_of(tail.begin() + 1, tail.end(), is_digit);
  default: return false;
  }
}

// The word that a line begins with, written as words.def writes it, and something that fits behind it. A line
// with doubled blanks or small letters in the word is not looked at.
const Word* word_with_tail(std::string_view line, const Sight& sight,
                           std::span<const std::uint8_t> candidates) noexcept {
  constexpr std::uint64_t fold = 0x5F5F5F5F5F5F5F5FU; // takes the case away, and tells all letters apart
  for (const std::uint8_t row : candidates) {
    const Opening& opening = openings[row];
    const std::uint64_t differing = (sight.front ^ opening.front) & opening.mask;
    if ((differing & fold) != 0) continue;
    const Word& word = word_table[row];
    const std::string_view tail = line.substr(std::min(line.size(), word.text.size()));
    if (differing != 0 || tail.empty()) return nullptr;
    if (word.text.size() > 8 && line.substr(0, word.text.size()) != word.text) return nullptr;
    if (fits_plainly(word, tail) || (word.form == Form::link && fits(word, Capitals(tail).text(), tail)))
      return &word;
    if (word.form != Form::key && word.form != Form::field) return nullptr;
  }
  return nullptr;
}

// The first two bytes are those of some word, in some case.
Glance glance_at_start(std::string_view line, const Sight& sight, std::span<const std::uint8_t> candidates,
                       bool marked) noexcept {
  if (line.size() > block_bytes) return unsure;
  const Survey seen = survey(line);
  if (seen.odd != 0) return unsure;
  // Behind a blank that follows a blank, the canonical line is another.
  const std::uint64_t doubled = seen.blank & seen.blank << 1;
  if (doubled == 0)
    if (const Word* word = word_with_tail(line, sight, candidates)) return sure(word->meaning);
  const Capitals capitals(line);
  const std::string_view upper = capitals.text();
  const auto canonical = static_cast<std::size_t>(std::countr_zero(doubled));
  for (const std::uint8_t row : candidates) {
    const Word& word = word_table[row];
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
  if (begins_as_text(sight.front)) return sure(Meaning::info);
  for (const std::uint8_t row : candidates)
    if (may_be_damaged(sight.front, openings[row]) && is_damaged(line, word_table[row])) return unsure;
  return without_damage_behind(line, sight.front);
}

// Some byte is not printable.
Glance glance_at_odd(std::string_view line, std::uint64_t front, std::uint64_t odd_bits) noexcept {
  if (line.size() > block_bytes) return unsure;
  // A tab is a blank. It does no harm behind the bytes that damage in front of a word is known by.
  const std::uint64_t blank = tabs(line.data(), line.size());
  odd_bits &= ~blank;
  if ((blank & low_bits(8)) != 0 || odd_bits == 0) return unsure;
  // A blank with a top bit would be dropped, and the word begin behind it.
  if (((static_cast<unsigned char>(line[0])) & 0x7FU) <= 0x20 ||
      (static_cast<unsigned char>(line[1]) & 0x7FU) == '\t')
    return unsure;
  if (has_parity(line)) return unsure;
  std::string_view rest = line.substr(static_cast<std::size_t>(std::bit_width(odd_bits)));
  if (rest.size() >= 4 && evidence.ends.may_have(load<4>(rest.data() + rest.size() - 4))) return unsure;
  while (!rest.empty() && (rest.front() == ' ' || rest.front() == '\t')) rest.remove_prefix(1);
  if (may_be_word(rest)) return unsure;
  if (!begins_as_text(front) && may_be_damaged_in_front(line, front)) return unsure;
  const auto odd = static_cast<std::size_t>(std::popcount(odd_bits));
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

constinit const std::array<std::uint8_t, 256> edges = make_edges();
constinit const Beginnings beginnings = make_beginnings();

std::string_view trimmed(std::string_view line) noexcept {
  while (!line.empty() && (edge(line.front()) & outside) != 0) line.remove_prefix(1);
  while (!line.empty() && (edge(line.back()) & outside) != 0) line.remove_suffix(1);
  return line;
}

Glance glance_further(std::string_view line, const Sight& sight, Digits digits) noexcept {
  const auto first = static_cast<char>(sight.front);
  const char last = line.empty() ? '\0' : line.back();
  const unsigned edge_front = edge(first);
  const unsigned edge_back = edge(last);
  const bool bare = ((edge_front | edge_back) & outside) == 0;
  const bool number = digits == Digits::result && is_digit(first);
  if (!bare || number || line.size() < 2) [[unlikely]]
    return number ? unsure : glance_within(line, digits);
  const auto candidates = word_index.starting(Beginnings::two(sight.front));
  if (!candidates.empty())
    return glance_at_start(line, sight, candidates,
                           edge_back == mark || (edge_front == mark && !begins_extended(first)));
  if ((sight.front >> 8 & 0xFF) == '\t') return unsure;
  // Marks behind a line alone leave its front, which begins no word.
  if (edge_front == mark && may_be_word(trimmed(without_marks_in_front(line)))) return unsure;
  const std::uint64_t odd = sight.surveyed ? sight.odd : odd_bytes(line.data(), line.size());
  if (odd != 0) return glance_at_odd(line, sight.front, odd);
  if (line.size() > block_bytes && has_odd_behind(line)) return unsure;
  return begins_as_text(sight.front) ? sure(Meaning::info) : without_damage_behind(line, sight.front);
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
  all_ = !dialect->patterns.empty();
  for (const auto rows : {dialect->rows, dialect->spellings})
    for (const DialectRow& row : rows) {
      if (row.word.size() == 1) all_ = true;
      if (row.word.size() < 2) continue;
      // Damage may have changed the front of a word that only this dialect has.
      if (is_told_when_damaged(row.word) && find_word(Canonical(row.word)) == nullptr) all_ = true;
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
