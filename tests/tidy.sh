#!/usr/bin/env bash
# What no compiler checks: the walls of the house, and a few things that have bitten. Prints each line that breaks a rule.
set -euo pipefail
cd "$(dirname "$0")/.."
broken=0
forbid() { # WHY PATTERN FILES...
  local why=$1 pattern=$2 found
  shift 2
  found=$(grep -rnE --include='*.cpp' --include='*.hpp' --include='*.def' "$pattern" "$@" || true)
  [ -z "$found" ] || { printf '%s\n%s\n\n' "$why" "$found"; broken=1; }
}
forbid "at/ and catalogue/ know the standard library only" '#include [<"](boost|harness|fmt|toml|nlohmann|spdlog)' at catalogue
forbid "at/ and catalogue/ do not know each other" '#include "catalogue/' at
forbid "at/ and catalogue/ do not know each other" '#include "at/' catalogue
forbid "no Asio, no descriptors, no clocks here" '#include <(boost|unistd|fcntl|sys/|termios|poll)|(steady|system)_clock::now' \
  harness/evidence harness/script/*.hpp harness/session harness/diagnosis harness/transcript harness/simulation harness/redial/rules.cpp
forbid "the emulated modem knows no Asio, no descriptors, no clocks" '#include <(boost|unistd|fcntl|sys/|termios|poll)|(steady|system)_clock::now' \
  harness/emulator/*.cpp harness/emulator/*.hpp harness/emulator/faults
forbid "g++ evaluates an awaiting assertion twice" '(REQUIRE|CHECK)[A-Z_]*\([^;]*co_await' tests harness
forbid "no test sleeps" 'sleep_for|sleep_until|usleep|nanosleep' tests
forbid "a semicolon in a test's name hides it from ctest" 'TEST_CASE\("[^"]*;' tests
forbid "unfinished work" '\b(TODO|FIXME|HACK)\b' at catalogue harness tests
exit $broken
