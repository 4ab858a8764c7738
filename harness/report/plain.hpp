// Plain text for terminals, pipes and tickets: ASCII only, at most 80 columns, nothing that a terminal would
// obey.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace dialbench::report {

inline constexpr std::size_t columns_max = 80;

// What a modem or a file said, made harmless: bytes other than printable ASCII stand as \r, \n, \t or \xNN.
std::string printable(std::string_view bytes);

// `text` in lines of at most columns_max. The first line starts with `lead`, the others with as many blanks;
// a line break in `text` is kept, a line that begins with a blank there is a command and stays whole. Every
// line ends in \n.
std::string wrapped(std::string_view text, std::string_view lead);

// The same for a text that may end with a command behind a colon ("Dial again: dialbench dial 5550176"): the
// command is never broken. It goes to a line of its own where it does not fit behind the words, further left
// where it must.
std::string wrapped_with_command(std::string_view text, std::string_view lead);

// Blanks behind `text` until it is `width` wide; never cut.
std::string padded(std::string_view text, std::size_t width);
std::string padded_left(std::string_view text, std::size_t width);

// "1 model", "2 models".
std::string counted(std::size_t count, std::string_view noun);

// At most `width` columns; what is cut is shown by three dots.
std::string shortened(std::string_view text, std::size_t width);

} // namespace dialbench::report
