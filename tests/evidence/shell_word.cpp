#include "harness/evidence/shell_word.hpp"

#include "tests/catch.hpp"

using dialbench::evidence::shell_word;

TEST_CASE("what a shell leaves alone is not quoted") {
  for (const auto* plain : {"/dev/ttyS0", "number=5550100", "5550100,,1", "a.toml", "user@host:23", "+49"})
    CHECK(shell_word(plain) == plain);
}

TEST_CASE("everything else is one word of a shell, and nothing in it is carried out") {
  CHECK(shell_word("/tmp/my modem") == "'/tmp/my modem'");
  CHECK(shell_word("*70,,") == "'*70,,'");
  CHECK(shell_word("/tmp/$(reboot)") == "'/tmp/$(reboot)'");
  CHECK(shell_word("-x") == "'-x'");
  CHECK(shell_word("=ls") == "'=ls'"); // a path to zsh
  CHECK(shell_word("it's") == "'it'\\''s'");
  CHECK(shell_word("a\nb") == "'a\nb'");
  CHECK(shell_word("") == "''");
}
