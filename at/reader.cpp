#include "at/reader.hpp"

namespace dialbench::at {

void Reader::set_line_ends(char s3, char s4) noexcept {
  ends_.set(s3, s4);
  usual_ = s3 == '\r' && s4 == '\n';
  other_ends_ = true;
}

void Reader::expect_echo(std::string_view command) {
  echo_.assign(command);
  echo_seen_ = 0;
}

void Reader::clear() noexcept {
  held_size_ = 0;
  skipping_ = false;
  echo_.clear();
  echo_seen_ = 0;
}

// More bytes than a line may have: holds the first of them, and tells how many of `part` were seen.
std::size_t Reader::overflow(std::string_view part) noexcept {
  const std::size_t fitting = line_bytes_max - held_size_;
  hold(part.substr(0, fitting));
  skipping_ = true;
  held_size_ = 0;
  gap_ = 0;
  return fitting + 1; // the byte that was too many has been seen
}

bool Reader::end_by_silence(Line& line) {
  skipping_ = false;
  if (held_size_ == 0) return false;
  const std::string_view text = unfinished();
  const Slips behind_text = text.size() < held_size_ ? bits(Slip::nul) : Slips{0};
  held_size_ = 0;
  const auto slips = static_cast<Slips>(slips_behind() | behind_text | bits(Slip::unterminated));
  const detail::Sight sight = detail::sight_of(text);
  line = {finish(text, sight), text, slips, sight};
  return true;
}

// Whether `text` is the expected echo or a piece of it, which is then no longer awaited.
bool Reader::is_piece_of_echo(std::string_view text, std::uint64_t front) {
  const std::string_view awaited = std::string_view(echo_).substr(echo_seen_);
  if (awaited.substr(0, text.size()) != text) return false;
  const bool complete = echo_seen_ == 0 && text.size() == awaited.size();
  if (!complete && may_be_number(text.size(), front)) return false;
  echo_seen_ += text.size();
  return true;
}

// A modem echoes what it is sent: the backspace alone, or with a blank and another one that wipe the
// character from a screen.
bool Reader::is_corrected_echo(std::string_view text) {
  if (static_cast<unsigned char>(backspace_) > 127 || text.find(backspace_) == std::string_view::npos)
    return false;
  const std::array<char, 3> wiping{backspace_, ' ', backspace_};
  std::array<char, line_bytes_max> corrected;
  std::size_t size = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != backspace_) {
      corrected[size++] = text[at];
      continue;
    }
    if (text.substr(at, wiping.size()) == std::string_view(wiping.data(), wiping.size())) at += 2;
    if (size > 0) --size;
  }
  if (std::string_view(corrected.data(), size) != echo_) return false;
  echo_seen_ = echo_.size();
  return true;
}

void Reader::count_end(char end) noexcept {
  const bool is_cr = is_carriage_return(end);
  const bool is_lf = !is_cr && is_line_feed(end);
  unsigned gap = gap_;
  if (end != ends_.s3() && end != ends_.s4() && end != '\0') gap |= odd;
  if (is_cr) {
    gap |= any_cr;
    if ((gap & spare_cr) != 0) {
      gap &= ~unsigned{spare_cr};
    } else {
      gap |= cr | ((gap & one_cr) != 0 ? more_crs : one_cr);
    }
  } else {
    gap |= is_lf ? lf : nul;
    if (is_lf && (gap & more_crs) != 0) gap |= doubled;
    gap &= ~unsigned{one_cr | more_crs};
  }
  gap_ = static_cast<std::uint16_t>(gap);
}

void Reader::count_ends(std::string_view ends) noexcept {
  for (const char end : ends) count_end(end);
}

std::size_t Reader::pass_nuls(std::string_view bytes, std::size_t from, std::size_t end) noexcept {
  const std::size_t begin = std::min(bytes.find_first_not_of('\0', from), end);
  count_ends(bytes.substr(from, begin - from));
  return begin;
}

// What is unusual about `end` itself, which is not S3, as the end of a line.
Slips Reader::odd_end_slips(char end) const noexcept {
  if (end == ends_.s4()) return bits(Slip::no_carriage_return);
  const Slips odd_one = bits(Slip::odd_terminator);
  return end == '\n' ? static_cast<Slips>(odd_one | bits(Slip::no_carriage_return)) : odd_one;
}

Slips Reader::odd_gap_slips() const noexcept {
  const auto has_gap = [this](Gap bit) { return (gap_ & bit) != 0; };
  Slips slips = 0;
  if (has_gap(cr) && !has_gap(lf) && !has_gap(nul)) slips |= bits(Slip::no_line_feed);
  if (has_gap(lf) && !has_gap(any_cr)) slips |= bits(Slip::no_carriage_return);
  if (has_gap(nul)) slips |= bits(Slip::nul);
  if (has_gap(doubled)) slips |= bits(Slip::doubled);
  if (has_gap(odd)) slips |= bits(Slip::odd_terminator);
  return slips;
}

// After a stop: the LF (S4) of a CR LF that ended the line is no data.
std::size_t Reader::take_line_feed(std::string_view bytes, std::size_t used) noexcept {
  if (used == 0 || used >= bytes.size()) return 0;
  if (!is_carriage_return(bytes[used - 1]) || !is_line_feed(bytes[used])) return 0;
  count_end(bytes[used]);
  return 1;
}

} // namespace dialbench::at
