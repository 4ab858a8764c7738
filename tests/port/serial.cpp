#include "harness/port/port.hpp"
#include "harness/port/termios_linux.hpp"
#include "tests/catch.hpp"
#include "tests/port/child.hpp"
#include "tests/port/drive.hpp"
#include "tests/port/pty_pair.hpp"
#include "tests/port/socat_pair.hpp"
#include "tests/port/temporary.hpp"

#include <boost/asio/error.hpp>
#include <boost/asio/post.hpp>

#include <functional>
#include <sys/file.h>

using namespace dialbench;
using namespace dialbench::tests;
using boost::asio::io_context;
using boost::system::error_code;
using evidence::PortFault;
using port::open_serial;

namespace {

port::Settings settings_named(const std::string& name) {
  port::Settings settings;
  settings.name = name;
  return settings;
}

std::unique_ptr<port::Port> opened(io_context& io, const port::Settings& settings) {
  auto port = open_serial(io.get_executor(), settings);
  if (!port) FAIL(port.error().detail);
  return std::move(*port);
}

// Does it when the operation that is driven next waits: drive() queues its coroutine behind the first of
// these two.
void once_pending(io_context& io, std::function<void()> act) {
  boost::asio::post(io, [&io, act = std::move(act)] { boost::asio::post(io, act); });
}

bool is_loss(const error_code& error) { return error == boost::asio::error::eof || error.value() == EIO; }

} // namespace

TEST_CASE("bytes go both ways through a socat pair, whatever they are") {
  io_context io;
  const SocatPair pair;
  const auto near_end = opened(io, settings_named(pair.port()));
  const auto far_end = opened(io, settings_named(pair.modem()));
  std::string every_byte;
  for (int value = 0; value < 256; ++value) every_byte += static_cast<char>(value);
  std::string there, back;
  error_code error;
  const auto exchange = [&]() -> boost::asio::awaitable<void> {
    co_await write_all(*near_end, every_byte, error);
    co_await read_into(*far_end, every_byte.size(), there, error);
    co_await write_all(*far_end, there, error);
    co_await read_into(*near_end, every_byte.size(), back, error);
  };
  REQUIRE(drive(io, exchange()));
  CHECK_FALSE(error);
  CHECK(there == every_byte);
  CHECK(back == every_byte);
}

TEST_CASE("the port is raw before its first byte: a terminal that echoed does so no more") {
  io_context io;
  const PtyPair pty;
  REQUIRE((pty.settings().c_lflag & ECHO) != 0);
  pty.say("before\r");
  REQUIRE_FALSE(pty.hear(1000).empty());
  const auto port = opened(io, settings_named(pty.name()));
  pty.say("\r\nOK\r\n\x03");
  std::string heard;
  error_code error;
  REQUIRE(drive(io, read_into(*port, 7, heard, error)));
  CHECK(heard == "\r\nOK\r\n\x03");
  CHECK(pty.hear(0).empty());
}

TEST_CASE("odd rates are set") {
  io_context io;
  const PtyPair pty;
  const auto rate = GENERATE(port::Baud{14400}, port::Baud{28800}, port::Baud{33600}, port::Baud{230400},
                             port::Baud{12345});
  port::Settings settings = settings_named(pty.name());
  settings.rate = rate;
  const auto port = opened(io, settings);
  const auto seen = port::read_back(pty.master());
  REQUIRE(seen);
  CHECK(seen->rate == rate);
}

TEST_CASE("a port that another process has open is refused, and that process named") {
  io_context io;
  const SocatPair pair;
  Child other({PORT_PROBE, pair.port()});
  REQUIRE(other.line() == "open");
  const auto second = open_serial(io.get_executor(), settings_named(pair.port()));
  REQUIRE_FALSE(second);
  CHECK(second.error().fault == PortFault::in_use);
  CHECK_THAT(second.error().detail, StartsWith("port-probe (pid " + std::to_string(other.pid()) + ") has"));
  CHECK(other.wait() == 0);
  CHECK(open_serial(io.get_executor(), settings_named(pair.port())));
}

TEST_CASE("a port whose owner was killed is free again") {
  if (::geteuid() != 0 || ::access("/var/lock", W_OK) != 0) {
    WARN("needs root and a lock directory: the flag of a dead owner stays on a pty that its far end holds "
         "open");
    return;
  }
  io_context io;
  const SocatPair pair;
  Child other({PORT_PROBE, pair.port()});
  REQUIRE(other.line() == "open");
  other.kill(SIGKILL);
  other.wait();
  CHECK(open_serial(io.get_executor(), settings_named(pair.port())));
}

