// Modem INF files: any bytes become models and faults. The first byte chooses what an Include brings:
// nothing, the same file, or a piece of it.
#include "at/dialect.hpp"
#include "at/inf/read.hpp"
#include "at/result.hpp"
#include "tests/fuzz/rule.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

using namespace dialbench;
using fuzz::rule;

namespace {

namespace inf = at::inf;

constexpr std::string_view file_name = "fuzz.inf";

// A file system of one file and its pieces, which counts how often it is asked.
class Folder {
 public:
  Folder(std::string_view bytes, unsigned choice)
      : bytes_(bytes)
      , choice_(choice % 4) {}

  std::optional<std::string> load(std::string_view name) {
    rule(++loads_ < 10'000, "includes are bounded");
    names_.insert(std::string(name));
    const std::size_t half = bytes_.size() / 2;
    switch (choice_) {
    case 1: return std::string(bytes_);
    case 2: return std::string(name.size() % 2 == 0 ? bytes_.substr(0, half) : bytes_.substr(half));
    case 3: return std::string(bytes_.substr(std::min(bytes_.size(), name.size() * 7)));
    default: return std::nullopt;
    }
  }
  [[nodiscard]] bool knows(const std::string& name) const {
    return name == file_name || names_.count(name) != 0;
  }

 private:
  std::string_view bytes_;
  unsigned choice_;
  std::size_t loads_ = 0;
  std::set<std::string, std::less<>> names_;
};

void check_place(const inf::Place& place, std::string_view bytes, const Folder& folder) {
  rule(folder.knows(place.file), "a place is in a file that was read or asked for");
  // Every encoding of a line end has one of these bytes, so that there are no more lines than this.
  const auto ends = std::count_if(bytes.begin(), bytes.end(), [](char c) { return c == '\r' || c == '\n'; });
  rule(place.line <= static_cast<std::size_t>(ends) + 1, "a place is on a line that there is");
}

void check_fault(const inf::Fault& fault, std::string_view bytes, const Folder& folder) {
  rule((fault.code >= 653 && fault.code <= 663) || fault.code == 698, "a fault has one of the lists' codes");
  rule(!fault.text.empty() && fuzz::printable(inf::message(fault)),
       "a fault says in one line what was found");
  check_place(fault.place, bytes, folder);
}

// Whether a reader would give this text as one line at all.
bool is_one_line(std::string_view text) {
  constexpr std::string_view around("\r\n\0 \t", 5);
  const std::size_t first = text.find_first_not_of(around);
  if (first == std::string_view::npos) return false;
  text = text.substr(first, text.find_last_not_of(around) - first + 1);
  return text.size() <= 80 && fuzz::printable(text);
}

std::string_view without_zeros(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of('0'), text.empty() ? 0 : text.size() - 1));
  return text;
}

bool is_number(std::string_view text) {
  return !text.empty() && without_zeros(text).size() <= 3 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// What a response may be read back as. A number in the middle of a negotiation has no text to tell of which
// part of it; what is stated with it does.
bool is_own(const inf::Response& response, const std::string& word, const at::Result& result) {
  using at::Meaning;
  const bool number = is_number(word);
  const Meaning meaning = inf::meaning_of(response.state, number ? std::string_view() : word);
  const bool part = number && meaning == Meaning::progress &&
                    (result.meaning == Meaning::protocol || result.meaning == Meaning::compression ||
                     result.meaning == Meaning::carrier);
  if (result.meaning != meaning && !part) return false;
  return response.open || (result.row->link.dce == response.dce && result.row->link.dte == response.dte);
}

// What a modem that says either cannot have meant differently: 05 is the number 5, whatever stands around it.
std::string key_of(std::string_view text) {
  const std::string key = at::spelling(text);
  return is_number(key) ? std::string(without_zeros(key)) : key;
}

// Every response of the model, read back with the model as dialect, has its own state and its own rates. Of
// several with the same text, one counts.
void check_dialect(const inf::Model& model) {
  const at::OwnedDialect owned = inf::to_dialect(model, file_name);
  const at::Dialect& dialect = owned.view();
  rule(dialect.id == "inf" && dialect.title == model.name, "the dialect is named as its model");
  std::map<std::string, std::vector<const inf::Response*>> by_word;
  for (const inf::Response& response : model.responses) by_word[key_of(response.text)].push_back(&response);
  for (const auto& entry : by_word) {
    const std::string& word = entry.first;
    const auto& responses = entry.second;
    const auto line = std::find_if(responses.begin(), responses.end(),
                                   [](const inf::Response* response) { return is_one_line(response->text); });
    if (line == responses.end()) continue;
    const at::Result result = at::classify((*line)->text, {&dialect, at::Digits::result});
    rule(result.damage == at::Damage::none, "a response of the dialect is clean");
    rule(!result.ambiguous, "a response of the dialect is not ambiguous");
    rule(result.row != nullptr, "a response has a row of its own");
    rule(std::any_of(responses.begin(), responses.end(),
                     [&](const inf::Response* response) { return is_own(*response, word, result); }),
         "a response has its own state and rates");
  }
}

void check_model(const inf::Model& model, std::string_view bytes, const Folder& folder) {
  for (const inf::Response& response : model.responses) check_place(response.place, bytes, folder);
  check_dialect(model);
}

bool same(const inf::File& one, const inf::File& other) {
  return one.faults == other.faults && one.models.size() == other.models.size();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes = fuzz::text(data + 1, size - 1);
  Folder folder(bytes, data[0]);
  const inf::Include include = [&](std::string_view name) { return folder.load(name); };
  const inf::File file = inf::read(bytes, file_name, include);
  rule(!file.models.empty() || !file.faults.empty(), "a file without models has a fault");
  for (const inf::Fault& fault : file.faults) check_fault(fault, bytes, folder);
  for (const inf::Model& model : file.models) check_model(model, bytes, folder);
  rule(same(file, inf::read(bytes, file_name, include)), "the same bytes give the same models");
  return 0;
}
