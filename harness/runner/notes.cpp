#include "harness/runner/notes.hpp"

#include "harness/evidence/duration.hpp"

namespace dialbench::runner {

namespace {

std::string line(const char* name, bool on) { return std::string(name) + (on ? " on" : " off"); }

} // namespace

std::string text_of(const session::PortRequest& request) {
  using Kind = session::PortRequest::Kind;
  switch (request.kind) {
  case Kind::set_lines: {
    std::string text = request.dtr ? line("DTR", *request.dtr) : "";
    if (request.rts) text += (text.empty() ? "" : ", ") + line("RTS", *request.rts);
    return text;
  }
  case Kind::read_lines: return "";
  case Kind::send_break: return "break, " + evidence::shown(request.duration);
  case Kind::discard_input: return "input discarded";
  case Kind::reopen: return "port closed and opened again";
  }
  return "";
}

std::string text_of(const evidence::ModemLines& lines) {
  return line("DCD", lines.dcd) + ", " + line("DSR", lines.dsr) + ", " + line("CTS", lines.cts) + ", " +
         line("RI", lines.ri);
}

std::string text_of(const evidence::PortProblem& problem) {
  std::string text = "port " + std::string(evidence::name(problem.fault));
  if (!problem.detail.empty()) text += ": " + problem.detail;
  return text;
}

} // namespace dialbench::runner
