#include "harness/exchange/faults.hpp"

#include "harness/script/quoted.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace dialbench::exchange {
namespace {

// ` = "BUSY"`, as it is written; nothing for a table, a list, or a date.
std::string with_value(const toml::node& node) {
  if (const auto* text = node.as_string()) return " = " + script::in_quotes(text->get());
  if (const auto* number = node.as_integer()) return " = " + std::to_string(number->get());
  if (const auto* truth = node.as_boolean()) return truth->get() ? " = true" : " = false";
  return {};
}

} // namespace

void Faults::keep(script::Fault fault) {
  if (all_.size() < faults_max) all_.push_back(std::move(fault));
}

bool Faults::add(script::Place place, std::string found, std::string expected) {
  script::Fault fault;
  fault.file = file_;
  fault.place = place;
  fault.found = std::move(found);
  fault.expected = std::move(expected);
  keep(std::move(fault));
  return false;
}

bool Faults::not_understood(const script::Entry& entry, std::string expected) {
  return add(script::place_of(*entry.node),
             script::printable(entry.name()) + with_value(*entry.node) + " is not understood",
             std::move(expected));
}

bool Faults::wrong_type(const script::Entry& entry, std::string expected) {
  return take(
      [&](script::Reading& reading) { return script::wrong_type(entry, std::move(expected), reading); });
}

std::vector<script::Fault> Faults::sorted() && {
  std::ranges::stable_sort(all_, [](const script::Fault& a, const script::Fault& b) {
    return std::tie(a.place.line, a.place.column) < std::tie(b.place.line, b.place.column);
  });
  return std::move(all_);
}

} // namespace dialbench::exchange
