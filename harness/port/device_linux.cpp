// A terminal of Linux: examined, opened, claimed, made raw, and all of it given back.
#include "harness/port/device.hpp"

#include "harness/port/advice_linux.hpp"
#include "harness/port/holders_linux.hpp"
#include "harness/port/lines_linux.hpp"
#include "harness/port/lock_file_linux.hpp"
#include "harness/port/node_linux.hpp"
#include "harness/port/termios_linux.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace dialbench::port {
namespace {

using evidence::PortFault;
using evidence::PortProblem;

// What the driver has not sent when the port is closed gets this long; after that it is thrown away, since
// the kernel would hold close() for up to 30 s where flow control stops the line.
constexpr int drain_steps = 25;
constexpr int drain_step_ms = 10;

class Terminal final : public Device {
 public:
  Terminal(Node node, const Roots& roots)
      : node_(std::move(node))
      , roots_(roots) {}
  ~Terminal() override {
    give_back();
    if (owned_ && terminal_ >= 0) ::close(terminal_);
  }

  std::optional<PortProblem> open();
  // errno of what says that somebody else has it, or 0.
  int claim();
  std::optional<PortProblem> set_up(const Settings& settings);

  [[nodiscard]] Handle handle() const noexcept override { return terminal_; }
  void handed_over() noexcept override { owned_ = false; }
  void give_back() noexcept override;

  std::size_t write_now(std::span<const char> bytes, boost::system::error_code& error) noexcept override;
  std::optional<evidence::ModemLines> lines() noexcept override {
    return usable() && carries_lines_ ? read_lines(terminal_) : std::nullopt;
  }
  std::optional<evidence::UartErrors> uart_errors() noexcept override {
    const auto now = usable() && counters_ ? read_counters(terminal_) : std::nullopt;
    return now ? std::optional(counted_since(*counters_, *now)) : std::nullopt;
  }
  bool set_lines(std::optional<bool> dtr, std::optional<bool> rts) noexcept override {
    return usable() && write_lines(terminal_, dtr, rts);
  }
  bool set_break(bool on) noexcept override {
    if (!usable() || !write_break(terminal_, on)) return false;
    break_on_ = on;
    return true;
  }
  void discard_input() noexcept override {
    if (usable()) ::ioctl(terminal_, TCFLSH, TCIFLUSH);
  }

 private:
  [[nodiscard]] bool usable() const noexcept { return terminal_ >= 0 && !given_back_; }
  [[nodiscard]] bool exclusive_flag_is_abandoned() const;
  [[nodiscard]] PortProblem failed(int error) const;
  [[nodiscard]] PortProblem refused(const std::string& what, const std::string& advice) const;
  [[nodiscard]] std::optional<PortProblem> check(const Settings& asked) const;
  void drain() const noexcept;

