#include "harness/emulator/serve/openers.hpp"

#include "harness/emulator/serve/pty.hpp"
#include "tests/catch.hpp"
#include "tests/serve/scratch.hpp"

#include <fcntl.h>

using namespace dialbench;
using serve::Descriptor;
using serve::Openers;
using Seen = std::vector<Openers::Seen>;

namespace {

Descriptor opened(const std::string& path) { return Descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC)); }

} // namespace

TEST_CASE("each node has a count of its own, whoever reads") {
  const tests::Scratch folder;
  folder.write("a", "");
  folder.write("b", "");
  Openers openers;
  const int a = openers.add(folder / "a");
  const int b = openers.add(folder / "b");
  int told = 0;
  openers.on_change(b, [&] { ++told; });
  auto first = opened(folder / "b");
  openers.read();
  const auto second = opened(folder / "b");
  openers.read();
  CHECK(openers.count(a) == 0);
  CHECK(openers.count(b) == 2);
  CHECK(openers.take(a).empty());
  CHECK(openers.has_seen(b));
  CHECK(told == 1);
  CHECK(openers.take(b) == Seen{Openers::Seen::opened});
  first.close();
  openers.read();
  CHECK(openers.count(b) == 1);
  CHECK_FALSE(openers.has_seen(b));
  CHECK(told == 1);
}

TEST_CASE("a count may end while others are told, or its own change is told") {
  const tests::Scratch folder;
  Openers openers;
  std::vector<int> watches;
  int told = 0;
  for (const auto* name : {"a", "b", "c"}) {
    folder.write(name, "");
    watches.push_back(openers.add(folder / name));
  }
  for (const int watch : watches)
    openers.on_change(watch, [&] {
      ++told;
      for (const int each : watches) openers.remove(each);
    });
  for (const auto* name : {"a", "b", "c"}) opened(folder / name).close();
  openers.read();
  CHECK(told == 1);
  CHECK(openers.count(watches[0]) == 0);
}

TEST_CASE("what cannot be counted is told at once") {
  const tests::Scratch folder;
  Openers openers;
  CHECK(openers.add(folder / "none") < 0);
  folder.write("a", "");
  CHECK(openers.add(folder / "a") >= 0);
  CHECK(openers.add(folder / "a") < 0); // it would end with the first
  CHECK(openers.count(-1) == 0);
  CHECK(openers.take(-1).empty());
  openers.give_up();
  CHECK_FALSE(openers.work());
  CHECK(openers.add(folder / "a") < 0);
}

TEST_CASE("the terminals of a thread share one instance") {
  const auto one = serve::open_pty();
  REQUIRE(one);
  const auto before = tests::open_descriptors();
  const auto other = serve::open_pty();
  REQUIRE(other);
  CHECK(tests::open_descriptors() == before + 2); // its two sides
  REQUIRE(other->terminal.counts());
}

TEST_CASE("more events than the kernel remembers: somebody is taken to be there") {
  auto pty = serve::open_pty();
  REQUIRE(pty);
  std::ifstream limit("/proc/sys/fs/inotify/max_queued_events");
  int events = 0;
  limit >> events;
  REQUIRE(events > 0);
  if (events > 100'000) return; // somebody has raised it: nothing to see in good time
  int told = 0;
  pty->terminal.on_change([&] { ++told; });
  for (int i = 0; i <= events / 2; ++i) opened(pty->terminal.node()).close();
  REQUIRE_FALSE(pty->terminal.has_seen());
  pty->terminal.look();
  CHECK_FALSE(pty->terminal.counts());
  CHECK(pty->terminal.attended());
  CHECK(told == 1);
}
