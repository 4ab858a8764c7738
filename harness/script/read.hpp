// Reading scripts. Text in, model or fault out; a script with a fault is never half run.
#pragma once

#include "harness/script/number_rules.hpp"
#include "harness/script/script.hpp"

#include <span>
#include <string>
#include <string_view>

namespace dialbench::script {

// The bytes of a script, at most script_bytes_max. Faults (without line and column): no such file, no
// permission, a directory, too large.
at::Expected<std::string, Fault> read_file(const std::string& path);

// Native TOML, as docs/scripts.md describes it. Variables are filled from `assignments`, then from the
// script's own defaults. `file` is only for messages.
at::Expected<Script, Fault> read_toml(std::string_view text, std::string_view file,
                                      std::span<const Assignment> assignments, const NumberRules& rules);

// What \T and \U stand for in a chat script, as -T and -U give it to chat; empty: not given.
struct ChatNumbers {
  std::string t;
  std::string u;
};

// chat(8), as chat of ppp 2.4.9 reads it. Where it takes rubbish in silence (TIMEOUT soon, ECHO maybe, ABORT
// at the end of the file), this is a fault; a send string that names a file (@file) is one too, as nothing
// but the script is read.
at::Expected<Script, Fault> read_chat(std::string_view text, std::string_view file, const NumberRules& rules,
                                      const ChatNumbers& numbers = {});

} // namespace dialbench::script
