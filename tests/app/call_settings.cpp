#include "harness/app/call_settings.hpp"

#include "tests/catch.hpp"

namespace dialbench::app {
using namespace std::chrono_literals;

namespace {
std::string set(CallSettings& settings, std::string_view name, std::string_view value) {
  const auto* option = find_call_option(name);
  REQUIRE(option != nullptr);
  return option->set(settings, value);
}
} // namespace

TEST_CASE("every setting can be given") {
  CallSettings settings;
  REQUIRE(set(settings, "port", "/dev/ttyS7").empty());
  REQUIRE(set(settings, "speed", "14400").empty());
  REQUIRE(set(settings, "format", "7E1").empty());
  REQUIRE(set(settings, "flow", "xon-xoff").empty());
  REQUIRE(set(settings, "line", "simulator").empty());
  REQUIRE(set(settings, "country", "NZ").empty());
  REQUIRE(set(settings, "dial-timeout", "1m30s").empty());
  REQUIRE(set(settings, "prefix", "9,").empty());
  REQUIRE(set(settings, "pulse", "true").empty());
  REQUIRE(set(settings, "init", "ATX3").empty());
  REQUIRE(set(settings, "s7", "90").empty());
  REQUIRE(set(settings, "hold", "10s").empty());
  REQUIRE(settings.port == "/dev/ttyS7");
  REQUIRE(settings.speed == 14400);
  REQUIRE(settings.format.parity == port::Parity::even);
  REQUIRE(settings.flow == port::Flow::xon_xoff);
  REQUIRE(settings.line_simulator);
  REQUIRE(settings.country == "nz");
  REQUIRE(settings.dial_timeout == Duration(90s));
  REQUIRE(settings.prefix == "9,");
  REQUIRE(settings.pulse);
  REQUIRE(settings.init == "ATX3");
  REQUIRE(settings.s7 == 90U);
  REQUIRE(settings.hold == Duration(10s));
}

TEST_CASE("a value that makes no sense is refused with what is expected, and changes nothing") {
  const auto [name, value, expected] = GENERATE(table<std::string, std::string, std::string>({
      {"speed", "fast", "bit/s"},
      {"speed", "0", "bit/s"},
      {"speed", "-1", "bit/s"},
      {"speed", "99999999999999999999", "bit/s"},
      {"speed", "9600x", "bit/s"},
      {"format", "9N1", "8N1"},
      {"flow", "rts", "rts-cts"},
      {"line", "none", "simulator"},
      {"dialect", "klingon", "there are"},
      {"country", "usa", "two letters"},
      {"country", "1!", "two letters"},
      {"dial-timeout", "soon", "45s"},
      {"dial-timeout", "0", "45s"},
      {"hold", "-1s", "45s"},
      {"pulse", "maybe", "true or false"},
      {"port", "", "none is the built-in exchange"},
      {"port", "host:7001", "ports on the network are not dialled"},
      {"prefix", "ATDT", "and no command"},
      {"init", "AT\rATD112", "control characters"},
      {"init", "ATX3DT5550100", "this dials"},
      {"s7", "0", "1 to 255"},
      {"s7", "256", "1 to 255"},
  }));
  CAPTURE(name, value);
  CallSettings settings;
  REQUIRE_THAT(set(settings, name, value), ContainsSubstring(expected));
  REQUIRE(settings.speed == CallSettings{}.speed);
  REQUIRE(!settings.s7);
  REQUIRE(!settings.init);
  REQUIRE(!settings.line_simulator);
  REQUIRE(settings.port.empty());
  REQUIRE(settings.prefix.empty());
}

TEST_CASE("the port none is the built-in exchange, whatever was configured") {
  CallSettings settings;
  settings.port = "/dev/ttyS0";
  REQUIRE(set(settings, "port", "none").empty());
  REQUIRE(settings.port.empty());
}

TEST_CASE("what is no setting is not found") { REQUIRE(find_call_option("sped") == nullptr); }

} // namespace dialbench::app
