// What the codes mean: every code of the three lists and of the headers, in our own words, with causes and checks.
// Data compiled in (codes.def, causes.def); lookup and search; depends on nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dialbench::catalogue {

// Which of the three code lists (and the headers) name a code; a set of bits.
enum List : std::uint8_t { hp = 1, techdrive = 2, ports = 4, header = 8 };

struct Code {
  int number;
  std::string_view symbol;  // ERROR_NO_ANSWER
  std::string_view layer;   // port, device, line, modem, script, auth, ppp ...
  std::string_view stage;   // config, open, init, dial, link, auth, network, any, hangup
  std::uint8_t lists;       // bits of List
  std::string_view windows; // "all", "pre-Vista only" ...
  std::string_view meaning; // one or two sentences, ours
  std::string_view note;    // where the lists disagree, or empty
};

struct Cause {
  std::string_view id;      // "680.stutter-tone": the rules of the diagnosis name it
  int code;
  std::string_view text;    // what is wrong, one sentence
  std::string_view supports;// evidence that would speak for it
  std::string_view against; // evidence that would speak against it
  std::string_view check;   // the next thing to do: hands, a handset, or a command that stands there whole
  std::string_view source;  // article or manual, as facts name it; for the curious
};

std::span<const Code> codes() noexcept;            // ascending by number
const Code* find(int number) noexcept;
const Code* find_symbol(std::string_view symbol) noexcept; // with or without ERROR_, any case
std::span<const Cause> causes(int code) noexcept;  // most frequent first; empty where none are known
const Cause* find_cause(std::string_view id) noexcept;

// Codes that fit free text ("no dialtone", "port in use"), best first. Words of symbols, meanings and causes count.
std::vector<const Code*> search(std::string_view text, std::size_t most = 10);
std::vector<std::string_view> layers();            // every layer that occurs, sorted

} // namespace dialbench::catalogue
