// The macros of the RAS MODEM.INF (Q120132 and others; unimodem.md, section 2): <cr> and its kin are bytes,
// <speaker> is <speaker_on> or <speaker_off> of the modem's section, <carrierbps> stands for what the modem
// says, <phonenumber> for what is dialled.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>

namespace dialbench::at::inf {

inline constexpr std::size_t command_bytes_max = 1024; // a device buffer

// The macros of a modem, by folded name: speaker_on, speaker_off ...
struct RasMacros {
  std::map<std::string, std::string> values;
  std::set<std::string> off; // named by DEFAULTOFF
};

using Complain = std::function<void(int code, std::string text)>;

// What is sent: macros of the modem replaced, bytes put in, those that are known only when dialling left as
// they are. Complains with 653 (only one of _on and _off is there), 654 (not defined at all), 700 (too long).
std::string ras_command(std::string_view value, const RasMacros& macros, const Complain& complain);

struct RasText {
  std::string text;
  bool open = false;   // it goes on with a rate, or with anything
  std::string pattern; // then all of it, with its gaps (at/pattern.hpp)
};
// What is received. Complains with 654 and 698 (a macro that is not written well).
RasText ras_response(std::string_view value, const RasMacros& macros, const Complain& complain);

} // namespace dialbench::at::inf
