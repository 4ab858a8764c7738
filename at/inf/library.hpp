// The INF files of one reading: the file itself, and what it includes, each read once. All limits of the
// reading stand here, so that no file, however it is woven, costs more than its size allows.
#pragma once

#include "at/inf/addreg.hpp"
#include "at/inf/faults.hpp"
#include "at/inf/read.hpp"
#include "at/inf/sections.hpp"
#include "at/inf/strings.hpp"

#include <map>
#include <memory>

namespace dialbench::at::inf {

inline constexpr std::size_t include_files_max = 32; // asked for, whether they are there or not
inline constexpr std::size_t include_bytes_max = 2 * file_bytes_max; // of all files together
// Registry values set, over all models; the largest known files need some ten thousand.
inline constexpr std::size_t work_max = 250'000;
inline constexpr std::size_t replaced_bytes_max = std::size_t{16} * 1024 * 1024;

// What an install section asks for.
struct Install {
  struct Name {
    std::string name;
    std::size_t line;
  };
  std::vector<Name> needs;
  std::vector<Name> addregs;
};

// A file of the reading.
struct Member {
  Member(std::string file_name, std::size_t place_in_order, const Member* includer, Text text)
      : name(std::move(file_name))
      , order(place_in_order)
      , parent(includer)
      , depth(includer == nullptr ? 0 : includer->depth + 1)
      , sections(std::move(text))
      , strings(sections) {}

  std::string name;
  std::size_t order;
  const Member* parent; // null: the file that is read
  std::size_t depth;
  Sections sections;
  Strings strings;
  std::map<Sections::Id, Install> installs; // those that were asked for
  std::map<Sections::Id, std::vector<Value>> values;
};

class Library {
 public:
  Library(Faults& faults, const Include& include)
      : faults_(faults)
      , include_(include) {}

  // `bytes` are within file_bytes_max.
  Member& open(std::string_view bytes, std::string_view name);
  // What `from` includes in that line; once read, nothing happens.
  void include(Member& from, std::string_view name, std::size_t line);

  struct Found {
    Member* member;
    Sections::Id section;
  };
  // The section of that name, looked for in `from` first and then in all others.
  [[nodiscard]] std::optional<Found> find(Member& from, std::string_view name) const;
  // The same, but in `from` last.
  [[nodiscard]] std::optional<Found> find_elsewhere(Member& from, std::string_view name) const;

  // What it includes is read by then.
  const Install& install(Member& member, Sections::Id section);
  const std::vector<Value>& values(Member& member, Sections::Id section);

  // `text` with its %strings% replaced; what is not defined is a fault of that line.
  std::string replaced(const Member& member, std::string_view text, std::size_t line);
  void fault(const Member& member, int code, std::size_t line, std::string text);
  // Takes from what may be done; false where nothing is left, which is a fault the first time.
  bool work(const Member& member, std::size_t line, std::size_t amount = 1);
  [[nodiscard]] bool exhausted() const noexcept { return exhausted_; }

 private:
  // Why the file cannot be read; empty where it was.
  std::string load(const Member& from, std::string_view name);

  Faults& faults_;
  const Include& include_;
  std::vector<std::unique_ptr<Member>> members_;
  std::map<std::string, std::string> refused_; // by folded name: why
  std::size_t bytes_left_ = include_bytes_max;
  std::size_t work_left_ = work_max;
  std::size_t replaced_left_ = replaced_bytes_max;
  bool exhausted_ = false;
};

} // namespace dialbench::at::inf
