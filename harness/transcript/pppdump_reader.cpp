#include "harness/transcript/escape.hpp"
#include "harness/transcript/limits.hpp"
#include "harness/transcript/pppdump.hpp"
#include "harness/transcript/pppdump_record.hpp"

#include <algorithm>
#include <optional>

namespace dialbench::transcript {
namespace {

constexpr std::int64_t tenths_max = Time::max() / pppdump::tenth;

class PppdumpReader {
 public:
  explicit PppdumpReader(std::string_view bytes) noexcept
      : bytes_(bytes) {}

  Reading read() && {
    // No record begins with a zero: what a program that was killed had not used of its file ends it.
    const auto end = bytes_.find_last_not_of('\0');
    while (next_ < bytes_.size() && !cut_off_ && next_ <= end) {
      if (auto what = take_record()) return at::Unexpected{Fault{0, std::move(*what)}};
    }
    if (cut_off_)
      events_.push_back(Event{now(), Kind::note, "the last record of the transcript is cut off", 0});
    return std::move(events_);
  }

 private:
  // Nothing, or why the reading ends.
  std::optional<std::string> take_record() {
    const std::size_t start = next_;
    const char mark = bytes_[next_++];
    switch (mark) {
    case pppdump::sent_data: take_data(Kind::sent); break;
    case pppdump::received_data: take_data(Kind::received); break;
    case pppdump::send_end:
    case pppdump::receive_end: break;
    case pppdump::long_step: step(take_number(4)); break;
    case pppdump::short_step: step(take_number(1)); break;
    case pppdump::reset_time: reset(take_number(4)); break;
    default:
      return "byte " + std::to_string(start) + ": expected a record mark from \\x01 to \\x07, found " +
             escaped(std::string_view(&mark, 1));
    }
    if (events_.size() > events_max) return "more than " + std::to_string(events_max) + " events";
    return std::nullopt;
  }

  // Big-endian; 0 where the record is cut off.
  std::int64_t take_number(std::size_t size) noexcept {
    if (bytes_.size() - next_ < size) {
      next_ = bytes_.size();
      cut_off_ = true;
      return 0;
    }
    std::int64_t number = 0;
    for (; size > 0; --size) number = number * 256 + static_cast<unsigned char>(bytes_[next_++]);
    return number;
  }

  void take_data(Kind kind) {
    const auto length = static_cast<std::size_t>(take_number(2));
    const std::string_view data = bytes_.substr(next_, length);
    next_ += data.size();
    cut_off_ = cut_off_ || data.size() < length;
    if (!data.empty()) events_.push_back(Event{now(), kind, std::string(data), 0});
  }

  // Millions of long steps would leave the range of Time: it stays at its end instead.
  void step(std::int64_t tenths) noexcept { tenths_ = std::min(tenths_ + tenths, tenths_max); }

  void reset(std::int64_t seconds) noexcept {
    if (cut_off_) return;
    if (!began_s_) began_s_ = seconds;
    tenths_ = std::max(tenths_, (seconds - *began_s_) * 10);
  }

  [[nodiscard]] Time now() const noexcept { return tenths_ * pppdump::tenth; }

  std::string_view bytes_;
  std::size_t next_ = 0;
  bool cut_off_ = false;
  std::optional<std::int64_t> began_s_;
  std::int64_t tenths_ = 0;
  std::vector<Event> events_;
};

} // namespace

bool looks_like_pppdump(std::string_view bytes) noexcept {
  constexpr std::size_t header_size = 5;
  if (bytes.empty() || bytes.front() != pppdump::reset_time) return false;
  if (bytes.size() <= header_size) return bytes.size() == header_size;
  return bytes[header_size] >= pppdump::sent_data && bytes[header_size] <= pppdump::reset_time;
}

Reading read_pppdump(std::string_view bytes) {
  if (bytes.size() > transcript_bytes_max) {
    return at::Unexpected{Fault{0, "longer than " + std::to_string(transcript_bytes_max) + " bytes"}};
  }
  return PppdumpReader(bytes).read();
}

} // namespace dialbench::transcript
