// A folder of our own under TMPDIR, for links that nobody else should see; gone at the end with what is in
// it.
#pragma once

#include "at/expected.hpp"

#include <string>

namespace dialbench::serve {

class PrivateFolder {
 public:
  static at::Expected<PrivateFolder, std::string> make();
  PrivateFolder(PrivateFolder&& other) noexcept;
  PrivateFolder& operator=(PrivateFolder&& other) = delete;
  ~PrivateFolder() { remove(); }

  [[nodiscard]] const std::string& path() const noexcept { return path_; }
  void remove() noexcept;

 private:
  explicit PrivateFolder(std::string path);
  std::string path_;
};

} // namespace dialbench::serve
