// The whole way: a session, the runner, a real port, and an emulated modem behind it on the same thread.
#include "harness/runner/run.hpp"

#include "harness/emulator/serve/serve.hpp"
#include "harness/script/read.hpp"
#include "harness/transcript/text_format.hpp"
#include "tests/catch.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <algorithm>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

using namespace dialbench;
using namespace std::chrono_literals;
using emulator::Far;
using evidence::OutcomeClass;
using Steady = std::chrono::steady_clock;

namespace {

constexpr std::string_view script_text = R"(
name = "test"
[[step]]
send = "ATE0Q0V1X4"
[[step]]
dial = "T1"
[[step]]
hold = "5s"
[[step]]
hangup = true
)";

script::Script script_for_one() {
  auto script = script::read_toml(script_text, "test.toml", {}, {});
  if (!script) throw std::runtime_error(script::shown(script.error()));
  return *script;
}

emulator::Exchange exchange_with(Far::Kind kind, Duration after = 5s) {
  emulator::Exchange exchange;
  auto& far = exchange.numbers["1"];
  far.kind = kind;
  far.after = after;
  return exchange;
}

// One emulated modem, and one call to it.
class Call {
 public:
  static constexpr double usual_pace = 100;
  Call(boost::asio::io_context& io, const emulator::Exchange& exchange, bool on_socat,
       double wanted_pace = usual_pace)
      : pace(wanted_pace)
      , io_(io)
      , session_(script_for_one(), options()) {
    serve::Serving serving;
    serving.pace = pace;
    auto made = on_socat ? serve::on_socat(io.get_executor(), exchange, {}, "", serving)
                         : serve::on_pty(io.get_executor(), exchange, {}, "", serving);
    if (!made) throw std::runtime_error(made.error());
    served = std::move(*made);
    boost::asio::co_spawn(io, served->run(), [this](std::exception_ptr) { served_ended = true; });
    port::Settings settings;
    settings.name = served->port();
    auto opened = port::open_serial(io.get_executor(), settings);
    if (!opened) throw std::runtime_error(opened.error().detail);
    port = std::move(*opened);
  }

  void begin() {
    runner::Run run;
    run.pace = pace;
    run.stopper = &stopper;
    run.progress = [this](const session::Session& session, Time) {
      if (progress) progress(session);
    };
    run.record = [this](const transcript::Event& event) { events.push_back(event); };
    boost::asio::co_spawn(io_, runner::run(session_, *port, std::move(run)),
                          [this](std::exception_ptr error) {
                            if (error) std::rethrow_exception(error);
                            ended = Steady::now();
                          });
  }
  bool finish() {
    const auto give_up = Steady::now() + 30s;
    while (!ended && io_.run_one_until(give_up) > 0) {
    }
    return ended.has_value();
  }
  // The outcome class of the whole call.
  OutcomeClass outcome() {
    begin();
    if (!finish()) throw std::runtime_error("the call did not end");
    return session_.outcome()->outcome;
  }
  [[nodiscard]] const evidence::Evidence& evidence() const { return session_.outcome()->evidence; }

  double pace; // what a busy machine keeps back is this much longer for the session
  std::unique_ptr<serve::Served> served;
  std::unique_ptr<port::Port> port;
  runner::Stopper stopper;
  std::function<void(const session::Session&)> progress;
  std::vector<transcript::Event> events;
  std::optional<Steady::time_point> ended;
  bool served_ended = false;

 private:
  static session::Options options() {
    session::Options options;
    options.command_gap = 0s;
    options.emulated = true;
    return options;
  }

  boost::asio::io_context& io_;
  session::Session session_;
};

std::string bytes_of(const std::vector<transcript::Event>& events, transcript::Kind kind) {
  std::string bytes;
  for (const auto& event : events) {
    if (event.kind == kind) bytes += event.text;
  }
  return bytes;
}

std::string transcript_of(const std::vector<transcript::Event>& events) {
  std::string text;
  for (const auto& event : events) transcript::append_text(text, event);
  return text;
}

} // namespace

TEST_CASE("what the modem says is what comes out") {
  const bool on_socat = GENERATE(false, true);
  boost::asio::io_context io(1);

  SECTION("busy") {
    const auto exchange = exchange_with(Far::Kind::busy);
    Call call(io, exchange, on_socat);
    REQUIRE(call.outcome() == OutcomeClass::busy);
    REQUIRE(call.evidence().result->text == "BUSY");
    REQUIRE(call.served->dials() == 1);
  }
  SECTION("no carrier") {
    const auto exchange = exchange_with(Far::Kind::no_carrier);
    Call call(io, exchange, on_socat);
    REQUIRE(call.outcome() == OutcomeClass::no_carrier);
  }
  SECTION("a connection, which is hung up") {
    const auto exchange = exchange_with(Far::Kind::modem);
    Call call(io, exchange, on_socat, 10);
    const bool succeeded = evidence::succeeded(call.outcome());
    INFO(transcript_of(call.events));
    REQUIRE(succeeded);
    REQUIRE(call.evidence().connected);
    REQUIRE(call.evidence().hang_up_proven);
  }
  SECTION("a modem that falls silent") {
    const auto exchange = exchange_with(Far::Kind::dead);
    Call call(io, exchange, on_socat);
    REQUIRE(call.outcome() == OutcomeClass::no_response);
  }
}