TEST_CASE("what is no port is refused at once") {
  io_context io;
  const TemporaryFolder folder;
  folder.file("file", "kept");
  REQUIRE(::mkfifo(folder.path("fifo").c_str(), 0644) == 0);
  const std::vector<std::pair<std::string, PortFault>> names{
      {"ttyUSB4711", PortFault::no_such_port},
      {"", PortFault::no_such_port},
      {folder.path(), PortFault::not_a_serial_port},
      {folder.path("file"), PortFault::not_a_serial_port},
      {folder.path("fifo"), PortFault::not_a_serial_port},
      {"/dev/null", PortFault::not_a_serial_port},
      {"null", PortFault::not_a_serial_port},
  };
  for (const auto& [name, fault] : names) {
    CAPTURE(name);
    const auto port = open_serial(io.get_executor(), settings_named(name));
    REQUIRE_FALSE(port);
    CHECK(port.error().fault == fault);
    CHECK_FALSE(port.error().detail.empty());
  }
}

TEST_CASE("many ports are opened in their order, and one that cannot be had harms no other") {
  io_context io;
  const PtyPair first, last;
  const TemporaryFolder folder;
  const std::vector<port::Settings> asked{settings_named(first.name()), settings_named(folder.path("none")),
                                          settings_named(last.name()), settings_named(first.name())};
  const auto ports = open_serial(io.get_executor(), asked);
  REQUIRE(ports.size() == asked.size());
  REQUIRE(ports[0]);
  CHECK((*ports[0])->name() == first.name());
  REQUIRE_FALSE(ports[1]);
  CHECK(ports[1].error().fault == PortFault::no_such_port);
  REQUIRE(ports[2]);
  last.say("OK\r\n");
  std::string heard;
  error_code error;
  REQUIRE(drive(io, read_into(**ports[2], 4, heard, error)));
  CHECK(heard == "OK\r\n");
  REQUIRE_FALSE(ports[3]);
  CHECK(ports[3].error().fault == PortFault::in_use);
  CHECK_THAT(ports[3].error().detail, StartsWith("This program itself has " + first.name() + " open."));
}

TEST_CASE("a peer that is killed ends the pending read at once, and is reported as a loss") {
  io_context io;
  const int signal_number = GENERATE(SIGTERM, SIGKILL);
  SocatPair pair;
  const auto port = opened(io, settings_named(pair.port()));
  once_pending(io, [&] { pair.kill(signal_number); });
  std::string heard;
  error_code error;
  REQUIRE(drive(io, read_into(*port, 1, heard, error)));
  CHECK(is_loss(error));
  const auto problem = port->problem(error);
  CHECK(problem.fault == PortFault::lost);
  CHECK_THAT(problem.detail, StartsWith(pair.port() + " is gone: "));

  error_code write_error;
  REQUIRE(drive(io, write_all(*port, "AT\r", write_error)));
  CHECK(write_error.value() == EIO);
  CHECK(port->problem(write_error).system_error == EIO);
  CHECK_FALSE(port->lines());
  port->discard_input();
  port->close();
}

TEST_CASE("a peer that unplugs after its last words is heard to the end") {
  io_context io;
  PtyPair pty;
  const auto port = opened(io, settings_named(pty.name()));
  pty.say("NO CARRIER\r\n");
  std::string heard;
  error_code error;
  REQUIRE(drive(io, read_into(*port, 12, heard, error)));
  CHECK(heard == "NO CARRIER\r\n");
  pty.close_master();
  REQUIRE(drive(io, read_into(*port, 13, heard, error)));
  CHECK(is_loss(error));
}

TEST_CASE("a write that the peer does not take waits without blocking, and cancel ends it") {
  io_context io;
  const PtyPair pty;
  const auto port = opened(io, settings_named(pty.name()));
  error_code write_error;
  bool other_work_ran = false;
  const auto flood = [&]() -> boost::asio::awaitable<void> {
    const std::string block(1 << 20, 'x');
    co_await write_all(*port, block, write_error);
  };
  // Cancelled when the writer has nothing left to do but wait: every handler that was ready has run.
  std::function<void(int)> later = [&](int rounds) {
    if (rounds > 0) return boost::asio::post(io, [&, rounds] { later(rounds - 1); });
    other_work_ran = true;
    port->cancel();
  };
  boost::asio::post(io, [&] { later(1000); });
  REQUIRE(drive(io, flood()));
  CHECK(other_work_ran);
  CHECK(write_error == boost::asio::error::operation_aborted);
}

