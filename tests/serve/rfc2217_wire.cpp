#include "harness/emulator/line_errors.hpp"
#include "harness/emulator/serve/telnet.hpp"
#include "harness/emulator/serve/wire.hpp"
#include "tests/catch.hpp"

#include <string>

using namespace dialbench;
using emulator::LineErrors;

namespace {

// A modem that says and hears what a test wants, over a line that a test damages.
class Damaged final : public emulator::Dce, public LineErrors {
 public:
  void receive(std::string_view bytes, Time) override { heard += bytes; }
  void set_dtr(bool on, Time) override { dtr = on; }
  void tick(Time) override {}
  [[nodiscard]] std::string_view output() const noexcept override { return says; }
  void taken(std::size_t bytes) override { says.erase(0, bytes); }
  [[nodiscard]] std::optional<Time> deadline() const noexcept override { return std::nullopt; }
  [[nodiscard]] evidence::ModemLines lines() const noexcept override { return {}; }
  [[nodiscard]] std::size_t room() const noexcept override { return 4096; }
  [[nodiscard]] bool unplugged() const noexcept override { return false; }
  [[nodiscard]] unsigned dials() const noexcept override { return 0; }
  [[nodiscard]] unsigned char line_errors() const noexcept override { return errors; }
  void take_line_errors() noexcept override { errors = 0; }

  std::string says, heard;
  bool dtr = true;
  unsigned char errors = 0;
};

std::string bytes(std::initializer_list<int> values) {
  std::string text;
  for (const int value : values) text += static_cast<char>(value);
  return text;
}

struct Connection {
  Damaged modem;
  std::unique_ptr<serve::Wire> wire = serve::rfc2217_wire();
  std::string say(std::initializer_list<int> values) {
    wire->received(bytes(values), modem, Time{});
    return wire->to_send(modem, 4096);
  }
  Connection() { say({255, 251, 44}); } // WILL COM-PORT
};

constexpr int mask_of_all =
    LineErrors::overrun | LineErrors::parity | LineErrors::framing | LineErrors::break_seen;

} // namespace

TEST_CASE("line errors go before the bytes that they are about, each once") {
  Connection client;
  CHECK(client.say({255, 250, 44, 10, mask_of_all, 255, 240}) == bytes({255, 250, 44, 110, 0x1e, 255, 240}));
  CHECK_FALSE(client.wire->has_something(client.modem));
  client.modem.errors = LineErrors::parity | LineErrors::framing;
  CHECK(client.wire->has_something(client.modem));
  client.modem.says = "A";
  CHECK(client.wire->to_send(client.modem, 10) == bytes({255, 250, 44, 106, 0x0c, 255, 240, 'A'}));
  CHECK_FALSE(client.wire->has_something(client.modem));
  CHECK(client.wire->to_send(client.modem, 10).empty());
}

TEST_CASE("line errors that the client has not asked for are told to nobody, and forgotten") {
  Connection client;
  client.modem.errors = mask_of_all;
  CHECK_FALSE(client.wire->has_something(client.modem));
  CHECK(client.wire->to_send(client.modem, 10).empty());
  CHECK(client.say({255, 250, 44, 10, LineErrors::overrun, 255, 240}) ==
        bytes({255, 250, 44, 110, LineErrors::overrun, 255, 240}));
  client.modem.errors = LineErrors::break_seen;
  CHECK(client.wire->to_send(client.modem, 10).empty());
  client.modem.errors = mask_of_all;
  CHECK(client.wire->to_send(client.modem, 10) == bytes({255, 250, 44, 106, LineErrors::overrun, 255, 240}));
}

TEST_CASE("a break is one NUL to the modem, however long it is held") {
  Connection client;
  CHECK(client.say({255, 250, 44, 5, 4, 255, 240}) == bytes({255, 250, 44, 105, 6, 255, 240})); // off?
  CHECK(client.say({255, 250, 44, 5, 5, 255, 240}) == bytes({255, 250, 44, 105, 5, 255, 240}));
  CHECK(client.say({255, 250, 44, 5, 5, 255, 240}) == bytes({255, 250, 44, 105, 5, 255, 240}));
  CHECK(client.say({255, 250, 44, 5, 4, 255, 240}) == bytes({255, 250, 44, 105, 5, 255, 240}));
  CHECK(client.say({255, 250, 44, 5, 6, 255, 240}) == bytes({255, 250, 44, 105, 6, 255, 240}));
  CHECK(client.modem.heard == bytes({0}));
  client.say({255, 250, 44, 5, 5, 255, 240});
  CHECK(client.modem.heard == bytes({0, 0}));
  client.say({255, 243}); // Telnet's own BRK
  CHECK(client.modem.heard == bytes({0, 0, 0}));
}

TEST_CASE("a client that is cut off in a sub-negotiation leaves nothing to the next one") {
  Damaged modem;
  auto first = serve::rfc2217_wire();
  first->received(bytes({255, 251, 44, 255, 250, 44, 5}), modem, Time{});
  first.reset();
  auto next = serve::rfc2217_wire();
  next->received("AT\r", modem, Time{});
  CHECK(modem.heard == "AT\r");
  CHECK(next->to_send(modem, 100).empty());
}

TEST_CASE("requests without end are answered in bounds") {
  Connection client;
  std::string requests;
  for (int i = 0; i < 100'000; ++i) requests += bytes({255, 253, i % 256});
  client.wire->received(requests, client.modem, Time{});
  CHECK(client.wire->held() <= requests.size());
  client.wire->to_send(client.modem, 4096);
  client.wire->received(bytes({255, 250, 44}) + std::string(1'000'000, 'x'), client.modem, Time{});
  CHECK(client.wire->held() == 0);
  CHECK(client.modem.heard.empty());
}
