#include "at/last_call/page.hpp"

#include "at/connect.hpp"
#include "at/last_call/letters.hpp"
#include "at/last_call/number.hpp"
#include "at/last_call/reasons.hpp"
#include "at/last_call/spelling.hpp"
#include "at/link_tokens.hpp"
#include "at/result.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace dialbench::at::last_call {
namespace {

// What the modem writes where it has no value to tell.
bool is_nothing(std::string_view text) noexcept {
  static constexpr std::array<std::string_view, 4> words = {"NONE", "NA", "N/A", "UNKNOWN"};
  const auto same = [text](std::string_view word) {
    return word.size() == text.size() && std::equal(word.begin(), word.end(), text.begin(),
                                                    [](char a, char b) { return a == to_upper(b); });
  };
  return std::any_of(words.begin(), words.end(), same) ||
         (!text.empty() && text.find_first_not_of('-') == std::string_view::npos);
}

// The first word of `text`, up to a blank or one of `ends`, taken off.
std::string_view take_word(std::string_view& text, std::string_view ends = {}) noexcept {
  std::size_t size = 0;
  while (size < text.size() && !is_blank(text[size]) && ends.find(text[size]) == std::string_view::npos)
    ++size;
  const std::string_view word = text.substr(0, size);
  text.remove_prefix(size);
  return word;
}

// No line has more, so that a larger number is none.
double largest(Unit unit) noexcept {
  switch (unit) {
  case Unit::dbm:
  case Unit::decibel: return 999;
  case Unit::bits_per_second: return detail::rate_max;
  case Unit::symbols_per_second:
  case Unit::hertz: return 99'999;
  case Unit::milliseconds: return 9'999'999;
  case Unit::seconds: return 99'999'999;
  default: return 999'999'999'999'999;
  }
}

class Page {
 public:
  Page(Collector& collector, Labels labels) noexcept
      : collector_(collector)
      , labels_(labels) {}

  void read(std::string_view line) {
    for (int segments = 0; segments < segments_max; ++segments) {
      if (breaks_off(line)) return collector_.cut();
      const auto segment = next_segment(line, labels_);
      if (!segment) return;
      if (!segment->label)
        keep_unknown(*segment);
      else if (!line.empty() || segment->label->reading == Reading::heading)
        read_value(*segment, line);
      else
        collector_.keep(segment->key, {});
    }
    if (!trimmed(line).empty()) collector_.cut();
  }

 private:
  void keep_unknown(const Segment& segment) {
    if (!segment.key.empty()) collector_.keep(segment.key, segment.value);
  }

  // Each reading takes its value off the front of `line`; what is no value is kept as it stands.
  void read_value(const Segment& segment, std::string_view& line) {
    const Label& label = *segment.label;
    if (takes_words(label.reading)) return read_words(segment, take_words(line));
    if (label.reading != Reading::heading && label_stands_at(line, labels_))
      return collector_.keep(segment.key, {});
    switch (label.reading) {
    case Reading::number: return read_number(segment, label.field, 1, line);
    case Reading::minutes: return read_number(segment, label.field, 60, line);
    case Reading::ticks: return read_number(segment, label.field, 1000.0 / 2400, line);
    case Reading::number_pair: return read_numbers(segment, line);
    case Reading::hexadecimal: return read_hexadecimal(segment, take_word(line));
    case Reading::clock: return read_clock(segment, take_word(line));
    case Reading::text_pair: return read_texts(label, take_word(line));
    case Reading::end_cause: return read_cause(segment, take_word(line));
    default: line = {}; // a heading has its line to itself
    }
  }

  static bool takes_words(Reading reading) noexcept {
    return reading == Reading::text || reading == Reading::modulation || reading == Reading::protocol ||
           reading == Reading::compression || reading == Reading::connect || reading == Reading::end_words;
  }

  [[nodiscard]] bool breaks_off(std::string_view line) const noexcept {
    return std::any_of(labels_.begin(), labels_.end(), [text = trimmed(line)](const Label& label) {
      return is_broken_off(label.letters, text);
    });
  }

  // Everything up to a wide gap with a known label behind it.
  std::string_view take_words(std::string_view& line) const noexcept {
    for (std::size_t gap = line.find_first_of(" \t"); gap < line.size();
         gap = line.find_first_of(" \t", gap)) {
      const std::size_t next = std::min(line.find_first_not_of(" \t", gap), line.size());
      const bool wide = next - gap > 1 || line[gap] == '\t';
      if (wide && label_stands_at(line.substr(next), labels_)) {
        const std::string_view words = line.substr(0, gap);
        line.remove_prefix(next);
        return words;
      }
      gap = next;
    }
    const std::string_view words = trimmed(line);
    line = {};
    return words;
  }

