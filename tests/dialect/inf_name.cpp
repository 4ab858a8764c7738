#include "harness/dialect/inf_name.hpp"

#include "tests/catch.hpp"
#include "tests/folder.hpp"

using namespace dialbench::dialect;
using dialbench::tests::Folder;

namespace {
void check(const std::string& name, const std::string& file, const std::string& model) {
  CAPTURE(name);
  const auto parsed = parse_inf_name(name);
  CHECK(parsed.file == file);
  CHECK(parsed.model == model);
}
} // namespace

TEST_CASE("a name is a file, or a file and a model") {
  check("inf:mdm.inf", "mdm.inf", "");
  check("inf:mdm.inf#Acme Fast", "mdm.inf", "Acme Fast");
  check("INF:mdm.inf#Acme", "mdm.inf", "Acme");
  check("mdm.inf#Acme", "mdm.inf", "Acme");
  check("inf:mdm.inf#", "mdm.inf", "");
  check("inf:#Acme", "", "Acme");
  check("inf:", "", "");
  check("inf:#", "", "");
}

TEST_CASE("the # that divides is the last one behind a file that is there") {
  const Folder folder;
  const std::string plain = folder.write("mdm.inf", "x");
  const std::string odd = folder.write("a#b.inf", "x");
  check("inf:" + odd, odd, "");
  check("inf:" + odd + "#Acme", odd, "Acme");
  check("inf:" + plain + "#Acme #2", plain, "Acme #2");
  check("inf:" + plain + "##", plain, "#");
  check("inf:none#Acme #2", "none#Acme ", "2");
}

TEST_CASE("only inf: makes it a name of this kind") {
  CHECK(is_inf_name("inf:x"));
  CHECK(is_inf_name("Inf:"));
  CHECK_FALSE(is_inf_name("inf"));
  CHECK_FALSE(is_inf_name("info:x"));
  CHECK_FALSE(is_inf_name(""));
}

TEST_CASE("a name that was put together is taken apart again") {
  CHECK(inf_name("mdm.inf", "Acme") == "inf:mdm.inf#Acme");
  CHECK(inf_name("mdm.inf", "") == "inf:mdm.inf");
}
