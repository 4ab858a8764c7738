#include "harness/transcript/limits.hpp"
#include "harness/transcript/pppdump.hpp"
#include "harness/transcript/pppdump_record.hpp"

#include <algorithm>
#include <limits>

namespace dialbench::transcript {
namespace {

void append_number(std::string& out, std::uint32_t number, unsigned bytes) {
  for (unsigned left = bytes; left > 0; --left) out += static_cast<char>((number >> (8 * (left - 1))) & 0xff);
}

void append_data(std::string& out, pppdump::Mark mark, std::string_view bytes) {
  while (!bytes.empty()) {
    const std::string_view record = bytes.substr(0, event_bytes_max);
    out += static_cast<char>(mark);
    append_number(out, static_cast<std::uint32_t>(record.size()), 2);
    out += record;
    bytes.remove_prefix(record.size());
  }
}

} // namespace

void PppdumpWriter::append_header(std::string& out) const {
  const auto latest = std::int64_t{std::numeric_limits<std::uint32_t>::max()};
  out += static_cast<char>(pppdump::reset_time);
  append_number(out, static_cast<std::uint32_t>(std::clamp<std::int64_t>(began_s_, 0, latest)), 4);
}

// Steps are differences of whole tenths since the start, so that what is rounded off never adds up.
// pppdump(8) keeps a step in a signed 32-bit number.
void PppdumpWriter::append_step(std::string& out, Time at) {
  const std::int64_t step =
      std::min<std::int64_t>(at / pppdump::tenth - tenths_, std::numeric_limits<std::int32_t>::max());
  if (step <= 0) return;
  const bool is_short = step <= std::numeric_limits<std::uint8_t>::max();
  out += static_cast<char>(is_short ? pppdump::short_step : pppdump::long_step);
  append_number(out, static_cast<std::uint32_t>(step), is_short ? 1 : 4);
  tenths_ += step;
}

void PppdumpWriter::append(std::string& out, const Event& event) {
  switch (event.kind) {
  case Kind::note: return;
  case Kind::sent:
  case Kind::received:
    if (event.text.empty()) return;
    append_step(out, event.at);
    append_data(out, event.kind == Kind::sent ? pppdump::sent_data : pppdump::received_data, event.text);
    return;
  case Kind::secret:
    const std::size_t length = std::min(std::max(event.length, event.text.size()), event_bytes_max);
    if (length == 0) return;
    append_step(out, event.at);
    append_data(out, pppdump::sent_data, std::string(length, '*'));
    return;
  }
}

} // namespace dialbench::transcript
