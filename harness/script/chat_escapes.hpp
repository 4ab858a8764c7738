// The escapes of chat's strings, as chat of ppp 2.4.9 resolves them.
//
//   both       \b \n \r \s (blank) \t \\ \ddd (one to three octal digits) ^C (a control character; ^@
//   vanishes) send only  \c at the end (no CR behind the text) \d (1 s) \p (0.1 s) \K (break) \N (NUL) \q
//   (secret) \T \U (numbers)
// Any other character behind a backslash stands for itself, in an expect string the ones for sending too.
#pragma once

#include "harness/script/read.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dialbench::script {

struct ChatText {
  std::string bytes;                // without the CR; pauses and breaks leave nothing here
  std::vector<std::size_t> origins; // for each byte, the offset in the script's word that it comes from
  std::vector<Step::Piece> pieces;  // only where there is a pause or a break; CR included
  bool carriage_return = true;
  bool secret = false;
  bool takes_number = false;
  std::size_t missing_number = std::string::npos; // offset of a \T or \U that no number was given for
};

ChatText chat_send_text(std::string_view word, const ChatNumbers& numbers);
std::string chat_expect_text(std::string_view word);

} // namespace dialbench::script
