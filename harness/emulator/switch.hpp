// Joins the modems of one exchange: a call to another modem's number rings there, is answered or not, carries
// data both ways, and ends when either side hangs up. Sans-I/O, and without a clock: every event comes from a
// modem, with the modem's time.
//
//   Switch exchange;
//   modem.plug_into(exchange.line({{"5550201", "ONE"}, {}}, wake));
//
// A line is busy while its modem is off hook, and while it rings; one whose modem is unplugged rings on. Each
// direction of a call goes at the lower of what one modem sends and the other takes; they have error control
// and compression where both name the same. Where the settings of one end refuse what the other leaves,
// neither says CONNECT.
#pragma once

#include "harness/emulator/line.hpp"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace dialbench::emulator {

class Switch {
 public:
  // The modem on this line has something to do: tick it soon, but not from inside this call.
  using Wake = std::function<void()>;
  struct Subscriber {
    Caller self; // its own number, digits only, and its name
    // What its modem can do: rate (it takes), rate_up (it sends), modulation, error_control, compression;
    // `after`: the training.
    Far link;
  };

  Switch();

  // A new line, which may outlive the switch. Where two have one number, the first of them is called.
  std::unique_ptr<Line> line(Subscriber subscriber, Wake wake);

 private:
  class SwitchLine;
  using Lines = std::vector<SwitchLine*>;
  // The whole number, else its last seven digits, as Exchange::at() has it.
  [[nodiscard]] static SwitchLine* find(const Lines& lines, std::string_view dialled);
  std::shared_ptr<Lines> lines_;
};

// What two modems agree on, as `one` has it: the other's `rate` is its `rate_up`.
Far agree(const Far& one, const Far& other);

} // namespace dialbench::emulator
