#include "harness/runner/shell.hpp"

#include "tests/catch.hpp"
#include "tests/runner/fakes.hpp"

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/post.hpp>

#include <spdlog/spdlog.h>

#include <stdexcept>

using namespace dialbench;
using namespace dialbench::tests;
using namespace std::chrono_literals;
using Heard = std::vector<std::string>;
using Kind = session::PortRequest::Kind;

TEST_CASE("a command goes out and its reply comes in") {
  Bench bench;
  bench.machine.on_start = [&] { bench.machine.say("AT\r"); };
  bench.port.on_write = [&](const std::string&) { bench.port.give("\r\nOK\r\n"); };
  bench.machine.on_receive = [&] { bench.machine.finish(); };
  bench.run();
  REQUIRE(bench.ended);
  REQUIRE(bench.port.output == "AT\r");
  REQUIRE(bench.machine.heard == Heard{"start", "sent 3", "received \r\nOK\r\n"});
  REQUIRE_FALSE(bench.port.closed);
}

TEST_CASE("a machine that is over at once touches no port") {
  Bench bench;
  bench.machine.on_start = [&] { bench.machine.finish(); };
  bench.run();
  REQUIRE(bench.ended);
  REQUIRE(bench.port.writes == 0);
  REQUIRE(bench.machine.heard == Heard{"start"});
}

TEST_CASE("a port that takes a byte at a time is given the rest") {
  Bench bench;
  bench.port.takes = 1;
  bench.machine.on_start = [&] { bench.machine.say("ATZ\r"); };
  bench.machine.on_sent = [&] {
    if (bench.machine.pending.empty()) bench.machine.finish();
  };
  bench.run();
  REQUIRE(bench.ended);
  REQUIRE(bench.port.output == "ATZ\r");
  REQUIRE(bench.machine.heard == Heard{"start", "sent 1", "sent 1", "sent 1", "sent 1"});
}

TEST_CASE("a stalled write keeps neither the reader nor a deadline waiting") {
  Bench bench;
  bench.port.takes = 0;
  bench.machine.on_start = [&] {
    bench.machine.say("ATDT1\r");
    bench.port.give("RING\r\n");
  };
  bench.machine.on_receive = [&] { bench.machine.due = bench.machine.times.back() + 2ms; };
  bench.machine.on_tick = [&] { bench.machine.finish(); };
  bench.run();
  REQUIRE(bench.ended);
  REQUIRE(bench.port.writes == 1);
  REQUIRE(bench.machine.heard == Heard{"start", "received RING\r\n", "tick"});
}

TEST_CASE("output that grows while a write is pending is sent once, in order") {
  Bench bench;
  bench.port.takes = 0;
  bench.machine.on_start = [&] {
    bench.machine.say("first ");
    bench.port.give("x");
  };
  bench.machine.on_receive = [&] {
    bench.machine.say(std::string(100, '-')); // the string moves in memory
    bench.port.take(1000);
  };
  bench.machine.on_sent = [&] {
    if (bench.machine.pending.empty()) bench.machine.finish();
  };
  bench.run();
  REQUIRE(bench.ended);
  REQUIRE(bench.port.output == "first " + std::string(100, '-'));
}

TEST_CASE("the tick comes at its deadline in exchange time, never before it") {
  const double pace = GENERATE(0.5, 1.0, 3.0, 100.0, 10000.0);
  Bench bench;
  bench.options.pace = pace;
  const auto wait = Duration(static_cast<Duration::rep>(3000 * pace));
  bench.machine.on_start = [&] { bench.machine.due = wait; };
  bench.machine.on_tick = [&] {
    const bool again = bench.machine.heard.size() < 4;
    again ? void(bench.machine.due = bench.machine.times.back() + wait) : bench.machine.finish();
  };
  bench.run();
  REQUIRE(bench.ended);
  REQUIRE(bench.machine.heard == Heard{"start", "tick", "tick", "tick"}); // no tick came too early to count
  REQUIRE(bench.machine.times[1] >= wait);
  for (std::size_t i = 2; i < 4; ++i) REQUIRE(bench.machine.times[i] >= bench.machine.times[i - 1] + wait);
}

