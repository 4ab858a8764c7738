#include "harness/emulator/serve/serve.hpp"
#include "harness/emulator/serve/socat_pair.hpp"

#include "tests/catch.hpp"
#include "tests/serve/dialer.hpp"
#include "tests/serve/scratch.hpp"

#include <signal.h>
#include <stdlib.h>

using namespace dialbench;
using namespace dialbench::tests;

namespace {

// An environment variable with another value, for as long as this lives.
class Environment {
 public:
  Environment(const char* name, const std::string& value)
      : name_(name)
      , old_(::getenv(name) ? ::getenv(name) : "") {
    ::setenv(name, value.c_str(), 1);
  }
  ~Environment() { old_.empty() ? ::unsetenv(name_) : ::setenv(name_, old_.c_str(), 1); }

 private:
  const char* name_;
  std::string old_;
};

} // namespace

TEST_CASE("without socat the error says how to get it") {
  const Scratch empty;
  const Environment path("PATH", empty.path());
  const auto pair = serve::start_socat();
  REQUIRE_FALSE(pair);
  REQUIRE(pair.error() == "socat is not installed: apt-get install socat");
}

TEST_CASE("a socat that cannot start is quoted") {
  const Scratch scratch;
  scratch.write("socat", "#!/bin/sh\necho '2026/01/01 12:00:00 socat[7] E no ptys today' >&2\nexit 1\n");
  std::filesystem::permissions(scratch / "socat", std::filesystem::perms::owner_all);
  const Environment path("PATH", scratch.path() + ":" + ::getenv("PATH"));
  const auto pair = serve::start_socat();
  REQUIRE_FALSE(pair);
  REQUIRE(pair.error() == "socat ended at once: E no ptys today");
}

TEST_CASE("characters that mean something to socat may stand in TMPDIR") {
  const Scratch scratch;
  std::filesystem::create_directory(scratch / "a,b:c!!'d e");
  const Environment folder("TMPDIR", scratch / "a,b:c!!'d e");
  const auto pair = serve::start_socat();
  REQUIRE(pair);
  REQUIRE(std::filesystem::exists(pair->dialer_link()));
}

TEST_CASE("both sides carry bytes as they are") {
  auto pair = serve::start_socat();
  REQUIRE(pair);
  boost::asio::io_context io(1);
  Dialer dialer(io, pair->dialer_link());
  dialer.listen();
  const std::string bytes("\x03\x04\r\n\x11\x13\x1a\xff\0z", 10);
  REQUIRE(::write(pair->modem_side.number(), bytes.data(), bytes.size()) == 10);
  REQUIRE(dialer.hears("z"));
  REQUIRE(dialer.heard == bytes);
}

TEST_CASE("a socat that somebody kills ends the run") {
  boost::asio::io_context io(1);
  const emulator::Exchange exchange;
  Running modem(io, serve::on_socat(io.get_executor(), exchange, {}, "", {}));
  Dialer dialer(io, modem.served->port());
  dialer.listen();
  REQUIRE(dialer.asks("AT\r", "OK"));
  // Its only child with a folder of that name as its own.
  const auto folder = std::filesystem::path(modem.served->port()).parent_path();
  for (const auto& process : std::filesystem::directory_iterator("/proc")) {
    std::error_code error;
    if (std::filesystem::read_symlink(process.path() / "cwd", error) != folder) continue;
    ::kill(std::stoi(process.path().filename().string()), SIGKILL);
  }
  REQUIRE(run_until(io, [&] { return dialer.gone && *modem.ended; }));
}
