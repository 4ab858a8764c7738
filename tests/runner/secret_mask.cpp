#include "harness/runner/secret_mask.hpp"

#include "tests/catch.hpp"

using dialbench::runner::SecretMask;

namespace {

std::string hidden(SecretMask& mask, std::string received) {
  mask.hide(received);
  return received;
}

} // namespace

TEST_CASE("what is no secret stays as it is") {
  SecretMask mask;
  mask.sent("ATZ\r", false);
  REQUIRE(hidden(mask, "ATZ\r\r\nOK\r\n") == "ATZ\r\r\nOK\r\n");
}

TEST_CASE("the echo of a secret is hidden, wherever and however often it comes") {
  SecretMask mask;
  mask.sent("hunter2\r", true);
  REQUIRE(hidden(mask, "hunter2\r\n") == "*******\r\n");
  REQUIRE(hidden(mask, "password=hunter2 hunter2?") == "password=******* *******?");
}

TEST_CASE("the echo of a secret is hidden in any cutting") {
  const std::string stream = "Password: hunter2\r\nhello";
  for (std::size_t first = 0; first <= stream.size(); ++first) {
    for (std::size_t second = first; second <= stream.size(); ++second) {
      SecretMask mask;
      mask.sent("hunter2\r", true);
      auto shown = hidden(mask, stream.substr(0, first));
      shown += hidden(mask, stream.substr(first, second - first));
      shown += hidden(mask, stream.substr(second));
      CAPTURE(first, second, shown);
      REQUIRE(shown.size() == stream.size());
      REQUIRE(shown.substr(10, 7) == "*******");
      REQUIRE(shown.substr(0, 9) == "Password:"); // ends in no beginning of the secret
    }
  }
}

TEST_CASE("a secret may be sent in pieces") {
  SecretMask mask;
  mask.sent("hun", true);
  mask.sent("ter2\r", true);
  REQUIRE(hidden(mask, "hunter2") == "*******");
}

TEST_CASE("two secrets are two") {
  SecretMask mask;
  mask.sent("one\r", true);
  mask.sent("AT\r", false);
  mask.sent("two\r", true);
  REQUIRE(hidden(mask, "one AT two") == "*** AT ***");
}

TEST_CASE("after its echo, half a secret is only text") {
  SecretMask mask;
  mask.sent("hunter2\r", true);
  REQUIRE(hidden(mask, "hunter2") == "*******");
  REQUIRE(hidden(mask, "hun") == "hun");
  REQUIRE(hidden(mask, "gry") == "gry");
}
