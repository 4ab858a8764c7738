#include "harness/emulator/personality.hpp"

#include "at/result.hpp"

#include <algorithm>
#include <array>

namespace dialbench::emulator {
namespace {

struct DialectPersonality {
  std::string_view dialect;
  Personality personality;
};
constexpr auto personalities = std::to_array<DialectPersonality>({
#define PERSONALITY(dialect, form, extent_max, maker, model, revision)                                       \
  {#dialect, {ConnectForm::form, extent_max, maker, model, revision}},
#include "harness/emulator/personalities.def"
});

struct Page {
  std::string_view dialect;
  unsigned number;
  std::string_view text;
};
constexpr auto pages = std::to_array<Page>({
#define PAGE(dialect, number, text) {#dialect, number, text},
#include "harness/emulator/personalities.def"
});

constexpr auto factory_registers = std::to_array<RegisterHabit>({
#define REGISTER_HABIT(dialect, number, value) {#dialect, number, value},
#include "harness/emulator/personalities.def"
});

struct Omission {
  std::string_view dialect;
  unsigned extent;
  at::Meaning meaning;
};
constexpr auto omissions = std::to_array<Omission>({
#define OMITS(dialect, extent, meaning) {#dialect, extent, at::Meaning::meaning},
#include "harness/emulator/personalities.def"
});

} // namespace

Personality personality_of(const at::Dialect* dialect) noexcept {
  if (dialect == nullptr) return {ConnectForm::rockwell, 4, "dialbench", {}, "1"};
  const auto row = std::ranges::find(personalities, dialect->id, &DialectPersonality::dialect);
  if (row == personalities.end()) return {ConnectForm::plain, 4, dialect->title, dialect->title, "1"};
  return row->personality;
}

std::optional<std::string_view> page_of(const at::Dialect* dialect, unsigned number) noexcept {
  if (dialect == nullptr) return std::nullopt;
  const auto page = std::ranges::find_if(
      pages, [&](const Page& each) { return each.dialect == dialect->id && each.number == number; });
  if (page == pages.end()) return std::nullopt;
  return page->text;
}

std::vector<RegisterHabit> register_habits(const at::Dialect* dialect) {
  std::vector<RegisterHabit> found;
  if (dialect == nullptr) return found;
  std::ranges::copy_if(factory_registers, std::back_inserter(found),
                       [&](const RegisterHabit& habit) { return habit.dialect == dialect->id; });
  return found;
}

bool omits(const at::Dialect* dialect, unsigned extent, std::string_view word) noexcept {
  if (dialect == nullptr) return false;
  return std::ranges::any_of(omissions, [&](const Omission& row) {
    return row.dialect == dialect->id && row.extent == extent &&
           at::classify(word, {}).meaning == row.meaning;
  });
}

bool tells_ringing(const at::Dialect* dialect) noexcept {
  return dialect != nullptr && std::ranges::any_of(dialect->rows, [](const at::DialectRow& row) {
           return row.meaning == at::Meaning::ringing;
         });
}

} // namespace dialbench::emulator