  void put(FieldId field, Measure measure, const Segment& segment) {
    const bool below_zero =
        unit(field) == Unit::dbm || (!segment.unit.empty() && segment.unit.front() == '-');
    if (measure.negative || (below_zero && !measure.positive)) measure.value = -measure.value;
    const double nearest = std::round(measure.value);
    if (measure.whole || measure.value == nearest)
      collector_.set(field, static_cast<std::int64_t>(nearest));
    else
      collector_.set(field, measure.value);
  }

  // Takes one number in a field's bounds, or the word for none; false where neither stands there.
  bool take_number(FieldId field, double factor, const Segment& segment, std::string_view& line) {
    std::string_view rest = line;
    if (auto measure = take_measure(rest, unit(field))) {
      measure->value *= factor;
      if (measure->value > largest(unit(field))) return false;
      line = rest;
      put(field, *measure, segment);
      return true;
    }
    if (!is_nothing(take_word(rest, "/"))) return false;
    line = rest;
    return true;
  }

  void read_number(const Segment& segment, FieldId field, double factor, std::string_view& line) {
    if (!take_number(field, factor, segment, line)) collector_.keep(segment.key, take_word(line));
  }

  void read_numbers(const Segment& segment, std::string_view& line) {
    const std::string_view written = line;
    std::string_view rest = line;
    bool understood = take_number(segment.label->field, 1, segment, rest);
    if (const std::size_t slash = rest.find_first_not_of(' ');
        understood && slash < rest.size() && rest[slash] == '/') {
      rest = trimmed(rest.substr(slash + 1));
      understood = take_number(segment.label->second, 1, segment, rest);
    } else if (understood) {
      std::string_view again = written;
      understood = take_number(segment.label->second, 1, segment, again);
    }
    line = rest;
    if (understood) return;
    line = written;
    collector_.keep(segment.key, take_word(line));
  }

  void read_hexadecimal(const Segment& segment, std::string_view word) {
    if (const auto value = hexadecimal(word))
      collector_.set(segment.label->field, static_cast<std::int64_t>(*value));
    else if (!is_nothing(word))
      collector_.keep(segment.key, word);
  }

  void read_clock(const Segment& segment, std::string_view word) {
    if (const auto seconds = clock_seconds(word))
      collector_.set(segment.label->field, *seconds);
    else
      collector_.keep(segment.key, word);
  }

  void read_texts(const Label& label, std::string_view word) {
    const std::size_t slash = word.find('/');
    const std::string_view second = slash == std::string_view::npos ? word : word.substr(slash + 1);
    if (slash > 0) collector_.set(label.field, word.substr(0, slash));
    if (!second.empty()) collector_.set(label.second, second);
  }

  // Lucent/Agere ATI11, call termination cause (Lucent host-based controller manual 1998; results.md, section
  // 7).
  void read_cause(const Segment& segment, std::string_view word) {
    static constexpr std::array<CallEnd, 5> causes = {CallEnd::local_hangup, CallEnd::far_hangup,
                                                      CallEnd::no_answer_or_busy, CallEnd::training_failed,
                                                      CallEnd::negotiation_failed};
    if (is_nothing(word)) return;
    const std::string words = std::string(segment.key) + ' ' + std::string(word);
    const auto cause = decimal(word);
    if (cause && *cause < causes.size()) return collector_.end(causes[*cause], words);
    collector_.keep(segment.key, word);
    collector_.end_words(words);
  }

  void read_words(const Segment& segment, std::string_view words) {
    const Label& label = *segment.label;
    switch (label.reading) {
    case Reading::modulation: return read_modulation(label, words);
    case Reading::protocol: return read_protocol(label, words);
    case Reading::compression: return read_compression(segment, words);
    case Reading::connect: return read_connect(label, words);
    case Reading::end_words: return read_end(segment, words);
    default: return collector_.set(label.field, words);
    }
  }

  // V.90/V.34+: what is received and what is sent.
  void read_modulation(const Label& label, std::string_view words) {
    const std::size_t slash = words.find('/');
    if (label.field != FieldId::modulation || slash == std::string_view::npos)
      return collector_.set(label.field, std::string_view(spelled_modulation(words)));
    const std::string received = spelled_modulation(trimmed(words.substr(0, slash)));
    const std::string sent = spelled_modulation(trimmed(words.substr(slash + 1)));
    collector_.set(FieldId::modulation, std::string_view(received));
    collector_.set(FieldId::receive_modulation, std::string_view(received));
    collector_.set(FieldId::transmit_modulation, std::string_view(sent));
  }

