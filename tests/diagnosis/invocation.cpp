// Goal: a word is pasted into a shell as the word that it is, or not at all.
#include "harness/diagnosis/invocation.hpp"
#include "tests/catch.hpp"

using dialbench::diagnosis::typeable_word;

TEST_CASE("what can be typed is one word of a shell") {
  CHECK(typeable_word("/dev/ttyS0") == "/dev/ttyS0");
  CHECK(typeable_word("*70,,") == "'*70,,'");
  CHECK(typeable_word("$(reboot)") == "'$(reboot)'");
}

TEST_CASE("what cannot be typed is no word") {
  for (const auto* text : {"", "it's", "a\nb", "\x1b[2J", "\xc3\xa4"}) CHECK(typeable_word(text).empty());
}
