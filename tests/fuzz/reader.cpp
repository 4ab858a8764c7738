// The reader: the same bytes give the same lines, however they are cut; and these lines are those of a reader
// that is too simple to be wrong. The first two bytes of an input choose the cuts, the third what the sink
// does (1: sets line ends, 2: awaits echoes, 4: stops) and whether every cut is one byte (8).
#include "at/reader.hpp"
#include "tests/fuzz/rule.hpp"

#include <string>
#include <vector>

using namespace dialbench;
using fuzz::rule;

namespace {

// A line as it was given; its text stands in Read::text.
struct Event {
  at::Line::Kind kind;
  at::Slips slips;
  std::size_t begin;
  std::size_t size;
  friend bool operator==(const Event&, const Event&) = default;
};

// What the dialogue does to the reader while it is read: a line that begins with = sets S3 and S4, one that
// begins with AT is a command whose echo is awaited.
struct Habits {
  bool sets_line_ends;
  bool expects_echo;
};

void react(at::Reader& reader, const Habits& habits, std::string_view line) {
  if (habits.sets_line_ends && line.size() >= 3 && line[0] == '=') reader.set_line_ends(line[1], line[2]);
  if (habits.expects_echo && line.starts_with("AT")) reader.expect_echo(line);
}

struct Read {
  std::vector<Event> events;
  std::string text; // of all events
  std::string unfinished;
  at::Slips behind = 0;
  friend bool operator==(const Read&, const Read&) = default;

  [[nodiscard]] std::string_view line(std::size_t i) const {
    return std::string_view(text).substr(events[i].begin, events[i].size);
  }
};

template <class Size>
Read read(std::string_view bytes, const Habits& habits, Size&& next_size) {
  at::Reader reader;
  Read result;
  const auto sink = [&](const at::Line& line) {
    result.events.push_back({line.kind, line.slips, result.text.size(), line.text.size()});
    result.text += line.text;
    react(reader, habits, line.text);
    return at::Next::go_on;
  };
  while (!bytes.empty()) {
    const std::string_view chunk = bytes.substr(0, next_size());
    rule(reader.feed(chunk, sink) == chunk.size(), "a chunk is used whole where nobody stops");
    bytes.remove_prefix(chunk.size());
  }
  result.unfinished = reader.unfinished();
  result.behind = reader.slips_behind();
  const std::size_t lines = result.events.size();
  reader.flush(sink);
  rule(result.events.size() == lines + (result.unfinished.empty() ? 0 : 1),
       "silence ends what is unfinished");
  if (!result.unfinished.empty()) {
    rule(result.line(lines) == result.unfinished, "silence ends the unfinished line as it is");
    rule(at::has(result.events.back().slips, at::Slip::unterminated), "a line ended by silence says so");
  }
  rule(reader.unfinished().empty(), "nothing is unfinished behind a flush");
  return result;
}

// One byte at a time, from the sentences in reader.hpp and nothing else: the lines must be those of `read`.
class SimpleReader {
 public:
  SimpleReader(const Read& read, const Habits& habits)
      : read_(read)
      , habits_(habits) {}

  void check(std::string_view bytes) {
    for (const char byte : bytes) take(byte);
    if (!line_.empty()) end();
    rule(count_ == read_.events.size(), "no more lines than there are");
  }

 private:
  void take(char byte) {
    if (byte == '\r' || byte == '\n' || byte == s3_ || byte == s4_) {
      if (!line_.empty()) end();
      skipping_ = false;
    } else if (byte == '\0' && line_.empty()) {
      return;
    } else if (!skipping_ && line_.size() == at::line_bytes_max) {
      skipping_ = true;
      emit();
    } else if (!skipping_) {
      line_ += byte;
    }
  }

  void end() {
    line_.resize(line_.find_last_not_of('\0') + 1);
    emit();
  }

  void emit() {
    rule(count_ < read_.events.size(), "as many lines as there are");
    rule(read_.line(count_) == line_, "every line has its bytes");
    check_event(read_.events[count_]);
    if (habits_.sets_line_ends && line_.size() >= 3 && line_[0] == '=') s3_ = line_[1], s4_ = line_[2];
    line_.clear();
    ++count_;
  }

  void check_event(const Event& event) const {
    using Kind = at::Line::Kind;
    rule((event.kind == Kind::overflow) == skipping_, "an overflow is a line that is longer than the bound");
    rule(event.kind != Kind::echo || habits_.expects_echo, "no echo where none is awaited");
    rule(count_ + 1 == read_.events.size() || !at::has(event.slips, at::Slip::unterminated),
         "only the last line has no end");
  }

  const Read& read_;
  const Habits& habits_;
  char s3_ = '\r';
  char s4_ = '\n';
  bool skipping_ = false;
  std::string line_;
  std::size_t count_ = 0;
};

// A sink that stops gets the same lines up to there; what was used ends behind the line's end, and behind one
// line feed at most.
void check_stop(std::string_view bytes, const Habits& habits, const Read& whole, std::size_t stop_at) {
  at::Reader reader;
  std::size_t seen = 0;
  const std::size_t used = reader.feed(bytes, [&](const at::Line& line) {
    rule(seen < whole.events.size() && whole.line(seen) == line.text, "stopping changes no line before");
    react(reader, habits, line.text);
    return ++seen == stop_at ? at::Next::stop : at::Next::go_on;
  });
  rule(used <= bytes.size(), "no more is used than there is");
  if (seen != stop_at) return;
  rule(used > 0 && reader.unfinished().empty(), "a stop stands behind a line's end");
  if (whole.events[seen - 1].kind == at::Line::Kind::overflow) return;
  const std::string_view last = whole.line(seen - 1);
  const auto ends_with_last = [&](std::size_t size) {
    const std::string_view front = bytes.substr(0, size);
    return front.substr(0, front.find_last_not_of('\0') + 1).ends_with(last);
  };
  rule(ends_with_last(used - 1) || (used > 1 && ends_with_last(used - 2)),
       "a stop leaves everything behind the line");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 3) return 0;
  const unsigned seed = data[0] * 256U + data[1];
  const Habits habits{(data[2] & 1U) != 0, (data[2] & 2U) != 0};
  const std::string_view bytes = fuzz::text(data + 3, size - 3);

  const Read whole = read(bytes, habits, [&] { return bytes.size(); });
  SimpleReader(whole, habits).check(bytes);
  fuzz::Cuts cuts(seed);
  const bool single = (data[2] & 8U) != 0;
  rule(read(bytes, habits, [&] { return single ? 1 : cuts.next(); }) == whole,
       "any cuts give the same events");
  if ((data[2] & 4U) != 0) check_stop(bytes, habits, whole, 1 + seed % 8);
  return 0;
}
