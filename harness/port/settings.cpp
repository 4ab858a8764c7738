#include "harness/port/settings.hpp"

#include <array>

namespace dialbench::port {
namespace {

struct ParityLetter {
  Parity parity;
  char letter;
};
constexpr std::array parity_letters{ParityLetter{Parity::none, 'N'}, ParityLetter{Parity::odd, 'O'},
                                    ParityLetter{Parity::even, 'E'}};

struct FlowName {
  Flow flow;
  std::string_view text;
};
constexpr std::array flow_names{FlowName{Flow::none, "none"}, FlowName{Flow::rts_cts, "rts-cts"},
                                FlowName{Flow::xon_xoff, "xon-xoff"}};

std::optional<Parity> parity_of(char letter) {
  const char upper = letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
  for (const ParityLetter& row : parity_letters)
    if (row.letter == upper) return row.parity;
  return std::nullopt;
}

} // namespace

std::optional<Format> parse_format(std::string_view text) {
  if (text.size() != 3) return std::nullopt;
  const std::optional<Parity> parity = parity_of(text[1]);
  const bool data_known = text[0] == '7' || text[0] == '8';
  const bool stop_known = text[2] == '1' || text[2] == '2';
  if (!parity || !data_known || !stop_known) return std::nullopt;
  return Format{static_cast<unsigned>(text[0] - '0'), *parity, static_cast<unsigned>(text[2] - '0')};
}

std::string shown(const Format& format) {
  char letter = '?';
  for (const ParityLetter& row : parity_letters)
    if (row.parity == format.parity) letter = row.letter;
  return std::to_string(format.data_bits) + letter + std::to_string(format.stop_bits);
}

std::optional<Flow> parse_flow(std::string_view text) {
  for (const FlowName& row : flow_names)
    if (row.text == text) return row.flow;
  return std::nullopt;
}

std::string_view name(Flow flow) noexcept {
  for (const FlowName& row : flow_names)
    if (row.flow == flow) return row.text;
  return "none";
}

} // namespace dialbench::port
