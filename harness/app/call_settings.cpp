#include "harness/app/call_settings.hpp"

#include "at/dial_string.hpp"
#include "harness/app/network_port.hpp"
#include "harness/app/typed_number.hpp"
#include "harness/dialect/load.hpp"
#include "harness/evidence/duration.hpp"
#include "harness/script/emergency.hpp"

#include <algorithm>
#include <charconv>

namespace dialbench::app {
namespace {

std::optional<unsigned> whole_number(std::string_view text, unsigned least, unsigned most) {
  unsigned number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size() || number < least || number > most) return {};
  return number;
}

std::string set_port(CallSettings& settings, std::string_view value) {
  // As from -p "$PORT" where that is not set: the built-in exchange would hide it.
  if (value.empty()) return "a port is expected; none is the built-in exchange";
  if (value.find('\0') != std::string_view::npos) return "a port's name has no NUL";
  if (auto wrong = network_port(value); !wrong.empty()) return wrong;
  settings.port = value == "none" ? "" : value;
  return {};
}

std::string set_speed(CallSettings& settings, std::string_view value) {
  const auto rate = whole_number(value, 1, 10'000'000);
  if (!rate) return "a rate in bit/s is expected, such as 115200";
  settings.speed = *rate;
  return {};
}

std::string set_format(CallSettings& settings, std::string_view value) {
  const auto format = port::parse_format(value);
  if (!format) return "data bits, parity and stop bits are expected: 8N1, 7E1, 7O1, 8E1 or 8O1";
  settings.format = *format;
  return {};
}

std::string set_flow(CallSettings& settings, std::string_view value) {
  const auto flow = port::parse_flow(value);
  if (!flow) return "none, rts-cts or xon-xoff is expected";
  settings.flow = *flow;
  return {};
}

std::string set_line(CallSettings& settings, std::string_view value) {
  if (value != "real" && value != "simulator") return "real or simulator is expected";
  settings.line_simulator = value == "simulator";
  return {};
}

std::string set_dialect(CallSettings& settings, std::string_view value) {
  // A file is read when the call is made: what is wrong with it may have a code, and so a status, of its own.
  if (!dialect::names_file(value)) {
    if (const auto loaded = dialect::load(value); !loaded) return loaded.error().text;
  }
  settings.dialect = value;
  return {};
}

std::string set_country(CallSettings& settings, std::string_view value) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  std::string country(value);
  std::transform(country.begin(), country.end(), country.begin(), lower);
  const auto letter = [](char c) { return c >= 'a' && c <= 'z'; };
  if (country.size() != 2 || !std::all_of(country.begin(), country.end(), letter)) {
    return "two letters are expected, as ISO 3166 has them: us, de, nz";
  }
  if (!script::knows_country(country))
    return "no country whose emergency numbers are known here; left out, those of every country are refused";
  settings.country = country;
  return {};
}

std::string set_prefix(CallSettings& settings, std::string_view value) {
  if (!command_in_place_of_number(value).empty())
    return "what is dialled before the number is expected, such as 9, and no command";
  settings.prefix = value;
  return {};
}

std::string set_pulse(CallSettings& settings, std::string_view value) {
  if (value != "true" && value != "false") return "true or false is expected";
  settings.pulse = value == "true";
  return {};
}

std::string set_init(CallSettings& settings, std::string_view value) {
  const auto control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; };
  if (value.empty()) return "a command line is expected, such as ATX4";
  if (std::any_of(value.begin(), value.end(), control)) return "a command line has no control characters";
  if (!at::dial_part(value).empty())
    return "this dials; a set-up command is expected, and the number behind it";
  settings.init = value;
  return {};
}

std::string set_s7(CallSettings& settings, std::string_view value) {
  const auto seconds = whole_number(value, 1, 255);
  if (!seconds) return "seconds from 1 to 255 are expected";
  settings.s7 = *seconds;
  return {};
}

template <std::optional<Duration> CallSettings::*member>
std::string set_duration(CallSettings& settings, std::string_view value) {
  const auto duration = evidence::parse_duration(value);
  if (!duration || duration->count() == 0) return "a time is expected, such as 45s, 1m30s or 300ms";
  settings.*member = duration;
  return {};
}

constexpr CallOption table[] = {
    {"port", "p", "PORT", true,
     "The modem's port: /dev/ttyACM0, ttyS0, a link. Without one, or with none, the "
     "built-in exchange answers and no phone line is used.",
     set_port},
    {"speed", "", "N", true, "Rate between computer and modem in bit/s (115200).", set_speed},
    {"format", "", "8N1", true, "Data bits, parity, stop bits (8N1).", set_format},
    {"flow", "", "FLOW", true, "Flow control: none, rts-cts, xon-xoff (rts-cts).", set_flow},
    {"line", "", "LINE", true,
     "What is behind the modem: a real phone line, or a line simulator, where neither "
     "the redial rules nor emergency numbers bind (real).",
     set_line},
    {"dialect", "", "D", true,
     "The modem's family, for result numbers and words that differ by maker: one of dialbench dialects, "
     "a file of your own (mine.toml), or inf:FILE#MODEL.",
     set_dialect},
    {"country", "", "CC", true, "Whose emergency numbers are refused (those of every country).", set_country},
    {"dial-timeout", "", "T", true,
     "Ends the wait for the modem's verdict after this time. By default the modem "
     "may speak first: time to dial, S7, and a margin.",
     set_duration<&CallSettings::dial_timeout>},
    {"prefix", "", "9,", false, "Dialled before the number.", set_prefix},
    {"pulse", "", "", false, "Pulse dialling instead of tones.", set_pulse},
    {"init", "", "STRING", false, "The set-up command instead of ATE0Q0V1X4.", set_init},
    {"s7", "", "N", false, "Seconds that the modem waits for the far end (its own setting).", set_s7},
    {"hold", "", "T", false,
     "After CONNECT: watches the connection so long before it hangs up. What "
     "comes meanwhile is kept by --transcript.",
     set_duration<&CallSettings::hold>},
};

} // namespace

std::span<const CallOption> call_options() noexcept { return table; }

const CallOption* find_call_option(std::string_view name) noexcept {
  const auto* found =
      std::find_if(std::begin(table), std::end(table), [&](const auto& row) { return row.name == name; });
  return found == std::end(table) ? nullptr : found;
}

} // namespace dialbench::app
