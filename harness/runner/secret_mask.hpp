// Keeps secrets out of what is recorded of the modem's side: a modem or a host that echoes them must not give
// them away.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dialbench::runner {

// Pure. Works for any cutting of either stream. While the echo of a secret may still come, bytes at the end
// of a chunk that could be its beginning are hidden as well: rather a harmless byte too many than one of a
// password.
class SecretMask {
 public:
  void sent(std::string_view bytes, bool secret);
  // Puts a `*` in the place of each byte of a secret.
  void hide(std::string& received);

 private:
  static constexpr std::size_t secrets_max = 16;
  struct Secret {
    std::string text;        // without its line end: hosts change that in the echo
    std::size_t matched = 0; // so many of its bytes stood at the end of the chunk before
    bool expected = true;    // its echo has not been seen
  };
  static void hide(Secret& secret, std::string_view original, std::string& received);

  std::vector<Secret> secrets_;
  bool open_ = false; // the last secret may go on with the next bytes sent
};

} // namespace dialbench::runner
