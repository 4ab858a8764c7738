// The variables of a native script: declared in [variables], set on the command line, put in where ${name}
// stands.
//
// What the command line gives is taken as it is. A default may use other variables; one that comes back to
// itself is a fault. A secret makes every text secret that it is put into, defaults of other variables
// included.
#pragma once

#include "harness/script/toml_node.hpp"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace dialbench::script {

class Variables {
 public:
  // `table` may be null: no [variables]. False, with a fault, where anything is wrong with a declaration or
  // an assignment.
  bool read(const toml::table* table, std::span<const Assignment> assignments, Reading& reading);

  // `text` with its ${names} filled in and $$ made $. At most text_bytes_max. `place` is for the fault.
  std::optional<Text> fill(std::string_view text, Place place, Reading& reading);

 private:
  struct Variable {
    Place place;
    std::string what; // for people: what it stands for
    Text value;       // the default as written until it is resolved
    bool required = false;
    bool assigned = false;
    enum class State : std::uint8_t { as_written, being_resolved, resolved } state = State::as_written;
  };

  bool declare(const Entry& entry, Reading& reading);
  bool declare_table(const toml::table& table, Variable& variable, Reading& reading);
  bool assign(const Assignment& assignment, Reading& reading);
  bool resolve(const std::string& name, Variable& variable, Reading& reading);
  bool append(Text& out, std::string_view name, Place place, Reading& reading);
  [[nodiscard]] std::string names() const;

  std::map<std::string, Variable, std::less<>> variables_;
};

} // namespace dialbench::script