  void read_protocol(const Label& label, std::string_view words) {
    // LAPM SREJ 128/15: an option, the largest frame, and how many may be on their way.
    const std::size_t last_blank = words.find_last_of(" \t");
    if (last_blank != std::string_view::npos) {
      const std::string_view pair = words.substr(last_blank + 1);
      const std::size_t between = std::min(pair.find('/'), pair.size());
      const auto frame = decimal(pair.substr(0, between));
      const auto frames = between == pair.size() ? std::nullopt : decimal(pair.substr(between + 1));
      if (frame && frames) {
        collector_.set(FieldId::frame_size, static_cast<std::int64_t>(*frame));
        collector_.set(FieldId::frames_outstanding_max, static_cast<std::int64_t>(*frames));
        words = trimmed(words.substr(0, last_blank));
      }
    }
    const std::size_t blank = words.find_last_of(" \t");
    if (blank != std::string_view::npos && same_letters("SREJ", words.substr(blank + 1))) {
      if (label.second != label.field) collector_.set(label.second, words.substr(blank + 1));
      words = trimmed(words.substr(0, blank));
    }
    const std::size_t slash = words.find('/');
    collector_.set(label.field, std::string_view(spelled_protocol(words.substr(0, slash))));
    if (slash != std::string_view::npos && label.second != label.field)
      collector_.set(label.second, trimmed(words.substr(slash + 1)));
  }

  void read_compression(const Segment& segment, std::string_view words) {
    collector_.set(segment.label->field, std::string_view(spelled_compression(take_word(words))));
    words = trimmed(words);
    if (words.empty()) return;
    const std::size_t slash = words.find('/');
    const auto size = decimal(words.substr(0, slash));
    const auto length =
        slash == std::string_view::npos ? std::nullopt : decimal(trimmed(words.substr(slash + 1)));
    if (!size || !length) return collector_.keep(segment.key, words);
    collector_.set(FieldId::dictionary_size, static_cast<std::int64_t>(*size));
    collector_.set(FieldId::string_length, static_cast<std::int64_t>(*length));
  }

  void read_connect(const Label& label, std::string_view words) {
    collector_.set(label.field, words);
    std::string_view behind = words;
    if (const std::size_t length = length_of("CONNECT", words)) behind = trimmed(words.substr(length));
    Link link;
    add_line(link, "CONNECT " + std::string(behind.substr(0, value_bytes_max)));
    if (link.dce_transmit) collector_.set(FieldId::final_transmit_rate, std::int64_t{*link.dce_transmit});
    if (link.dce_receive) collector_.set(FieldId::final_receive_rate, std::int64_t{*link.dce_receive});
    if (link.dte) collector_.set(FieldId::port_rate, std::int64_t{*link.dte});
    if (!link.modulation.empty()) collector_.set(FieldId::modulation, std::string_view(link.modulation));
    if (!link.error_control.empty())
      collector_.set(FieldId::error_control, std::string_view(link.error_control));
    if (!link.compression.empty()) collector_.set(FieldId::compression, std::string_view(link.compression));
  }

  void read_end(const Segment& segment, std::string_view words) {
    if (const auto end = end_of(words)) return collector_.end(*end, words);
    collector_.keep(segment.key, words);
    collector_.end_words(words);
  }

  Collector& collector_;
  Labels labels_;
};

// A line of another kind: a result code, the caller's number, AT#UD.
bool is_of_the_dialogue(std::string_view line) noexcept {
  const Result result = classify(line, {});
  return result.role != Role::information || result.meaning == Meaning::caller_id ||
         result.meaning == Meaning::diagnostics;
}

} // namespace

void read_page(Collector& collector, std::span<const std::string_view> lines, Labels labels) {
  Page page(collector, labels);
  for (const std::string_view line : lines)
    if (begins_with_label(line, labels) || !is_of_the_dialogue(line)) page.read(line);
}

std::size_t count_labels(std::span<const std::string_view> lines, Labels labels) noexcept {
  std::size_t count = 0;
  for (std::string_view line : lines)
    for (int segments = 0; segments < segments_max; ++segments) {
      const auto segment = next_segment(line, labels);
      if (!segment) break;
      if (segment->label && segment->label->reading != Reading::heading && !line.empty()) ++count;
    }
  return count;
}

} // namespace dialbench::at::last_call
