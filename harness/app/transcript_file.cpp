#include "harness/app/transcript_file.hpp"

#include "harness/app/wall_clock.hpp"

#include <filesystem>
#include <system_error>

namespace dialbench::app {

TranscriptFile::TranscriptFile(const std::string& path, transcript::Format format)
    : path_(path)
    , writer_(format, seconds_since_1970()) {
  // Opening a pipe that nobody reads would hold the call up without end.
  if (std::error_code unseen; std::filesystem::is_fifo(path, unseen)) {
    refused_ = "this is a named pipe";
    return;
  }
  std::error_code none;
  replaces_ =
      std::filesystem::is_regular_file(path, none) && std::filesystem::file_size(path, none) > 0 && !none;
  file_.emplace(path);
  if (!file_->opened()) return;
  writer_.begin(bytes_);
  file_->append(bytes_);
}

void TranscriptFile::keep(const transcript::Event& event) {
  if (!opened() || !problem().empty()) return;
  bytes_.clear();
  writer_.append(bytes_, event);
  file_->append(bytes_);
}

std::string TranscriptFile::remark() const {
  if (problem().empty())
    return "Transcript: " + path_ + (replaces_ ? " (replaces the one that was there)" : "");
  return "The transcript " + path_ + " is incomplete, the call is not: after " +
         std::to_string(file_ ? file_->size() : 0) + " bytes the system said: " + problem() + '.';
}

} // namespace dialbench::app
