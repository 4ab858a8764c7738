// One thing that goes wrong between a computer and its modem, and when. Kinds and keys stand in faults.def.
#pragma once

#include "at/expected.hpp"
#include "harness/evidence/time.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dialbench::faults {

inline constexpr unsigned count_max = 65'536;
inline constexpr unsigned byte_max = 100'000'000;
inline constexpr unsigned call_max = 1'000'000;
inline constexpr std::size_t word_max = 64;

// A fault begins when its call has been dialled, `at` is over, and `byte` bytes of its way have gone by since
// then: whatever of these is given. One that names no byte begins by itself; one that changes bytes takes the
// next ones that come.
struct Fault {
  enum class Kind : std::uint8_t {
#define FAULT(kind, ways, text) kind,
#include "harness/emulator/faults/faults.def"
  };
  enum class Way : std::uint8_t { from_modem, to_modem };

  Kind kind = Kind::drop;
  Way way = Way::from_modem;
  unsigned call = 0; // 1: the first dial command
  Duration at{};
  std::optional<unsigned> byte;
  unsigned count = 1;
  Duration length{}; // the key `for`
  unsigned value = 0;
  std::string word;
  friend bool operator==(const Fault&, const Fault&) = default;
};

std::string_view name(Fault::Kind kind) noexcept;
// reset and unplug happen to the modem and its port, not to bytes.
bool is_of_port(Fault::Kind kind) noexcept;
// Whether the kind can happen on that way.
bool fits(Fault::Kind kind, Fault::Way way) noexcept;

// Sets one field by its key from a value as TOML spells it (3, 2s, to_modem without quotes). Returns what was
// expected where the key or the value is wrong, and changes nothing then.
std::optional<std::string> set_fault(Fault& fault, std::string_view key, std::string_view value);
// What was expected of the fault as a whole; nothing where it can happen.
std::optional<std::string> contradiction(const Fault& fault);

// One line: `drop way=to_modem call=1 byte=20 count=3`; a word with blanks stands in double quotes. What has
// its default is left out. read_fault gives exactly what was shown; the error says what was expected.
std::string shown(const Fault& fault);
at::Expected<Fault, std::string> read_fault(std::string_view line);

} // namespace dialbench::faults
