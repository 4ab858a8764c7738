// on = { BUSY = "again", no_answer = { goto = "again", times = 2, after = "60s" }, timeout = "fail", any =
// "next" }
#pragma once

#include "harness/script/toml_node.hpp"
#include "harness/script/variables.hpp"

#include <vector>

namespace dialbench::script {

// A jump that was read and whose target is looked up when all labels are known.
struct Jump {
  std::string target;
  Place place;
};

bool is_label(std::string_view text);    // letters, digits, _ and -, a letter first
bool is_reserved(std::string_view text); // next, end, fail

// The duration in an entry, with variables filled in: "1.5s", "${hold}", or a whole number of seconds.
std::optional<Duration> duration_in(const Entry& entry, bool zero_allowed, Variables& variables,
                                    Reading& reading);

// Appends to `branches` and `jumps`, in the order of the file.
bool read_branches(const Entry& entry, Variables& variables, Reading& reading, std::vector<Branch>& branches,
                   std::vector<Jump>& jumps);

} // namespace dialbench::script
