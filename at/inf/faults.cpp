#include "at/inf/faults.hpp"

#include <algorithm>

namespace dialbench::at::inf {

void Faults::add(int code, std::size_t order, Place place, std::string text) {
  if (found_.size() >= count_max) return;
  if (!known_.emplace(order, place.line, code, text).second) return;
  found_.push_back({order, {code, std::move(place), std::move(text)}});
}

std::vector<Fault> Faults::take() {
  std::stable_sort(found_.begin(), found_.end(), [](const Found& a, const Found& b) {
    return std::tie(a.order, a.fault.place.line) < std::tie(b.order, b.fault.place.line);
  });
  std::vector<Fault> result;
  result.reserve(found_.size());
  for (Found& each : found_) result.push_back(std::move(each.fault));
  found_.clear();
  known_.clear();
  return result;
}

} // namespace dialbench::at::inf
