#include "at/inf/library.hpp"

#include "at/inf/fold.hpp"

namespace dialbench::at::inf {
namespace {

// Include names no folders; the caller's name of the first file may have them.
std::string_view last_part(std::string_view path) noexcept {
  const std::size_t slash = path.find_last_of("/\\");
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

bool same_file(std::string_view a, std::string_view b) noexcept { return same(last_part(a), last_part(b)); }

} // namespace

Member& Library::open(std::string_view bytes, std::string_view name) {
  bytes_left_ -= std::min(bytes_left_, bytes.size());
  members_.push_back(std::make_unique<Member>(std::string(name), members_.size(), nullptr, decode(bytes)));
  return *members_.back();
}

void Library::include(Member& from, std::string_view name, std::size_t line) {
  const auto fail = [&](std::string_view why) {
    fault(from, 657, line, joined({"Include of ", quoted(name), ": ", why}));
  };
  for (const Member* each = &from; each != nullptr; each = each->parent)
    if (same_file(each->name, name)) return fail("the file includes itself");
  for (const auto& each : members_)
    if (same_file(each->name, name)) return;
  if (members_.size() + refused_.size() > include_files_max)
    return fail(joined({"more than ", std::to_string(include_files_max), " files"}));
  const auto [known, fresh] = refused_.try_emplace(folded(name));
  if (fresh) known->second = load(from, name);
  if (!known->second.empty()) return fail(known->second);
  refused_.erase(known);
}

std::string Library::load(const Member& from, std::string_view name) {
  if (from.depth >= include_depth_max)
    return joined({"more than ", std::to_string(include_depth_max), " files deep"});
  const std::optional<std::string> bytes = include_ ? include_(name) : std::nullopt;
  if (!bytes) return "there is no such file";
  if (bytes->size() > std::min(file_bytes_max, bytes_left_)) return "the file is too large";
  bytes_left_ -= bytes->size();
  members_.push_back(std::make_unique<Member>(std::string(name), members_.size(), &from, decode(*bytes)));
  return {};
}

std::optional<Library::Found> Library::find(Member& from, std::string_view name) const {
  if (const auto section = from.sections.find(name)) return Found{&from, *section};
  return find_elsewhere(from, name);
}

std::optional<Library::Found> Library::find_elsewhere(Member& from, std::string_view name) const {
  for (const auto& each : members_)
    if (each.get() != &from)
      if (const auto section = each->sections.find(name)) return Found{each.get(), *section};
  if (const auto section = from.sections.find(name)) return Found{&from, *section};
  return std::nullopt;
}

const Install& Library::install(Member& member, Sections::Id section) {
  const auto [found, fresh] = member.installs.try_emplace(section);
  Install& install = found->second;
  if (!fresh) return install;
  Line line;
  for (Lines lines(member.sections, section); lines.next(line);) {
    const bool includes = same(line.key, "Include");
    const bool needs = same(line.key, "Needs");
    // CopyFiles, DelReg and the rest change no responses.
    if (!line.has_key || !(includes || needs || same(line.key, "AddReg"))) continue;
    for (const std::string& field : line.fields) {
      if (field.empty()) continue;
      const std::string name = replaced(member, field, line.number);
      if (includes)
        include(member, name, line.number);
      else
        (needs ? install.needs : install.addregs).push_back({name, line.number});
    }
  }
  return install;
}

const std::vector<Value>& Library::values(Member& member, Sections::Id section) {
  const auto [found, fresh] = member.values.try_emplace(section);
  std::vector<Value>& values = found->second;
  if (!fresh) return values;
  Line line;
  for (Lines lines(member.sections, section); lines.next(line);) {
    for (std::string& field : line.fields)
      if (field.find('%') != std::string::npos) field = replaced(member, field, line.number);
    Value value = addreg_value(line);
    // Responses have a code of their own for what is malformed.
    if (value.kind == ValueKind::broken)
      fault(member, same(value.key, "Responses") ? 698 : 662, line.number, value.problem);
    else if (value.kind != ValueKind::nothing)
      values.push_back(std::move(value));
  }
  return values;
}

std::string Library::replaced(const Member& member, std::string_view text, std::size_t line) {
  if (text.find('%') == std::string_view::npos) return std::string(text);
  Replaced result = replace(text, member.strings, replaced_left_);
  if (!result.undefined.empty())
    fault(member, 654, line, joined({"%", shown(result.undefined), "% is not defined in [Strings]"}));
  if (result.exhausted)
    fault(member, 654, line, "the %strings% make the file too large; the rest of them stay as they are");
  return std::move(result.text);
}

void Library::fault(const Member& member, int code, std::size_t line, std::string text) {
  faults_.add(code, member.order, {member.name, line}, std::move(text));
}

bool Library::work(const Member& member, std::size_t line, std::size_t amount) {
  if (work_left_ >= amount) {
    work_left_ -= amount;
    return true;
  }
  work_left_ = 0;
  if (!exhausted_)
    fault(member, 657, line,
          joined({"the models set more than ", std::to_string(work_max),
                  " values: those from here on are left out"}));
  exhausted_ = true;
  return false;
}

} // namespace dialbench::at::inf
