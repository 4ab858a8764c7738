#include "at/glance.hpp"
#include "at/inf/fold.hpp"
#include "at/inf/read.hpp"
#include "at/result.hpp"

#include <algorithm>
#include <optional>
#include <unordered_map>

namespace dialbench::at::inf {
namespace {

constexpr std::uint8_t compression_bit = 1;
constexpr std::uint8_t error_control_bit = 2;
constexpr std::uint8_t cellular_bit = 8;
constexpr std::uint32_t diagnostics_bit = 0x800; // of Properties' modem options: the modem knows AT#UD

// How surely it is the whole of what the modem says: 2 with line ends as its kind has them, 1 without, 0
// where more follows.
int completeness(const Response& response, bool numeric) noexcept {
  const auto is_end = [](char c) { return c == '\r' || c == '\n'; };
  if (response.open) return 0;
  const bool ended = is_end(response.text.back()) && (numeric || is_end(response.text.front()));
  return ended ? 2 : 1;
}

// A number says nothing by itself, but what is stated with it tells the parts of the negotiation apart.
Meaning meaning_of_number(const Response& response) noexcept {
  const Meaning meaning = meaning_of(response.state, {});
  if (meaning != Meaning::progress) return meaning;
  if ((response.options & error_control_bit) != 0) return Meaning::protocol;
  if ((response.options & compression_bit) != 0) return Meaning::compression;
  return response.dce != 0 ? Meaning::carrier : meaning;
}

// Of two rows with the same text and the same state, the one with rates knows more.
bool tells_rates_first(const Response& response, const Response& before) noexcept {
  const bool none_before = before.dce == 0 && before.dte == 0;
  return response.state == before.state && none_before && (response.dce != 0 || response.dte != 0);
}

bool is_pattern(const Response& response) noexcept { return response.open && !response.pattern.empty(); }

StatedLink link_of(const Response& response) noexcept {
  StatedLink link;
  link.stated = !response.open;
  if (!link.stated) return link;
  link.dce = response.dce;
  link.dte = response.dte;
  link.error_control = (response.options & error_control_bit) != 0;
  link.compression = (response.options & compression_bit) != 0;
  link.cellular = (response.options & cellular_bit) != 0;
  return link;
}

} // namespace

OwnedDialect to_dialect(const Model& model, std::string_view file_name) {
  struct Chosen {
    const Response* response;
    int completeness;
  };
  std::vector<std::string> order;
  std::unordered_map<std::string, Chosen> chosen;
  for (const Response& response : model.responses) {
    std::string word = is_pattern(response) ? folded(response.pattern) : spelling(response.text);
    if (word.empty()) continue;
    const std::optional<int> number = is_pattern(response) ? std::nullopt : detail::result_number(word);
    if (number) word = std::to_string(*number);
    const int sure = completeness(response, number.has_value());
    const auto [found, fresh] = chosen.try_emplace(word, Chosen{&response, sure});
    if (fresh) {
      order.push_back(std::move(word));
      continue;
    }
    Chosen& first = found->second;
    const bool other = first.response->state != response.state || first.completeness == 0;
    const bool rates =
        sure != 0 && sure >= first.completeness && tells_rates_first(response, *first.response);
    if ((other && sure > first.completeness) || rates) first = {&response, sure};
  }

  DialectParts parts;
  parts.id = "inf";
  parts.title = model.name;
  parts.source = file_name;
  for (std::string& word : order) {
    const Response& response = *chosen.at(word).response;
    OwnedRow row;
    row.link = link_of(response);
    if (is_pattern(response)) {
      row.link.error_control = (response.options & error_control_bit) != 0;
      row.meaning = meaning_of(response.state, spelling(response.text));
      row.word = response.pattern;
      row.pattern = true;
    } else if (const std::optional<int> number = detail::result_number(word)) {
      row.number = *number;
      row.meaning = meaning_of_number(response);
    } else {
      row.meaning = meaning_of(response.state, word);
      row.word = response.text;
    }
    parts.rows.push_back(std::move(row));
  }
  if (model.properties && (model.properties->modem_options & diagnostics_bit) != 0)
    parts.reports.push_back({ReportKind::unimodem, "AT#UD"});
  return OwnedDialect(std::move(parts));
}

} // namespace dialbench::at::inf
