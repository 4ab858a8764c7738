#include "harness/emulator/caller_lines.hpp"

#include <chrono>
#include <cstdio>
#include <numeric>
#include <string_view>

namespace dialbench::emulator {
namespace {

constexpr std::string_view date = "0412";
constexpr std::size_t parameter_bytes_max = 40; // of a number or a name: all of them fit into one message

std::string clock_of_day(Time now) {
  constexpr long long start = 9 * 60 + 30;
  const auto minutes = start + std::chrono::duration_cast<std::chrono::minutes>(now).count();
  char text[16];
  std::snprintf(text, sizeof text, "%02d%02d", static_cast<int>(minutes / 60 % 24),
                static_cast<int>(minutes % 60));
  return text;
}

// A multiple data message: type, length and parameters, and what makes the sum of all bytes 0 (Telcordia
// GR-30).
std::string message(const Caller& caller, const std::string& time) {
  constexpr unsigned char multiple = 0x80, date_and_time = 1, number = 2, number_withheld = 4, name = 7;
  std::string body;
  const auto add = [&](unsigned char type, std::string_view text) {
    text = text.substr(0, parameter_bytes_max);
    body += static_cast<char>(type);
    body += static_cast<char>(text.size());
    body += text;
  };
  add(date_and_time, std::string(date) + time);
  if (caller.number.empty())
    add(number_withheld, "P");
  else
    add(number, caller.number);
  if (!caller.name.empty()) add(name, caller.name);
  std::string whole{static_cast<char>(multiple), static_cast<char>(body.size())};
  whole += body;
  const unsigned sum = std::accumulate(whole.begin(), whole.end(), 0U, [](unsigned total, char c) {
    return total + static_cast<unsigned char>(c);
  });
  whole += static_cast<char>(0x100 - (sum & 0xff));
  return whole;
}

std::string hexadecimal(std::string_view bytes) {
  std::string text;
  for (const char c : bytes) {
    char digits[4];
    std::snprintf(digits, sizeof digits, "%02X", static_cast<unsigned>(static_cast<unsigned char>(c)));
    text += digits;
  }
  return text;
}

} // namespace

std::vector<std::string> caller_lines(const Caller& caller, unsigned form, Time now) {
  const std::string time = clock_of_day(now);
  if (form == 2) return {"MESG = " + hexadecimal(message(caller, time))};
  if (form != 1) return {};
  std::vector<std::string> lines{"DATE = " + std::string(date), "TIME = " + time,
                                 "NMBR = " + (caller.number.empty() ? std::string("P") : caller.number)};
  if (!caller.name.empty()) lines.push_back("NAME = " + caller.name);
  return lines;
}

} // namespace dialbench::emulator