  Node node_;
  Roots roots_;
  int terminal_ = -1;
  bool owned_ = true;
  bool given_back_ = false;
  bool locked_ = false;
  bool break_on_ = false;
  bool carries_lines_ = true; // false: asked once, and not for every call again
  LockFiles lock_files_;
  SavedTermios saved_;
  std::optional<evidence::UartErrors> counters_; // as they stood at open
};

std::optional<PortProblem> Terminal::open() {
  do {
    terminal_ = ::open(node_.path.c_str(), O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
  } while (terminal_ < 0 && errno == EINTR);
  if (terminal_ < 0) return failed(errno);
  if (::isatty(terminal_) == 1) return std::nullopt;
  const int error = errno;
  if (error == EIO || error == ENXIO || error == ENODEV) return failed(error);
  return PortProblem{PortFault::not_a_serial_port, error,
                     displayed(node_.path) + " is no terminal device, not a serial port.", "dialbench ports"};
}

// Root is stopped neither by modes nor by TIOCEXCL, so the flag is asked for. It outlives its owner where the
// far end of a pty keeps the node open: then our own owner's lock file, left behind by a dead process, tells.
bool Terminal::exclusive_flag_is_abandoned() const {
  const LockState locks = read_locks(lock_names(node_.path, node_.id.real), roots_);
  if (!locks.owners.empty() || locks.stale.empty()) return false;
  const std::vector<Opener> all = openers(node_.id, roots_);
  const auto harmless = [](const Opener& one) { return one.far_end || one.who.pid == ::getpid(); };
  return std::all_of(all.begin(), all.end(), harmless);
}

int Terminal::claim() {
  if (::flock(terminal_, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) return EWOULDBLOCK;
  int exclusive = 0;
  const bool flagged = ::ioctl(terminal_, TIOCGEXCL, &exclusive) == 0 && exclusive != 0;
  if (flagged && !exclusive_flag_is_abandoned()) return EBUSY;
  auto files = LockFiles::take(lock_names(node_.path, node_.id.real), roots_);
  if (!files) return EBUSY;
  lock_files_ = std::move(*files);
  ::ioctl(terminal_, TIOCEXCL);
  locked_ = true;
  return 0;
}

std::optional<PortProblem> Terminal::set_up(const Settings& settings) {
  if (settings.rate == 0) return refused("0 bit/s is no rate; it would hang up.", "");
  auto saved = save_termios(terminal_);
  if (!saved) return failed(saved.error());
  saved_ = std::move(*saved);
  const int error = make_raw(terminal_, settings);
  if (error == EINVAL)
    return refused("The driver does not take " + std::to_string(settings.rate) + " bit/s " +
                       shown(settings.format) + ".",
                   "");
  if (error != 0) return failed(error);
  if (auto problem = check(settings)) return problem;
  write_lines(terminal_, settings.dtr, settings.rts);
  carries_lines_ = has_lines(terminal_);
  counters_ = read_counters(terminal_);
  return std::nullopt;
}

std::optional<PortProblem> Terminal::check(const Settings& asked) const {
  const auto actual = read_back(terminal_);
  if (!actual) return failed(actual.error());
  // The driver reports the rate that was asked for even where the chip's divider misses it.
  const Baud divided = nearest_divided(uart_base(terminal_), asked.rate);
  const Baud made = near_enough(actual->rate, asked.rate) ? divided : actual->rate;
  if (!near_enough(made, asked.rate))
    return refused("The driver makes no " + std::to_string(asked.rate) + " bit/s; it offers " +
                       std::to_string(made) + ".",
                   "--speed " + std::to_string(made));
  // A pseudo-terminal keeps 8 bits and no parity whatever it is told; nothing is sent bit by bit there.
  const bool carries_bits = !node_.id.pty || has_lines(terminal_);
  if (carries_bits && actual->format != asked.format)
    return refused(
        "The driver does not do " + shown(asked.format) + "; it stays at " + shown(actual->format) + ".", "");
  return std::nullopt;
}

PortProblem Terminal::failed(int error) const {
  if (error == EACCES || error == EPERM) return denied(node_, error);
  const std::string path = displayed(node_.path);
  if (error == ENOENT)
    return {PortFault::no_such_port, error, "There is no " + path + ".", advice_for_missing(roots_)};
  if (error == EBUSY) return in_use(node_, claimants(node_, roots_), error, roots_);
  const bool device_gone = error == ENXIO || error == ENODEV || error == EIO;
  const std::string why =
      device_gone ? " is there, but no device answers behind it: " : " cannot be opened: ";
  return {PortFault::gone, error, path + why + std::strerror(error) + ".", ""};
}

PortProblem Terminal::refused(const std::string& what, const std::string& advice) const {
  return {PortFault::refused_settings, EINVAL, displayed(node_.path) + ": " + what, advice};
}

std::size_t Terminal::write_now(std::span<const char> bytes, boost::system::error_code& error) noexcept {
  if (!usable()) {
    error.assign(EBADF, boost::system::system_category());
    return 0;
  }
  const auto count = ::write(terminal_, bytes.data(), bytes.size());
  if (count >= 0) return static_cast<std::size_t>(count);
  if (errno != EAGAIN && errno != EINTR) error.assign(errno, boost::system::system_category());
  return 0;
}

void Terminal::drain() const noexcept {
  int queued = 0;
  for (int step = 0; step < drain_steps; ++step) {
    if (::ioctl(terminal_, TIOCOUTQ, &queued) != 0 || queued == 0) return;
    ::poll(nullptr, 0, drain_step_ms);
  }
  ::ioctl(terminal_, TCFLSH, TCOFLUSH);
}

void Terminal::give_back() noexcept {
  if (!usable()) return;
  given_back_ = true;
  if (break_on_) write_break(terminal_, false);
  if (saved_) {
    drain();
    restore_termios(terminal_, saved_);
    // By hand as well as by HUPCL, which the restored settings may lack.
    write_lines(terminal_, false, false);
  }
  if (!locked_) return;
  // The flag would outlive us while the far end keeps the node open.
  ::ioctl(terminal_, TIOCNXCL);
  lock_files_.release();
  ::flock(terminal_, LOCK_UN);
}

OpenedDevice open_with(Look& look, const Settings& settings, const Roots& roots) {
  auto node = examine(settings.name, roots);
  if (!node) return at::Unexpected{node.error()};
  const std::vector<Claimant> others = rivals(*node, look, roots);
  if (!others.empty()) return at::Unexpected{in_use(*node, others, EBUSY, roots)};
  auto terminal = std::make_unique<Terminal>(*node, roots);
  if (auto problem = terminal->open()) return at::Unexpected{std::move(*problem)};
  if (const int taken = terminal->claim()) {
    // Closed first: otherwise we would find ourselves among those who have it open.
    terminal.reset();
    return at::Unexpected{in_use(*node, claimants(*node, roots), taken, roots)};
  }
  if (auto problem = terminal->set_up(settings)) return at::Unexpected{std::move(*problem)};
  return OpenedDevice(std::unique_ptr<Device>(std::move(terminal)));
}

} // namespace

OpenedDevice open_device(const Settings& settings, const Roots& roots) {
  Look look(roots);
  return open_with(look, settings, roots);
}

std::vector<OpenedDevice> open_devices(std::span<const Settings> settings, const Roots& roots) {
  Look look(roots);
  std::vector<OpenedDevice> devices;
  devices.reserve(settings.size());
  for (const Settings& one : settings) devices.push_back(open_with(look, one, roots));
  return devices;
}

} // namespace dialbench::port
