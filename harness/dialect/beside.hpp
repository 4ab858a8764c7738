// The files that an INF file includes: those in its own folder, and no others.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dialbench::dialect {

// Windows finds them in any case of their letters. A name with a folder or a drive in it is not looked for:
// what an INF file names must not reach beyond the folder that the user chose.
class Beside {
 public:
  explicit Beside(std::string file)
      : file_(std::move(file)) {}

  // The bytes; nothing where there is no such file, where it cannot be read, or after files_max of them.
  std::optional<std::string> read(std::string_view name);

  static constexpr std::size_t files_max = 64;

 private:
  std::string file_;
  std::size_t asked_ = 0;
};

bool is_plain_file_name(std::string_view name) noexcept;

} // namespace dialbench::dialect
