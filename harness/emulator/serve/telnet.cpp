#include "harness/emulator/serve/telnet.hpp"

#include <algorithm>
#include <utility>

namespace dialbench::serve {

namespace telnet {

std::string quoted(std::string_view data) {
  std::string text;
  for (const char c : data) text.append(static_cast<unsigned char>(c) == iac ? 2 : 1, c);
  return text;
}

std::string subnegotiation(unsigned char option, std::string_view payload) {
  std::string text{static_cast<char>(iac), static_cast<char>(sb), static_cast<char>(option)};
  text += quoted(payload);
  return text + static_cast<char>(iac) + static_cast<char>(se);
}

} // namespace telnet

namespace {

using namespace telnet;

bool is_ours(unsigned char option) {
  return option == binary || option == echo || option == suppress_go_ahead || option == com_port;
}
// A client that echoed what the modem says would be dialled by its own results.
bool may_be_theirs(unsigned char option) { return option != echo && is_ours(option); }

} // namespace

void TelnetReader::feed(std::string_view bytes) {
  while (!bytes.empty()) {
    if (state_ == State::data) {
      if (std::exchange(behind_cr_, false) && !theirs_[binary] && bytes.front() == '\0') {
        bytes.remove_prefix(1);
        continue;
      }
      const auto next = std::min(bytes.find(static_cast<char>(iac)), bytes.find('\r'));
      const std::size_t plain =
          next == std::string_view::npos ? bytes.size() : next + (bytes[next] == '\r' ? 1 : 0);
      if (plain > 0) events_.data(bytes.substr(0, plain));
      behind_cr_ = plain > 0 && bytes[plain - 1] == '\r';
      bytes.remove_prefix(plain);
      if (bytes.empty()) return;
      if (static_cast<unsigned char>(bytes.front()) != iac) continue;
      state_ = State::command;
      bytes.remove_prefix(1);
      continue;
    }
    const auto c = static_cast<unsigned char>(bytes.front());
    switch (state_) {
    case State::data: break;
    case State::command: command(c); break;
    case State::option: option(c); break;
    case State::sub_option:
      sub_option_ = c;
      payload_.clear();
      overlong_ = false;
      state_ = State::sub;
      break;
    case State::sub:
      if (c == iac)
        state_ = State::sub_command;
      else
        sub(bytes.front());
      break;
    case State::sub_command:
      state_ = State::sub;
      if (c == iac)
        sub(bytes.front());
      else
        end_of_sub(); // SE; anything else ends it, too, and is the command that it is anywhere
      if (c != iac && c != telnet::se) command(c);
      break;
    }
    bytes.remove_prefix(1);
  }
}

void TelnetReader::command(unsigned char c) {
  state_ = State::data;
  if (c == iac) {
    const char data = static_cast<char>(iac);
    events_.data({&data, 1});
  } else if (c >= will) {
    verb_ = c;
    state_ = State::option;
  } else if (c == telnet::sb) {
    state_ = State::sub_option;
  } else if (c == brk) {
    events_.send_break();
  }
}

void TelnetReader::option(unsigned char c) {
  state_ = State::data;
  const bool about_us = verb_ == do_ || verb_ == dont;
  const bool on = verb_ == do_ || verb_ == will;
  auto& is_on = about_us ? ours_[c] : theirs_[c];
  const bool possible = about_us ? is_ours(c) : may_be_theirs(c);
  if (is_on == on) return; // it is so: to say it again would go on for ever
  const bool refused = on && !possible;
  is_on = on && possible;
  const unsigned char verb = about_us ? (is_on ? will : wont) : (is_on ? do_ : dont);
  events_.answer({static_cast<char>(iac), static_cast<char>(verb), static_cast<char>(c)});
  if (on && !refused) events_.option_on(c);
}

void TelnetReader::sub(char c) {
  overlong_ = overlong_ || payload_.size() >= subnegotiation_max;
  if (!overlong_) payload_ += c;
}

void TelnetReader::end_of_sub() {
  state_ = State::data;
  if (!overlong_) events_.subnegotiation(sub_option_, payload_);
  payload_.clear();
}

} // namespace dialbench::serve
