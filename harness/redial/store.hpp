// Remembers over runs of the program what was dialled and when: a text file, a line an attempt.
//
//     1700000000 5551234 busy automatic
//
// (when it ended, in seconds since 1970; the digits; the outcome class; manual or automatic). The file is for
// its owner only. Programs that use it at the same time take turns by flock; a line is written by one call,
// so that it is there whole or not at all. A fault here never stops a call: the caller dials, and says the
// fault in the report.
#pragma once

#include "at/expected.hpp"
#include "harness/redial/dialled.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <system_error>
#include <vector>

namespace dialbench::redial {

struct StoreFault {
  std::string path; // of the file or the folder
  std::error_code error;
};
// One line for a person: what could not be kept or read, where, why, and what follows from it.
std::string message(const StoreFault& fault);

// $XDG_STATE_HOME/dialbench/redial, else ~/.local/state/dialbench/redial; empty where neither variable is an
// absolute path.
std::string default_store();

class Store {
 public:
  explicit Store(std::string path)
      : path_(std::move(path)) {}

  struct Loaded {
    std::vector<Dialled> history;
    std::size_t damaged = 0; // lines that are none of ours; skipped
  };
  // A file that is not there is an empty history. Forgets what is not remembered() at `now_s`. Reads at most
  // the last file_bytes_max bytes.
  [[nodiscard]] at::Expected<Loaded, StoreFault> load(std::int64_t now_s) const;

  // Makes folder and file where they are missing. Nothing: the entry is kept. A file that has grown is
  // cleared of what is no longer remembered at the entry's time.
  [[nodiscard]] std::optional<StoreFault> append(const Dialled& entry) const;

  static constexpr std::size_t file_bytes_max = std::size_t{1} << 20;
  static constexpr std::size_t clear_from_bytes = std::size_t{64} << 10;

 private:
  std::string path_;
};

} // namespace dialbench::redial
