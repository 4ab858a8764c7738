// Keeps what was said in a file, as it passes. A disk that fills never ends a call: it is remembered and
// told.
#pragma once

#include "harness/app/record_file.hpp"
#include "harness/transcript/writer.hpp"

#include <optional>
#include <string>

namespace dialbench::app {

class TranscriptFile {
 public:
  // Opens `path` anew; opened() says whether that could be, problem() why not.
  TranscriptFile(const std::string& path, transcript::Format format);

  // Each event reaches the file before this returns: whatever happens next, it is there.
  void keep(const transcript::Event& event);

  [[nodiscard]] bool opened() const noexcept { return file_ && file_->opened(); }
  [[nodiscard]] const std::string& problem() const noexcept { // empty: everything is kept
    return file_ ? file_->problem() : refused_;
  }
  [[nodiscard]] std::string remark() const; // for the report: where it is, or since when it is incomplete

 private:
  std::string path_;
  transcript::Writer writer_;
  std::optional<RecordFile> file_;
  std::string refused_;
  bool replaces_ = false; // a file with something in it was there
  std::string bytes_;     // of the last event; used again for each, so that it keeps its memory
};

} // namespace dialbench::app
