// The table of causes.
#include "catalogue/catalogue.hpp"

#include <algorithm>
#include <iterator>

namespace dialbench::catalogue {
namespace {

// No std::array, for the reason that codes.cpp gives.
constexpr Cause cause_table[] = {
#define CAUSE(code, id, text, supports, against, check, source)                                              \
  Cause{id, code, text, supports, against, check, source},
#include "catalogue/causes.def"
};

static_assert(std::ranges::is_sorted(cause_table, {}, &Cause::code), "causes.def: codes ascend");

} // namespace

std::span<const Cause> causes(int code) noexcept {
  const auto first = std::ranges::lower_bound(cause_table, code, {}, &Cause::code);
  const auto last = std::ranges::upper_bound(cause_table, code, {}, &Cause::code);
  return {first, last};
}

const Cause* find_cause(std::string_view id) noexcept {
  const auto found = std::ranges::find(cause_table, id, &Cause::id);
  return found != std::end(cause_table) ? &*found : nullptr;
}

} // namespace dialbench::catalogue
