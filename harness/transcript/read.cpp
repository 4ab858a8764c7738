#include "harness/transcript/read.hpp"

#include "harness/transcript/pppdump.hpp"
#include "harness/transcript/text_format.hpp"

namespace dialbench::transcript {

Reading read(std::string_view bytes) {
  return looks_like_pppdump(bytes) ? read_pppdump(bytes) : read_text(bytes);
}

std::string shown(const Fault& fault, std::string_view file) {
  std::string text(file);
  if (fault.line > 0) text += ":" + std::to_string(fault.line);
  return text + ": " + fault.what;
}

} // namespace dialbench::transcript
