// What every carrier with a port does is tested on both of them here: a pty of our own, and a socat pair.
#include "harness/emulator/serve/serve.hpp"

#include "tests/catch.hpp"
#include "tests/serve/dialer.hpp"
#include "tests/serve/scratch.hpp"

#include <boost/asio/steady_timer.hpp>

#include <sys/ioctl.h>
#include <sys/wait.h>

#include <cerrno>
#include <vector>

using namespace dialbench;
using namespace dialbench::tests;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

namespace {

emulator::Exchange exchange_with(const std::string& number, emulator::Far far) {
  emulator::Exchange exchange;
  exchange.numbers[number] = std::move(far);
  return exchange;
}

emulator::Far busy() {
  emulator::Far far;
  far.kind = emulator::Far::Kind::busy;
  return far;
}

std::size_t unread(int port) {
  int count = -1;
  REQUIRE(::ioctl(port, FIONREAD, &count) == 0);
  return static_cast<std::size_t>(count);
}

boost::asio::awaitable<void> serve_on(std::shared_ptr<serve::Served> served) { co_await served->run(); }

struct Place {
  boost::asio::io_context io{1};
  emulator::Exchange exchange = exchange_with("5550176", busy());
  emulator::Habits habits;
  serve::Serving serving{100, {}, {}};
  std::string link;

  serve::ServedOr make(bool on_socat) {
    const auto executor = io.get_executor();
    return on_socat ? serve::on_socat(executor, exchange, habits, link, serving)
                    : serve::on_pty(executor, exchange, habits, link, serving);
  }
};

} // namespace

TEST_CASE("a modem answers, dials and says what it heard") {
  const bool on_socat = GENERATE(false, true);
  Place place;
  Running modem(place.io, place.make(on_socat));
  Dialer dialer(place.io, modem.served->port());
  dialer.listen();
  REQUIRE(dialer.asks("ATZ\r", "\r\nOK\r\n"));
  REQUIRE(modem.served->dials() == 0);
  REQUIRE(dialer.asks("ATDT5550176\r", "\r\nBUSY\r\n"));
  REQUIRE(modem.served->dials() == 1);
  modem.served->stop();
  REQUIRE(run_until(place.io, [&] { return *modem.ended; }));
}

TEST_CASE("the port is found under its link, as long as the modem lives") {
  const bool on_socat = GENERATE(false, true);
  const Scratch scratch;
  Place place;
  place.link = scratch / "modem";
  {
    Running modem(place.io, place.make(on_socat));
    REQUIRE(modem.served->port() == place.link);
    REQUIRE_THAT(fs::read_symlink(place.link).string(), StartsWith("/dev/pts/"));
    Dialer dialer(place.io, place.link);
    dialer.listen();
    REQUIRE(dialer.asks("AT\r", "OK"));
  }
  REQUIRE_FALSE(fs::is_symlink(place.link));
}

TEST_CASE("a file under the link's name is not replaced, and nothing is left behind") {
  const bool on_socat = GENERATE(false, true);
  const Scratch scratch;
  scratch.write("modem", "thesis");
  Place place;
  place.link = scratch / "modem";
  const auto before = open_descriptors();
  REQUIRE_FALSE(place.make(on_socat));
  REQUIRE(text_of(place.link) == "thesis");
  REQUIRE(open_descriptors() == before);
  REQUIRE(::waitpid(-1, nullptr, WNOHANG) == -1);
}

TEST_CASE("closing the port is no unplugging: the next opener finds the modem") {
  const bool on_socat = GENERATE(false, true);
  Place place;
  Running modem(place.io, place.make(on_socat));
  for (int i = 0; i < 200; ++i) {
    Dialer dialer(place.io, modem.served->port());
    dialer.listen();
    REQUIRE(dialer.asks("AT\r", "OK"));
  }
  REQUIRE_FALSE(*modem.ended);
}

TEST_CASE("what a dialer left unread is not read by the next one") {
  const bool on_socat = GENERATE(false, true);
  Place place;
  Running modem(place.io, place.make(on_socat));
  const std::string_view left = "AT\r\r\nOK\r\n";
  {
    Dialer first(place.io, modem.served->port());
    first.say("AT\r");
    // All of it waits in the port: what socat still carries could not be thrown away.
    const auto give_up = std::chrono::steady_clock::now() + 20s;
    while (unread(first.descriptor()) < left.size() && std::chrono::steady_clock::now() < give_up)
      place.io.run_one_for(1ms); // no handler of ours runs when the kernel moves bytes
    REQUIRE(unread(first.descriptor()) == left.size());
  }
  while (place.io.poll() > 0) {
  } // the modem sees the close
  Dialer next(place.io, modem.served->port());
  REQUIRE(unread(next.descriptor()) == 0);
  next.listen();
  REQUIRE(next.asks("ATI0\r", "OK"));
  REQUIRE_THAT(next.heard, StartsWith("ATI0\r"));
}

TEST_CASE("unplugging ends the dialer's port and the run") {
  const bool on_socat = GENERATE(false, true);
  const Scratch scratch;
  Place place;
  place.link = scratch / "modem";
  Running modem(place.io, place.make(on_socat));
  Dialer dialer(place.io, modem.served->port());
  dialer.listen();
  REQUIRE(dialer.asks("AT\r", "OK"));
  modem.served->unplug();
  REQUIRE(run_until(place.io, [&] { return dialer.gone && *modem.ended; }));
  REQUIRE_FALSE(fs::is_symlink(place.link));
  modem.served->unplug();
  modem.served->stop();
}

