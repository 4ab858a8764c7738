#include "harness/transcript/read.hpp"

#include "harness/transcript/pppdump.hpp"
#include "harness/transcript/scan.hpp"
#include "harness/transcript/socat_format.hpp"
#include "harness/transcript/text_format.hpp"
#include "harness/transcript/umockdev_format.hpp"
#include "harness/transcript/windows_format.hpp"

#include <algorithm>

namespace dialbench::transcript {
namespace {

// Lines that are looked at: a log may begin with words of somebody who copied it.
constexpr unsigned lines_max = 64;

std::optional<Input> input_of_line(std::string_view line) noexcept {
  if (looks_like_windows_log(line)) return Input::windows;
  if (looks_like_socat(line)) return Input::socat;
  if (looks_like_umockdev(line)) return Input::umockdev;
  return std::nullopt;
}

// Seconds and a mark, which no other format has.
bool looks_like_text(std::string_view line) noexcept {
  scan::skip_blanks(line);
  if (line.empty() || !scan::digit(line.front())) return false;
  line.remove_prefix(std::min(line.find_first_not_of("0123456789."), line.size()));
  scan::skip_blanks(line);
  return !line.empty() && std::string_view("><#*").find(line.front()) != std::string_view::npos;
}

} // namespace

std::optional<Input> parse_input(std::string_view name) noexcept {
  if (name == "text") return Input::text;
  if (name == "pppdump") return Input::pppdump;
  if (name == "socat") return Input::socat;
  if (name == "umockdev") return Input::umockdev;
  if (name == "windows") return Input::windows;
  return std::nullopt;
}

Input input_of(std::string_view bytes) noexcept {
  if (looks_like_pppdump(bytes)) return Input::pppdump;
  if (looks_like_utf16(bytes)) return Input::windows;
  for (unsigned count = 0; count < lines_max && !bytes.empty(); ++count) {
    const auto end = std::min(bytes.find('\n'), bytes.size());
    auto line = bytes.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (looks_like_text(line)) return Input::text;
    if (const auto input = input_of_line(line)) return *input;
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
  }
  return Input::text;
}

Reading read(std::string_view bytes, Input input) {
  switch (input) {
  case Input::text: break;
  case Input::pppdump: return read_pppdump(bytes);
  case Input::socat: return read_socat(bytes);
  case Input::umockdev: return read_umockdev(bytes);
  case Input::windows: return read_windows_log(bytes);
  }
  return read_text(bytes);
}

Reading read(std::string_view bytes) { return read(bytes, input_of(bytes)); }

std::string shown(const Fault& fault, std::string_view file) {
  std::string text(file);
  if (fault.line > 0) text += ":" + std::to_string(fault.line);
  if (fault.line > 0 && fault.column > 0) text += ":" + std::to_string(fault.column);
  return text + ": " + fault.what;
}

} // namespace dialbench::transcript
