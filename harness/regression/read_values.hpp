// Values of a scenario, with the type that is wanted, or a fault where they stand. Each is false, and changes
// nothing, where a fault was added.
#pragma once

#include "harness/evidence/time.hpp"
#include "harness/exchange/faults.hpp"

#include <optional>
#include <string>
#include <vector>

namespace dialbench::regression {

using exchange::Faults;

bool read_value(const script::Entry& entry, std::string& into, Faults& faults);
bool read_value(const script::Entry& entry, std::optional<std::string>& into, Faults& faults);
bool read_value(const script::Entry& entry, std::optional<Duration>& into, Faults& faults);
bool read_value(const script::Entry& entry, std::optional<bool>& into, Faults& faults);
bool read_value(const script::Entry& entry, std::vector<std::string>& into, Faults& faults);
bool read_count(const script::Entry& entry, unsigned least, unsigned most, unsigned& into, Faults& faults);
bool read_count(const script::Entry& entry, unsigned least, unsigned most, std::optional<unsigned>& into,
                Faults& faults);

bool unknown_key(const script::Entry& entry, const std::string& where, std::string_view known,
                 Faults& faults);

} // namespace dialbench::regression
