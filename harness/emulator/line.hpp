// What hangs a modem on an exchange with other modems. Line is what the modem does there, LineEnd what
// happens to it there; the Switch stands between.
//
// Neither runs the other's clock: what a LineEnd is told, it puts down for its next step. Who drives the
// modem behind it is told to do so soon (Switch::Wake). A far end that has a clock of its own, but nobody who
// drives it, is run by the modem (Line::deadline).
#pragma once

#include "at/last_call/last_call.hpp"
#include "harness/emulator/far.hpp"
#include "harness/evidence/time.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dialbench::emulator {

// Who calls, as caller ID tells it.
struct Caller {
  std::string number; // digits; empty: withheld
  std::string name;
};

// How one end of a call goes.
enum class Leaving : std::uint8_t {
  hangs_up, // it takes its leave, where error control has words for that
  line_dies // no word is said: only the carrier is gone
};

class LineEnd {
 public:
  // The line rings until caller_left(). Who answers gets `link`, whose `after` is the training.
  virtual void called(const Far& link, const Caller& caller, Time now) = 0;
  virtual void caller_left(Time now) = 0;
  // A modem, which trains for link.after; any other kind of `link` is somebody who is no modem.
  virtual void far_answered(const Far& link, Time now) = 0;
  virtual void far_says(std::string_view bytes, Time now) = 0;
  virtual void far_left(Leaving how, Time now) = 0; // behind the bytes that are still under way
  [[nodiscard]] virtual std::size_t far_room() const noexcept = 0; // for far_says
  [[nodiscard]] virtual bool busy() const noexcept = 0;            // off hook, or ringing already
  // What its modem's settings leave of `own`, which it could have.
  [[nodiscard]] virtual Far offers(const Far& own, bool answering) const = 0;
  // Why its modem's settings leave no link with `link`; in_progress: there is one.
  [[nodiscard]] virtual at::CallEnd refusal(const Far& link, bool answering) const = 0;
  // One of the two ends refuses: where CONNECT would be said, the call is over, for this reason.
  virtual void no_link(at::CallEnd why) = 0;

 protected:
  ~LineEnd() = default;
};

// What happens at the modem and no far end could see, for a line whose far end judges the modem's computer.
struct Notice {
  enum class Kind : std::uint8_t {
    byte,      // the computer says something
    command,   // and that was a command line: `text`
    ring,      // the bell rings; `yes`: RING was said to the computer
    answered,  // off hook to answer; `yes`: by itself (S0), not by ATA
    connected, // the carrier is there
    on_hook,   // `why`
    dtr        // `yes`: it is on, or a program has opened the port
  };
  Kind kind;
  bool yes = false;
  std::string_view text{}; // without AT and blanks, in capitals
  at::CallEnd why = at::CallEnd::no_call;
};

class Line {
 public:
  virtual ~Line() = default; // a call ends with it

  virtual void leads_to(LineEnd* end) = 0; // outlives the line, or is taken away with null
  [[nodiscard]] virtual bool reaches_modem(std::string_view number) const = 0;
  // True: it rings there. False: busy.
  virtual bool call(std::string_view number, Time now) = 0;
  // A call that came in is taken with it where `answers`; else it meets a line that is off hook and silent.
  virtual void off_hook(bool answers, Time now) = 0;
  virtual void on_hook(Leaving how, Time now) = 0;
  virtual void say(std::string_view bytes, Time now) = 0; // to the far end
  // For say(), what is beyond is lost; none: there is no far end.
  [[nodiscard]] virtual std::optional<std::size_t> room() const noexcept = 0;
  virtual void made_room() = 0; // for the far end's say()

  // Of a far end that the modem runs. It moves on when its time has come.
  [[nodiscard]] virtual std::optional<Time> deadline() const noexcept { return std::nullopt; }
  virtual void run(Time /*now*/) {}
  virtual void notice(const Notice& /*what*/, Time /*now*/) {}
};

} // namespace dialbench::emulator
