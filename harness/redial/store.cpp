#include "harness/redial/store.hpp"

#include "harness/redial/locked_file.hpp"
#include "harness/redial/record.hpp"

#include <cstdlib>
#include <string_view>

namespace dialbench::redial {
namespace {

std::string absolute_path_in(const char* variable) {
  const char* value = std::getenv(variable);
  return value != nullptr && value[0] == '/' ? value : "";
}

Store::Loaded parse(std::string_view text, std::int64_t now_s) {
  Store::Loaded loaded;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    auto entry = parse_record(line);
    if (!entry) {
      ++loaded.damaged;
    } else if (remembered(entry->at_s, now_s)) {
      loaded.history.push_back(std::move(*entry));
    }
  }
  return loaded;
}

// Room is a convenience: where clearing fails, the file is only longer than it need be.
void clear_forgotten(LockedFile& file, std::int64_t now_s) {
  const auto text = file.read_end(Store::file_bytes_max);
  if (!text) return;
  std::string kept;
  for (const Dialled& entry : parse(*text, now_s).history) kept += record(entry);
  const auto size = file.size();
  if (size && kept.size() < *size) static_cast<void>(file.shrink_to(kept));
}

} // namespace

std::string message(const StoreFault& fault) {
  const std::string why = fault.path.empty()
                              ? "has no place: neither XDG_STATE_HOME nor HOME is an absolute path"
                              : "in " + fault.path + " cannot be used: " + fault.error.message();
  return "The memory of earlier calls " + why + ". The redial rules count this run's calls only.";
}

std::string default_store() {
  constexpr std::string_view file = "/dialbench/redial";
  if (const std::string state = absolute_path_in("XDG_STATE_HOME"); !state.empty())
    return state + std::string(file);
  const std::string home = absolute_path_in("HOME");
  return home.empty() ? "" : home + "/.local/state" + std::string(file);
}

at::Expected<Store::Loaded, StoreFault> Store::load(std::int64_t now_s) const {
  const auto file = LockedFile::open(path_, LockedFile::Use::read);
  if (!file) {
    if (file.error() == std::errc::no_such_file_or_directory) return Loaded{};
    return at::Unexpected{StoreFault{path_, file.error()}};
  }
  const auto text = file->read_end(file_bytes_max);
  if (!text) return at::Unexpected{StoreFault{path_, text.error()}};
  return parse(*text, now_s);
}

std::optional<StoreFault> Store::append(const Dialled& entry) const {
  auto file = LockedFile::open(path_, LockedFile::Use::append);
  if (!file) return StoreFault{path_, file.error()};
  if (const auto size = file->size(); size && *size >= clear_from_bytes) clear_forgotten(*file, entry.at_s);
  if (const auto error = file.value().append(record(entry))) return StoreFault{path_, error};
  return std::nullopt;
}

} // namespace dialbench::redial
