#include "harness/app/connection.hpp"

#include "tests/catch.hpp"
#include "tests/folder.hpp"

#include <boost/asio/io_context.hpp>

#include <fcntl.h>
#include <unistd.h>

namespace dialbench::app {
using report::LineKind;

namespace {
CallSettings on(const std::string& port) {
  CallSettings settings;
  settings.port = port;
  return settings;
}
} // namespace

TEST_CASE("without a port, and on a pty under any name, no phone line is used") {
  REQUIRE(line_of(on("")) == LineKind::emulated);
  const int master = posix_openpt(O_RDWR | O_NOCTTY);
  REQUIRE(master >= 0);
  REQUIRE(grantpt(master) == 0);
  REQUIRE(unlockpt(master) == 0);
  const std::string name = ptsname(master);
  const tests::Folder folder;
  std::filesystem::create_symlink(name, folder / "modem");
  CHECK(line_of(on(name)) == LineKind::emulated);
  CHECK(line_of(on(folder / "modem")) == LineKind::emulated);
  const auto before = std::filesystem::current_path();
  std::filesystem::current_path(folder / ""); // a name without a folder is looked for in /dev, then here
  CHECK(line_of(on("modem")) == LineKind::emulated);
  CHECK(line_of(on("./modem")) == LineKind::emulated);
  std::filesystem::current_path(before);
  close(master);
}

TEST_CASE("any other port is a real line, unless the user says that a simulator is behind it") {
  auto settings = on("/dev/ttyS99");
  REQUIRE(line_of(settings) == LineKind::real);
  REQUIRE(line_of(on("ttyS99")) == LineKind::real);
  settings.line_simulator = true;
  REQUIRE(line_of(settings) == LineKind::simulator);
}

TEST_CASE("the built-in exchange is ten times as fast as a real one, and needs no gaps") {
  boost::asio::io_context context{1};
  {
    auto connected = connect(context.get_executor(), CallSettings{});
    REQUIRE(connected);
    REQUIRE(connected->built_in());
    REQUIRE(connected->pace() == 10);
    REQUIRE(connected->command_gap() == Duration(0));
  }
  context.run(); // comes to its end: the connection took the exchange with it
}

TEST_CASE("a port that is not there is a problem, not a connection") {
  boost::asio::io_context context{1};
  const auto connected = connect(context.get_executor(), on("/dev/ttyS99"));
  REQUIRE(!connected);
  REQUIRE(connected.error().fault == evidence::PortFault::no_such_port);
}

} // namespace dialbench::app
