#include "harness/transcript/umockdev_format.hpp"

#include <algorithm>

namespace dialbench::transcript {

void UmockdevWriter::append(std::string& out, const Event& event) {
  if (event.kind == Kind::note) return;
  const std::string text =
      event.kind == Kind::secret ? std::string(std::max(event.length, event.text.size()), '*') : event.text;
  if (text.empty()) return;
  using std::chrono::milliseconds;
  const auto now = std::chrono::floor<milliseconds>(std::max(event.at, before_));
  out += event.kind == Kind::received ? 'r' : 'w';
  out += ' ' + std::to_string((now - std::chrono::floor<milliseconds>(before_)).count()) + ' ';
  before_ = now;
  for (const char byte : text) {
    if (static_cast<unsigned char>(byte) < ' ') {
      out += {'^', static_cast<char>(byte + '@')};
    } else if (byte == '^') {
      out += "^`";
    } else {
      out += byte;
    }
  }
  out += '\n';
}

} // namespace dialbench::transcript
