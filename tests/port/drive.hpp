// Runs a coroutine of a test to its end, or says that it hung.
#pragma once

#include "harness/port/port.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>

#include <chrono>
#include <exception>
#include <string>

namespace dialbench::tests {

// True: it ended in time. What it threw is thrown on.
inline bool drive(boost::asio::io_context& io, boost::asio::awaitable<void> work,
                  std::chrono::seconds limit = std::chrono::seconds(10)) {
  bool ended = false;
  std::exception_ptr thrown;
  boost::asio::co_spawn(io, std::move(work), [&](std::exception_ptr error) {
    ended = true;
    thrown = error;
    io.stop();
  });
  io.restart();
  io.run_for(limit);
  if (thrown) std::rethrow_exception(thrown);
  return ended;
}

// Reads until `length` bytes are there or the port fails.
inline boost::asio::awaitable<void> read_into(port::Port& port, std::size_t length, std::string& text,
                                              boost::system::error_code& error) {
  char buffer[1024];
  while (text.size() < length && !error) {
    const std::size_t count = co_await port.read_some(buffer, error);
    text.append(buffer, count);
  }
}

inline boost::asio::awaitable<void> write_all(port::Port& port, std::string text,
                                              boost::system::error_code& error) {
  std::span<const char> left = text;
  while (!left.empty() && !error) {
    const std::size_t count = co_await port.write_some(left, error);
    left = left.subspan(count);
  }
}

} // namespace dialbench::tests
