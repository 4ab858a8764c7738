#include "harness/script/bounded_file.hpp"
#include "harness/script/read.hpp"

#include <utility>

namespace dialbench::script {

at::Expected<std::string, Fault> read_file(const std::string& path) {
  auto text = read_bounded(path, script_bytes_max);
  if (text) return std::move(*text);
  const bool large = text.error().too_large;
  return at::Unexpected{
      Fault{path,
            {},
            large ? "the file is too large" : text.error().what,
            large ? "at most " + std::to_string(script_bytes_max) + " bytes" : "the name of a text file"}};
}

} // namespace dialbench::script