TEST_CASE("a number that pulls the plug does") {
  const bool on_socat = GENERATE(false, true);
  Place place;
  emulator::Far far;
  far.kind = emulator::Far::Kind::unplugged;
  far.after = 1s;
  place.exchange = exchange_with("1", far);
  Running modem(place.io, place.make(on_socat));
  Dialer dialer(place.io, modem.served->port());
  dialer.listen();
  dialer.say("ATDT1\r");
  REQUIRE(run_until(place.io, [&] { return dialer.gone && *modem.ended; }));
}

TEST_CASE("the last bytes before the end can be read") {
  const bool on_socat = GENERATE(false, true);
  Place place;
  std::string said;
  place.serving.record = [&](const transcript::Event& event) {
    if (event.kind == transcript::Kind::received) said += event.text;
  };
  auto modem = std::make_unique<Running>(place.io, place.make(on_socat));
  Dialer dialer(place.io, modem->served->port());
  dialer.say("ATE0\r");
  REQUIRE(run_until(place.io, [&] { return said.find("OK") != std::string::npos; }));
  modem->served->stop();
  dialer.listen();
  const auto ended = modem->ended;
  REQUIRE(run_until(place.io, [&] { return *ended; }));
  modem.reset();
  REQUIRE(run_until(place.io, [&] { return dialer.gone; }));
  REQUIRE(dialer.heard == said);
}

TEST_CASE("a dialer that does not read stops nobody") {
  const bool on_socat = GENERATE(false, true);
  Place place;
  place.habits.flood = true;
  std::size_t said = 0;
  place.serving.record = [&](const transcript::Event& event) { said += event.text.size(); };
  Running modem(place.io, place.make(on_socat));
  Dialer dialer(place.io, modem.served->port());
  dialer.say("AT\r");
  REQUIRE(run_until(place.io, [&] { return said > 10000; }));
  modem.served->stop();
  REQUIRE(run_until(place.io, [&] { return *modem.ended; }));
}

TEST_CASE("several modems share one thread and one exchange") {
  Place place;
  std::vector<std::unique_ptr<Running>> modems;
  std::vector<std::unique_ptr<Dialer>> dialers;
  for (int i = 0; i < 20; ++i) {
    modems.push_back(std::make_unique<Running>(place.io, place.make(i % 4 == 0)));
    dialers.push_back(std::make_unique<Dialer>(place.io, modems.back()->served->port()));
    dialers.back()->listen().say("ATDT5550176\r");
  }
  for (auto& dialer : dialers) REQUIRE(dialer->hears("BUSY"));
}

TEST_CASE("what passes is recorded as the computer sees it") {
  const bool fails = GENERATE(false, true);
  Place place;
  std::string sent, received;
  place.serving.record = [&](const transcript::Event& event) {
    if (fails) throw std::runtime_error("no space left on device");
    (event.kind == transcript::Kind::sent ? sent : received) += event.text;
  };
  Running modem(place.io, place.make(false));
  Dialer dialer(place.io, modem.served->port());
  dialer.listen();
  REQUIRE(dialer.asks("ATE0\r", "OK\r\n"));
  REQUIRE(dialer.asks("AT\r", "OK\r\n"));
  if (!fails) {
    REQUIRE(sent == "ATE0\rAT\r");
    REQUIRE_THAT(received, StartsWith("ATE0\r"));
  }
}

TEST_CASE("nothing is left behind, run or not") {
  const bool on_socat = GENERATE(false, true);
  const bool runs = GENERATE(false, true);
  Place place;
  const boost::asio::steady_timer reactor(place.io); // opens its own descriptors at its first use
  const auto before = open_descriptors();
  for (int i = 0; i < (on_socat ? 20 : 200); ++i) {
    auto made = place.make(on_socat);
    REQUIRE(made);
    const auto port = (*made)->port();
    if (runs) {
      Running modem(place.io, std::move(made));
      place.io.poll();
      place.io.restart();
    } else {
      const auto served = std::move(*made);
    }
    REQUIRE((!on_socat || !fs::exists(fs::path(port).parent_path())));
  }
  place.io.poll();
  REQUIRE(open_descriptors() == before);
  REQUIRE(::waitpid(-1, nullptr, WNOHANG) == -1);
  REQUIRE(errno == ECHILD);
}

TEST_CASE("an executor may end while a modem is served") {
  const bool on_socat = GENERATE(false, true);
  const Scratch scratch;
  const emulator::Exchange exchange;
  auto io = std::make_unique<boost::asio::io_context>(1);
  auto made = on_socat ? serve::on_socat(io->get_executor(), exchange, {}, scratch / "modem", {})
                       : serve::on_pty(io->get_executor(), exchange, {}, scratch / "modem", {});
  REQUIRE(made);
  std::shared_ptr<serve::Served> served = std::move(*made);
  boost::asio::co_spawn(*io, serve_on(std::move(served)), [](std::exception_ptr) {});
  io->poll();
  REQUIRE(fs::is_symlink(scratch / "modem"));
  io.reset();
  REQUIRE_FALSE(fs::is_symlink(scratch / "modem"));
  REQUIRE(::waitpid(-1, nullptr, WNOHANG) == -1);
}
