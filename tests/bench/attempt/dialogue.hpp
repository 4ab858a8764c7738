// The attempt that is measured, byte for byte: what the clients send, and what the modem answers at once.
#pragma once

#include <array>
#include <string_view>

namespace dialbench::bench {

struct Turn {
  std::string_view command;
  std::string_view
      reply; // without the echo, which only the second command of each attempt has: ATZ turns it on
};

inline constexpr std::array<Turn, 3> dialogue{{
    {"ATZ\r", "\r\nOK\r\n"},
    {"ATE0V1X4\r", "\r\nOK\r\n"},
    {"ATDT5551234\r", "\r\nBUSY\r\n"},
}};

} // namespace dialbench::bench
