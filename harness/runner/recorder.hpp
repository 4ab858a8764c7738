// Hands what passes to whoever keeps it, without the secrets in it, and outlives the keeper's failures.
#pragma once

#include "harness/runner/secret_mask.hpp"
#include "harness/transcript/transcript.hpp"

#include <functional>
#include <string>
#include <string_view>

namespace dialbench::runner {

class Recorder {
 public:
  using Sink = std::function<void(const transcript::Event&)>;
  using Cover = std::function<void(transcript::Event&)>;
  // `name`: of the port, for the log, where each event stands too at its finest level. `cover` hides what
  // neither of them may show.
  Recorder(std::string name, Sink sink, Cover cover = {});

  void sent(std::string_view bytes, bool secret, Time at);
  void received(std::string_view bytes, Time at);
  void note(std::string_view text, Time at);

 private:
  void keep(transcript::Kind kind, std::string_view text, std::size_t length, Time at) noexcept;

  void log() const;

  std::string name_;
  Sink sink_;
  Cover cover_;
  SecretMask mask_;
  bool logged_;             // from the start
  transcript::Event event_; // used again for each, so that its text keeps its memory
};

} // namespace dialbench::runner
