#include "harness/diagnosis/phrases.hpp"

#include "harness/evidence/duration.hpp"

#include <algorithm>
#include <array>

namespace dialbench::diagnosis {
namespace {

constexpr std::string_view unknown = "an unknown time";

std::string time_or_unknown(const std::optional<Duration>& time) {
  return std::string(time ? evidence::shown(std::max(*time, Duration::zero())) : unknown);
}

std::string s7_text(const Facts& facts) {
  const std::string text =
      std::to_string(std::chrono::duration_cast<std::chrono::seconds>(facts.s7).count()) + " s";
  return facts.s7_known ? text : text + " assumed";
}

std::string x_text(const Facts& facts) {
  return facts.seen.x_level ? std::to_string(*facts.seen.x_level) : "?";
}

std::string rings_text(const Facts& facts) {
  return std::to_string(facts.seen.ringing) + (facts.seen.ringing == 1 ? " ring" : " rings");
}

std::string digits_text(const Facts& facts) {
  const auto is_digit = [](char letter) { return letter >= '0' && letter <= '9'; };
  return std::to_string(std::ranges::count_if(facts.dialled(), is_digit));
}

std::string length_text(const Facts& facts) {
  const auto& command =
      facts.seen.failed_command.empty() ? facts.seen.dial_command : facts.seen.failed_command;
  return std::to_string(command.size());
}

std::string damage_text(const Facts& facts) {
  const auto* saying = facts.damaged();
  switch (saying != nullptr ? saying->damage : at::Damage::none) {
  case at::Damage::parity: return "the top bit of its bytes is set, as with 7 bits and parity";
  case at::Damage::noise: return "single bytes are flipped, lost or added";
  case at::Damage::rate: return "its bytes are those of another rate";
  case at::Damage::none: break;
  }
  return "not at all";
}

std::string resembles_text(const Facts& facts) {
  const auto* saying = facts.damaged();
  return saying != nullptr && !saying->resembles.empty() ? quoted_text(saying->resembles) : "no known word";
}

std::string word_text(const Facts& facts) {
  return facts.outcome.word.empty() ? "nothing" : quoted_text(facts.outcome.word);
}

std::string number_text(const Facts& facts) {
  return facts.dialled().empty() ? "The number" : quoted_text(facts.dialled());
}

std::string detail_text(const Facts& facts) {
  return facts.seen.port ? facts.seen.port->detail : std::string{};
}

std::string command_text(const Facts& facts) {
  return facts.seen.failed_command.empty() ? "the command" : quoted_text(facts.seen.failed_command);
}

struct Placeholder {
  std::string_view name;
  std::string (*text)(const Facts&);
};
constexpr std::array placeholders{
    Placeholder{"after", [](const Facts& facts) { return time_or_unknown(facts.after_last_digit); }},
    Placeholder{"wait", [](const Facts& facts) { return time_or_unknown(facts.after_dial_command); }},
    Placeholder{"listened", [](const Facts& facts) { return time_or_unknown(facts.listened); }},
    Placeholder{"silence", [](const Facts& facts) { return time_or_unknown(facts.since_ringing); }},
    Placeholder{"held", [](const Facts& facts) { return time_or_unknown(facts.held); }},
    Placeholder{"s7", s7_text},
    Placeholder{"x", x_text},
    Placeholder{"rings", rings_text},
    Placeholder{"word", word_text},
    Placeholder{"number", number_text},
    Placeholder{"digits", digits_text},
    Placeholder{"length", length_text},
    Placeholder{"damage", damage_text},
    Placeholder{"resembles", resembles_text},
    Placeholder{"detail", detail_text},
    Placeholder{"command", command_text},
};

const Placeholder* find(std::string_view name) {
  const auto found = std::ranges::find(placeholders, name, &Placeholder::name);
  return found != placeholders.end() ? &*found : nullptr;
}

} // namespace

bool is_placeholder(std::string_view name) noexcept { return find(name) != nullptr; }

std::string filled(std::string_view sentence, const Facts& facts) {
  std::string text;
  while (!sentence.empty()) {
    const auto open = sentence.find('{');
    text += sentence.substr(0, open);
    if (open == std::string_view::npos) break;
    sentence.remove_prefix(open);
    const auto close = sentence.find('}');
    const auto* placeholder = close == std::string_view::npos ? nullptr : find(sentence.substr(1, close - 1));
    const std::size_t used = placeholder != nullptr ? close + 1 : 1;
    text += placeholder != nullptr ? placeholder->text(facts) : std::string(1, '{');
    sentence.remove_prefix(used);
  }
  return text;
}

std::string quoted_text(std::string_view text) {
  constexpr std::size_t shown_max = 60;
  constexpr std::string_view hex = "0123456789ABCDEF";
  std::string shown;
  for (const char letter : text.substr(0, shown_max)) {
    const auto byte = static_cast<unsigned char>(letter);
    if (byte >= ' ' && byte <= '~') {
      shown += letter;
    } else {
      shown += "\\x";
      shown += hex[byte >> 4];
      shown += hex[byte & 0xF];
    }
  }
  return text.size() > shown_max ? shown + "..." : shown;
}

} // namespace dialbench::diagnosis
