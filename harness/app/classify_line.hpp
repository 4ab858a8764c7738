// What `classify` says of one line: at::classify() and at::add_result() put together, and the RAS code.
#pragma once

#include "at/connect.hpp"
#include "at/dialect.hpp"
#include "at/meaning.hpp"
#include "at/reader.hpp"
#include "at/result.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace dialbench::app {

struct Classified {
  at::Result result; // its word views the line, or the classifier: valid until the next line is classified
  at::Link link;
  const at::Dialect* dialect = nullptr; // in force for this line
  std::optional<int> code;              // RAS code; nothing where the line is no failure
  bool overflow = false;                // the line was longer than any may be; this is of its first bytes
};

// The line rate that stands for both ways, as the response lists of modem INF files have it: the faster one
// where the ways differ by design (V.23, and V.90 and its kin), else what we transmit.
std::optional<at::Bps> line_rate(const at::Link& link) noexcept;

// RAS code of a line that means this and stands alone; nothing where it is no failure, or no end.
std::optional<int> code_of(at::Meaning meaning);

class LineClassifier {
 public:
  // With `automatic` the dialect is learned from what the modem says of itself, and kept until it says
  // otherwise.
  explicit LineClassifier(const at::Dialect* dialect, bool automatic = false) noexcept
      : dialect_(dialect)
      , automatic_(automatic) {}

  // One line of a modem, as at::Reader cuts it. One to three digits are a numeric result.
  Classified line(const at::Line& line);
  // Bytes that may hold several lines of a modem: the last of its final results, else of what tells most,
  // with what all of them say of the link.
  Classified text(std::string_view bytes);
  // A line of text in which control bytes are written as escapes (append_unescaped).
  Classified escaped_text(std::string_view line);
  // The first bytes of a line that is too long.
  Classified overflow(std::string_view bytes);

 private:
  Classified understood(std::string_view line, at::Slips slips);

  const at::Dialect* dialect_;
  bool automatic_;
  at::Reader reader_;
  std::string unescaped_;
};

} // namespace dialbench::app
