// The words of a chat script. Blanks, tabs and line ends part them; ' or " at the beginning of a word holds
// blanks together up to its twin on the same line, and a backslash in front of any character there keeps it
// from ending the word. A quote inside a word is a character like others. Lines with # in column 1 are
// comments. All of this is what chat of ppp 2.4.9 does, probed; one thing is added: a CR in front of the line
// end is part of it.
#pragma once

#include "harness/script/reading.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace dialbench::script {

struct ChatWord {
  std::string_view text;    // without its quotes, escapes as written
  Place place;              // of its first character, the quote where there is one
  unsigned text_column = 0; // of text[0]
};

// Nothing, with a fault in `reading`, where a quote stays open.
std::optional<std::vector<ChatWord>> chat_words(std::string_view script, Reading& reading);

// expect-send-expect: the parts between dashes that no backslash protects. A dash at the very end begins no
// part.
std::vector<std::string_view> dash_parts(std::string_view word);

} // namespace dialbench::script
