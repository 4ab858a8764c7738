#include "harness/emulator/line_errors.hpp"
#include "harness/emulator/serve/com_port.hpp"
#include "harness/emulator/serve/telnet.hpp"
#include "harness/emulator/serve/wire.hpp"

#include <utility>

namespace dialbench::serve {

namespace {

class Rfc2217Wire final : public Wire, private TelnetEvents {
 public:
  void received(std::string_view bytes, emulator::Dce& modem, Time now) override {
    modem_ = &modem;
    now_ = now;
    telnet_.feed(bytes);
    modem_ = nullptr;
    answers_ += port_.lines_are(modem.lines());
  }

  std::string to_send(emulator::Dce& modem, std::size_t most) override {
    answers_ += port_.lines_are(modem.lines());
    std::string bytes = std::exchange(answers_, {});
    if (auto* const line = dynamic_cast<emulator::LineErrors*>(&modem)) {
      bytes += port_.line_error(line->line_errors()); // before the bytes that it is about
      line->take_line_errors();
    }
    if (!port_.may_send()) return bytes;
    const auto said = modem.output().substr(0, most);
    bytes += telnet::quoted(said);
    modem.taken(said.size());
    // DCD and CTS may have changed with what was taken.
    return bytes + port_.lines_are(modem.lines());
  }

  [[nodiscard]] bool has_something(const emulator::Dce& modem) const override {
    ComPort ahead = port_;
    const auto* const line = dynamic_cast<const emulator::LineErrors*>(&modem);
    if (line && !port_.line_error(line->line_errors()).empty()) return true;
    return !answers_.empty() || (port_.may_send() && !modem.output().empty()) ||
           !ahead.lines_are(modem.lines()).empty();
  }
  [[nodiscard]] std::size_t held() const noexcept override { return answers_.size(); }

 private:
  void data(std::string_view bytes) override { modem_->receive(bytes, now_); }
  // A UART that gets a break reads a NUL.
  void send_break() override { modem_->receive(std::string_view("\0", 1), now_); }
  void subnegotiation(unsigned char option, std::string_view payload) override {
    if (option != telnet::com_port) return;
    auto asked = port_.take(payload);
    answers_ += asked.answer;
    if (asked.dtr) modem_->set_dtr(*asked.dtr, now_);
    if (asked.send_break) send_break();
    if (asked.purge_output) modem_->taken(modem_->output().size());
  }
  void option_on(unsigned char option) override {
    if (option == telnet::com_port) answers_ += port_.begin(modem_->lines());
  }
  void answer(std::string bytes) override { answers_ += bytes; }

  TelnetReader telnet_{*this};
  ComPort port_;
  std::string answers_;
  emulator::Dce* modem_ = nullptr; // inside received()
  Time now_{};
};

} // namespace

std::unique_ptr<Wire> rfc2217_wire() { return std::make_unique<Rfc2217Wire>(); }

} // namespace dialbench::serve
