// What the loop tells a modem of a dialer that comes, speaks and goes, and in which order.
#include "harness/emulator/serve/modem_loop.hpp"

#include "harness/emulator/serve/pty.hpp"
#include "tests/catch.hpp"
#include "tests/serve/dialer.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

#include <fcntl.h>
#include <poll.h>

using namespace dialbench;
using namespace dialbench::tests;
using serve::Descriptor;

namespace {

// A modem that notes what it is told.
class Notes final : public emulator::Dce {
 public:
  explicit Notes(std::string& notes)
      : notes_(notes) {}
  void receive(std::string_view bytes, Time) override { notes_.append(bytes); }
  void set_dtr(bool on, Time) override { notes_ += on ? "[DTR on]" : "[DTR off]"; }
  void tick(Time) override {}
  [[nodiscard]] std::string_view output() const noexcept override { return {}; }
  void taken(std::size_t) override {}
  [[nodiscard]] std::optional<Time> deadline() const noexcept override { return std::nullopt; }
  [[nodiscard]] evidence::ModemLines lines() const noexcept override { return {}; }
  [[nodiscard]] std::size_t room() const noexcept override { return 4096; }
  [[nodiscard]] bool unplugged() const noexcept override { return false; }
  [[nodiscard]] unsigned dials() const noexcept override { return 0; }

 private:
  std::string& notes_;
};

class PtyCarrier final : public serve::Carrier {
 public:
  PtyCarrier(const boost::asio::any_io_executor& executor, serve::Pty pty)
      : terminal_(std::move(pty.terminal))
      , master_(executor, pty.master.release()) {}
  [[nodiscard]] const std::string& port() const noexcept override { return terminal_.node(); }
  boost::asio::posix::stream_descriptor& in() noexcept override { return master_; }
  boost::asio::posix::stream_descriptor& out() noexcept override { return master_; }
  serve::Terminal* terminal() noexcept override { return &terminal_; }
  void pull() noexcept override { terminal_.close(); }

 private:
  serve::Terminal terminal_;
  boost::asio::posix::stream_descriptor master_;
};

struct Bench {
  std::string notes;
  boost::asio::io_context io{1};
  int master = -1;
  std::shared_ptr<serve::ModemLoop> loop;

  Bench() {
    auto pty = serve::open_pty();
    REQUIRE(pty);
    master = pty->master.number();
    loop = std::make_shared<serve::ModemLoop>(
        io.get_executor(), std::make_unique<Notes>(notes), serve::Serving{},
        std::make_unique<PtyCarrier>(io.get_executor(), std::move(*pty)));
    boost::asio::co_spawn(io, loop->run(), boost::asio::detached);
    io.poll();
  }
  ~Bench() {
    loop->stop();
    io.run();
  }
  Bench(const Bench&) = delete;
  Bench& operator=(const Bench&) = delete;

  // Comes, says that and goes, while the loop does something else; the bytes have reached the modem's side.
  void visit(std::string_view bytes) const {
    const Descriptor dialer(::open(loop->carrier().port().c_str(), O_RDWR | O_NOCTTY | O_NONBLOCK));
    REQUIRE(::write(dialer.number(), bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()));
    pollfd there{master, POLLIN, 0};
    REQUIRE(::poll(&there, 1, 10'000) == 1);
  }
};

} // namespace

TEST_CASE("the last bytes of a dialer reach the modem before its DTR falls") {
  Bench bench;
  bench.visit("ATH\r");
  REQUIRE(run_until(bench.io, [&] { return bench.notes.find("off]") != std::string::npos; }));
  REQUIRE(bench.notes == "[DTR on]ATH\r[DTR off]");
}

TEST_CASE("who came last said what is there") {
  Bench bench;
  const std::string node = bench.loop->carrier().port();
  Descriptor(::open(node.c_str(), O_RDWR | O_NOCTTY | O_NONBLOCK)).close();
  bench.visit("ATZ\r");
  REQUIRE(run_until(bench.io,
                    [&] { return bench.notes.size() >= std::string("[DTR on][DTR off]").size() * 2 + 4; }));
  REQUIRE(bench.notes == "[DTR on][DTR off][DTR on]ATZ\r[DTR off]");
}
