#include "harness/emulator/replay/replay.hpp"

#include "harness/emulator/replay/loosely.hpp"
#include "harness/emulator/replay/place.hpp"

#include <algorithm>
#include <utility>

namespace dialbench::replay {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t output_max = 65'536;
constexpr std::size_t typed_max =
    4096; // of a line, and of data that waits to be a whole turn beyond its length
constexpr Duration escape_guard = 1s; // V.250, S12's factory value
// What is due this soon was on its way when the computer spoke again: the rest of a line end.
constexpr Duration on_its_way = 2s;
constexpr std::string_view escape = "+++";

bool has_words(const Piece& piece) noexcept {
  return piece.bytes.find_first_not_of("\r\n ") != std::string::npos;
}

} // namespace

class Replay::Machine {
 public:
  Machine(Recording recording, Options options)
      : options_(options)
      , place_(std::move(recording), options.strict) {
    if (!options_.wait_for_dtr) start(Time{});
  }

  void receive(std::string_view bytes, Time now) {
    start(now);
    tick(now);
    while (!bytes.empty()) {
      if (place_.in_call()) {
        guard_.reset();
        data_ += bytes;
        return take_data(now);
      }
      take_typed(bytes.front(), now);
      bytes.remove_prefix(1);
    }
  }

  void set_dtr(bool on, Time now) {
    now_ = std::max(now_, now);
    if (on) return start(now);
    const bool untouched = !place_.spoken_to() && typed_.empty() && data_.empty();
    if (untouched) {
      started_ = started_ && !options_.wait_for_dtr; // the next one hears the beginning
    } else if (options_.once) {
      unplugged_ = true;
    }
    if (place_.in_call()) {
      give_up_data(now);
      place_.end_call(now);
    }
    typed_.clear();
    guard_.reset();
    pending_ = {};
  }

  void tick(Time now) {
    now_ = std::max(now_, now);
    if (guard_ && *guard_ <= now) escaped(now);
    while (pending_.turn != nullptr && pending_.next < pending_.turn->answer.size()) {
      const auto& piece = pending_.turn->answer[pending_.next];
      if (pending_.since + piece.after > now || output_.size() >= output_max) return;
      output_ += piece.bytes;
      ++pending_.next;
    }
  }

  [[nodiscard]] std::optional<Time> deadline() const noexcept {
    auto due = guard_;
    if (pending_.turn == nullptr || pending_.next >= pending_.turn->answer.size()) return due;
    const Time piece = pending_.since + pending_.turn->answer[pending_.next].after;
    return due ? std::min(*due, piece) : piece;
  }

  [[nodiscard]] evidence::ModemLines lines() const noexcept {
    const bool answered = pending_.turn == nullptr || pending_.next >= pending_.turn->answer.size();
    return {.dcd = place_.in_call() && (answered || was_online_), .dsr = true, .cts = true, .ri = false};
  }

  [[nodiscard]] std::string_view output() const noexcept { return output_; }
  void taken(std::size_t bytes) { output_.erase(0, bytes); }
  [[nodiscard]] std::size_t room() const noexcept {
    return output_max - std::min(output_max, output_.size());
  }
  [[nodiscard]] bool unplugged() const noexcept { return unplugged_; }
  [[nodiscard]] unsigned dials() const noexcept { return place_.dials(); }
  [[nodiscard]] Comparison comparison() const {
    return place_.comparison(data_.empty() ? typed_ : data_, now_);
  }

 private:
  struct Pending {
    const Turn* turn = nullptr;
    std::size_t next = 0;
    Time since{};
  };

  void start(Time now) {
    now_ = std::max(now_, now);
    if (std::exchange(started_, true)) return;
    pending_ = {&place_.opening(), 0, now};
  }

