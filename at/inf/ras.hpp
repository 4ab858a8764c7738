// The MODEM.INF of the Remote Access Service before Windows NT 5 and of Windows for Workgroups: one
// [Responses] for all modems, and a section for each (Q120132, Q124726 and others; unimodem.md, section 2).
// Names of responses become states: OK 00, LOOP 01 (RING 08), CONNECT and CONNECT_EC 02, ERROR and what no
// state has 03, ERROR_NO_CARRIER 04 ... What the modem says in their place stands as far as it is certain.
#pragma once

#include "at/inf/library.hpp"

namespace dialbench::at::inf {

// It has lines whose keys are COMMAND_ ... or names of responses.
bool is_ras_file(const Sections& sections);

// In the order of the file. COMMAND_INIT is the list Init, COMMAND_DIAL Dial, COMMAND_LISTEN Listen; the
// other keys are settings, MAXCARRIERBPS and MAXCONNECTBPS properties as well.
std::vector<Model> ras_models(Library& library, Member& member);

} // namespace dialbench::at::inf
