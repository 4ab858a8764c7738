// Goal: a word is pasted into a shell as the word that it is, or not at all.
#include "harness/diagnosis/invocation.hpp"
#include "tests/catch.hpp"

using dialbench::diagnosis::shell_word;

TEST_CASE("a word is quoted only where it must be") {
  CHECK(shell_word("/dev/ttyS0") == "/dev/ttyS0");
  CHECK(shell_word("number=5550100") == "number=5550100");
  CHECK(shell_word("*70,,") == "'*70,,'");
  CHECK(shell_word("a b") == "'a b'");
  CHECK(shell_word("-x") == "'-x'");
  CHECK(shell_word("$(reboot)") == "'$(reboot)'");
}

TEST_CASE("what cannot be typed is no word") {
  for (const auto* text : {"", "it's", "a\nb", "\x1b[2J", "\xc3\xa4"}) CHECK(shell_word(text).empty());
}
