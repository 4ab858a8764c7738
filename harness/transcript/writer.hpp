// Turns events into the bytes of a transcript file, whichever format was asked for.
#pragma once

#include "harness/transcript/pppdump.hpp"
#include "harness/transcript/transcript.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dialbench::transcript {

enum class Format : std::uint8_t { text, pppdump };
std::optional<Format> parse_format(std::string_view name) noexcept; // text, pppdump
std::string_view name(Format format) noexcept;

class Writer {
 public:
  // began_s: Time 0 in seconds since 1970, for the formats that keep it (pppdump).
  Writer(Format format, std::int64_t began_s) noexcept
      : format_(format)
      , pppdump_(began_s) {}

  // Appends the header, once; append() does it where it was not asked for.
  void begin(std::string& out);
  void append(std::string& out, const Event& event);

 private:
  Format format_;
  PppdumpWriter pppdump_;
  bool begun_ = false;
};

} // namespace dialbench::transcript
