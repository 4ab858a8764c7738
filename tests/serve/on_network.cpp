#include "harness/emulator/modem.hpp"
#include "harness/emulator/serve/serve.hpp"
#include "harness/emulator/serve/telnet.hpp"

#include "tests/catch.hpp"
#include "tests/serve/dialer.hpp"
#include "tests/serve/scratch.hpp"

#include <boost/asio/connect.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/write.hpp>

using namespace dialbench;
using namespace dialbench::tests;
using namespace std::chrono_literals;
using boost::asio::ip::tcp;

namespace {

class Client {
 public:
  Client(boost::asio::io_context& io, const std::string& port)
      : io_(io)
      , socket_(io) {
    const auto colon = port.rfind(':');
    const auto number = static_cast<unsigned short>(std::stoi(port.substr(colon + 1)));
    socket_.connect({boost::asio::ip::make_address(port.substr(0, colon)), number});
    listen();
  }
  void say(std::string_view bytes) { boost::asio::write(socket_, boost::asio::buffer(bytes)); }
  bool hears(std::string_view what) {
    return run_until(io_, [&] { return heard.find(what) != std::string::npos; });
  }
  bool asks(std::string_view command, std::string_view answer) {
    heard.clear();
    say(command);
    return hears(answer);
  }
  bool ends() {
    return run_until(io_, [&] { return gone; });
  }
  void close() { socket_.close(); }
  tcp::socket& socket() { return socket_; }

  std::string heard;
  bool gone = false;

 private:
  void listen() {
    socket_.async_read_some(boost::asio::buffer(buffer_),
                            [this](boost::system::error_code error, std::size_t n) {
                              if (error == boost::asio::error::operation_aborted) return;
                              heard.append(buffer_.data(), n);
                              error ? void(gone = true) : listen();
                            });
  }
  boost::asio::io_context& io_;
  tcp::socket socket_;
  std::array<char, 4096> buffer_{};
};

struct Place {
  boost::asio::io_context io{1};
  emulator::Exchange exchange = emulator::embedded_exchange();
  emulator::Habits habits;
  serve::Serving serving;
  bool rfc2217 = false;
  Place() { serving.pace = 100; }
  serve::ServedOr make() {
    auto modem = std::make_unique<emulator::Modem>(exchange, habits);
    const auto executor = io.get_executor();
    return rfc2217 ? serve::on_rfc2217(executor, std::move(modem), {}, serving)
                   : serve::on_tcp(executor, std::move(modem), {}, serving);
  }
};

std::string bytes(std::initializer_list<int> values) {
  std::string text;
  for (const int value : values) text += static_cast<char>(value);
  return text;
}

} // namespace

TEST_CASE("a modem on a network port answers, and dials") {
  Place place;
  place.rfc2217 = GENERATE(false, true);
  Running modem(place.io, place.make());
  CHECK_THAT(modem.served->port(), StartsWith("127.0.0.1:"));
  Client client(place.io, modem.served->port());
  REQUIRE(client.asks("ATZ\r", "\r\nOK\r\n"));
  REQUIRE(client.asks("ATDT5550176\r", "\r\nBUSY\r\n"));
  modem.served->stop();
  REQUIRE(run_until(place.io, [&] { return *modem.ended; }));
  REQUIRE(client.ends());
}

TEST_CASE("who leaves hangs up, and the next one finds the modem") {
  Place place;
  Running modem(place.io, place.make());
  {
    Client client(place.io, modem.served->port());
    REQUIRE(client.asks("ATE0DT5550100\r", "CONNECT"));
  }
  for (int i = 0; i < 10; ++i) {
    Client next(place.io, modem.served->port());
    REQUIRE(next.asks("AT\r", "OK"));
  }
  Client last(place.io, modem.served->port());
  REQUIRE(last.asks("ATDT5550176\r", "BUSY"));
}

TEST_CASE("a second client is turned away, and the first does not notice") {
  Place place;
  Running modem(place.io, place.make());
  Client first(place.io, modem.served->port());
  REQUIRE(first.asks("AT\r", "OK"));
  Client second(place.io, modem.served->port());
  REQUIRE(second.ends());
  REQUIRE(second.heard.empty());
  REQUIRE(first.asks("AT\r", "OK"));
}

TEST_CASE("the modem's lines go to the client, DTR and break to the modem") {
  Place place;
  place.rfc2217 = true;
  place.serving.pace = 20;
  Running modem(place.io, place.make());
  Client client(place.io, modem.served->port());
  client.say(bytes({255, 251, 44}));
  REQUIRE(client.hears(bytes({255, 253, 44, 255, 250, 44, 107, 0x30, 255, 240})));
  client.say("ATDT5550101\r");
  REQUIRE(client.hears(bytes({255, 250, 44, 107, 0xb8, 255, 240}))); // DCD
  client.heard.clear();
  client.say(bytes({255, 250, 44, 5, 9, 255, 240})); // DTR off
  REQUIRE(client.hears(bytes({255, 250, 44, 107, 0x38, 255, 240})));
  client.say(bytes({255, 250, 44, 5, 8, 255, 240}));
  REQUIRE(client.asks("AT\r", "OK"));
  client.say("ATS7=255DT5550178\r");
  REQUIRE(run_until(place.io, [&] { return modem.served->dials() == 2; }));
  // A break ends a dial as any other character does, when it is 125 ms old.
  for (int i = 0; i < 1000 && client.heard.find("NO CARRIER") == std::string::npos; ++i) {
    client.say(bytes({255, 243}));
    place.io.restart();
    place.io.run_for(5ms);
  }
  REQUIRE_THAT(client.heard, ContainsSubstring("NO CARRIER"));
}

