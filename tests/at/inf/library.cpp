#include "tests/at/inf/example.hpp"
#include "tests/catch.hpp"

using namespace dialbench::at::inf;
using example::Opened;

namespace {

std::string codes(Faults& faults) {
  std::string text;
  for (const Fault& fault : faults.take()) text += message(fault) + "\n";
  return text;
}

} // namespace

TEST_CASE("a section is looked for at home first, elsewhere on request") {
  Opened o("[a]\n[b]\n", [](std::string_view) { return std::optional<std::string>("[b]\n[c]\n"); });
  o.library.include(o.member, "other.inf", 1);
  CHECK(o.library.find(o.member, "b")->member == &o.member);
  CHECK(o.library.find_elsewhere(o.member, "b")->member != &o.member);
  CHECK(o.library.find_elsewhere(o.member, "a")->member == &o.member);
  CHECK(o.library.find(o.member, "c")->member->name == "other.inf");
  CHECK(!o.library.find(o.member, "d"));
}

TEST_CASE("a file is included once, under any case and folder of its name") {
  int asked = 0;
  Opened o("", [&asked](std::string_view) {
    ++asked;
    return std::optional<std::string>("[x]\n");
  });
  o.library.include(o.member, "other.inf", 1);
  o.library.include(o.member, "OTHER.INF", 2);
  CHECK(asked == 1);
  CHECK(codes(o.faults).empty());
  o.library.include(o.member, "MAIN.INF", 3);
  CHECK(asked == 1);
  CHECK(codes(o.faults) == "main.inf:3: 657: Include of 'MAIN.INF': the file includes itself\n");
}

TEST_CASE("what cannot be included is asked for once and told of in each place") {
  int asked = 0;
  Opened o("", [&asked](std::string_view) {
    ++asked;
    return std::optional<std::string>();
  });
  o.library.include(o.member, "gone.inf", 1);
  o.library.include(o.member, "Gone.inf", 2);
  CHECK(asked == 1);
  CHECK(codes(o.faults) == "main.inf:1: 657: Include of 'gone.inf': there is no such file\n"
                           "main.inf:2: 657: Include of 'Gone.inf': there is no such file\n");
}

TEST_CASE("a chain of files that never ends is cut") {
  int asked = 0;
  const auto next = [&asked](std::string_view) {
    ++asked;
    return std::optional<std::string>("[i]\nInclude=f" + std::to_string(asked) + ".inf\nNeeds=i\n");
  };
  const File file =
      read("[Version]\nClass=Modem\n[Manufacturer]\nm=M\n[M]\na=i\n[i]\nInclude=f.inf\nNeeds=i\n", "main.inf",
           next);
  CHECK(asked <= static_cast<int>(include_files_max));
  CHECK(example::has(file, 660));
  Opened deep("[i]\nInclude=f.inf\n", next);
  asked = 0;
  Member* at = &deep.member;
  for (std::size_t i = 0; i <= include_depth_max; ++i) {
    (void)deep.library.install(*at, 0);
    const auto found = deep.library.find_elsewhere(*at, "i");
    at = found->member;
  }
  CHECK(asked <= static_cast<int>(include_depth_max));
}

TEST_CASE("files that are too large, one by one or together, are refused") {
  Opened o("",
           [](std::string_view) { return std::optional<std::string>(std::string(file_bytes_max + 1, 'x')); });
  o.library.include(o.member, "large.inf", 1);
  CHECK(codes(o.faults) == "main.inf:1: 657: Include of 'large.inf': the file is too large\n");
  Opened many("",
              [](std::string_view) { return std::optional<std::string>(std::string(file_bytes_max, ' ')); });
  many.library.include(many.member, "a.inf", 1);
  many.library.include(many.member, "b.inf", 2);
  many.library.include(many.member, "c.inf", 3);
  CHECK(codes(many.faults) == "main.inf:3: 657: Include of 'c.inf': the file is too large\n");
}

TEST_CASE("each file has strings of its own, and what is not defined is a fault with its line") {
  Opened o("[Strings]\nname=\"main\"\n",
           [](std::string_view) { return std::optional<std::string>("[b]\n[Strings]\nname=\"other\"\n"); });
  o.library.include(o.member, "other.inf", 1);
  CHECK(o.library.replaced(o.member, "%name%", 1) == "main");
  CHECK(o.library.replaced(*o.library.find(o.member, "b")->member, "%name%", 1) == "other");
  CHECK(o.library.replaced(o.member, "%nmae%", 7) == "%nmae%");
  CHECK(codes(o.faults) == "main.inf:7: 654: %nmae% is not defined in [Strings]\n");
}

TEST_CASE("work ends, and says so once") {
  Opened o("");
  CHECK(o.library.work(o.member, 1, work_max));
  CHECK(!o.library.exhausted());
  CHECK(!o.library.work(o.member, 2));
  CHECK(!o.library.work(o.member, 3));
  CHECK(o.library.exhausted());
  CHECK(o.faults.take().size() == 1);
}

TEST_CASE("broken values are faults, 698 where they are responses") {
  Opened o("[r]\nHKR,Responses,OK,1,0G\nHKX,,a,,b\nHKR,,ok,,b\nHKR,,gone,4\n");
  const auto& values = o.library.values(o.member, 0);
  REQUIRE(values.size() == 1);
  CHECK(values[0].name == "ok");
  const auto faults = o.faults.take();
  REQUIRE(faults.size() == 2);
  CHECK(faults[0].code == 698);
  CHECK(faults[1].code == 662);
}
