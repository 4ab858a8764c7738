#include "at/inf/ras.hpp"

#include "at/inf/fold.hpp"
#include "at/inf/models.hpp"
#include "at/inf/ras_macros.hpp"
#include "at/result.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

namespace dialbench::at::inf {
namespace {

constexpr std::size_t alias_depth_max = 8;
constexpr std::string_view command_prefix = "COMMAND_";

struct Key {
  std::string_view name;
  std::uint8_t state;
  std::uint8_t options;
};
constexpr auto response_keys = std::to_array<Key>({
    {"OK", 0x00, 0},
    {"LOOP", 0x01, 0},
    {"CONNECT", 0x02, 0},
    {"CONNECT_EC", 0x02, 2},
    {"ERROR", 0x03, 0},
    {"ERROR_VOICE", 0x03, 0},
    {"ERROR_DIAGNOSTICS", 0x03, 0},
    {"ERROR_NO_CARRIER", 0x04, 0},
    {"ERROR_NO_DIALTONE", 0x05, 0},
    {"ERROR_BUSY", 0x06, 0},
    {"ERROR_NO_ANSWER", 0x07, 0},
});
constexpr auto setting_keys =
    std::to_array<std::string_view>({"CALLBACKTIME", "DEFAULTOFF", "MAXCARRIERBPS", "MAXCONNECTBPS",
                                     "DETECT_STRING", "DETECT_RESPONSE", "DEVICETYPE"});

const Key* response_key(std::string_view name) noexcept {
  const auto found = std::find_if(response_keys.begin(), response_keys.end(),
                                  [name](const Key& each) { return same(each.name, name); });
  return found == response_keys.end() ? nullptr : &*found;
}

bool begins(std::string_view text, std::string_view prefix) noexcept {
  return same(text.substr(0, prefix.size()), prefix);
}

struct Entry {
  std::string_view key;
  std::string_view value;
  std::size_t line;
};

std::optional<Entry> entry_of(const RawLine& line) noexcept {
  if (line.text.front() == ';') return std::nullopt;
  const std::size_t equals = line.text.find('=');
  if (equals == std::string_view::npos) return Entry{line.text, {}, line.number};
  return Entry{trimmed(line.text.substr(0, equals)), trimmed(line.text.substr(equals + 1)), line.number};
}

std::uint32_t number_of(std::string_view text) noexcept {
  std::uint32_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

// COMMAND_INIT -> Init
std::string list_name(std::string_view key) {
  std::string name = folded(key.substr(command_prefix.size()));
  if (!name.empty() && name.front() >= 'a' && name.front() <= 'z')
    name.front() = static_cast<char>(name.front() - 'a' + 'A');
  return name;
}

class Modem {
 public:
  Modem(Library& library, Member& member, Sections::Id section)
      : library_(library)
      , member_(member) {
    model_.name = member.sections.name(section);
    model_.section = model_.name;
    collect(section);
  }

  bool usable() {
    const std::size_t line = place_;
    if (std::none_of(entries_.begin(), entries_.end(),
                     [](const Entry& each) { return begins(each.key, command_prefix); })) {
      fault(661, line, joined({"[", shown(model_.name), "] has no commands"}));
      return false;
    }
    return true;
  }

  // Macros and DEFAULTOFF first: commands may stand before them.
  void read(std::span<const Response> common) {
    for (const Entry& each : entries_) define(each);
    for (const Entry& each : entries_) switch_off(each);
    for (const Entry& each : entries_) {
      if (library_.exhausted()) break;
      take(each);
    }
    for (const Response& each : common)
      if (library_.work(member_, each.place.line)) add(each);
    if (model_.commands.find("Init") == model_.commands.end())
      fault(661, place_, joined({"[", shown(model_.name), "] has no COMMAND_INIT"}));
  }

  // From a line of [Responses], or of a modem.
  static std::optional<Response> response(Library& library, const Member& member, const Entry& entry,
                                          const RasMacros& macros) {
    const Key* key = response_key(entry.key);
    const auto complain = [&](int code, std::string text) {
      library.fault(member, code, entry.line, std::move(text));
    };
    if (key == nullptr) {
      complain(698, joined({quoted(entry.key), " is no name of a response"}));
      return std::nullopt;
    }
    if (same(key->name, "ERROR_DIAGNOSTICS") &&
        folded(entry.value).find("<diagnostics>") == std::string::npos &&
        folded(entry.value).find("<message>") == std::string::npos)
      complain(655, "ERROR_DIAGNOSTICS without <diagnostics> or <message>");
    RasText text = ras_response(entry.value, macros, complain);
    Response response;
    response.text = std::move(text.text);
    response.open = text.open;
    response.pattern = std::move(text.pattern);
    response.state = key->state;
    response.options = key->options;
    if (key->state == 0x01 && classify(response.text, {}).meaning == Meaning::ring) response.state = 0x08;
    response.place = {member.name, entry.line};
    return response;
  }

  Model take() { return std::move(model_); }
  [[nodiscard]] bool has_responses() const noexcept { return !model_.responses.empty(); }
  [[nodiscard]] bool is_modem() const noexcept { return is_modem_; }

 private:
  void fault(int code, std::size_t line, std::string text) {
    library_.fault(member_, code, line, std::move(text));
  }

  // The section's own lines and, behind them, those of the section that ALIAS names.
  void collect(Sections::Id section) {
    std::set<Sections::Id> seen;
    std::optional<Sections::Id> next = section;
    place_ = member_.sections.number(section);
    while (next) {
      seen.insert(*next);
      std::optional<Entry> alias;
      for (const RawLine& line : member_.sections.lines(*next)) {
        if (!library_.work(member_, line.number)) return;
        const auto entry = entry_of(line);
        if (!entry) continue;
        if (same(entry->key, "ALIAS"))
          alias = entry;
        else
          entries_.push_back(*entry);
      }
      next.reset();
      if (!alias) return;
      next = member_.sections.find(alias->value);
      if (!next)
        fault(659, alias->line, joined({"ALIAS names [", shown(alias->value), "], which is not there"}));
      if (next && (seen.count(*next) != 0 || seen.size() >= alias_depth_max)) {
        fault(659, alias->line, "ALIAS goes round in a circle or is too deep");
        return;
      }
    }
  }

  void define(const Entry& entry) {
    if (entry.key.size() > 2 && entry.key.front() == '<' && entry.key.back() == '>')
      // One byte more than a command may have is as bad as a million.
      macros_.values.emplace(folded(entry.key.substr(1, entry.key.size() - 2)),
                             entry.value.substr(0, command_bytes_max + 1));
  }

  void switch_off(const Entry& entry) {
    if (!same(entry.key, "DEFAULTOFF")) return;
    for (std::string_view rest = entry.value; !rest.empty();) {
      const std::size_t end = std::min(rest.find_first_of(" \t,"), rest.size());
      const std::string name = folded(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
      if (name.empty()) continue;
      if (macros_.values.count(name + "_on") == 0 && macros_.values.count(name + "_off") == 0)
        fault(656, entry.line, joined({"DEFAULTOFF names <", shown(name), ">, which is not defined"}));
      macros_.off.insert(name);
    }
  }

  // What macros have blown up costs as much as several values.
  bool affordable(std::string_view text, std::size_t line) {
    return library_.work(member_, line, 1 + text.size() / 64);
  }

  void take(const Entry& entry) {
    if (begins(entry.key, "<")) {
      if (entry.key.back() != '>' || entry.key.find_first_of(" \t") != std::string_view::npos)
        fault(654, entry.line, joined({quoted(entry.key), " is no macro: <name>, without blanks"}));
      else
        model_.others.emplace_back(entry.key, entry.value);
      return;
    }
    if (begins(entry.key, command_prefix)) {
      const auto complain = [&](int code, std::string text) { fault(code, entry.line, std::move(text)); };
      std::string command = ras_command(entry.value, macros_, complain);
      if (affordable(command, entry.line))
        model_.commands[list_name(entry.key)].push_back(std::move(command));
      return;
    }
    const bool setting = std::any_of(setting_keys.begin(), setting_keys.end(),
                                     [&entry](std::string_view each) { return same(each, entry.key); });
    if (setting) return take_setting(entry);
    if (same(entry.key, "NoResponse")) return;
    if (response_key(entry.key) != nullptr || begins(entry.key, "ERROR") || begins(entry.key, "CONNECT")) {
      if (auto read = response(library_, member_, entry, macros_);
          read && affordable(read->open ? read->pattern : read->text, entry.line))
        add(std::move(*read));
      return;
    }
    fault(662, entry.line, joined({quoted(entry.key), " is no key of a modem"}));
  }

  void take_setting(const Entry& entry) {
    model_.settings.emplace_back(entry.key, entry.value);
    if (same(entry.key, "DEVICETYPE") && !same(entry.value, "modem")) {
      fault(663, entry.line, joined({"DEVICETYPE is '", shown(entry.value), "', not modem"}));
      is_modem_ = false;
    }
    const bool carrier = same(entry.key, "MAXCARRIERBPS");
    if (!carrier && !same(entry.key, "MAXCONNECTBPS")) return;
    if (!model_.properties) model_.properties.emplace();
    (carrier ? model_.properties->dce_rate_max : model_.properties->dte_rate_max) = number_of(entry.value);
  }

  // Of two that say the same, the first counts: the modem's own stand before the common ones.
  void add(Response response) {
    if (known_
            .insert((response.open ? "*" + response.pattern : response.text) +
                    static_cast<char>(response.options))
            .second)
      model_.responses.push_back(std::move(response));
  }

  Library& library_;
  Member& member_;
  Model model_;
  std::size_t place_ = 0;
  std::vector<Entry> entries_;
  RasMacros macros_;
  std::set<std::string> known_;
  bool is_modem_ = true;
};

std::vector<Sections::Id> in_file_order(const Sections& sections) {
  std::vector<Sections::Id> ids(sections.size());
  for (Sections::Id id = 0; id < ids.size(); ++id) ids[id] = id;
  std::sort(ids.begin(), ids.end(),
            [&sections](Sections::Id a, Sections::Id b) { return sections.number(a) < sections.number(b); });
  return ids;
}

} // namespace

bool is_ras_file(const Sections& sections) {
  for (Sections::Id id = 0; id < sections.size(); ++id)
    for (const RawLine& line : sections.lines(id)) {
      const auto entry = entry_of(line);
      if (entry && (begins(entry->key, command_prefix) || response_key(entry->key) != nullptr)) return true;
    }
  return false;
}

std::vector<Model> ras_models(Library& library, Member& member) {
  const auto common_section = member.sections.find("Responses");
  std::vector<Response> common;
  if (common_section)
    for (const RawLine& line : member.sections.lines(*common_section))
      if (const auto entry = entry_of(line); entry && library.work(member, line.number))
        if (auto response = Modem::response(library, member, *entry, {}))
          common.push_back(std::move(*response));

  std::vector<Model> models;
  for (const Sections::Id id : in_file_order(member.sections)) {
    if (id == common_section) continue;
    const std::string_view name = member.sections.name(id);
    if (!library.work(member, member.sections.number(id))) break;
    if (name.size() > device_name_characters_max)
      library.fault(member, 658, member.sections.number(id),
                    joined({quoted(name), " has ", std::to_string(name.size()), " characters; RAS takes ",
                            std::to_string(device_name_characters_max)}));
    Modem modem(library, member, id);
    if (!modem.usable()) continue;
    modem.read(common);
    if (!modem.has_responses())
      library.fault(member, 660, member.sections.number(id),
                    joined({"[", shown(name), "] has no responses"}));
    else if (modem.is_modem())
      models.push_back(modem.take());
  }
  return models;
}

} // namespace dialbench::at::inf
