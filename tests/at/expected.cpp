#include "at/expected.hpp"

#include "tests/catch.hpp"

#include <memory>
#include <string>

using namespace dialbench;

namespace {

at::Expected<std::string, int> half(int n) {
  if (n % 2 != 0) return at::Unexpected{n};
  return std::to_string(n / 2);
}

} // namespace

TEST_CASE("a value or the reason why there is none") {
  CHECK(half(4).has_value());
  CHECK(*half(4) == "2");
  CHECK(half(4)->size() == 1);
  CHECK(!half(3));
  CHECK(half(3).error() == 3);
}

TEST_CASE("value and error may have the same type, and a value may be moved out") {
  const at::Expected<int, int> error = at::Unexpected{1};
  CHECK(!error);
  at::Expected<std::unique_ptr<int>, int> owner = std::make_unique<int>(7);
  const auto taken = std::move(owner).value();
  CHECK(*taken == 7);
}
