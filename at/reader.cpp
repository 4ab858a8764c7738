#include "at/reader.hpp"

#include <algorithm>

namespace dialbench::at {
namespace {

// Digits that a modem may mean as a result: the largest known number has three (results.md, section 3).
bool may_be_number(std::string_view text) {
  return !text.empty() && text.size() <= 3 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

void Reader::set_line_ends(char s3, char s4) noexcept {
  s3_ = s3;
  s4_ = s4;
  ends_.set(s3, s4);
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

// Moves `used` behind the next complete line; false: the bytes ended before one did.
bool Reader::next(std::string_view bytes, std::size_t& used, Line& line) {
  while (used < bytes.size()) {
    const std::size_t end = ends_.find(bytes, used);
    const std::string_view part = bytes.substr(used, end - used);
    if (!skipping_ && held_size_ + part.size() > line_bytes_max) {
      const std::size_t fitting = line_bytes_max - held_size_;
      hold(part.substr(0, fitting));
      used += fitting + 1; // the byte that was too many has been seen
      skipping_ = true;
      line = {Line::Kind::overflow, unfinished(), slips_behind()};
      held_size_ = 0;
      gap_ = {};
      behind_cr_ = false;
      return true;
    }
    if (end == bytes.size()) {
      if (!skipping_) hold(part);
      used = end;
      return false;
    }
    used = end + 1;
    if (skipping_ || (part.empty() && held_size_ == 0)) {
      skipping_ = false;
      count_end(bytes[end]);
      continue;
    }
    std::string_view text = part;
    if (held_size_ != 0) {
      hold(part);
      text = unfinished();
      held_size_ = 0; // the bytes stay where they are until the sink has seen them
    }
    finish(text, end_slips(bytes[end]), line);
    count_end(bytes[end]);
    return true;
  }
  return false;
}

bool Reader::end_by_silence(Line& line) {
  skipping_ = false;
  if (held_size_ == 0) return false;
  const std::string_view text = unfinished();
  held_size_ = 0;
  finish(text, bits(Slip::unterminated), line);
  return true;
}

// Makes a line of `text`, and opens the gap behind it.
void Reader::finish(std::string_view text, Slips slips, Line& line) {
  line = {Line::Kind::text, text, static_cast<Slips>(slips | slips_behind())};
  if (is_echo(text)) line.kind = Line::Kind::echo;
  gap_ = {};
  gap_.spare_cr = line.kind == Line::Kind::echo || may_be_number(text);
}

// Whether `text` is the expected echo or a piece of it, which is then no longer awaited.
bool Reader::is_echo(std::string_view text) {
  const std::string_view awaited = std::string_view(echo_).substr(echo_seen_);
  if (awaited.empty() || awaited.substr(0, text.size()) != text) return false;
  const bool whole = echo_seen_ == 0 && text.size() == awaited.size();
  if (!whole && may_be_number(text)) return false;
  echo_seen_ += text.size();
  return true;
}

void Reader::hold(std::string_view bytes) noexcept {
  std::copy(bytes.begin(), bytes.end(), held_.begin() + static_cast<std::ptrdiff_t>(held_size_));
  held_size_ += bytes.size();
}

void Reader::count_end(char end) noexcept {
  const bool is_cr = end == s3_ || (end == '\r' && end != s4_);
  const bool is_lf = !is_cr && (end == s4_ || end == '\n');
  behind_cr_ = is_cr;
  gap_.odd |= end != s3_ && end != s4_ && end != '\0';
  if (is_cr) {
    gap_.any_cr = true;
    if (gap_.spare_cr) {
      gap_.spare_cr = false;
    } else {
      gap_.cr = true;
      gap_.cr_run = gap_.cr_run == 0 ? 1 : 2;
    }
  } else {
    gap_.lf |= is_lf;
    gap_.nul |= !is_lf;
    gap_.doubled |= is_lf && gap_.cr_run == 2;
    gap_.cr_run = 0;
  }
}

// What is unusual about `end` itself as the end of a line.
Slips Reader::end_slips(char end) const noexcept {
  if (end == s3_) return 0;
  if (end == s4_) return bits(Slip::no_carriage_return);
  if (end == '\0') return bits(Slip::nul);
  const Slips odd = bits(Slip::odd_terminator);
  return end == '\n' ? static_cast<Slips>(odd | bits(Slip::no_carriage_return)) : odd;
}

Slips Reader::slips_behind() const noexcept {
  Slips slips = 0;
  if (gap_.cr && !gap_.lf && !gap_.nul) slips |= bits(Slip::no_line_feed);
  if (gap_.lf && !gap_.any_cr) slips |= bits(Slip::no_carriage_return);
  if (gap_.nul) slips |= bits(Slip::nul);
  if (gap_.doubled) slips |= bits(Slip::doubled);
  if (gap_.odd) slips |= bits(Slip::odd_terminator);
  return slips;
}

// After a stop: the LF (S4) of a CR LF that ended the line is no data.
std::size_t Reader::take_line_feed(std::string_view bytes, std::size_t used) noexcept {
  if (!behind_cr_ || used >= bytes.size() || (bytes[used] != s4_ && bytes[used] != '\n')) return 0;
  count_end(bytes[used]);
  return 1;
}

} // namespace dialbench::at
