// The node that dialers open: the slave side of a pty, seen from the side of the modem.
//
// It is held open here all the time, so that a dialer that closes it pulls no plug: with no opener at all the
// master would read EIO. What a modem would see of the dialer is had from inotify: opening raises DTR, the
// last close lowers it (unless the dialer cleared HUPCL), and bytes that nobody has read by then are gone, as
// in a UART's buffer.
#pragma once

#include "at/expected.hpp"
#include "harness/emulator/serve/descriptor.hpp"

#include <string>
#include <vector>

namespace dialbench::serve {

class Terminal {
 public:
  // Opens `node` and makes it raw, so that nothing is echoed before a dialer makes it raw itself.
  static at::Expected<Terminal, std::string> open(const std::string& node);

  [[nodiscard]] const std::string& node() const noexcept { return node_; }
  // False: this system counts no openers (out of inotify instances); somebody is then taken to be there
  // always.
  [[nodiscard]] bool counts() const noexcept { return static_cast<bool>(watch_); }
  [[nodiscard]] bool attended() const noexcept { return !counts() || openers_ > 0; }
  [[nodiscard]] int watch() const noexcept {
    return watch_.number();
  } // readable: look() has something to see

  enum class Seen { opened, closed };
  // What happened since the last look, in its order: only changes from nobody to somebody and back.
  std::vector<Seen> look();

  [[nodiscard]] int unread() const noexcept;     // bytes that wait for the dialer
  [[nodiscard]] bool keeps_dtr() const noexcept; // a dialer cleared HUPCL: closing lowers nothing
  void forget_dialer() noexcept; // throws away what it did not read, and gives back its exclusive claim
  void close() noexcept;

 private:
  std::string node_;
  Descriptor keeper_;
  Descriptor watch_;
  int openers_ = 0;
};

} // namespace dialbench::serve
