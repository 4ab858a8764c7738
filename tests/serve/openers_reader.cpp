#include "harness/emulator/serve/openers_reader.hpp"

#include "harness/emulator/serve/pty.hpp"
#include "tests/catch.hpp"
#include "tests/serve/dialer.hpp"

using namespace dialbench;
using namespace dialbench::tests;
using Use = serve::OpenersReader::Use;

TEST_CASE("who opens a terminal is told while somebody reads, and then nothing keeps the executor") {
  auto pty = serve::open_pty();
  REQUIRE(pty);
  bool told = false;
  pty->terminal.on_change([&] { told = true; });
  boost::asio::io_context io{1};
  {
    const Use one(io.get_executor());
    const Use other(io.get_executor());
    const Dialer dialer(io, pty->terminal.node());
    REQUIRE(run_until(io, [&] { return told; }));
    CHECK(pty->terminal.look().size() == 1);
  }
  io.restart();
  io.run(); // it ends
  CHECK(pty->terminal.look().size() == 1);
}

TEST_CASE("one who reads again before the last wait has ended is heard") {
  auto pty = serve::open_pty();
  REQUIRE(pty);
  bool told = false;
  pty->terminal.on_change([&] { told = true; });
  boost::asio::io_context io{1};
  { const Use first(io.get_executor()); }
  const Use next(io.get_executor());
  const Dialer dialer(io, pty->terminal.node());
  REQUIRE(run_until(io, [&] { return told; }));
}
