// A verdict as plain lines, for golden tests: the words are the product.
#pragma once

#include "harness/diagnosis/verdict.hpp"

#include <string>

namespace dialbench::tests {

inline std::string shown(const diagnosis::Verdict& verdict) {
  std::string text = std::to_string(verdict.code) + (verdict.symbol.empty() ? "" : ' ' + verdict.symbol) +
                     ", " + std::string(evidence::name(verdict.outcome)) +
                     (verdict.certain ? ", certain" : "") + '\n';
  text += verdict.headline + '\n';
  for (const auto& other : verdict.alternatives)
    text += "or " + std::to_string(other.code) + ": " + other.reason + '\n';
  for (const auto& line : verdict.evidence) {
    text += "- " + line.text + (line.source.empty() ? "" : " [" + line.source + ']') + '\n';
  }
  for (const auto& cause : verdict.causes) {
    text += std::string(diagnosis::name(cause.likelihood)) + ' ' + cause.id + '\n';
    for (const auto& fact : cause.supports) text += "  for " + fact + '\n';
    for (const auto& fact : cause.against) text += "  against " + fact + '\n';
    text += "  check " + cause.check + '\n';
  }
  for (const auto& line : verdict.also_seen) text += "also " + line + '\n';
  return text;
}

} // namespace dialbench::tests
