#include "harness/emulator/personality.hpp"

#include "at/identification.hpp"
#include "harness/emulator/information.hpp"
#include "harness/emulator/settings.hpp"
#include "tests/catch.hpp"

using namespace dialbench;
using namespace dialbench::emulator;

namespace {

Habits habits_of(const at::Dialect& dialect) {
  Habits habits;
  habits.dialect = &dialect;
  return habits;
}

// What a modem of the V.250 dialect says points to no maker, and must not.
const at::Dialect* expected(const at::Dialect& dialect) { return dialect.id == "v250" ? nullptr : &dialect; }

} // namespace

TEST_CASE("what a modem says of itself points to its dialect") {
  for (const at::Dialect* dialect : at::dialects()) {
    CAPTURE(dialect->id);
    const Habits habits = habits_of(*dialect);
    at::Identification who;
    const auto answers = [&](std::string_view command, std::string_view text) {
      while (!text.empty()) {
        const auto line = text.substr(0, text.find('\n'));
        at::add_line(who, command, line);
        text.remove_prefix(std::min(line.size() + 1, text.size()));
      }
    };
    answers("AT+GMI", identity_text(Asked::maker, habits));
    answers("AT+GMM", identity_text(Asked::model, habits));
    CHECK(at::dialect_of(who) == expected(*dialect));
    CHECK(at::identify(identity_text(Asked::model, habits)) == expected(*dialect));
    for (unsigned page = 0; page <= 9; ++page)
      answers("ATI" + std::to_string(page), identification_text(page, habits, {}).value_or(""));
    CHECK(at::dialect_of(who) == expected(*dialect));
  }
}

TEST_CASE("no page of a dialect points to another one") {
  for (const at::Dialect* dialect : at::dialects())
    for (unsigned page = 0; page <= 9; ++page) {
      CAPTURE(dialect->id, page);
      const auto text = identification_text(page, habits_of(*dialect), {});
      const auto* found = at::identify(text.value_or(""));
      // ZyXEL alone says nothing of the model.
      const bool family = found != nullptr && found->id.starts_with(dialect->id.substr(0, 5));
      CHECK((found == nullptr || found == dialect || family));
    }
}

TEST_CASE("every dialect has a personality, and so has one that no table knows") {
  for (const at::Dialect* dialect : at::dialects()) {
    CAPTURE(dialect->id);
    CHECK_FALSE(personality_of(dialect).revision.empty());
    CHECK(personality_of(dialect).extent_max >= 4);
  }
  at::Dialect unknown{.id = "mine", .title = "my modem", .source = {}, .rows = {}};
  CHECK(personality_of(&unknown).model == "my modem");
  CHECK(personality_of(nullptr).maker == "dialbench");
}
