#include "harness/script/script.hpp"

namespace dialbench::script {

std::string shown(const Fault& fault) {
  std::string text = fault.file;
  if (fault.place.line != 0) {
    text += ':' + std::to_string(fault.place.line);
    if (fault.place.column != 0) text += ':' + std::to_string(fault.place.column);
  }
  if (!text.empty()) text += ": ";
  text += fault.found;
  if (!fault.expected.empty()) text += "; expected " + fault.expected;
  return text;
}

} // namespace dialbench::script
