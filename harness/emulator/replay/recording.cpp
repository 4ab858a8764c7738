#include "harness/emulator/replay/recording.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace dialbench::replay {
namespace {

using transcript::Event;
using transcript::Kind;

constexpr std::string_view typed_escape = "+++";
constexpr std::size_t said_max = 65'536; // of one turn of data, so that comparing it stays quick
constexpr std::size_t heard_max = 64;    // more than any word that is looked for

bool ends_line(char c) noexcept { return c == '\r' || c == '\n'; }

// The numbers of V0 that are no connection; those from 10 on differ by maker, and most of them are.
bool connects_by_number(std::string_view line) {
  unsigned number = 0;
  const auto read = std::from_chars(line.data(), line.data() + line.size(), number);
  if (read.ec != std::errc() || read.ptr != line.data() + line.size()) return false;
  return number == 1 || number == 5 || number >= 10;
}

bool at_first(std::string_view bytes) noexcept {
  return bytes.size() >= 2 && (bytes[0] | 0x20) == 'a' && (bytes[1] | 0x20) == 't';
}

class Builder {
 public:
  explicit Builder(const std::vector<Event>& events)
      : events_(events) {
    turns_.emplace_back();
  }

  Recording build() && {
    for (index_ = 0; index_ < events_.size(); ++index_) {
      const auto& event = events_[index_];
      switch (event.kind) {
      case Kind::sent: sent(event); break;
      case Kind::received: received(event); break;
      case Kind::secret: hidden(event); break;
      case Kind::note: break;
      }
    }
    if (!typed_.empty()) add(Turn::Kind::fragment, typed_at_);
    for (auto& turn : turns_) take_echo_out(turn);
    return std::move(turns_);
  }

 private:
  void sent(const Event& event) {
    if (event.text.empty()) return;
    heard_.clear();
    rung_ = false;
    if (online_ && answered_as_command(event)) online_ = false;
    for (const char byte : event.text) {
      if (online_) {
        in_call(byte, event.at);
      } else {
        typed_ += byte;
        typed_at_ = event.at;
        if (byte == '\r') add(Turn::Kind::line, event.at);
      }
    }
  }

  void in_call(char byte, Time at) {
    auto& last = turns_.back();
    const bool goes_on = last.kind == Turn::Kind::data && last.answer.empty() && last.said.size() < said_max;
    if (!goes_on) {
      turns_.emplace_back();
      turns_.back().kind = Turn::Kind::data;
      turns_.back().online = true;
    }
    auto& turn = turns_.back();
    turn.said += byte;
    turn.length = turn.said.size();
    turn.at = at;
  }

  void received(const Event& event) {
    if (event.text.empty()) return;
    if (!typed_.empty()) {
      if (typed_.compare(echo_.size(), event.text.size(), event.text) == 0) {
        echo_ += event.text;
        return;
      }
      // What is framed is not the answer to half a line, but what the modem said by itself, such as RING.
      if (!ends_line(event.text.front())) add(Turn::Kind::fragment, typed_at_);
    }
    auto& turn = turns_.back();
    turn.answer.push_back({std::max(event.at - turn.at, Duration{}), event.text});
    follow(turn, event.text);
  }

  void hidden(const Event& event) {
    if (!typed_.empty()) add(Turn::Kind::fragment, typed_at_);
    turns_.emplace_back();
    turns_.back().kind = Turn::Kind::hidden;
    turns_.back().length = event.length;
    turns_.back().at = event.at;
    turns_.back().online = online_;
  }

  void add(Turn::Kind kind, Time at) {
    turns_.emplace_back();
    auto& turn = turns_.back();
    turn.kind = kind;
    turn.said = std::move(typed_);
    turn.length = turn.said.size();
    turn.at = at;
    turn.online = online_;
    turn.echoed = !echo_.empty();
    if (kind == Turn::Kind::line) turn.line = parsed(turn.said);
    echoes_.resize(turns_.size());
    echoes_.back() = std::move(echo_);
    typed_.clear();
    echo_.clear();
  }

  // Whether a call is up now, word by word of the answer; a line may come in pieces.
  void follow(Turn& turn, std::string_view text) {
    while (!text.empty()) {
      const auto end = std::min(text.find_first_of("\r\n"), text.size());
      if (heard_.size() + end <= heard_max) heard_ += text.substr(0, end);
      look_at(turn);
      if (end < text.size()) heard_.clear();
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    turn.online = online_;
  }

  void look_at(const Turn& turn) {
    rung_ = rung_ || heard_ == "RING";
    if (online_) {
      const bool escaped =
          turn.kind == Turn::Kind::data && turn.said.ends_with(typed_escape) && heard_ == "OK";
      if (escaped || heard_ == "NO CARRIER") online_ = false;
      return;
    }
    // Behind RING: S0 has answered, whatever was said last.
    const bool may =
        turn.kind == Turn::Kind::opening || turn.kind == Turn::Kind::hidden || turn.line.act || rung_;
    online_ = may && (heard_.starts_with("CONNECT") || (turn.line.act && connects_by_number(heard_)));
  }

  // A command that was answered as one: no call is up, whatever was thought.
  bool answered_as_command(const Event& event) const {
    if (!at_first(event.text) || event.text.back() != '\r') return false;
    const auto next = std::find_if(events_.begin() + static_cast<std::ptrdiff_t>(index_) + 1, events_.end(),
                                   [](const Event& other) { return other.kind != Kind::note; });
    if (next == events_.end() || next->kind != Kind::received) return false;
    const std::string_view answer = next->text;
    constexpr std::array<std::string_view, 4> finals{"\r\nOK\r\n", "\r\nERROR\r\n", "0\r", "OK\r"};
    return answer.starts_with(event.text) || std::any_of(finals.begin(), finals.end(), [answer](auto word) {
             return answer.starts_with(word);
           });
  }

  // The echo stands before the answer, whole or in pieces; a part of it may have come while the line was
  // typed.
  void take_echo_out(Turn& turn) {
    const auto index = static_cast<std::size_t>(&turn - turns_.data());
    if (turn.kind != Turn::Kind::line && turn.kind != Turn::Kind::fragment) return;
    const std::string& before = index < echoes_.size() ? echoes_[index] : std::string();
    const auto text = before + all(turn.answer);
    if (!std::string_view(text).starts_with(turn.said)) return;
    turn.echoed = true;
    std::size_t rest = turn.said.size() - before.size();
    auto piece = turn.answer.begin();
    for (; rest > 0 && rest >= piece->bytes.size(); ++piece) rest -= piece->bytes.size();
    turn.answer.erase(turn.answer.begin(), piece);
    if (rest > 0) turn.answer.front().bytes.erase(0, rest);
  }

  const std::vector<Event>& events_;
  std::size_t index_ = 0;
  Recording turns_;
  std::vector<std::string> echoes_; // of each turn: what came of its echo before its end
  std::string typed_;
  std::string echo_;
  Time typed_at_{};
  std::string heard_; // the line that the modem is saying
  bool rung_ = false; // since the computer spoke
  bool online_ = false;
};

} // namespace

std::string all(const std::vector<Piece>& answer) {
  std::string text;
  for (const auto& piece : answer) text += piece.bytes;
  return text;
}

Recording recording(const std::vector<transcript::Event>& events) { return Builder(events).build(); }

} // namespace dialbench::replay
