#include "harness/app/mask.hpp"

#include "at/dial_string.hpp"

#include <algorithm>

namespace dialbench::app {
namespace {

constexpr std::size_t shortest = 3; // characters: a shorter number has nothing to hide

std::string hidden(const std::string& number) {
  std::string masked = at::mask_number(number);
  return masked.size() == number.size() ? masked : std::string(number.size(), '#');
}

// How many characters of `number` end the stream when `byte` follows its first `matched` ones.
std::size_t matched_with(const std::string& number, std::size_t matched, char byte) {
  for (std::size_t length = std::min(matched + 1, number.size()); length > 0; --length) {
    const std::size_t before = length - 1;
    if (number[before] == byte && number.compare(0, before, number, matched - before, before) == 0)
      return length;
  }
  return 0;
}

std::string only_digits(std::string_view text) {
  std::string digits;
  std::copy_if(text.begin(), text.end(), std::back_inserter(digits),
               [](char c) { return c >= '0' && c <= '9'; });
  return digits;
}

void add(std::vector<std::string>& numbers, std::string_view dialled) {
  if (!dialled.empty() && std::string_view("TtPp").find(dialled.front()) != std::string_view::npos)
    dialled.remove_prefix(1);
  while (!dialled.empty() && (dialled.back() == ';' || dialled.back() == '\r')) dialled.remove_suffix(1);
  numbers.emplace_back(dialled);
  numbers.push_back(only_digits(dialled));
}

} // namespace

std::vector<std::string> numbers_in(const script::Script& script, std::string_view typed) {
  std::vector<std::string> numbers;
  add(numbers, typed);
  for (const auto& step : script.steps) {
    if (step.kind == script::StepKind::dial) {
      add(numbers, step.text.bytes);
    } else if (const auto dialled = at::dial_part(step.text.bytes); !dialled.empty()) {
      add(numbers, dialled);
    }
  }
  return numbers;
}

NumberMask::NumberMask(std::vector<std::string> numbers)
    : numbers_(std::move(numbers)) {
  std::erase_if(numbers_, [](const auto& number) { return number.size() < shortest; });
  std::sort(numbers_.begin(), numbers_.end(),
            [](const auto& a, const auto& b) { return a.size() != b.size() ? a.size() > b.size() : a < b; });
  numbers_.erase(std::unique(numbers_.begin(), numbers_.end()), numbers_.end());
  sent_.matched.assign(numbers_.size(), 0);
  received_.matched.assign(numbers_.size(), 0);
}

std::string NumberMask::text(std::string_view text) const {
  std::string out(text);
  for (const auto& number : numbers_) {
    for (std::size_t at = 0; (at = out.find(number, at)) != std::string::npos; at += number.size()) {
      out.replace(at, number.size(), hidden(number));
    }
  }
  return out;
}

void NumberMask::hide(std::string& bytes, Seen& seen) const {
  std::string out = bytes;
  for (std::size_t n = 0; n < numbers_.size(); ++n) {
    const std::string masked = hidden(numbers_[n]);
    std::size_t& matched = seen.matched[n];
    const auto cover =
        [&](std::size_t end) { // the `matched` characters before `end`, as far as they came in this piece
          const std::size_t here = std::min(matched, end);
          out.replace(end - here, here, masked, matched - here, here);
        };
    for (std::size_t i = 0; i < bytes.size(); ++i) {
      matched = matched_with(numbers_[n], matched, bytes[i]);
      if (matched == numbers_[n].size()) cover(i + 1);
    }
    if (matched < numbers_[n].size()) cover(bytes.size());
  }
  bytes = std::move(out);
}

transcript::Event NumberMask::event(transcript::Event event) {
  if (event.kind == transcript::Kind::sent) hide(event.text, sent_);
  if (event.kind == transcript::Kind::received) hide(event.text, received_);
  if (event.kind == transcript::Kind::note) event.text = text(event.text);
  return event;
}

evidence::Outcome NumberMask::outcome(evidence::Outcome outcome) const {
  if (numbers_.empty()) return outcome;
  const auto mask = [this](std::string& value) { value = text(value); };
  const auto mask_sayings = [&](std::vector<evidence::Saying>& sayings) {
    for (auto& saying : sayings) mask(saying.text);
  };
  auto& evidence = outcome.evidence;
  mask(outcome.word);
  for (auto* value : {&evidence.number, &evidence.dial_command, &evidence.failed_command,
                      &evidence.identification, &evidence.fault_text}) {
    mask(*value);
  }
  if (evidence.result) mask(evidence.result->text);
  for (auto* sayings : {&evidence.unknown, &evidence.stale, &evidence.unsolicited}) mask_sayings(*sayings);
  for (auto& command : evidence.commands) {
    mask(command.text);
    mask_sayings(command.reply);
  }
  for (auto& note : evidence.notes) mask(note.text);
  for (auto& line : evidence.reports) mask(line);
  return outcome;
}

} // namespace dialbench::app
