// The socat process is killed before, during and after a dial. The driver and the session are the real ones.
#include "harness/emulator/serve/serve.hpp"
#include "harness/port/port.hpp"
#include "harness/runner/run.hpp"
#include "harness/script/read.hpp"
#include "tests/catch.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>

using namespace dialbench;
using evidence::Note;
using evidence::OutcomeClass;

namespace {

constexpr double pace = 100;

script::Script held_call() {
  script::NumberRules rules;
  rules.line_simulator = true;
  const auto script = script::read_toml("[[step]]\nsend = \"ATZ\"\n[[step]]\npause = \"2s\"\n"
                                        "[[step]]\ndial = \"T5550101\"\n[[step]]\nhold = \"30s\"\n",
                                        "test.toml", {}, rules);
  return *script;
}

// Unplugs when the session has said something of this kind, and gives what it ends with.
evidence::Outcome unplugged_after(Note::Kind kind) {
  boost::asio::io_context context(1);
  serve::Serving serving;
  serving.pace = pace;
  auto served = serve::on_socat(context.get_executor(), emulator::embedded_exchange(), {}, {}, serving);
  if (!served) FAIL(served.error());
  const std::shared_ptr<serve::Served> modem = std::move(*served);
  boost::asio::co_spawn(
      context, [modem]() -> boost::asio::awaitable<void> { co_await modem->run(); }, boost::asio::detached);
  port::Settings settings;
  settings.name = modem->port();
  auto port = port::open_serial(context.get_executor(), settings);
  if (!port) FAIL(port.error().detail);
  session::Options options;
  options.rules.line_simulator = true;
  session::Session session(held_call(), options);
  runner::Run run;
  run.pace = pace;
  bool pulled = false;
  run.progress = [&](const session::Session& running, Time) {
    for (const auto& note : running.notes()) {
      if (note.kind != kind || pulled) continue;
      pulled = true;
      modem->unplug();
    }
  };
  boost::asio::co_spawn(
      context,
      [&]() -> boost::asio::awaitable<void> {
        co_await runner::run(session, **port, run);
        (*port)->close();
        modem->stop();
      },
      boost::asio::detached);
  context.run();
  REQUIRE(session.outcome() != nullptr);
  REQUIRE(pulled);
  return *session.outcome();
}

} // namespace

TEST_CASE("socat is killed before the dial: 692, nothing was dialled") {
  const auto outcome = unplugged_after(Note::Kind::setup);
  CHECK(outcome.outcome == OutcomeClass::port_lost_idle);
  CHECK_FALSE(outcome.evidence.dialled);
}

TEST_CASE("socat is killed during the dial: 630") {
  CHECK(unplugged_after(Note::Kind::dial).outcome == OutcomeClass::port_lost);
}

TEST_CASE("socat is killed after CONNECT: 630, and what came until then is kept") {
  const auto outcome = unplugged_after(Note::Kind::hold);
  CHECK(outcome.outcome == OutcomeClass::port_lost);
  CHECK(outcome.evidence.connected);
  CHECK(outcome.word == "CONNECT 33600");
}
