#include "at/inf/read.hpp"
#include "harness/dialect/beside.hpp"
#include "harness/dialect/load.hpp"
#include "harness/script/bounded_file.hpp"
#include "harness/script/quoted.hpp"

namespace dialbench::dialect {

at::Expected<at::inf::File, Problem> read_inf(const std::string& path) {
  auto bytes = script::read_bounded(path, at::inf::file_bytes_max);
  if (!bytes) return at::Unexpected{cannot_be_opened(path, bytes.error().what)};
  Beside beside(path);
  return at::inf::read(*bytes, path, [&beside](std::string_view name) { return beside.read(name); });
}

} // namespace dialbench::dialect
