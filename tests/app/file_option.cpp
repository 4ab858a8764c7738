// [binary]: these run the built program.
#include "tests/app/program.hpp"
#include "tests/catch.hpp"

using dialbench::tests::fits_the_page;
using dialbench::tests::run_program;
using dialbench::tests::unbroken;

TEST_CASE("an empty name of a file is refused by every option that takes one", "[binary]") {
  const auto [command, option] = GENERATE(table<std::string, std::string>({
      {"dial 5550176 --transcript ''", "--transcript"},
      {"dial 5550176 --log ''", "--log"},
      {"dial 5550176 --script ''", "--script"},
      {"dial 5550176 --chat ''", "--chat"},
      {"script ''", "FILE"},
      {"script probe.toml --log ''", "--log"},
      {"test --simulate --junit ''", "--junit"},
      {"test --simulate ''", "PATH"},
      {"test --simulate conformance ''", "PATH"},
      {"emulate --stdio ''", "EXCHANGE.toml"},
      {"emulate --stdio --control ''", "--control"},
      {"emulate --pty --exec ''", "--exec"},
      {"replay '' --stdio", "FILE"},
      {"replay x --pty --exec ''", "--exec"},
      {"classify ''", "FILE"},
      {"inf ''", "FILE"},
  }));
  CAPTURE(command);
  const auto ran = run_program(command + " </dev/null");
  CHECK(ran.status == 64);
  CHECK(ran.out.empty());
  CHECK_THAT(unbroken(ran.err), ContainsSubstring(option + ": ''"));
  CHECK_THAT(unbroken(ran.err), ContainsSubstring("expected"));
  CHECK(fits_the_page(ran.err));
}
