// docs/emulator.md has every command, register, dialect and habit.
#include "at/dialect.hpp"
#include "harness/emulator/settings.hpp"
#include "tests/catch.hpp"

#include <fstream>
#include <sstream>

using namespace dialbench;
using namespace dialbench::emulator;

namespace {

const std::string& page() {
  static const std::string text = [] {
    std::ostringstream read;
    read << std::ifstream(DIALBENCH_SOURCE_DIR "/docs/emulator.md").rdbuf();
    return read.str();
  }();
  return text;
}

// In a table: | `X` |, or among others: `X`, or the first of a range `X0`-`X3`.
bool names(const std::string& text) {
  return page().find('`' + text + '`') != std::string::npos ||
         page().find('`' + text + "0`") != std::string::npos;
}

} // namespace

TEST_CASE("docs/emulator.md has every habit, and its words as the table has them") {
  for (const auto& habit : habit_rows())
    CHECK_THAT(page(), ContainsSubstring("| `" + std::string(habit.name) + "` |") &&
                           ContainsSubstring("| " + std::string(habit.text) + " |"));
}

TEST_CASE("docs/emulator.md has every register with its range") {
  for (const auto& row : register_rows()) {
    const std::string range =
        row.read_only ? "read" : std::to_string(row.least) + '-' + std::to_string(row.most);
    CHECK_THAT(page(),
               ContainsSubstring("| S" + std::to_string(row.number) + " | " + std::to_string(row.initial) +
                                 " | " + range + " | " + std::string(row.text) + " |"));
  }
}

TEST_CASE("docs/emulator.md has every command") {
  for (const std::string name : {
#define BASIC(id, name, max, action, initial, shown) name,
#include "harness/emulator/basic_commands.def"
       }) {
    CAPTURE(name);
    CHECK(names(name));
  }
  for (const auto& row : extended_rows())
    CHECK_THAT(page(), ContainsSubstring("| `" + std::string(row.name) + "` | `" + std::string(row.initial) +
                                         "` | `" + std::string(row.ranges) + "` |"));
  for (const std::string name : {
#define IDENTITY(name, what) name,
#include "harness/emulator/identities.def"
       })
    CHECK(names(name));
}

TEST_CASE("docs/emulator.md has every dialect, and every report with its command") {
  for (const at::Dialect* dialect : at::dialects()) {
    CHECK(names(std::string(dialect->id)));
    for (const auto& report : dialect->reports) CHECK(names(std::string(report.command)));
  }
}
