// The table of causes.
#include "catalogue/catalogue.hpp"

#include <algorithm>
#include <array>

namespace dialbench::catalogue {
namespace {

constexpr std::array cause_table{
#define CAUSE(code, id, text, supports, against, check, source)                                              \
  Cause{id, code, text, supports, against, check, source},
#include "catalogue/causes.def"
};

static_assert(std::ranges::is_sorted(cause_table, {}, &Cause::code), "causes.def: codes ascend");

} // namespace

std::span<const Cause> causes(int code) noexcept {
  const auto range = std::ranges::equal_range(cause_table, code, {}, &Cause::code);
  return {range.begin(), range.end()};
}

const Cause* find_cause(std::string_view id) noexcept {
  const auto found = std::ranges::find(cause_table, id, &Cause::id);
  return found != cause_table.end() ? &*found : nullptr;
}

} // namespace dialbench::catalogue
