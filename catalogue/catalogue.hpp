// What the codes mean: every code of the three lists and of the headers, in our own words, with causes and
// checks. Data compiled in (codes.def, causes.def); lookup and search; depends on nothing.
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
  std::string_view layer;   // port, device, line, modem, script, auth, ppp ... (codes.def names all)
  std::string_view stage;   // config, open, init, dial, link, auth, network, any, hangup
  std::uint8_t lists;       // bits of List
  std::string_view windows; // "all", "pre-Vista only" ...
  std::string_view meaning; // one or two sentences, ours
  std::string_view note;    // where the lists disagree, or empty
};

struct Cause {
  std::string_view id; // "680.stutter_tone": the rules of the diagnosis name it
  int code;
  std::string_view text;     // what is wrong, one sentence
  std::string_view supports; // evidence that would speak for it
  std::string_view against;  // evidence that would speak against it
  // The next thing to do, with hands, a handset or a command. A command stands at the end, behind a colon,
  // with the words PORT and NUMBER where the reader's own belong.
  std::string_view check;
  std::string_view source; // article or manual, as facts name it; for the curious
};

std::span<const Code> codes() noexcept; // ascending by number
const Code* find(int number) noexcept;
const Code* find_symbol(std::string_view symbol) noexcept; // with or without ERROR_, any case
std::span<const Cause> causes(int code) noexcept;          // most frequent first; empty where none are known
const Cause* find_cause(std::string_view id) noexcept;

// A word or phrase that leads to a code although it stands in no symbol.
struct Word {
  enum class Speaker : std::uint8_t { modem, person };
  int code;
  Speaker speaker;
  std::string_view text; // NO PROMPTTONE; "port in use"
};
// What modems say first, then what people say; empty where none are known.
std::span<const Word> words(int code) noexcept;

// Codes that fit free text ("no dialtone", "port in use", "error 680"), best first. Numbers, symbols, the
// words of modems and people, meanings and causes count, in this order. Any bytes may stand in `text`; what
// is beyond 200 is not read.
std::vector<const Code*> search(std::string_view text, std::size_t most = 10);
std::vector<std::string_view> layers(); // every layer that occurs, sorted

} // namespace dialbench::catalogue
