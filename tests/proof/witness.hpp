// Stands between the session and its modem, changes nothing and sees everything: how often was dialled, what
// came, the mark of the whole conversation.
#pragma once

#include "at/dial_string.hpp"
#include "harness/emulator/dce.hpp"

#include <cstdint>
#include <string>

namespace dialbench::proof {

class Witness final : public emulator::Dce {
 public:
  explicit Witness(emulator::Dce& modem)
      : modem_(modem) {}

  void receive(std::string_view bytes, Time now) override {
    mark('>', bytes, now);
    for (const char c : bytes) see(c, now);
    modem_.receive(bytes, now);
    now_ = now;
  }
  void set_dtr(bool on, Time now) override {
    mark(on ? '+' : '-', {}, now);
    dtr = on;
    modem_.set_dtr(on, now);
  }
  void tick(Time now) override {
    now_ = now;
    modem_.tick(now);
  }
  [[nodiscard]] std::string_view output() const noexcept override { return modem_.output(); }
  void taken(std::size_t bytes) override {
    const std::string_view came = modem_.output().substr(0, bytes);
    mark('<', came, now_);
    if (heard.size() < heard_max) heard += came;
    modem_.taken(bytes);
  }
  [[nodiscard]] std::optional<Time> deadline() const noexcept override { return modem_.deadline(); }
  [[nodiscard]] evidence::ModemLines lines() const noexcept override { return modem_.lines(); }
  [[nodiscard]] std::size_t room() const noexcept override { return modem_.room(); }
  [[nodiscard]] bool unplugged() const noexcept override { return modem_.unplugged(); }
  [[nodiscard]] unsigned dials() const noexcept override { return modem_.dials(); }

  void next_attempt() {
    heard.clear();
    dial_lines = 0;
    line_.clear();
    last_dial.reset();
  }

  std::uint64_t digest = 0xcbf29ce484222325U; // FNV-1a of every byte, its direction and its time
  std::string heard;                          // of this attempt, up to a bound
  unsigned dial_lines = 0;                    // that the session has sent in this attempt
  std::optional<Time> last_dial;
  bool dtr = true;
  bool keep = false;
  std::string transcript; // where it is kept

 private:
  static constexpr std::size_t heard_max = 400'000;

  void add(std::string_view bytes) {
    for (const char c : bytes) digest = (digest ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  }
  void mark(char direction, std::string_view bytes, Time now) {
    add(std::to_string(now.count()));
    add({&direction, 1});
    add(bytes);
    if (keep) {
      transcript += std::to_string(static_cast<double>(now.count()) / 1e6) + ' ' + direction + ' ';
      for (const char c : bytes)
        transcript += c >= ' ' && c <= '~' ? c : c == '\r' ? '_' : c == '\n' ? '|' : '?';
      transcript += '\n';
    }
  }
  void see(char c, Time now) {
    if (c != '\r') {
      line_ += c;
      return;
    }
    std::string_view line = line_;
    if (!at::dial_part(line).empty()) {
      ++dial_lines;
      last_dial = now;
    }
    line_.clear();
  }

  emulator::Dce& modem_;
  std::string line_;
  Time now_{};
};

} // namespace dialbench::proof
