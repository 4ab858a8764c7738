// A dialect by what a user calls it: the id of a built-in one (usr), a file of the user's own (mine.toml), or
// a model of a Windows modem INF file (inf:mdmxyz.inf#Model name).
#pragma once

#include "at/expected.hpp"
#include "at/inf/read.hpp"
#include "at/owned_dialect.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace dialbench::dialect {

// Keeps alive what it points to.
class Loaded {
 public:
  Loaded() = default; // none
  explicit Loaded(const at::Dialect& built_in) noexcept
      : dialect_(&built_in) {}
  explicit Loaded(at::OwnedDialect owned)
      : owned_(std::make_shared<const at::OwnedDialect>(std::move(owned)))
      , dialect_(&owned_->view()) {}
  [[nodiscard]] const at::Dialect* get() const noexcept { return dialect_; }

 private:
  std::shared_ptr<const at::OwnedDialect> owned_;
  const at::Dialect* dialect_ = nullptr;
};

// Why there is none. `code` is the RAS code of it (657 the file cannot be opened, 659 no such model ...); 0
// where none fits.
struct Problem {
  int code = 0;
  std::string text; // one or more lines for a person: file:line: what, and what to do
};

// Files with a relative name are looked for in `folder`; empty: the one that the program runs in.
at::Expected<Loaded, Problem> load(std::string_view name, const std::filesystem::path& folder = {});

// Whether it is a file's name (inf:..., ....toml, anything with a slash), so that what is wrong with it can
// only be said when it is read. Every other name is a built-in one's, or wrong.
bool names_file(std::string_view name) noexcept;

// 657, and what stands in the way.
Problem cannot_be_opened(std::string_view path, std::string_view why);

// A whole INF file with what it includes, which is looked for in the same folder, in any case of its letters.
at::Expected<at::inf::File, Problem> read_inf(const std::string& path);

} // namespace dialbench::dialect
