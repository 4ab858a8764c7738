// How `classify` prints what it says of a line.
#pragma once

#include "harness/app/classify_line.hpp"

#include <string>

namespace dialbench::app {

// class, code, dce, dte, modulation, error_control, compression, dialect, number, damage; `-` where there is
// nothing. A line feed ends it.
void append_tsv_header(std::string& out);
void append_tsv(std::string& out, const Classified& line);

// One object, a line feed behind it: the same columns (null where there is nothing), and what they leave out:
// role, word, slips, resembles, confidence, both line rates, what of the link was only assumed, and what an
// ambiguous number may mean.
void append_json(std::string& out, const Classified& line);

} // namespace dialbench::app