TEST_CASE("garbage, megabytes, half a sub-negotiation and silence touch no other modem") {
  Place place;
  place.rfc2217 = GENERATE(false, true);
  Running one(place.io, place.make());
  Running other(place.io, place.make());
  Client good(place.io, other.served->port());
  {
    Client bad(place.io, one.served->port());
    bad.socket().non_blocking(true);
    std::string garbage(1 << 16, '\0');
    unsigned state = 7;
    for (auto& c : garbage) c = static_cast<char>((state = state * 1664525U + 1013904223U) >> 24);
    boost::system::error_code full;
    for (int i = 0; i < 64; ++i) {
      bad.socket().write_some(boost::asio::buffer(garbage), full);
      place.io.poll();
    }
    bad.socket().write_some(boost::asio::buffer(bytes({255, 250, 44, 1, 2})), full);
    REQUIRE(good.asks("ATI0\r", "OK"));
    Client silent(place.io, other.served->port());
    REQUIRE(silent.ends());
  }
  REQUIRE(good.asks("ATDT5550176\r", "BUSY"));
}

TEST_CASE("a client that floods, never reads and leaves has not taken the modem with it") {
  Place place;
  place.rfc2217 = GENERATE(false, true);
  Running modem(place.io, place.make());
  const auto port = modem.served->port();
  const auto colon = port.rfind(':');
  tcp::socket flood(place.io);
  flood.open(tcp::v4());
  flood.set_option(boost::asio::socket_base::receive_buffer_size(4096)); // answers are soon too many
  flood.connect({boost::asio::ip::make_address(port.substr(0, colon)),
                 static_cast<unsigned short>(std::stoi(port.substr(colon + 1)))});
  flood.non_blocking(true);
  std::string commands;
  for (int i = 0; i < 1000; ++i) commands += "AT\r";
  // Stuck: nothing can be written, and the modem has nothing that it could do.
  for (int stuck = 0; stuck < 20;) {
    boost::system::error_code full;
    flood.write_some(boost::asio::buffer(commands), full);
    const bool worked = place.io.poll() > 0;
    stuck = full && !worked ? stuck + 1 : 0;
  }
  flood.close();
  Client next(place.io, port);
  CHECK(next.asks("ATI0\r", "OK"));
}

TEST_CASE("the last bytes are sent before the end, to a client that reads late") {
  Place place;
  Running modem(place.io, place.make());
  Client client(place.io, modem.served->port());
  REQUIRE(client.asks("ATE0\r", "OK"));
  client.heard.clear();
  client.say("AT\rATI0\r");
  REQUIRE(run_until(place.io, [&] { return !client.heard.empty(); }));
  modem.served->stop();
  REQUIRE(client.ends());
  CHECK_THAT(client.heard, StartsWith("\r\nOK\r\n"));
  REQUIRE(run_until(place.io, [&] { return *modem.ended; }));
}

TEST_CASE("a port that is taken, and a host that is none, are told in one line") {
  Place place;
  Running modem(place.io, place.make());
  const auto port = modem.served->port();
  serve::Address address;
  address.port = static_cast<std::uint16_t>(std::stoi(port.substr(port.rfind(':') + 1)));
  const auto executor = place.io.get_executor();
  const auto taken = serve::on_tcp(executor, std::make_unique<emulator::Modem>(place.exchange), address, {});
  REQUIRE_FALSE(taken);
  CHECK_THAT(taken.error(), StartsWith("cannot listen on 127.0.0.1:"));
  address.host = "no such host";
  const auto none = serve::on_tcp(executor, std::make_unique<emulator::Modem>(place.exchange), address, {});
  REQUIRE_FALSE(none);
  CHECK_THAT(none.error(), ContainsSubstring("is no IP address"));
}

TEST_CASE("nothing is left open on a network port, served or not") {
  Place place;
  const boost::asio::steady_timer reactor(place.io);
  { const auto first = place.make(); } // sockets open their own descriptors at first use
  place.io.poll();
  place.io.restart();
  const auto before = open_descriptors();
  for (int i = 0; i < 50; ++i) {
    auto made = place.make();
    REQUIRE(made);
    if (i % 2 == 0) continue;
    Running modem(place.io, std::move(made));
    Client client(place.io, modem.served->port());
    place.io.poll();
    place.io.restart();
    modem.served->unplug();
    REQUIRE(client.ends());
  }
  place.io.restart();
  REQUIRE(run_until(place.io, [&] { return open_descriptors() == before; }));
}
