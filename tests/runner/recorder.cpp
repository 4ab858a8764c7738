#include "harness/runner/recorder.hpp"

#include "tests/catch.hpp"

#include <spdlog/sinks/ostream_sink.h>
#include <spdlog/spdlog.h>

#include <sstream>
#include <stdexcept>
#include <vector>

using namespace dialbench;
using namespace std::chrono_literals;
using runner::Recorder;
using transcript::Event;
using transcript::Kind;

namespace {

// The log of the program, as long as this lives.
class Log {
 public:
  explicit Log(spdlog::level::level_enum level)
      : old_(spdlog::default_logger()) {
    auto logger =
        std::make_shared<spdlog::logger>("test", std::make_shared<spdlog::sinks::ostream_sink_st>(text_));
    logger->set_pattern("%v");
    logger->set_level(level);
    spdlog::set_default_logger(std::move(logger));
  }
  ~Log() { spdlog::set_default_logger(old_); }
  [[nodiscard]] std::string text() const { return text_.str(); }

 private:
  std::ostringstream text_;
  std::shared_ptr<spdlog::logger> old_;
};

} // namespace

TEST_CASE("each event is handed on with its time, kind and bytes") {
  std::vector<Event> events;
  Recorder recorder("fake", [&](const Event& event) { events.push_back(event); });
  recorder.sent("AT\r", false, 1ms);
  recorder.received("OK", 2ms);
  recorder.sent("secret", true, 3ms);
  recorder.note("DTR off", 4ms);
  REQUIRE(events == std::vector<Event>{{1ms, Kind::sent, "AT\r", 0},
                                       {2ms, Kind::received, "OK", 0},
                                       {3ms, Kind::secret, "", 6},
                                       {4ms, Kind::note, "DTR off", 0}});
}

TEST_CASE("a keeper that fails is called no more, and the log says why") {
  const Log log(spdlog::level::info);
  unsigned calls = 0;
  Recorder recorder("fake", [&](const Event&) {
    ++calls;
    throw std::runtime_error("no space left");
  });
  recorder.sent("AT\r", false, 1ms);
  recorder.sent("AT\r", false, 2ms);
  REQUIRE(calls == 1);
  REQUIRE(log.text() == "fake: the transcript ends here: no space left\n");
}

TEST_CASE("what is covered is covered in the log and for the keeper") {
  const Log log(spdlog::level::trace);
  std::vector<Event> events;
  Recorder recorder(
      "fake", [&](const Event& event) { events.push_back(event); },
      [](Event& event) { event.text = "covered"; });
  recorder.sent("ATDT5550176\r", false, 1ms);
  REQUIRE(events == std::vector<Event>{{1ms, Kind::sent, "covered", 0}});
  REQUIRE_THAT(log.text(), ContainsSubstring("covered"));
  REQUIRE(log.text().find("5550176") == std::string::npos);
}

TEST_CASE("the finest log has the bytes, escaped, and no secret") {
  const Log log(spdlog::level::trace);
  Recorder recorder("fake", {});
  recorder.sent("hunter2\r", true, 1s);
  recorder.received("hunter2\x1b[2J", 2s);
  REQUIRE_THAT(log.text(), ContainsSubstring("8 bytes"));
  REQUIRE_THAT(log.text(), ContainsSubstring("*******\\x1b[2J"));
  REQUIRE(log.text().find("hunter2") == std::string::npos);
}
