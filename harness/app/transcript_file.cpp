#include "harness/app/transcript_file.hpp"

#include <cerrno>
#include <chrono>
#include <filesystem>
#include <system_error>

namespace dialbench::app {
namespace {

std::string why() { return std::generic_category().message(errno); }

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
    problem_ = "this is a named pipe";
    return;
  }
  file_.reset(std::fopen(path.c_str(), "wb"));
  if (!file_) {
    problem_ = why();
    return;
  }
  std::setvbuf(file_.get(), nullptr, _IONBF, 0);
  std::string header;
  writer_.begin(header);
  write(header);
}

void TranscriptFile::keep(const transcript::Event& event) {
  if (!problem_.empty()) return;
  std::string bytes;
  writer_.append(bytes, event);
  write(bytes);
}

void TranscriptFile::write(std::string_view bytes) {
  errno = 0;
  const std::size_t taken = bytes.empty() ? 0 : std::fwrite(bytes.data(), 1, bytes.size(), file_.get());
  written_ += taken;
  if (taken < bytes.size()) problem_ = why();
}

std::string TranscriptFile::remark() const {
  if (problem_.empty()) return "Transcript: " + path_;
  return "The transcript " + path_ + " is incomplete, the call is not: after " + std::to_string(written_) +
         " bytes the system said: " + problem_ + '.';
}

} // namespace dialbench::app
