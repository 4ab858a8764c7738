// The name under which a modem is found: a symbolic link to its pty.
#pragma once

#include "at/expected.hpp"

#include <string>

namespace dialbench::serve {

// Made without ever replacing something of somebody else's: a file, a folder, or a link that leads somewhere.
// A link that leads nowhere is what a killed emulator leaves behind; it is replaced. At the end the link is
// removed, if it is still this one.
class Link {
 public:
  Link() = default; // none
  Link(Link&& other) noexcept;
  Link& operator=(Link&& other) noexcept;
  ~Link() { remove(); }

  // The error: one line for a person.
  static at::Expected<Link, std::string> make(const std::string& path, const std::string& target);
  // Takes a dead link away, and says what else stands there; empty: the path is free. To be asked before a
  // pty is opened, since that may get the number that a dead link still names.
  static std::string clear(const std::string& path);
  void remove() noexcept;
  [[nodiscard]] const std::string& path() const noexcept { return path_; }

 private:
  Link(std::string path, std::string target);
  std::string path_, target_;
};

} // namespace dialbench::serve