  void take_typed(char byte, Time now) {
    if (place_.echoes() && output_.size() < output_max) output_ += byte;
    if (typed_.size() < typed_max) typed_ += byte;
    const auto* next = place_.next();
    if (next != nullptr && next->kind == Turn::Kind::fragment && next->said == typed_) {
      typed_.clear();
      return answer(place_.take_next(Mark::same, next->said, {}, now), now);
    }
    if (byte == '\r') return take_line(std::exchange(typed_, {}), now);
    if (repeats(next)) {
      typed_.clear();
      take_line(std::string(last_line_), now);
    }
  }

  // A/ says the last line again, and needs no CR (V.250 5.2.4).
  [[nodiscard]] bool repeats(const Turn* next) const noexcept {
    if (last_line_.empty() || typed_.size() < 2 || typed_.back() != '/') return false;
    const char letter = typed_[typed_.size() - 2];
    if ((letter != 'A' && letter != 'a') || typed_.find_first_not_of("\r\n ") != typed_.size() - 2)
      return false;
    return next == nullptr || !std::string_view(next->said).starts_with(std::string_view(typed_));
  }

  void take_line(const std::string& bytes, Time now) {
    const bool blank = bytes.find_first_not_of("\r\n ") == std::string::npos;
    const auto* next = place_.next();
    const bool recorded = next != nullptr && next->said == bytes;
    if (call_pending() && !recorded) {
      // V.250 5.6.1: a character aborts what is being dialled.
      place_.extra(bytes, "before the call's result was out", now);
      pending_ = {};
      if (blank) {
        output_ += place_.word("NO CARRIER", "3");
        return;
      }
    }
    if (!blank) last_line_ = bytes;
    const auto found = place_.line(bytes, now);
    if (found.turn != nullptr) return answer(found.turn, now);
    if (found.instead.empty()) return;
    finish_pending(now);
    output_ += found.instead;
  }

  void take_data(Time now) {
    while (!data_.empty()) {
      if (!place_.in_call()) {
        const auto rest = std::exchange(data_, {});
        for (const char byte : rest) take_typed(byte, now);
        return;
      }
      const auto* next = place_.next();
      if (next == nullptr || (next->kind != Turn::Kind::data && next->kind != Turn::Kind::hidden)) {
        if (!take_data_beyond(next, now)) return;
      } else if (next->kind == Turn::Kind::hidden ? !take_hidden(*next, now) : !take_turn(*next, now)) {
        return;
      }
    }
  }

  // Whether something was taken, and the rest is to be looked at.
  bool take_turn(const Turn& turn, Time now) {
    if (data_.starts_with(turn.said)) return said(Mark::same, turn.said.size(), {}, now);
    if (std::string_view(turn.said).starts_with(data_)) return false;
    const auto loosely = compared_loosely(turn.said, data_);
    if (loosely.result == Loosely::Result::same)
      return said(Mark::harmless, loosely.taken, "other line ends", now);
    if (loosely.result == Loosely::Result::needs_more) return false;
    if (may_escape(now)) return false;
    // The line end behind a turn that was recorded without one.
    if ((data_.front() == '\r' || data_.front() == '\n') && turn.said.front() != '\r' &&
        turn.said.front() != '\n') {
      data_.erase(0, 1);
      return true;
    }
    const auto line = data_.find_first_of("\r\n");
    if (line == std::string::npos && data_.size() < turn.said.size()) return false;
    const auto end = line == std::string::npos ? turn.said.size() : std::max(line + 1, loosely.taken);
    return said(Mark::differs, std::min(end, data_.size()), "answered as if it were the same", now);
  }

  bool take_hidden(const Turn& turn, Time now) {
    const auto line = data_.find('\r');
    if (line == std::string::npos && data_.size() < turn.length) return false;
    const auto length = std::min(turn.length, line == std::string::npos ? turn.length : line + 1);
    const bool fits = length == turn.length;
    // What is hidden in the recording is hidden here, too.
    const std::string shown(length, '*');
    const auto* taken =
        place_.take_next(fits ? Mark::same : Mark::harmless, shown, fits ? "" : "another length", now);
    data_.erase(0, length);
    answer(taken, now);
    return true;
  }

