// Inside of at/identification: which command lines ask who the modem is.
//
//   line  = "AT" query { [";"] query } [";"]      a ";" is needed behind an extended command (V.250 5.4.3)
//   query = "I" [digits] | "+GMI" ... | "+GCI?"
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace dialbench::at::detail {

enum class Query : std::uint8_t { maker, model, revision, serial, object, country, capabilities, page };

struct Queries {
  static constexpr std::size_t size_max = 16;
  std::array<Query, size_max> all{};
  std::size_t size = 0;
  [[nodiscard]] const Query* begin() const noexcept { return all.data(); }
  [[nodiscard]] const Query* end() const noexcept { return all.data() + size; }
};
// None where the line does anything else, asks for nothing, or for more than size_max things.
std::optional<Queries> queries_of(std::string_view command_line) noexcept;

struct Prefixed {
  Query query;
  std::string_view text;
};
// `+GMM: text`; none where the line has no such prefix.
std::optional<Prefixed> prefix_of(std::string_view line) noexcept;

} // namespace dialbench::at::detail
