#include "harness/emulator/settings.hpp"

#include "harness/emulator/personality.hpp"
#include "tests/catch.hpp"

using namespace dialbench;
using namespace dialbench::emulator;

namespace {

Habits habits_of(const at::Dialect& dialect) {
  Habits habits;
  habits.dialect = &dialect;
  return habits;
}

} // namespace

TEST_CASE("a dialect has its own factory registers, and its RINGING") {
  const Settings usr = factory_settings(habits_of(*at::find_dialect("usr")));
  CHECK(usr.registers.at(7) == 60);
  CHECK(usr.registers.at(11) == 70);
  CHECK(factory_settings({}).registers.at(7) == 50);
  CHECK(tells_ringing(at::find_dialect("usr")));
  CHECK_FALSE(tells_ringing(at::find_dialect("conexant")));
  CHECK(in_dialect(habits_of(*at::find_dialect("telebit"))).reports_ringing);
}

TEST_CASE("a dialect bounds the command line") {
  CHECK(in_dialect(habits_of(*at::find_dialect("si24xx"))).command_characters == 48);
  CHECK(in_dialect({}).command_characters == 128);
  Habits endless;
  endless.command_characters = 10'000'000;
  CHECK(in_dialect(endless).command_characters == 4096);
}

TEST_CASE("W stands as connect_lines and the dialect have it") {
  const auto w = [](const Settings& settings) { return settings.number(BasicCommand::link_report); };
  const auto s95 = [](const Settings& settings) { return settings.registers.at(Register::result_options); };
  CHECK((w(factory_settings({})) == 1 && s95(factory_settings({})) == 0));
  CHECK(factory_settings({}).names_line_rate);
  Habits plain;
  plain.connect_lines = false;
  CHECK((w(factory_settings(plain)) == 2 && s95(factory_settings(plain)) == 0));
  CHECK_FALSE(factory_settings(plain).names_line_rate);
  const Settings usr = factory_settings(habits_of(*at::find_dialect("usr")));
  CHECK((w(usr) == 2 && s95(usr) == 0));
}
