// dialbench explain: what a code means.
#include "harness/report/explain.hpp"
#include "at/dialect.hpp"
#include "harness/app/code_meant.hpp"
#include "harness/app/commands.hpp"
#include "harness/app/modem_word.hpp"
#include "harness/app/terminal.hpp"
#include "harness/evidence/outcome_class.hpp"
#include "harness/report/json.hpp"
#include "harness/report/plain.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>

namespace dialbench::app {
namespace {

using catalogue::Code;
using Codes = std::vector<const Code*>;

std::optional<int> as_number(std::string_view word) {
  int number = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  if (error != std::errc{} || end != word.data() + word.size()) return std::nullopt;
  return number;
}

// A code by its number, its symbol, or the class of ours that stands for it.
const Code* named(std::string_view word) {
  if (const auto number = as_number(word)) return catalogue::find(*number);
  if (const auto* code = catalogue::find_symbol(word)) return code;
  const auto outcome = evidence::outcome_named(word);
  return outcome ? catalogue::find(evidence::row(*outcome).code) : nullptr;
}

// A class of ours that has no code, since it is a success.
const evidence::OutcomeRow* success(const std::vector<std::string>& words) {
  if (words.size() != 1) return nullptr;
  const auto outcome = evidence::outcome_named(words.front());
  return outcome && evidence::succeeded(*outcome) ? &evidence::row(*outcome) : nullptr;
}

Codes all_named(const std::vector<std::string>& words) {
  Codes codes;
  for (const auto& word : words) {
    const auto* code = named(word);
    if (!code) return {};
    codes.push_back(code);
  }
  return codes;
}

Codes of_layer(std::string_view layer) {
  Codes codes;
  for (const auto& code : catalogue::codes()) {
    if (code.layer == layer) codes.push_back(&code);
  }
  return codes;
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const auto& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

bool is_number(std::string_view word) {
  return word.find_first_of("0123456789") != std::string_view::npos &&
         word.find_first_not_of("0123456789+-.") == std::string_view::npos;
}

// Where nothing but numbers is asked for: the first that is no code. Words of a meaning are searched for,
// numbers never are: they would be found in sentences that they have nothing to do with.
const std::string* missing_number(const std::vector<std::string>& words) {
  if (!std::all_of(words.begin(), words.end(), is_number)) return nullptr;
  const auto missing = [](const std::string& word) { return named(word) == nullptr; };
  const auto found = std::find_if(words.begin(), words.end(), missing);
  return found == words.end() ? nullptr : &*found;
}

// What was typed, for a sentence: whatever it holds, and however long it is.
std::string quotable(std::string_view typed) {
  constexpr std::size_t width = 60;
  return report::shortened(report::printable(typed.substr(0, width + 1)), width);
}

// Behind ATV0 a modem says its results as numbers, which are no codes.
std::string or_a_result(const std::string& number) {
  const auto result = as_number(number);
  if (!result || *result < 0 || at::readings(*result).empty()) return "";
  return " Where a modem said it, 'echo " + number + " | dialbench classify' tells its meaning.";
}

std::string or_was_meant(const std::vector<std::string>& typed) {
  const auto meant = code_meant(typed);
  return meant.empty() ? "" : " Did you mean: dialbench explain " + meant;
}

int show_layer(const ExplainOptions& options) {
  const auto codes = of_layer(options.layer);
  if (codes.empty()) {
    std::string known;
    for (const auto layer : catalogue::layers()) known += (known.empty() ? "" : ", ") + std::string(layer);
    return usage_error("explain: no layer '" + quotable(options.layer) + "'; there are " + known);
  }
  print(options.json ? report::json_text(report::codes_json(codes))
                     : report::codes_text(codes, output_style()));
  return printed_status();
}

int show_success(const evidence::OutcomeRow& row, bool json) {
  print(json ? report::json_text(report::class_json(row)) : report::success_text(row, output_style()));
  return printed_status();
}

int show_classes(bool json) {
  print(json ? report::json_text(report::classes_json()) : report::classes_text());
  return printed_status();
}

int show_named(const Codes& codes, bool json) {
  if (json) {
    print(
        report::json_text(codes.size() == 1 ? report::code_json(*codes.front()) : report::codes_json(codes)));
    return printed_status();
  }
  for (std::size_t i = 0; i < codes.size(); ++i) {
    print((i == 0 ? "" : "\n") + report::code_text(*codes[i], output_style()));
  }
  return printed_status();
}

// The best match whole, the others by name.
int show_found(const Codes& codes, bool json) {
  const Codes others(codes.begin() + 1, codes.end());
  if (json) {
    auto best = report::code_json(*codes.front());
    best["also"] = nlohmann::ordered_json::array();
    for (const auto* code : others) {
      best["also"].push_back({{"code", code->number},
                              {"symbol", report::utf8(code->symbol)},
                              {"meaning", report::utf8(code->meaning)}});
    }
    print(report::json_text(best));
    return printed_status();
  }
  print(report::code_text(*codes.front(), output_style()));
  if (!others.empty()) print("\n" + output_style().heading("Other codes that fit these words") + "\n");
  print(report::codes_text(others, output_style()));
  return printed_status();
}

// Of a failure its code in front of what the search found.
int show_word(const ModemWord& word, Codes found, bool json) {
  if (!word.code) {
    print(json ? report::json_text(modem_word_json(word)) : modem_word_text(word, output_style()));
    return printed_status();
  }
  const auto* code = catalogue::find(*word.code);
  std::erase(found, code);
  found.insert(found.begin(), code);
  return show_found(found, json);
}

} // namespace

int explain(const ExplainOptions& options) {
  if (!options.layer.empty() && options.words.empty()) return show_layer(options);
  if (!options.layer.empty())
    return usage_error("explain: either --layer or what is to be explained, not both");
  if (options.words.empty()) {
    return usage_error("explain: what? Try: dialbench explain 678, or: dialbench explain no dialtone");
  }
  if (options.words.size() == 1 && options.words.front() == "classes") return show_classes(options.json);
  if (const auto* row = success(options.words)) return show_success(*row, options.json);
  if (const auto codes = all_named(options.words); !codes.empty()) return show_named(codes, options.json);
  const std::string text = joined(options.words);
  if (const auto* number = missing_number(options.words)) {
    return failure("explain: there is no code " + quotable(*number) +
                   " in the three lists and in the Windows headers." + or_a_result(*number) +
                   or_was_meant(options.words));
  }
  const auto found = catalogue::search(text);
  // In capitals it is what a modem said; else it may be what a person looks for, who wants the codes of it.
  if (const auto word = modem_word(text); word && (word->in_capitals || found.empty()))
    return show_word(*word, found, options.json);
  if (!found.empty()) return show_found(found, options.json);
  return failure("explain: nothing here is called '" + quotable(text) +
                 "', and no code's meaning has these words. dialbench explain --layer line lists codes, "
                 "dialbench explain classes the outcome classes." +
                 or_was_meant(options.words));
}

} // namespace dialbench::app
