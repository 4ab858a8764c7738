// Small files of /sys, /proc and the lock directory: short, possibly absent, possibly not files at all.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace dialbench::port {

// At most `limit` bytes, without white space at the end; nothing where there is no such file, or it is none
// (a FIFO planted in a world-writable lock directory must not stop us).
std::optional<std::string> read_small(const std::string& path, std::size_t limit = 4096);

// Whether something has this name; a link that leads nowhere is something.
bool is_there(const std::string& path);

// Where a link points, as it is written there; empty: no link.
std::string link_text(const std::string& path);
// The path with every link resolved; empty where that leads nowhere.
std::string real_path(const std::string& path);

// The names in a folder, without "." and ".."; none where it cannot be read.
std::vector<std::string> names_in(const std::string& folder);

std::string base_name(const std::string& path);

// The digits at the front of a text, after blanks; nothing where there are none, or too many for an int.
std::optional<int> leading_number(const std::string& text);

} // namespace dialbench::port
