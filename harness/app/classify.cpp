// dialbench classify: what each line from a modem means.
#include "harness/app/classify_input.hpp"
#include "harness/app/classify_line.hpp"
#include "harness/app/classify_row.hpp"
#include "harness/app/commands.hpp"
#include "harness/app/terminal.hpp"
#include "harness/dialect/load.hpp"

#include <array>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <system_error>

namespace dialbench::app {
namespace {

constexpr std::size_t chunk_bytes = std::size_t{64} * 1024;
constexpr std::string_view learned = "auto"; // the dialect that the modem's own words point to

// From bytes in any chunking to rows.
class Rows {
 public:
  Rows(const ClassifyOptions& options, const at::Dialect* dialect)
      : options_(options)
      , classifier_(dialect, options.dialect == learned) {
    if (options.header && !options.json) append_tsv_header(out_);
  }

  void feed(std::string_view bytes) {
    // A live modem may be silent for long: its first bytes are not held back until there are enough of them
    // to tell. Where a sign of a capture comes late, what follows is read as one.
    if (!raw_ && is_raw(bytes)) {
      finish_lines();
      raw_ = true;
    }
    if (raw_)
      reader_.feed(bytes, [this](const at::Line& line) {
        add(classifier_.line(line));
        return at::Next::go_on;
      });
    else
      lines_.feed(without_mark(bytes), [this](std::string_view line, bool whole) { add_text(line, whole); });
    begun_ = begun_ || !bytes.empty();
  }

  void finish() {
    finish_lines();
    reader_.flush([this](const at::Line& line) { add(classifier_.line(line)); });
  }

  void print_and_clear() {
    if (out_.empty()) return;
    print(out_);
    out_.clear();
  }

 private:
  bool is_raw(std::string_view bytes) {
    switch (options_.input) {
    case ClassifyOptions::Input::raw: return true;
    case ClassifyOptions::Input::lines: return false;
    case ClassifyOptions::Input::automatic: break;
    }
    return signs_.found_in(bytes);
  }

  // Some editors put a byte order mark in front of UTF-8.
  [[nodiscard]] std::string_view without_mark(std::string_view bytes) const noexcept {
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    if (!begun_ && bytes.substr(0, mark.size()) == mark) bytes.remove_prefix(mark.size());
    return bytes;
  }

  void finish_lines() {
    lines_.finish([this](std::string_view line, bool whole) { add_text(line, whole); });
  }

  void add_text(std::string_view line, bool whole) {
    add(whole ? classifier_.escaped_text(line) : classifier_.overflow(line));
  }

  void add(const Classified& line) {
    options_.json ? append_json(out_, line) : append_tsv(out_, line);
    if (out_.size() >= chunk_bytes) print_and_clear();
  }

  const ClassifyOptions& options_;
  LineClassifier classifier_;
  InputSigns signs_;
  TextLines lines_;
  at::Reader reader_;
  std::string out_;
  bool raw_ = false;
  bool begun_ = false;
};

// All that `in` has, as it comes: what one read gives is classified and printed before the next.
bool read_all(std::istream& in, Rows& rows) {
  std::array<char, chunk_bytes> chunk;
  while (in.peek() != std::istream::traits_type::eof() && !output_is_lost()) {
    const auto size = in.readsome(chunk.data(), chunk.size());
    rows.feed({chunk.data(), static_cast<std::size_t>(size)});
    rows.print_and_clear();
  }
  if (in.bad()) return false;
  rows.finish();
  rows.print_and_clear();
  return true;
}

int unreadable(const std::string& file, int error) {
  return failure("classify: " + file + ": " + std::generic_category().message(error));
}

int classify_file(const std::string& path, Rows& rows) {
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored)) return unreadable(path, EISDIR);
  std::array<char, chunk_bytes> buffer;
  std::ifstream file;
  file.rdbuf()->pubsetbuf(buffer.data(), buffer.size());
  errno = 0;
  file.open(path, std::ios::binary);
  if (!file) return unreadable(path, errno != 0 ? errno : ENOENT);
  if (!read_all(file, rows)) return unreadable(path, errno != 0 ? errno : EIO);
  return printed_status();
}

int classify_standard_input(Rows& rows) {
  std::ios::sync_with_stdio(false); // else it reads byte by byte
  errno = 0;
  if (!read_all(std::cin, rows)) return unreadable("standard input", errno != 0 ? errno : EIO);
  return printed_status();
}

} // namespace

int classify(const ClassifyOptions& options) {
  dialect::Loaded dialect;
  if (!options.dialect.empty() && options.dialect != learned) {
    auto loaded = dialect::load(options.dialect);
    if (!loaded) return usage_error("classify: " + loaded.error().text);
    dialect = std::move(*loaded);
  }
  Rows rows(options, dialect.get());
  return options.file.empty() || options.file == "-" ? classify_standard_input(rows)
                                                     : classify_file(options.file, rows);
}

} // namespace dialbench::app