TEST_CASE("a deadline that moves earlier is kept") {
  Bench bench;
  bench.machine.on_start = [&] {
    bench.machine.due = 1h;
    bench.machine.say("x");
  };
  bench.machine.on_sent = [&] { bench.machine.due = bench.machine.times.back() + 1ms; };
  bench.machine.on_tick = [&] { bench.machine.finish(); };
  bench.run();
  REQUIRE(bench.ended);
  REQUIRE(bench.machine.heard.back() == "tick");
}

TEST_CASE("a deadline that no tick moves is no spin") {
  Bench bench;
  bench.machine.on_start = [&] { bench.machine.due = 0us; };
  const auto began = std::chrono::steady_clock::now();
  bench.machine.on_tick = [&] {
    if (std::chrono::steady_clock::now() - began > 20ms) bench.machine.finish();
  };
  bench.run();
  REQUIRE(bench.ended);
  const auto took = std::chrono::steady_clock::now() - began;
  REQUIRE(bench.machine.heard.size() < 10 + 2 * static_cast<std::size_t>(took / 1ms));
}

TEST_CASE("the end of the port is told once and not read again") {
  Bench bench;
  const bool reading = GENERATE(true, false);
  const boost::system::error_code error = boost::asio::error::eof;
  bench.machine.on_start = [&] {
    bench.machine.say("AT\r");
    reading ? bench.port.fail_input(error) : bench.port.fail_output(error);
  };
  bench.port.takes = 0;
  bench.run();
  REQUIRE(bench.ended);
  REQUIRE(bench.machine.heard == Heard{"start", "port failed " + std::to_string(error.value())});
  REQUIRE(bench.port.failed_reads <= 1);
}

TEST_CASE("reader and writer failing together are one failure") {
  Bench bench;
  bench.machine.on_failed = [&] { bench.machine.due = bench.machine.times.back() + 1ms; };
  bench.machine.on_tick = [&] { bench.machine.finish(); };
  bench.machine.on_start = [&] {
    bench.machine.say("AT\r");
    bench.port.fail_input(boost::asio::error::eof);
    bench.port.fail_output(boost::asio::error::broken_pipe);
  };
  bench.run();
  REQUIRE(bench.ended);
  REQUIRE(bench.machine.heard.size() == 3);
  REQUIRE_THAT(bench.machine.heard[1], StartsWith("port failed"));
  REQUIRE(bench.machine.heard[2] == "tick");
}

TEST_CASE("requests are carried out and answered") {
  Bench bench;
  auto& machine = bench.machine;
  machine.on_answer = [&] { machine.finish(); };
  const auto done = static_cast<int>(session::PortAnswer::Kind::done);
  const auto not_supported = static_cast<int>(session::PortAnswer::Kind::not_supported);

  SECTION("lines, where there are some") {
    bench.port.modem_lines.emplace();
    machine.on_start = [&] {
      machine.ask(Kind::set_lines, 7);
      machine.requests.back().dtr = false;
    };
    bench.run();
    REQUIRE(bench.port.done == Heard{"dtr off rts -"});
    REQUIRE(machine.heard.back() == "answered 7 " + std::to_string(done));
  }
  SECTION("lines, where there are none") {
    machine.on_start = [&] { machine.ask(Kind::set_lines, 8); };
    bench.run();
    REQUIRE(machine.heard.back() == "answered 8 " + std::to_string(not_supported));
  }
  SECTION("reading lines and errors") {
    bench.port.modem_lines.emplace().dcd = true;
    bench.port.uart.emplace().overrun = 3;
    machine.on_start = [&] { machine.ask(Kind::read_lines, 9); };
    bench.run();
    REQUIRE(machine.answers.at(0).lines->dcd);
    REQUIRE(machine.answers.at(0).uart->overrun == 3);
  }
  SECTION("reading lines where there are none") {
    machine.on_start = [&] { machine.ask(Kind::read_lines, 10); };
    bench.run();
    REQUIRE(machine.heard.back() == "answered 10 " + std::to_string(not_supported));
  }
  SECTION("discarding input") {
    machine.on_start = [&] { machine.ask(Kind::discard_input, 11); };
    bench.run();
    REQUIRE(bench.port.done == Heard{"discarded"});
    REQUIRE(machine.heard.back() == "answered 11 " + std::to_string(done));
  }
  SECTION("a break that the port cannot send") {
    bench.port.can_break = false;
    machine.on_start = [&] { machine.ask(Kind::send_break, 12); };
    bench.run();
    REQUIRE(machine.heard.back() == "answered 12 " + std::to_string(not_supported));
  }
  REQUIRE(bench.ended);
}

