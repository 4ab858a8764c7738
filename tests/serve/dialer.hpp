// The other side of a served modem: opens its port as a program would, and hears what comes.
#pragma once

#include "harness/emulator/serve/serve.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace dialbench::tests {

// Runs the executor until `done`. The limit only keeps a wrong test from hanging.
inline bool run_until(boost::asio::io_context& io, const std::function<bool()>& done) {
  const auto give_up = std::chrono::steady_clock::now() + std::chrono::seconds(20);
  while (!done() && std::chrono::steady_clock::now() < give_up) {
    if (io.stopped()) io.restart();
    if (io.run_one_until(give_up) == 0) break;
  }
  return done();
}

class Dialer {
 public:
  Dialer(boost::asio::io_context& io, const std::string& port)
      : io_(io)
      , descriptor_(io, ::open(port.c_str(), O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC)) {}

  // Until listen() nothing is read.
  Dialer& listen() {
    descriptor_.async_read_some(boost::asio::buffer(buffer_),
                                [this](boost::system::error_code error, std::size_t n) {
                                  // Of a dialer that is gone already.
                                  if (error == boost::asio::error::operation_aborted) return;
                                  heard.append(buffer_.data(), n);
                                  error ? void(gone = true) : void(listen());
                                });
    return *this;
  }
  void say(std::string_view bytes) {
    if (::write(descriptor_.native_handle(), bytes.data(), bytes.size()) !=
        static_cast<ssize_t>(bytes.size())) {
      throw std::runtime_error("the port took no bytes");
    }
  }
  bool hears(std::string_view what) {
    return run_until(io_, [&] { return heard.find(what) != std::string::npos; });
  }
  bool asks(std::string_view command, std::string_view answer) {
    heard.clear();
    say(command);
    return hears(answer);
  }
  int descriptor() { return descriptor_.native_handle(); }

  std::string heard;
  bool gone = false; // end of file, or an error

 private:
  boost::asio::io_context& io_;
  boost::asio::posix::stream_descriptor descriptor_;
  std::array<char, 1024> buffer_{};
};

// A served modem that is running.
struct Running {
  explicit Running(boost::asio::io_context& io, serve::ServedOr made) {
    if (!made) throw std::runtime_error(made.error());
    served = std::move(*made);
    boost::asio::co_spawn(io, served->run(), [ended = ended](std::exception_ptr) { *ended = true; });
  }
  std::unique_ptr<serve::Served> served;
  std::shared_ptr<bool> ended = std::make_shared<bool>(false);
};

} // namespace dialbench::tests
