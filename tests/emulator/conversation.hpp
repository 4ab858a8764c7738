// A conversation with an emulated modem, written down: what the computer sends, what the modem says, and
// when.
//
//   Conversation modem;
//   modem.hears("ATDT5550176\r");
//   modem.says("\r\nBUSY\r\n").after(7s);
//   modem.is_silent_for(10s);
//
// Time is virtual: it moves to the modem's next deadline while something is awaited. Every comparison is
// exact and shows both sides when it fails.
#pragma once

#include "harness/emulator/modem.hpp"
#include "tests/catch.hpp"

#include <chrono>
#include <cstdio>
#include <string>
#include <string_view>
#include <utility>

namespace dialbench::tests {

using namespace std::chrono_literals;

// Control bytes as \r, \n, \xNN.
inline std::string escaped(std::string_view bytes) {
  std::string text;
  for (const char c : bytes) {
    const auto code = static_cast<unsigned char>(c);
    char hex[8];
    if (c == '\r')
      text += "\\r";
    else if (c == '\n')
      text += "\\n";
    else if (code < 32 || code > 126)
      std::snprintf(hex, sizeof hex, "\\x%02x", code), text += hex;
    else
      text += c;
  }
  return text;
}

class Conversation {
 public:
  explicit Conversation(emulator::Habits habits = quiet_echo(),
                        const emulator::Exchange& exchange = emulator::embedded_exchange())
      : modem_(exchange, std::move(habits)) {}

  // Most conversations are easier to read without the echo.
  static emulator::Habits quiet_echo() {
    emulator::Habits habits;
    habits.echo = false;
    return habits;
  }

  class Said {
   public:
    Said(Duration elapsed, std::string text)
        : elapsed_(elapsed)
        , text_(std::move(text)) {}
    // Since the computer sent last, or since the mark.
    void after(Duration expected) const {
      INFO("the modem said " << text_);
      REQUIRE(elapsed_.count() == expected.count());
    }
    void between(Duration least, Duration most) const {
      INFO("the modem said " << text_);
      REQUIRE(elapsed_ >= least);
      REQUIRE(elapsed_ <= most);
    }

   private:
    Duration elapsed_;
    std::string text_;
  };

  Conversation& hears(std::string_view bytes) {
    mark();
    modem_.receive(bytes, now_);
    collect();
    return *this;
  }
  // A command that is answered at once with nothing but this.
  void answers(std::string_view command, std::string_view reply) {
    hears(std::string(command) + "\r");
    says(reply);
    is_silent_for(200ms);
  }
  // What comes next, whole and exact; waits for it, an hour at most.
  Said says(std::string_view expected) {
    const Time limit = now_ + 1h;
    while (heard_.size() < expected.size() && modem_.deadline() && *modem_.deadline() <= limit)
      move_to(*modem_.deadline());
    const std::string got = heard_.substr(0, expected.size());
    REQUIRE(escaped(got) == escaped(expected));
    heard_.erase(0, expected.size());
    return {now_ - mark_, escaped(expected)};
  }
  void is_silent_for(Duration duration) {
    const Time end = now_ + duration;
    while (modem_.deadline() && *modem_.deadline() <= end) move_to(*modem_.deadline());
    move_to(end);
    REQUIRE(escaped(heard_) == "");
  }
  // All that is said meanwhile.
  std::string listen(Duration duration) {
    const Time end = now_ + duration;
    while (modem_.deadline() && *modem_.deadline() <= end) move_to(*modem_.deadline());
    move_to(end);
    return std::exchange(heard_, {});
  }
  void wait(Duration duration) { // at one go, as a late caller does
    move_to(now_ + duration);
  }
  void mark() { mark_ = now_; }
  void dtr(bool on) {
    mark();
    modem_.set_dtr(on, now_);
    collect();
  }
  // Somebody calls.
  void rings(unsigned rings, const emulator::Far& caller = {}) {
    mark();
    modem_.ring(caller, rings, now_);
    collect();
  }
  // Dials 5550101, the live line, with nothing else on it, and hears CONNECT.
  void connects(std::string_view number = "5550101") {
    hears("ATX1DT" + std::string(number) + "\r");
    says("\r\nCARRIER 33600\r\n\r\nPROTOCOL: LAPM\r\n\r\nCOMPRESSION: V.42BIS\r\n\r\nCONNECT 33600\r\n");
    REQUIRE(modem_.lines().dcd);
  }

  emulator::Modem& modem() { return modem_; }
  [[nodiscard]] Time now() const { return now_; }
  [[nodiscard]] bool dcd() const { return modem_.lines().dcd; }

 private:
  void move_to(Time time) {
    now_ = time;
    modem_.tick(now_);
    collect();
  }
  void collect() {
    heard_ += modem_.output();
    modem_.taken(modem_.output().size());
  }

  emulator::Modem modem_;
  Time now_ = 10s;
  Time mark_ = 10s;
  std::string heard_;
};

} // namespace dialbench::tests
