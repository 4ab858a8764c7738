#include "harness/app/transcript_file.hpp"

#include <chrono>
#include <filesystem>
#include <system_error>

namespace dialbench::app {
namespace {

std::int64_t seconds_since_1970() {
  using namespace std::chrono;
  return duration_cast<seconds>(system_clock::now().time_since_epoch()).count();
}

} // namespace

TranscriptFile::TranscriptFile(const std::string& path, transcript::Format format)
    : path_(path)
    , writer_(format, seconds_since_1970()) {
  // Opening a pipe that nobody reads would hold the call up without end.
  if (std::error_code unseen; std::filesystem::is_fifo(path, unseen)) {
    refused_ = "this is a named pipe";
    return;
  }
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
  if (problem().empty()) return "Transcript: " + path_;
  return "The transcript " + path_ + " is incomplete, the call is not: after " +
         std::to_string(file_ ? file_->size() : 0) + " bytes the system said: " + problem() + '.';
}

} // namespace dialbench::app
