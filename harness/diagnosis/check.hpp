// The check of a cause with the reader's own port, line and number in its command, so that it can be pasted.
#pragma once

#include "catalogue/catalogue.hpp"
#include "harness/diagnosis/facts.hpp"
#include "harness/diagnosis/invocation.hpp"

#include <string>

namespace dialbench::diagnosis {

// -p PORT falls away on the embedded exchange; NUMBER stays where the number cannot be shown or must not be
// dialled. A prefix that the command itself adds, or that the check leaves out, is taken off the number. What
// the reader said of port and line goes along, except what the check is about. Where a script of the reader's
// own dialled and the check is to dial again, the command is that script's.
std::string check_for(const catalogue::Cause& cause, const Facts& facts, const Invocation& call = {});

} // namespace dialbench::diagnosis
