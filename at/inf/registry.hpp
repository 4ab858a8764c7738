// A model put together from the registry values that its install section sets.
#pragma once

#include "at/inf/install.hpp"

#include <map>
#include <unordered_map>

namespace dialbench::at::inf {

class Registry {
 public:
  explicit Registry(Library& library)
      : library_(library) {}

  // As in the registry, names have no case, and of two values with the same name the later one stays.
  void set(const Member& member, const Value& value);
  [[nodiscard]] Model take();

 private:
  using Pairs = std::vector<std::pair<std::string, std::string>>;

  void set_response(const Member& member, const Value& value);
  bool set_root_value(const Member& member, const Value& value);
  void set_pair(Pairs& pairs, std::string name, const Value& value);

  Library& library_;
  Model model_;
  std::unordered_map<std::string, std::size_t> known_;                   // by folded key\name: its index
  std::map<std::string, std::map<std::uint32_t, std::string>> commands_; // by key: by number
};

} // namespace dialbench::at::inf
