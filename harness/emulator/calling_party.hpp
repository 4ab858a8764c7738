// Somebody who calls the modem, once or several times, for a program that answers: lets it ring, gives up or
// is answered, waits for texts and says some, hangs up or waits for the other side to do so. It is the line
// that the modem hangs on, and is run by the modem.
//
// A call comes when a program has the port open and has said nothing to the modem for the call's `after`: it
// has set the modem up then, and waits. That counts from the first byte or the opening of the port, so that a
// program that starts slowly misses nothing; a later call counts from the end of the one before. Nothing that
// the modem does makes a caller wait for ever: it gives up behind its rings, hangs up where a text does not
// come, and leaves behind `stays`.
#pragma once

#include "harness/emulator/incoming_call.hpp"
#include "harness/emulator/line.hpp"
#include "harness/emulator/pipe.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace dialbench::emulator {

// What is seen of all calls; who judges them keeps it, too.
struct CallsSeen {
  std::vector<CallRecord> calls; // one for each that was to come
  std::optional<Time> over;      // the last of them is
  unsigned stray_answers = 0;    // ATA when nobody called
};

class CallingParty final : public Line {
 public:
  // `listened`: a program is there from the beginning. `cycle`: from ring to ring.
  CallingParty(std::vector<IncomingCall> calls, Duration cycle, bool listened,
               std::shared_ptr<CallsSeen> seen);

  void leads_to(LineEnd* end) override { end_ = end; }
  [[nodiscard]] bool reaches_modem(std::string_view /*number*/) const override { return false; }
  bool call(std::string_view /*number*/, Time /*now*/) override { return false; }
  void off_hook(bool answers, Time now) override;
  void on_hook(Leaving how, Time now) override;
  void say(std::string_view bytes, Time now) override;
  [[nodiscard]] std::optional<std::size_t> room() const noexcept override;
  void made_room() override;
  [[nodiscard]] std::optional<Time> deadline() const noexcept override;
  void run(Time now) override;
  void notice(const Notice& what, Time now) override;

 private:
  enum class State { waiting, ringing, training, talking, left, over };

  [[nodiscard]] const IncomingCall& call() const { return calls_[index_]; }
  [[nodiscard]] CallRecord& record() { return seen_->calls[index_]; }
  [[nodiscard]] const CallRecord& record() const { return seen_->calls[index_]; }
  [[nodiscard]] std::optional<Time> next_turn() const noexcept;
  void ring(Time now);
  void connected(Time now);
  void hear(Time now);
  void take_turn(Time now);
  void turn_over(Time now);
  void send();
  void leave(Time now);
  void finish(Time now);
  void watch_for_letting_go(const Notice& what, Time now);

  std::vector<IncomingCall> calls_;
  Duration cycle_;
  std::shared_ptr<CallsSeen> seen_;
  LineEnd* end_ = nullptr;
  State state_ = State::waiting;
  std::size_t index_ = 0;
  std::optional<Time> quiet_since_;
  bool closed_ = false; // DTR is off
  Time leaves_at_{};    // ringing
  Time now_{};

  Pipe from_modem_;
  std::size_t turn_ = 0;
  std::size_t heard_ = 0; // of record().received, by the turns before
  bool answered_ = false; // the text of this turn has come
  Time turn_began_{};     // or its text came then
  std::string to_say_;
};

} // namespace dialbench::emulator