  // The recording goes on with a command: what ended the call there cannot be heard here.
  bool take_data_beyond(const Turn* next, Time now) {
    if (may_escape(now)) return false;
    const auto line = data_.find('\r');
    const bool command = next != nullptr && parsed(data_).command;
    const bool may_be_command = next != nullptr && data_.size() == 1 && (data_.front() | 0x20) == 'a';
    if (may_be_command || (line == std::string::npos && data_.size() < typed_max)) return false;
    if (command) {
      place_.end_call(now);
      return true;
    }
    place_.extra(data_, "data behind the end of the recorded call; not answered", now);
    data_.clear();
    return false;
  }

  bool said(Mark mark, std::size_t bytes, std::string remark, Time now) {
    const auto* turn =
        place_.take_next(mark, std::string_view(data_).substr(0, bytes), std::move(remark), now);
    data_.erase(0, bytes);
    answer(turn, now);
    return true;
  }

  bool may_escape(Time now) {
    if (data_ == escape) guard_ = now + escape_guard;
    return escape.starts_with(data_);
  }

  void escaped(Time now) {
    guard_.reset();
    if (data_ != escape) return;
    data_.clear();
    place_.extra(escape, "not in the recording; answered OK", now);
    place_.end_call(now);
    pending_ = {};
    output_ += place_.word("OK", "0");
  }

  void give_up_data(Time now) {
    if (!data_.empty()) place_.extra(data_, "not finished", now);
    data_.clear();
  }

  void answer(const Turn* turn, Time now) {
    was_online_ = pending_.turn != nullptr && pending_.turn->online;
    finish_pending(now);
    pending_ = {turn, 0, now};
    tick(now);
  }

  void finish_pending(Time now) {
    if (pending_.turn == nullptr) return;
    const auto& pieces = pending_.turn->answer;
    for (; pending_.next < pieces.size() && output_.size() < output_max; ++pending_.next) {
      if (pending_.since + pieces[pending_.next].after > now + on_its_way) break;
      output_ += pieces[pending_.next].bytes;
    }
    pending_ = {};
  }

  // A call whose result is still to come.
  [[nodiscard]] bool call_pending() const noexcept {
    if (pending_.turn == nullptr || !pending_.turn->line.act) return false;
    const auto& pieces = pending_.turn->answer;
    const auto first = pieces.begin() + static_cast<std::ptrdiff_t>(pending_.next);
    return std::any_of(first, pieces.end(), has_words);
  }

  Options options_;
  Place place_;
  std::string typed_;
  std::string data_;
  std::string last_line_;
  std::string output_;
  Pending pending_;
  std::optional<Time> guard_;
  Time now_{};
  bool started_ = false;
  bool unplugged_ = false;
  bool was_online_ = false;
};

Replay::Replay(Recording recording, Options options)
    : machine_(std::make_unique<Machine>(std::move(recording), options)) {}
Replay::~Replay() = default;

void Replay::receive(std::string_view bytes, Time now) { machine_->receive(bytes, now); }
void Replay::set_dtr(bool on, Time now) { machine_->set_dtr(on, now); }
void Replay::tick(Time now) { machine_->tick(now); }
std::string_view Replay::output() const noexcept { return machine_->output(); }
void Replay::taken(std::size_t bytes) { machine_->taken(bytes); }
std::optional<Time> Replay::deadline() const noexcept { return machine_->deadline(); }
evidence::ModemLines Replay::lines() const noexcept { return machine_->lines(); }
std::size_t Replay::room() const noexcept { return machine_->room(); }
bool Replay::unplugged() const noexcept { return machine_->unplugged(); }
unsigned Replay::dials() const noexcept { return machine_->dials(); }
Comparison Replay::comparison() const { return machine_->comparison(); }

} // namespace dialbench::replay
