// How the reader's own call was given, so that a command of a check can be pasted and means the same port,
// the same line and the same number.
#pragma once

#include <string>
#include <vector>

namespace dialbench::diagnosis {

struct Invocation {
  // An option as it is typed, unquoted; a switch has no value.
  struct Option {
    std::string name; // --speed
    std::string value;
  };
  // Those of the port and the line that the reader's configuration does not give to every call anyway.
  std::vector<Option> options;
  std::string number;        // as it was typed; empty: only a script knows it, or it may not be shown
  std::string prefix;        // stands in front of it; empty: none
  bool prefix_typed = false; // else the configuration puts it in front of every number

  // Of a call by a script of the reader's own; without operands the call was no such one.
  std::string verb = "dial";          // or script
  std::vector<Option> script_options; // beside those above
  std::vector<std::string> operands;  // what stands behind all options: words, unquoted
};

// One word of a POSIX shell that a reader can type. Nothing: there is none, or it has more in it than
// printable ASCII, or an apostrophe.
std::string typeable_word(const std::string& text);

} // namespace dialbench::diagnosis