TEST_CASE("a break lasts its time and does not stop anything else") {
  Bench bench;
  auto& machine = bench.machine;
  bench.options.pace = 100;
  machine.on_start = [&] {
    machine.ask(Kind::send_break, 1);
    machine.requests.back().duration = 500ms;
    machine.say("x");
  };
  machine.on_answer = [&] { machine.finish(); };
  bench.run();
  REQUIRE(bench.ended);
  REQUIRE(bench.port.done == Heard{"break on", "break off"});
  REQUIRE(machine.heard == Heard{"start", "sent 1", "answered 1 0"});
  REQUIRE(machine.times.back() >= 500ms);
}

TEST_CASE("a break is over when the run is") {
  Bench bench;
  auto& machine = bench.machine;
  machine.on_start = [&] {
    machine.ask(Kind::send_break, 1);
    machine.requests.back().duration = 1h;
    machine.say("x");
  };
  machine.on_sent = [&] { machine.finish(); };
  bench.run();
  REQUIRE(bench.ended);
  REQUIRE(bench.port.done == Heard{"break on", "break off"});
}

TEST_CASE("after opening again the run goes on, what was pending is no failure") {
  Bench bench;
  auto& machine = bench.machine;
  machine.on_start = [&] { machine.say("x"); };
  machine.on_sent = [&] {
    if (machine.answers.empty()) machine.ask(Kind::reopen, 5);
  };
  machine.on_answer = [&] { bench.port.give("OK"); };
  machine.on_receive = [&] { machine.finish(); };
  bench.run();
  REQUIRE(bench.ended);
  REQUIRE(machine.heard == Heard{"start", "sent 1", "answered 5 0", "received OK"});
}

TEST_CASE("a port that cannot be opened again has failed, once") {
  Bench bench;
  auto& machine = bench.machine;
  bench.port.reopen_problem.emplace().system_error = 6;
  machine.on_start = [&] { machine.ask(Kind::reopen, 5); };
  bench.run();
  REQUIRE(bench.ended);
  REQUIRE(std::count(machine.heard.begin(), machine.heard.end(), "port failed 6") == 1);
}

TEST_CASE("modem lines are looked at, and changes told") {
  Bench bench;
  auto& machine = bench.machine;
  bench.port.modem_lines.emplace();
  machine.on_lines = [&] {
    machine.heard.size() == 2 ? void(bench.port.modem_lines->dcd = true) : machine.finish();
  };
  bench.run();
  REQUIRE(bench.ended);
  REQUIRE(machine.heard == Heard{"start", "dcd off", "dcd on"});
}

TEST_CASE("a port without lines is not asked for them again and again") {
  Bench bench;
  bench.machine.on_start = [&] { bench.machine.due = 120ms; };
  bench.machine.on_tick = [&] { bench.machine.finish(); };
  bench.run();
  REQUIRE(bench.ended);
  REQUIRE(bench.port.looks == 1);
}

TEST_CASE("stop") {
  Bench bench;
  auto& machine = bench.machine;
  runner::Stopper stopper;
  bench.options.stopper = &stopper;

  SECTION("while it waits: the machine hangs up, the second stop ends it") {
    machine.on_stop = [&] {
      if (stopper.asked() == 2) return machine.finish();
      machine.say("ATH\r");
    };
    machine.on_sent = [&] { stopper.stop(); };
    boost::asio::post(bench.io, [&] { stopper.stop(); });
    bench.run();
    REQUIRE(machine.heard == Heard{"start", "stop", "sent 4", "stop"});
    REQUIRE(bench.port.output == "ATH\r");
  }
  SECTION("before it starts") {
    stopper.stop();
    bench.run();
    REQUIRE(machine.heard == Heard{"start", "stop"});
  }
  SECTION("after its end nothing happens") {
    machine.on_start = [&] { machine.finish(); };
    bench.run();
    stopper.stop();
    REQUIRE(machine.heard == Heard{"start"});
  }
  REQUIRE(bench.ended);
}

