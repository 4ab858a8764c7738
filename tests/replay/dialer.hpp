// A dialer for replays, in memory: it says things and collects what comes back until nothing more is due.
#pragma once

#include "harness/emulator/replay/replay.hpp"
#include "harness/transcript/read.hpp"

#include <string>
#include <string_view>

namespace dialbench::tests {

inline replay::Recording recorded(std::string_view text) {
  const auto events = transcript::read(text);
  return replay::recording(events.value());
}

class Dialer {
 public:
  explicit Dialer(std::string_view transcript, replay::Options options = {})
      : modem_(recorded(transcript), options) {
    modem_.set_dtr(true, now_);
  }

  // What the modem says to `bytes`, its echo included, until it has nothing more to say.
  std::string say(std::string_view bytes) {
    modem_.receive(bytes, now_);
    return listen();
  }
  std::string listen() {
    std::string heard = take();
    while (const auto due = modem_.deadline()) {
      now_ = std::max(now_, *due);
      modem_.tick(now_);
      heard += take();
    }
    return heard;
  }
  std::string listen_until(Time until) {
    std::string heard = take();
    while (modem_.deadline() && *modem_.deadline() <= until) {
      now_ = std::max(now_, *modem_.deadline());
      modem_.tick(now_);
      heard += take();
    }
    now_ = until;
    modem_.tick(now_);
    return heard + take();
  }
  void hang_up() { modem_.set_dtr(false, now_); }
  void open() { modem_.set_dtr(true, now_); }

  replay::Replay& modem() noexcept { return modem_; }
  [[nodiscard]] Time now() const noexcept { return now_; }
  [[nodiscard]] replay::Comparison comparison() const { return modem_.comparison(); }

 private:
  std::string take() {
    std::string text(modem_.output());
    modem_.taken(text.size());
    return text;
  }

  replay::Replay modem_;
  Time now_{};
};

} // namespace dialbench::tests
