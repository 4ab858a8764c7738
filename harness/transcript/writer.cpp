#include "harness/transcript/writer.hpp"

#include "harness/transcript/text_format.hpp"

namespace dialbench::transcript {

std::optional<Format> parse_format(std::string_view name) noexcept {
  if (name == "text") return Format::text;
  if (name == "pppdump") return Format::pppdump;
  return std::nullopt;
}

std::string_view name(Format format) noexcept { return format == Format::text ? "text" : "pppdump"; }

void Writer::begin(std::string& out) {
  if (begun_) return;
  begun_ = true;
  if (format_ == Format::text) {
    append_text_header(out);
  } else {
    pppdump_.append_header(out);
  }
}

void Writer::append(std::string& out, const Event& event) {
  begin(out);
  if (format_ == Format::text) {
    append_text(out, event);
  } else {
    pppdump_.append(out, event);
  }
}

} // namespace dialbench::transcript