TEST_CASE("cancel ends a pending read, twice does no harm, and the port can be used on") {
  io_context io;
  const PtyPair pty;
  const auto port = opened(io, settings_named(pty.name()));
  once_pending(io, [&] {
    port->cancel();
    port->cancel();
  });
  std::string heard;
  error_code error;
  REQUIRE(drive(io, read_into(*port, 1, heard, error)));
  CHECK(error == boost::asio::error::operation_aborted);
  pty.say("OK");
  error_code again;
  REQUIRE(drive(io, read_into(*port, 2, heard, again)));
  CHECK(heard == "OK");
}

TEST_CASE("closing under a pending read ends it, and gives everything back") {
  io_context io;
  const PtyPair pty;
  const auto port = opened(io, settings_named(pty.name()));
  once_pending(io, [&] {
    port->close();
    port->close();
  });
  std::string heard;
  error_code error;
  REQUIRE(drive(io, read_into(*port, 1, heard, error)));
  CHECK(error == boost::asio::error::operation_aborted);
  CHECK((pty.settings().c_lflag & ECHO) != 0);
  CHECK(::flock(pty.slave(), LOCK_EX | LOCK_NB) == 0);
  CHECK_FALSE(port->set_break(true));
  CHECK_FALSE(port->lines());
}

TEST_CASE("what is still on its way when the port is closed arrives") {
  io_context io;
  const PtyPair pty;
  {
    const auto port = opened(io, settings_named(pty.name()));
    error_code error;
    REQUIRE(drive(io, write_all(*port, "ATH\r", error)));
  }
  CHECK(pty.hear(1000) == "ATH\r");
}

TEST_CASE("reopening follows the link to where it points by then, with the same settings") {
  io_context io;
  const TemporaryFolder folder;
  const PtyPair before;
  const PtyPair after;
  folder.link("modem", before.name());
  port::Settings settings = settings_named(folder.path("modem"));
  settings.rate = 14400;
  const auto port = opened(io, settings);
  folder.link("modem", after.name());
  REQUIRE_FALSE(port->reopen());
  CHECK(port->name() == folder.path("modem"));
  CHECK(port::read_back(after.master())->rate == 14400);
  CHECK((before.settings().c_lflag & ECHO) != 0);
  error_code error;
  REQUIRE(drive(io, write_all(*port, "AT\r", error)));
  CHECK(after.hear(1000) == "AT\r");
}

TEST_CASE("a reopen that finds nothing says so, and the closed port answers with an error") {
  io_context io;
  const TemporaryFolder folder;
  const PtyPair pty;
  folder.link("modem", pty.name());
  const auto port = opened(io, settings_named(folder.path("modem")));
  folder.link("modem", "/dev/pts/999999");
  const auto problem = port->reopen();
  REQUIRE(problem);
  CHECK(problem->fault == PortFault::no_such_port);
  std::string heard;
  error_code error;
  REQUIRE(drive(io, read_into(*port, 1, heard, error)));
  CHECK(error);
  CHECK(port->problem(error).fault == PortFault::lost);
}

TEST_CASE("discarded input is not read") {
  io_context io;
  const PtyPair pty;
  const auto port = opened(io, settings_named(pty.name()));
  pty.say("stale");
  pollfd ready{pty.slave(), POLLIN, 0};
  REQUIRE(::poll(&ready, 1, 1000) == 1);
  port->discard_input();
  pty.say("fresh");
  std::string heard;
  error_code error;
  REQUIRE(drive(io, read_into(*port, 5, heard, error)));
  CHECK(heard == "fresh");
}

TEST_CASE("a pty carries no lines and counts nothing: not available, and no error") {
  io_context io;
  const PtyPair pty;
  const auto port = opened(io, settings_named(pty.name()));
  CHECK_FALSE(port->lines());
  CHECK_FALSE(port->uart_errors());
  CHECK_FALSE(port->set_lines(true, std::nullopt));
}
