// What the modem knows of the call that it has, or had last: the facts behind every report. Filled as the
// call goes on; only the next call begins a new one.
#pragma once

#include "at/last_call/last_call.hpp"
#include "harness/emulator/link.hpp"
#include "harness/evidence/time.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace dialbench::emulator {

class CallLog {
 public:
  void begin(Time now, bool answering);
  // `words`: CONNECT and what stands behind it.
  void connect(Time now, const Link& link, std::string_view words);
  // The first reason counts: what follows it, ATH for instance, only tidies up. Nothing where no call is
  // open.
  void end(Time now, at::CallEnd why) noexcept;
  void sent(std::size_t bytes) noexcept { sent_ += bytes; }
  void received(std::size_t bytes) noexcept { received_ += bytes; }
  void knock() noexcept { ++knocks_; } // call waiting, heard in a call

  [[nodiscard]] bool any() const noexcept { return any_; }
  [[nodiscard]] bool open() const noexcept { return open_; }
  [[nodiscard]] bool ended_at(Time now) const noexcept { return any_ && !open_ && ended_at_ == now; }
  [[nodiscard]] bool answering() const noexcept { return answering_; }
  [[nodiscard]] bool connected() const noexcept { return connected_; } // at some time
  [[nodiscard]] const Link& link() const noexcept { return link_; }
  [[nodiscard]] const std::string& connect_words() const noexcept { return connect_words_; }
  // in_progress as long as it is open, no_call before the first one.
  [[nodiscard]] at::CallEnd why() const noexcept { return why_; }
  [[nodiscard]] std::uint64_t characters_sent() const noexcept { return sent_; }
  [[nodiscard]] std::uint64_t characters_received() const noexcept { return received_; }
  [[nodiscard]] unsigned knocks() const noexcept { return knocks_; }
  // Of the connection, up to its end or to now; 0 where there was none.
  [[nodiscard]] Duration lasted(Time now) const noexcept;

 private:
  bool any_ = false;
  bool open_ = false;
  bool answering_ = false;
  bool connected_ = false;
  Time connected_at_{};
  Time ended_at_{};
  Link link_;
  std::string connect_words_;
  at::CallEnd why_ = at::CallEnd::no_call;
  std::uint64_t sent_ = 0;
  std::uint64_t received_ = 0;
  unsigned knocks_ = 0;
};

// Why a call came to nothing, from the word that says so and from who was there. `in_time`: before S7 ran
// out.
at::CallEnd end_of_failure(std::string_view word, const Far* far, bool in_time) noexcept;

} // namespace dialbench::emulator
