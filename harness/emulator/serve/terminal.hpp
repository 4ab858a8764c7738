// The node that dialers open: the slave side of a pty, seen from the side of the modem.
//
// It is held open here all the time, so that a dialer that closes it pulls no plug: with no opener at all the
// master would read EIO. What a modem would see of the dialer is had from inotify: opening raises DTR, the
// last close lowers it (unless the dialer cleared HUPCL), and bytes that nobody has read by then are gone, as
// in a UART's buffer.
#pragma once

#include "at/expected.hpp"
#include "harness/emulator/serve/descriptor.hpp"
#include "harness/emulator/serve/openers.hpp"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace dialbench::serve {

class Terminal {
 public:
  // Opens `node` and makes it raw, so that nothing is echoed before a dialer makes it raw itself.
  static at::Expected<Terminal, std::string> open(const std::string& node);
  Terminal() = default;
  Terminal(Terminal&& other) noexcept;
  Terminal& operator=(Terminal&& other) noexcept;
  ~Terminal() { close(); }

  [[nodiscard]] const std::string& node() const noexcept { return node_; }
  // False: this system counts no openers (Openers::work); somebody is then taken to be there always.
  [[nodiscard]] bool counts() const noexcept { return openers_ && watch_ >= 0 && openers_->work(); }
  [[nodiscard]] bool attended() const noexcept { return !counts() || openers_->count(watch_) > 0; }
  // Where look() has something to tell that was read while others looked.
  void on_change(std::function<void()> changed);

  using Seen = Openers::Seen;
  // What happened since the last look, in its order.
  std::vector<Seen> look();
  [[nodiscard]] bool has_seen() const noexcept { return openers_ && openers_->has_seen(watch_); }

  [[nodiscard]] int unread() const noexcept;     // bytes that wait for the dialer
  [[nodiscard]] bool keeps_dtr() const noexcept; // a dialer cleared HUPCL: closing lowers nothing
  void forget_dialer() noexcept; // throws away what it did not read, and gives back its exclusive claim
  void close() noexcept;

 private:
  std::string node_;
  Descriptor keeper_;
  std::shared_ptr<Openers> openers_;
  int watch_ = -1;
};

} // namespace dialbench::serve
