// What was probably meant by words that name no code.
#pragma once

#include <string>
#include <vector>

namespace dialbench::app {

// What `dialbench explain` takes in their place; empty where nothing is near. 80 is an exit status, and means
// 680; "678." is a number with the end of a sentence; a word with a slip of the pen is the nearest of those
// that codes are named and told in.
std::string code_meant(const std::vector<std::string>& typed);

} // namespace dialbench::app
