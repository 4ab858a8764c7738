#include "harness/emulator/serve/socat_pair.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <climits>
#include <cstring>
#include <utility>

namespace dialbench::serve {

namespace {

constexpr auto start_max = std::chrono::seconds(5);
constexpr int look_every_ms = 1; // socat takes 3 to 7 ms; it tells nobody when it is ready

bool is_there(const std::string& path) { return ::access(path.c_str(), F_OK) == 0; }

std::string why_no_socat(int error) {
  if (error == ENOENT) return "socat is not installed: apt-get install socat";
  return std::string("cannot start socat: ") + std::strerror(error);
}

// The last line of what it said, without its date and process id: "socat[812] E posix_openpt(): No space
// left".
std::string last_line(std::string words) {
  while (!words.empty() && words.back() == '\n') words.pop_back();
  const auto line = words.substr(words.find_last_of('\n') + 1);
  const auto mark = line.find("] ");
  return mark == std::string::npos ? line : line.substr(mark + 2);
}

// Empty: both links are there.
std::string wait_for(Child& child, const std::string& one, const std::string& other) {
  const auto give_up = std::chrono::steady_clock::now() + start_max;
  while (!is_there(one) || !is_there(other)) {
    if (child.ended()) return "socat ended at once: " + last_line(child.last_words());
    if (std::chrono::steady_clock::now() > give_up) return "socat has made no pair of ptys in 5 s";
    child.wait(look_every_ms);
  }
  return "";
}

std::string target_of(const std::string& link) {
  std::array<char, PATH_MAX> target;
  const auto length = ::readlink(link.c_str(), target.data(), target.size());
  return length > 0 ? std::string(target.data(), static_cast<std::size_t>(length)) : link;
}

} // namespace

at::Expected<SocatPair, std::string> start_socat() {
  auto folder = PrivateFolder::make();
  if (!folder) return at::Unexpected{folder.error()};
  // Names relative to the folder: no character of TMPDIR can then mean something in an address of socat's.
  // Without `rawer`, which socat sets when the link is there already, and with it a rate of 0: whoever was
  // faster would lose what he had set. Both sides are made raw here, before a byte is said.
  const std::vector<std::string> arguments{"socat", "PTY,link=exchange", "PTY,link=modem"};
  auto child = Child::start(arguments, folder->path());
  if (!child) return at::Unexpected{why_no_socat(child.error())};
  const auto inner = folder->path() + "/exchange";
  const auto outer = folder->path() + "/modem";
  if (auto failure = wait_for(*child, inner, outer); !failure.empty())
    return at::Unexpected{std::move(failure)};

  auto inner_side = Terminal::open(target_of(inner));
  if (!inner_side) return at::Unexpected{inner_side.error()};
  Descriptor modem_side(::open(inner_side->node().c_str(), O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK));
  auto dialer_side = Terminal::open(target_of(outer));
  if (!dialer_side) return at::Unexpected{dialer_side.error()};
  if (!modem_side) return at::Unexpected{"cannot open " + inner + ": " + std::strerror(errno)};
  return SocatPair{std::move(*folder), std::move(*child), std::move(modem_side), std::move(*dialer_side)};
}

} // namespace dialbench::serve
