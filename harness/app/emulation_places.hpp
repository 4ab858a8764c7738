// Where `dialbench emulate` and `dialbench replay` put their modems.
#pragma once

#include "harness/app/options.hpp"
#include "harness/emulator/serve/fleet.hpp"

#include <boost/asio/any_io_executor.hpp>

#include <string>
#include <string_view>

namespace dialbench::app {

class Places {
 public:
  using Carrier = EmulateOptions::Carrier;
  struct Choice {
    std::optional<Carrier> carrier;
    std::string where;        // a link or an address; empty: not told
    bool needs_where = false; // nobody else is told the name of the port
  };
  // What is wrong with the choice: one line without the command's name; empty: nothing.
  static std::string problem(const Choice& choice);

  // The only modem is under the name itself, of several each under that and its number. The choice has no
  // problem.
  Places(const Choice& choice, boost::asio::any_io_executor executor, unsigned modems);
  // What is wrong with so many of them.
  [[nodiscard]] std::string too_many() const;
  [[nodiscard]] serve::ServedOr put(unsigned n, std::unique_ptr<emulator::Dce> modem,
                                    serve::Serving serving) const;
  // One line, so that a script can wait for it and read the names from it: on standard output, or on standard
  // error where that is the modem's.
  void say_ready(const serve::Fleet& fleet) const;

 private:
  [[nodiscard]] std::string link(unsigned n) const;
  [[nodiscard]] serve::Address address(unsigned n) const;

  Carrier carrier_;
  std::string where_;
  boost::asio::any_io_executor executor_;
  unsigned modems_;
  serve::Address address_;
};

// Where the modem's carrier has ended by itself and not taken all that the modem said, as a full disk does,
// that is written to standard output once more, by the hand that tells why it is lost (terminal.hpp).
void write_what_is_left(const emulator::Dce& modem);

} // namespace dialbench::app
