// Several emulated modems on one exchange, in one virtual time.
#pragma once

#include "harness/emulator/modem.hpp"
#include "harness/emulator/switch.hpp"
#include "tests/catch.hpp"
#include "tests/emulator/conversation.hpp"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace dialbench::tests {

class Bench {
 public:
  struct One {
    std::unique_ptr<emulator::Modem> modem;
    std::string heard;
    unsigned woken = 0;
    bool reads = true; // its computer takes what it says
  };

  explicit Bench(const emulator::Exchange& exchange = emulator::embedded_exchange())
      : exchange_(exchange) {}

  // Numbers are 5550201, 5550202 ...
  One& add(emulator::Far link = {}, emulator::Habits habits = Conversation::quiet_echo()) {
    auto one = std::make_unique<One>();
    one->modem = std::make_unique<emulator::Modem>(exchange_, std::move(habits));
    const auto number = std::to_string(5550201 + all.size());
    auto wake = [raw = one.get()] { ++raw->woken; };
    one->modem->plug_into(lines.line({{number, "BENCH " + std::to_string(all.size() + 1)}, link}, wake));
    all.push_back(std::move(one));
    return *all.back();
  }

  void say(One& one, std::string_view bytes) {
    one.modem->receive(bytes, now);
    collect();
  }
  void run(Duration duration) {
    const Time end = now + duration;
    for (auto next = due(); next && *next <= end; next = due()) {
      now = std::max(now, *next);
      for (const auto& one : all) one->modem->tick(now);
      collect();
    }
    now = end;
    for (const auto& one : all) one->modem->tick(now);
    collect();
  }
  // Waits for what comes next there, an hour at most.
  bool hears(One& one, std::string_view what, Duration most = 1h) {
    const Time end = now + most;
    while (one.heard.find(what) == std::string::npos && now < end) {
      const auto next = due();
      run(next && *next > now ? std::min(*next - now, end - now) : std::min<Duration>(1s, end - now));
    }
    const auto at = one.heard.find(what);
    if (at != std::string::npos) one.heard.erase(0, at + what.size());
    return at != std::string::npos;
  }
  void connect(One& caller, One& callee, const std::string& number) {
    say(callee, "ATS0=1\r");
    say(caller, "ATDT" + number + "\r");
    REQUIRE(hears(caller, "CONNECT"));
    REQUIRE(hears(callee, "CONNECT"));
    run(10ms);
    caller.heard.clear();
    callee.heard.clear();
  }

  emulator::Switch lines;
  std::vector<std::unique_ptr<One>> all;
  Time now = 1s;

 private:
  std::optional<Time> due() const {
    std::optional<Time> first;
    for (const auto& one : all)
      if (const auto next = one->modem->deadline(); next && (!first || *next < *first)) first = next;
    return first;
  }
  void collect() {
    for (const auto& one : all) {
      if (!one->reads) continue;
      one->heard += one->modem->output();
      one->modem->taken(one->modem->output().size());
    }
  }

  const emulator::Exchange& exchange_;
};

} // namespace dialbench::tests
