// Runs the built program as a user does, in a home of its own where nothing is configured.
#pragma once

#include <string>

namespace dialbench::tests {

struct Ran {
  int status = -1; // exit status; 128 + n where signal n ended it
  std::string out; // standard output
  std::string err; // standard error
};

// `arguments` as a shell has them. `before` stands in front of the program: "FOO=1", "timeout -s INT 1".
Ran run_program(const std::string& arguments, const std::string& before = "", const std::string& input = "");

// On one line: lines are broken by the length of what stands in them; a message is found whatever that was.
std::string unbroken(const std::string& text);

// Every line at most 80 columns wide, and printable ASCII.
bool fits_the_page(const std::string& text);

} // namespace dialbench::tests
