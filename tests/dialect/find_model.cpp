#include "harness/dialect/find_model.hpp"

#include "tests/catch.hpp"

using namespace dialbench::dialect;
using dialbench::at::inf::Model;

namespace {

Model model(std::string name, std::string section, std::vector<std::string> ids = {}) {
  Model made;
  made.name = std::move(name);
  made.section = std::move(section);
  made.hardware_ids = std::move(ids);
  return made;
}

std::vector<Model> models() {
  return {model("Acme Fast 33.6", "Fast", {"SERENUM\\ACM0001"}), model("Acme Fast 33.6 PCMCIA", "FastCard"),
          model("Acme Slow", "Slow", {"SERENUM\\ACM0002"}), model("ACME SLOW", "SlowToo")};
}

// The install section of what was found, or the message.
std::string found(const std::vector<Model>& among, const std::string& name) {
  const auto model = find_model(among, name, "m.inf");
  if (model) return (*model)->section;
  CHECK(model.error().code == 659);
  return model.error().text;
}

} // namespace

TEST_CASE("a model goes by its name, its name in any case, an id, its section, a part of its name") {
  CHECK(found(models(), "Acme Fast 33.6") == "Fast");
  CHECK(found(models(), "acme fast 33.6") == "Fast");
  CHECK(found(models(), "ACME SLOW") == "SlowToo");
  CHECK(found(models(), "serenum\\acm0002") == "Slow");
  CHECK(found(models(), "fastcard") == "FastCard");
  CHECK(found(models(), "pcmcia") == "FastCard");
}

TEST_CASE("a name that may be several models is none of them, and they are listed") {
  CHECK(found(models(), "fast 33") == "m.inf: \"fast 33\" may be each of 2 models:\n  Acme Fast 33.6\n"
                                      "  Acme Fast 33.6 PCMCIA");
  CHECK(found(models(), "acme slow") == "m.inf: \"acme slow\" may be each of 2 models:\n  Acme Slow\n"
                                        "  ACME SLOW");
  CHECK_THAT(found(models(), ""), StartsWith("m.inf: 4 models; name one"));
}

TEST_CASE("a name that is none gives all, the nearest first, and not more than a screen") {
  CHECK_THAT(found(models(), "Acme Slaw"),
             StartsWith("m.inf: no model \"Acme Slaw\"; the nearest first:\n  Acme Slow\n  ACME SLOW\n"));
  std::vector<Model> many;
  for (int i = 0; i < 500; ++i) many.push_back(model("M" + std::to_string(i), "S" + std::to_string(i)));
  CHECK_THAT(found(many, "zzz"), ContainsSubstring("\n  and 488 more"));
}

TEST_CASE("a section that several models share names any of them: they answer alike") {
  const std::vector<Model> all{model("One", "Shared"), model("Two", "Shared"), model("Three", "Other")};
  CHECK(found(all, "shared") == "Shared");
}

TEST_CASE("models that are called alike are one where they install alike, and told apart by section else") {
  CHECK(found({model("Twin", "A"), model("Twin", "A")}, "Twin") == "A");
  CHECK(found({model("Twin", "A"), model("Twin", "A")}, "") == "A");
  const std::vector<Model> twins{model("Twin", "A"), model("Twin", "B")};
  CHECK(found(twins, "Twin") == "m.inf: \"Twin\" may be each of 2 models:\n  Twin (section A)\n"
                                "  Twin (section B)");
  CHECK(found(twins, "B") == "B");
}

TEST_CASE("the only model needs no name, and where there is none it is said") {
  CHECK(found({model("One", "A")}, "") == "A");
  CHECK(found({}, "") == "m.inf: no model in it can be used");
  CHECK(found({}, "One") == "m.inf: no model in it can be used");
}

TEST_CASE("names of a file are shown harmless") {
  CHECK_THAT(found({model("\033[2J", "A"), model("b", "B")}, ""), ContainsSubstring("\n  \\x1b[2J\n"));
}

TEST_CASE("the handle of a model finds it again") {
  auto all = models();
  all.push_back(model("Twin", "A"));
  all.push_back(model("Twin", "B"));
  all.push_back(model("Mod\xe8le", "Accent"));
  for (const auto& each : all) {
    CAPTURE(each.section);
    CHECK(found(all, handle(each, all)) == each.section);
  }
  CHECK(handle(all.front(), all) == "Acme Fast 33.6");
  CHECK(handle(all.back(), all) == "Accent");
}
