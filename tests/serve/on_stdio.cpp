#include "harness/emulator/serve/on_descriptors.hpp"

#include "harness/emulator/modem.hpp"
#include "tests/catch.hpp"
#include "tests/serve/dialer.hpp"

#include <fcntl.h>
#include <unistd.h>

using namespace dialbench;
using namespace dialbench::tests;
using serve::Descriptor;

namespace {

struct Pipe {
  Pipe() {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
    read = Descriptor(ends[0]);
    write = Descriptor(ends[1]);
  }
  Descriptor read, write;
};

Descriptor again(const Descriptor& descriptor) {
  return Descriptor(::fcntl(descriptor.number(), F_DUPFD_CLOEXEC, 0));
}

std::string all_of(const Descriptor& pipe) {
  std::string text;
  std::array<char, 256> buffer{};
  for (ssize_t n; (n = ::read(pipe.number(), buffer.data(), buffer.size())) > 0;) {
    text.append(buffer.data(), static_cast<std::size_t>(n));
  }
  return text;
}

} // namespace

TEST_CASE("a modem on two pipes answers all it was told, and ends when its input does") {
  boost::asio::io_context io(1);
  const emulator::Exchange exchange;
  Pipe in, out;
  const auto kept = again(in.read);
  const int flags = ::fcntl(kept.number(), F_GETFL);
  {
    Running modem(io, serve::on_descriptors(io.get_executor(), std::make_unique<emulator::Modem>(exchange),
                                            std::move(in.read), std::move(out.write), {}));
    REQUIRE(modem.served->port().empty());
    REQUIRE(::write(in.write.number(), "ATE0\rAT\r", 8) == 8);
    in.write.close();
    REQUIRE(run_until(io, [&] { return *modem.ended; }));
  }
  REQUIRE(all_of(out.read) == "ATE0\r\r\nOK\r\n\r\nOK\r\n");
  REQUIRE(::fcntl(kept.number(), F_GETFL) == flags); // a shell that shares it still blocks on it
}

TEST_CASE("stop ends a modem on pipes that are still open") {
  boost::asio::io_context io(1);
  const emulator::Exchange exchange;
  Pipe in, out;
  Running modem(io, serve::on_descriptors(io.get_executor(), std::make_unique<emulator::Modem>(exchange),
                                          std::move(in.read), std::move(out.write), {}));
  io.poll();
  modem.served->stop();
  REQUIRE(run_until(io, [&] { return *modem.ended; }));
}
