// Keeps what was said in a file, as it passes. A disk that fills never ends a call: it is remembered and
// told.
#pragma once

#include "harness/transcript/writer.hpp"

#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>

namespace dialbench::app {

class TranscriptFile {
 public:
  // Opens `path` anew; opened() says whether that could be, problem() why not.
  TranscriptFile(const std::string& path, transcript::Format format);

  // Each event reaches the file before this returns: whatever happens next, it is there.
  void keep(const transcript::Event& event);

  [[nodiscard]] bool opened() const noexcept { return file_ != nullptr; }
  [[nodiscard]] const std::string& problem() const noexcept { return problem_; } // empty: everything is kept
  [[nodiscard]] std::string remark() const; // for the report: where it is, or since when it is incomplete

 private:
  struct Close {
    void operator()(std::FILE* file) const noexcept { std::fclose(file); }
  };
  void write(std::string_view bytes);

  std::string path_;
  transcript::Writer writer_;
  std::unique_ptr<std::FILE, Close> file_;
  std::string problem_;
  std::uint64_t written_ = 0; // bytes
};

} // namespace dialbench::app
