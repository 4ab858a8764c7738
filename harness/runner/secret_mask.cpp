#include "harness/runner/secret_mask.hpp"

#include <algorithm>

namespace dialbench::runner {

void SecretMask::sent(std::string_view bytes, bool secret) {
  if (!secret) {
    open_ = false;
    return;
  }
  const auto end = bytes.find_first_of("\r\n");
  if (!open_) {
    if (secrets_.size() == secrets_max) secrets_.erase(secrets_.begin());
    secrets_.push_back({});
  }
  secrets_.back().text += bytes.substr(0, end);
  open_ = end == std::string_view::npos;
}

void SecretMask::hide(std::string& received) {
  if (secrets_.empty()) return;
  const std::string original = received;
  for (auto& secret : secrets_) {
    if (!secret.text.empty()) hide(secret, original, received);
  }
}

void SecretMask::hide(Secret& secret, std::string_view original, std::string& received) {
  const std::string before = secret.text.substr(0, secret.matched);
  const std::string stream = before + std::string(original);
  const auto cover = [&](std::size_t from, std::size_t count) {
    for (auto at = std::max(from, before.size()); at < from + count; ++at) received[at - before.size()] = '*';
  };
  std::size_t rest = 0; // what comes before it is settled
  for (auto at = stream.find(secret.text); at != std::string::npos; at = stream.find(secret.text, rest)) {
    cover(at, secret.text.size());
    rest = at + secret.text.size();
    secret.expected = false;
  }
  secret.matched = 0;
  const auto longest = std::min(stream.size() - rest, secret.text.size() - 1);
  for (auto count = longest; count > 0; --count) {
    if (!stream.ends_with(std::string_view(secret.text).substr(0, count))) continue;
    secret.matched = count;
    if (secret.expected) cover(stream.size() - count, count);
    break;
  }
}

} // namespace dialbench::runner