TEST_CASE("everything that passes is recorded, a secret by its length only") {
  Bench bench;
  auto& machine = bench.machine;
  std::vector<transcript::Event> events;
  bench.options.record = [&](const transcript::Event& event) { events.push_back(event); };
  machine.on_start = [&] {
    machine.say("hunter2\r");
    machine.secret = true;
  };
  machine.on_sent = [&] { bench.port.give("hunter2\r\nWelcome"); };
  machine.on_receive = [&] { machine.finish(); };
  bench.run();
  REQUIRE(bench.ended);
  REQUIRE(events.size() == 2);
  REQUIRE(events[0].kind == transcript::Kind::secret);
  REQUIRE(events[0].text.empty());
  REQUIRE(events[0].length == 8);
  REQUIRE(events[1].kind == transcript::Kind::received);
  REQUIRE(events[1].text == "*******\r\nWelcome");
}

TEST_CASE("a record that fails ends no call") {
  Bench bench;
  unsigned calls = 0;
  spdlog::default_logger()->set_level(spdlog::level::off);
  bench.options.record = [&](const transcript::Event&) {
    ++calls;
    throw std::runtime_error("no space left on device");
  };
  bench.machine.on_start = [&] { bench.machine.say("AT\r"); };
  bench.machine.on_sent = [&] { bench.port.give("OK"); };
  bench.machine.on_receive = [&] { bench.machine.finish(); };
  bench.run();
  spdlog::default_logger()->set_level(spdlog::level::info);
  REQUIRE(bench.ended);
  REQUIRE_FALSE(bench.failure);
  REQUIRE(calls == 1);
}

TEST_CASE("progress is shown after each change and while nothing changes") {
  Bench bench;
  unsigned shown = 0;
  bench.options.progress = [&](Time) {
    if (++shown == 3) bench.machine.finish();
  };
  bench.run();
  REQUIRE(bench.ended);
  REQUIRE(bench.machine.heard == Heard{"start"});
}

TEST_CASE("an exception ends the run, is thrown by it, and leaves nothing pending") {
  Bench bench;
  bench.options.progress = [&](Time) { throw std::logic_error("a bug"); };
  const bool at_once = GENERATE(true, false);
  unsigned calls = 0;
  bench.options.progress = [&](Time) {
    if (at_once || ++calls > 1) throw std::logic_error("a bug");
  };
  bench.machine.on_start = [&] { bench.port.give("x"); };
  bench.run();
  REQUIRE(bench.ended);
  REQUIRE_THROWS_AS(std::rethrow_exception(bench.failure), std::logic_error);
}

TEST_CASE("a cancelled caller waits for the run to let go of the port") {
  Bench bench;
  boost::asio::cancellation_signal signal;
  bench.port.takes = 0;
  bench.machine.on_start = [&] { bench.machine.say("AT\r"); };
  auto run = runner::Shell<FakeMachine>::run(bench.machine, bench.port, {});
  auto ended = [&](std::exception_ptr) { bench.ended = true; };
  boost::asio::co_spawn(bench.io, std::move(run), boost::asio::bind_cancellation_slot(signal.slot(), ended));
  while (bench.port.writes == 0) bench.io.run_one();
  signal.emit(boost::asio::cancellation_type::terminal);
  bench.io.run_for(std::chrono::seconds(20));
  REQUIRE(bench.ended);
  REQUIRE(bench.port.cancels > 0);
  REQUIRE(bench.machine.outcome() == nullptr);
}

TEST_CASE("an executor may end in the middle of a run") {
  FakeMachine machine;
  machine.on_start = [&] { machine.say("AT\r"); };
  auto io = std::make_unique<boost::asio::io_context>(1);
  auto port = std::make_unique<FakePort>(io->get_executor());
  port->takes = 0;
  auto pending = std::make_shared<bool>();
  const std::weak_ptr<bool> alive = pending;
  boost::asio::co_spawn(*io, runner::Shell<FakeMachine>::run(machine, *port, {}),
                        [held = std::move(pending)](std::exception_ptr) {});
  while (port->writes == 0) io->run_one();
  port.reset();
  io.reset();
  REQUIRE(alive.expired());
}
