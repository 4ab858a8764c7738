#include "harness/script/chat_escapes.hpp"
#include "harness/script/chat_words.hpp"
#include "harness/script/quoted.hpp"
#include "harness/script/read.hpp"
#include "harness/script/reading.hpp"
#include "harness/script/result_word.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>

namespace dialbench::script {
namespace {

using Setting = Step::Setting;

constexpr auto timeout_default = std::chrono::seconds(45); // chat's own, also for TIMEOUT 0
constexpr std::size_t string_bytes_max = 1024;             // chat's own
constexpr std::size_t dash_parts_max = 100;

struct Keyword {
  std::string_view word;
  Setting setting;
  std::string_view argument; // what must stand behind it
};
constexpr std::array keywords{
    Keyword{"ABORT", Setting::abort, "the string to abort on"},
    Keyword{"CLR_ABORT", Setting::clear_abort, "the string to abort on no longer"},
    Keyword{"REPORT", Setting::report, "the string to report"},
    Keyword{"CLR_REPORT", Setting::clear_report, "the string to report no longer"},
    Keyword{"TIMEOUT", Setting::timeout, "seconds, a whole number up to 86400"},
    Keyword{"ECHO", Setting::echo, "ON or OFF"},
    Keyword{"SAY", Setting::say, "the text to show"},
    Keyword{"HANGUP", Setting::hangup, "ON or OFF"},
};

class ChatReader {
 public:
  ChatReader(Reading& reading, const ChatNumbers& numbers)
      : reading_(reading)
      , numbers_(numbers) {}

  // Words are expected and sent in turns; a keyword stands where a string would be expected and takes the
  // next word.
  bool read(const std::vector<ChatWord>& words) {
    if (words.empty()) return reading_.fail({1, 1}, "the script has only comments", "a string to expect");
    for (std::size_t i = 0; i < words.size(); i += 2) {
      const ChatWord* next = i + 1 < words.size() ? &words[i + 1] : nullptr;
      if (script.steps.size() + 2 > steps_max)
        return reading_.fail(words[i].place, "the script is too long",
                             "at most " + std::to_string(steps_max) + " steps");
      if (const Keyword* keyword = keyword_at(words[i])) {
        if (!setting(*keyword, words[i], next)) return false;
      } else if (!expect(words[i]) || (next != nullptr && !send(*next))) {
        return false;
      }
    }
    return true;
  }

  Script script;

 private:
  static const Keyword* keyword_at(const ChatWord& word) {
    const auto found =
        std::find_if(keywords.begin(), keywords.end(), [&](const Keyword& k) { return k.word == word.text; });
    return found != keywords.end() ? &*found : nullptr;
  }

  bool setting(const Keyword& keyword, const ChatWord& word, const ChatWord* argument) {
    const std::string name(keyword.word);
    if (argument == nullptr)
      return reading_.fail(word.place, name + " with nothing behind it", std::string(keyword.argument));
    Step step;
    step.kind = StepKind::chat_setting;
    step.place = word.place;
    step.setting = keyword.setting;
    step.text.bytes = chat_expect_text(argument->text);
    bool good = true;
    switch (keyword.setting) {
    case Setting::timeout: good = timeout(*argument, step); break;
    case Setting::echo:
    case Setting::hangup: good = on_off(name, *argument, step); break;
    case Setting::say: break;
    default: good = watched_string(name, *argument, step); break;
    }
    if (good) script.steps.push_back(std::move(step));
    return good;
  }

  bool timeout(const ChatWord& argument, Step& step) {
    int seconds = 0;
    const char* const end = argument.text.data() + argument.text.size();
    const auto [stop, error] = std::from_chars(argument.text.data(), end, seconds);
    if (error != std::errc{} || stop != end || seconds > 86400)
      return reading_.fail(argument.place, "TIMEOUT " + printable(argument.text),
                           "seconds, a whole number up to 86400");
    timeout_ = seconds > 0 ? std::chrono::seconds(seconds) : timeout_default;
    step.timeout = step.duration = timeout_;
    return true;
  }

  bool on_off(const std::string& name, const ChatWord& argument, Step& step) {
    step.on_off = argument.text == "ON";
    if (step.on_off || argument.text == "OFF") return true;
    return reading_.fail(argument.place, name + ' ' + printable(argument.text), "ON or OFF");
  }

  // ABORT, REPORT and what clears them.
  bool watched_string(const std::string& name, const ChatWord& argument, Step& step) {
    if (step.text.bytes.empty())
      return reading_.fail(argument.place, name + " with an empty string, which everything matches",
                           "a string");
    if (!short_enough(step.text.bytes, argument)) return false;
    step.patterns.push_back(expected_pattern(step.text.bytes));
    step.text.bytes = step.patterns.front().text; // CLR_ABORT finds by it what ABORT has set
    return true;
  }

