// An INF file cut into its sections. Names have no case, and sections of the same name are one section, as
// Windows takes them. What the lines mean is not looked at here, so that a file of a million sections costs
// no more than its bytes.
#pragma once

#include "at/inf/text.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace dialbench::at::inf {

struct RawLine {
  std::string_view text; // without line end and outer blanks, never empty; may be a comment
  std::size_t number;    // 1-based
};

class Sections {
 public:
  using Id = std::size_t;

  // Lines end with LF, CR LF or CR.
  explicit Sections(Text text);
  // The lines view the text that stands in here.
  Sections(const Sections&) = delete;
  Sections& operator=(const Sections&) = delete;

  [[nodiscard]] std::size_t size() const noexcept { return sections_.size(); } // in the order of their names
  [[nodiscard]] std::optional<Id> find(std::string_view name) const noexcept;
  // [name.NTx86], [name.NT.6.1] ... in the order of their names.
  [[nodiscard]] std::vector<Id> decorated(std::string_view name) const;
  [[nodiscard]] std::string_view name(Id id) const noexcept { return sections_[id].name; }
  // Of the first header.
  [[nodiscard]] std::size_t number(Id id) const noexcept { return sections_[id].number; }
  [[nodiscard]] std::span<const RawLine> lines(Id id) const noexcept;
  [[nodiscard]] bool utf8() const noexcept { return text_.utf8; }

 private:
  struct Section {
    std::string_view name;
    std::size_t number;
    std::size_t begin; // of its lines
    std::size_t end;
  };
  Text text_;
  std::vector<RawLine> lines_; // section by section
  std::vector<Section> sections_;
};

} // namespace dialbench::at::inf
