// A line of an AddReg section: root, subkey, name, flags, value (MSDN, INF AddReg directive).
#pragma once

#include "at/inf/lines.hpp"

#include <cstdint>
#include <string>

namespace dialbench::at::inf {

enum class ValueKind : std::uint8_t {
  text,    // REG_SZ and REG_EXPAND_SZ; several strings are put together with commas
  binary,  // flag 1: bytes in hexadecimal
  number,  // 0x00010001: a DWORD, in `bytes` as four of them, lowest first
  nothing, // the line sets no value: it deletes one, or makes a key only
  broken   // `problem` says why
};

struct Value {
  std::size_t line = 0;
  std::string root; // HKR, HKLM ...
  std::string key;  // without outer backslashes
  std::string name; // empty: the key's unnamed value
  ValueKind kind = ValueKind::nothing;
  bool keeps = false; // flag 2: a value that is there already stays
  std::string text;
  std::string bytes;
  std::string problem;
};

// The fields have their %strings% replaced already.
Value addreg_value(const Line& line);

} // namespace dialbench::at::inf