  bool expect(const ChatWord& word) {
    const auto parts = dash_parts(word.text);
    if (parts.size() > dash_parts_max)
      return reading_.fail(word.place, std::to_string(parts.size()) + " strings between dashes",
                           "at most " + std::to_string(dash_parts_max));
    const std::string first = parts.empty() ? std::string() : chat_expect_text(parts.front());
    if (first.empty()) return true; // "" is there at once, and its sub-sends are never reached
    if (!short_enough(first, word)) return false;
    Step step;
    step.kind = StepKind::chat_expect;
    step.place = word.place;
    step.text.bytes = parts.front();
    step.timeout = timeout_;
    step.patterns.push_back(expected_pattern(first));
    followed(step.patterns.front());
    for (std::size_t i = 1; i < parts.size(); i += 2) {
      if (!sub(word, parts[i], i + 1 < parts.size() ? parts[i + 1] : std::string_view(), step)) return false;
      if (!step.subs.back().pattern) break;
    }
    script.steps.push_back(std::move(step));
    return true;
  }

  bool sub(const ChatWord& word, std::string_view send_part, std::string_view expect_part, Step& step) {
    const auto offset = static_cast<std::size_t>(send_part.data() - word.text.data());
    const ChatText text = chat_send_text(send_part, numbers_);
    if (!sendable(text, word, offset)) return false;
    Step::Sub result;
    result.send = {text.bytes, text.secret};
    result.carriage_return = text.carriage_return;
    result.pieces = text.pieces;
    const std::string expected = chat_expect_text(expect_part);
    result.expect.bytes = expected;
    if (!short_enough(expected, word)) return false;
    if (!expected.empty()) {
      result.pattern = expected_pattern(expected);
      followed(*result.pattern);
    }
    step.subs.push_back(std::move(result));
    return true;
  }

  bool send(const ChatWord& word) {
    const ChatText text = chat_send_text(word.text, numbers_);
    if (!sendable(text, word, 0)) return false;
    Step step;
    step.kind = StepKind::raw;
    step.place = word.place;
    step.text = {text.bytes + (text.carriage_return ? "\r" : ""), text.secret};
    step.pieces = text.pieces;
    step.stay_in_command_mode = stays_;
    script.steps.push_back(std::move(step));
    return true;
  }

  // The checks of whatever is sent. `offset`: where the text starts in the word.
  bool sendable(const ChatText& text, const ChatWord& word, std::size_t offset) {
    if (!short_enough(text.bytes, word)) return false;
    script.takes_number = script.takes_number || text.takes_number;
    stays_ = false;
    if (word.text.substr(offset).starts_with('@'))
      return reading_.fail(at(word, offset), "@ names a file to send from, and only the script is read",
                           "the text itself; \\@ for the character");
    if (text.missing_number != std::string::npos)
      return reading_.fail_given(at(word, offset + text.missing_number), "\\T or \\U, and no number for it",
                                 "a number on the command line");
    if (text.bytes.find("+++") != std::string::npos) online_ = false;
    if (online_) return true;
    const auto dial = check_sent(text.bytes, reading_.rules);
    if (!dial) return true;
    dialled_ = true;
    stays_ = dial->stay_in_command_mode;
    if (!dial->refusal) return true;
    const std::size_t byte = dial->refusal->offset;
    const std::size_t origin = byte < text.origins.size() ? text.origins[byte] : word.text.size() - offset;
    return reading_.fail(at(word, offset + origin), *dial->refusal, text.secret);
  }

  // After a dial, CONNECT or a text with small letters (ogin:), which no result code has, shows that the far
  // end listens. What is sent then is no command, even where it begins with "at"; until an escape, or until a
  // modem's word is awaited.
  void followed(const Pattern& pattern) {
    const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
    const bool connect = pattern.text.starts_with("CONNECT");
    if (pattern.kind == Pattern::Kind::meaning && !connect)
      online_ = false;
    else if (connect || std::any_of(pattern.text.begin(), pattern.text.end(), is_small))
      online_ = dialled_;
  }

  bool short_enough(std::string_view text, const ChatWord& word) {
    return text.size() <= string_bytes_max ||
           reading_.fail(word.place, "a string of " + std::to_string(text.size()) + " bytes",
                         "at most " + std::to_string(string_bytes_max));
  }

  static Place at(const ChatWord& word, std::size_t offset) {
    return {word.place.line, word.text_column + static_cast<unsigned>(offset)};
  }

  Reading& reading_;
  const ChatNumbers& numbers_;
  Duration timeout_ = timeout_default;
  bool dialled_ = false;
  bool online_ = false;
  bool stays_ = false; // the text that was checked last dials and stays in command mode
};

} // namespace

at::Expected<Script, Fault> read_chat(std::string_view text, std::string_view file, const NumberRules& rules,
                                      const ChatNumbers& numbers) {
  Reading reading(file, rules);
  ChatReader reader(reading, numbers);
  if (!reading.accept(text)) return reading.fault();
  const auto words = chat_words(text, reading);
  if (!words || !reader.read(*words)) return reading.fault();
  reader.script.file = file;
  reader.script.name = file;
  reader.script.chat = true;
  return std::move(reader.script);
}

} // namespace dialbench::script