TEST_CASE("the record has every byte of both sides, in order of time") {
  boost::asio::io_context io(1);
  const auto exchange = exchange_with(Far::Kind::busy);
  Call call(io, exchange, false);
  REQUIRE(call.outcome() == OutcomeClass::busy);
  REQUIRE_THAT(bytes_of(call.events, transcript::Kind::sent), StartsWith("ATE0Q0V1X4\rATDT1\r"));
  REQUIRE_THAT(bytes_of(call.events, transcript::Kind::received), ContainsSubstring("\r\nBUSY\r\n"));
  const auto later = [](const auto& one, const auto& other) { return one.at < other.at; };
  REQUIRE(std::is_sorted(call.events.begin(), call.events.end(), later));
}

TEST_CASE("a plug that is pulled during a dial ends the call at once") {
  const bool on_socat = GENERATE(false, true);
  const auto exchange = exchange_with(Far::Kind::no_answer);
  // A machine that is busy elsewhere may be slow once; the call is not slow five times.
  auto fastest = Steady::duration::max();
  for (int i = 0; i < 5 && fastest >= 100ms; ++i) {
    boost::asio::io_context io(1);
    Call call(io, exchange, on_socat);
    std::optional<Steady::time_point> pulled;
    call.progress = [&](const session::Session&) {
      if (pulled || call.served->dials() == 0) return;
      call.served->unplug();
      pulled = Steady::now();
    };
    REQUIRE(call.outcome() == OutcomeClass::port_lost);
    REQUIRE(pulled);
    fastest = std::min(fastest, *call.ended - *pulled);
  }
  REQUIRE(fastest < 100ms);
}

TEST_CASE("a number that pulls the plug loses the port") {
  const bool on_socat = GENERATE(false, true);
  boost::asio::io_context io(1);
  const auto exchange = exchange_with(Far::Kind::unplugged, 1s);
  Call call(io, exchange, on_socat);
  REQUIRE(call.outcome() == OutcomeClass::port_lost);
}

TEST_CASE("a port that is gone before the call says so") {
  const bool on_socat = GENERATE(false, true);
  boost::asio::io_context io(1);
  const auto exchange = exchange_with(Far::Kind::busy);
  Call call(io, exchange, on_socat);
  call.served->unplug();
  REQUIRE(call.outcome() == OutcomeClass::port_lost_idle);
  REQUIRE(call.evidence().port);
}

TEST_CASE("stop hangs up first") {
  const bool on_socat = GENERATE(false, true);
  boost::asio::io_context io(1);
  const auto exchange = exchange_with(Far::Kind::no_answer);
  Call call(io, exchange, on_socat);
  call.progress = [&](const session::Session&) {
    if (call.served->dials() == 1 && call.stopper.asked() == 0) call.stopper.stop();
  };
  REQUIRE(call.outcome() == OutcomeClass::stopped);
  // The dial was aborted, and the modem is back in command state.
  REQUIRE_THAT(bytes_of(call.events, transcript::Kind::received), ContainsSubstring("\r\nNO CARRIER\r\n"));
  REQUIRE_THAT(bytes_of(call.events, transcript::Kind::received),
               ContainsSubstring("NO CARRIER\r\n\r\nOK\r\n"));
}

TEST_CASE("a second stop ends at once") {
  boost::asio::io_context io(1);
  const auto exchange = exchange_with(Far::Kind::no_answer);
  Call call(io, exchange, false);
  std::optional<Steady::time_point> stopped;
  call.progress = [&](const session::Session&) {
    if (call.served->dials() == 0 || call.stopper.asked() > 0) return;
    call.stopper.stop();
    call.stopper.stop();
    stopped = Steady::now();
  };
  REQUIRE(call.outcome() == OutcomeClass::stopped);
  // At most the CR that aborts the dial: nothing is waited for, nothing asked.
  REQUIRE_THAT(bytes_of(call.events, transcript::Kind::sent), StartsWith("ATE0Q0V1X4\rATDT1\r"));
  REQUIRE(bytes_of(call.events, transcript::Kind::sent).size() <= 18);
  REQUIRE(stopped);
}

TEST_CASE("the port stays open, for the next session on it") {
  boost::asio::io_context io(1);
  const auto exchange = exchange_with(Far::Kind::busy);
  Call first(io, exchange, false);
  REQUIRE(first.outcome() == OutcomeClass::busy);
  session::Session second(script_for_one(), {});
  bool ended = false;
  runner::Run run;
  run.pace = Call::usual_pace;
  boost::asio::co_spawn(io, runner::run(second, *first.port, std::move(run)),
                        [&](std::exception_ptr) { ended = true; });
  const auto give_up = Steady::now() + 30s;
  while (!ended && io.run_one_until(give_up) > 0) {
  }
  REQUIRE(ended);
  REQUIRE(second.outcome()->outcome == OutcomeClass::busy);
  REQUIRE(first.served->dials() == 2);
}

TEST_CASE("many calls run on one thread") {
  boost::asio::io_context io(1);
  const auto exchange = exchange_with(Far::Kind::busy);
  std::vector<std::unique_ptr<Call>> calls;
  for (int i = 0; i < 50; ++i) calls.push_back(std::make_unique<Call>(io, exchange, i % 10 == 0));
  for (auto& call : calls) call->begin();
  for (auto& call : calls) REQUIRE(call->finish());
  for (auto& call : calls) REQUIRE(call->evidence().result->text == "BUSY");
}
