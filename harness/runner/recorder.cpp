#include "harness/runner/recorder.hpp"

#include "harness/transcript/text_format.hpp"

#include <spdlog/spdlog.h>

#include <utility>

namespace dialbench::runner {

Recorder::Recorder(std::string name, Sink sink, Cover cover)
    : name_(std::move(name))
    , sink_(std::move(sink))
    , cover_(std::move(cover))
    , logged_(spdlog::should_log(spdlog::level::trace)) {}

void Recorder::sent(std::string_view bytes, bool secret, Time at) {
  mask_.sent(bytes, secret);
  if (secret) return keep(transcript::Kind::secret, {}, bytes.size(), at);
  keep(transcript::Kind::sent, bytes, 0, at);
}

void Recorder::received(std::string_view bytes, Time at) { keep(transcript::Kind::received, bytes, 0, at); }

void Recorder::note(std::string_view text, Time at) { keep(transcript::Kind::note, text, 0, at); }

// A call is worth more than its transcript: a sink that fails is left alone, and the call goes on.
void Recorder::keep(transcript::Kind kind, std::string_view text, std::size_t length, Time at) noexcept {
  if (!sink_ && !logged_) return;
  try {
    event_.at = at;
    event_.kind = kind;
    event_.text.assign(text);
    event_.length = length;
    if (kind == transcript::Kind::received) mask_.hide(event_.text);
    if (cover_) cover_(event_);
    if (logged_) log();
    if (sink_) sink_(event_);
  } catch (const std::exception& failure) {
    sink_ = nullptr;
    spdlog::warn("{}: the transcript ends here: {}", name_, failure.what());
  } catch (...) {
    sink_ = nullptr;
    spdlog::warn("{}: the transcript ends here", name_);
  }
}

void Recorder::log() const {
  std::string line;
  transcript::append_text(line, event_);
  while (!line.empty() && line.back() == '\n') line.pop_back();
  spdlog::trace("{} {}", name_, line);
}

} // namespace dialbench::runner
