// Where in the recording the computer is, and which turn of it a line is.
#pragma once

#include "harness/emulator/replay/comparison.hpp"
#include "harness/emulator/replay/recording.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dialbench::replay {

class Place {
 public:
  Place(Recording recording, bool strict);

  struct Answer {
    const Turn* turn = nullptr; // answered as there
    std::string instead;        // where there is none; may be empty, for silence
  };
  // A line as it was said, with its CR. Rows tell what became of it.
  Answer line(std::string_view bytes, Time now);
  // The turn at the place is said, by these bytes.
  const Turn* take_next(Mark mark, std::string_view bytes, std::string remark, Time now);
  // The call ends here, whatever else the recording has of it.
  void end_call(Time now);
  void extra(std::string_view bytes, std::string remark, Time now);

  [[nodiscard]] const Turn* next() const noexcept; // nothing behind the end
  // Data is expected, or a call is up in which the recording has nothing more.
  [[nodiscard]] bool in_call() const noexcept;
  [[nodiscard]] const Turn& opening() const noexcept { return recording_.front(); }
  [[nodiscard]] bool echoes() const noexcept;
  [[nodiscard]] unsigned dials() const noexcept { return dials_; }
  [[nodiscard]] bool spoken_to() const noexcept { return !rows_.rows.empty(); }
  // As the recorded modem says it: in words or in numbers.
  [[nodiscard]] std::string word(std::string_view name, std::string_view number) const;
  [[nodiscard]] Comparison comparison(std::string_view unfinished, Time now) const;

 private:
  using Index = std::size_t;
  struct Group {
    Index begin, end; // `end` is the act's or the call's turn, or the recording's end
  };
  [[nodiscard]] Group group() const noexcept;
  [[nodiscard]] std::optional<Index> find(const Line& heard, Index begin, Index end) const; // not said yet
  [[nodiscard]] std::optional<Index> find_back(const Line& heard, Index begin, Index end) const; // said last
  [[nodiscard]] bool said_before(const std::string& command) const;
  [[nodiscard]] std::vector<std::string>& rest(Index turn);
  std::optional<Index> first_open(const Group& group) const;
  Answer blank(std::string_view bytes, Time now);
  Answer set_up(const Line& heard, std::string_view bytes, Time now);
  std::optional<Answer> joined(const Line& heard, std::string_view bytes, const Group& group, Time now);
  Answer act(const Line& heard, std::string_view bytes, Time now);
  Answer unknown(const Line& heard, std::string_view bytes, Time now);
  Answer take(Index turn, Mark mark, std::string_view bytes, std::string remark, Time now,
              bool counts = false);
  Answer again(Index turn, Mark mark, std::string_view bytes, std::string remark, Time now);
  void pass(Index turn) noexcept;
  void missing(Index begin, Index end, Time now, Comparison& into) const;
  void put(Comparison& into, Row row) const;

  Recording recording_;
  bool strict_;
  std::vector<bool> done_;                         // said, or passed over
  std::vector<bool> ever_;                         // said at least once
  std::map<Index, std::vector<std::string>> rest_; // of turns that were said in part
  Index next_ = 1;
  Index group_begin_ = 1;
  bool online_ = false;
  unsigned dials_ = 0;
  Comparison rows_;
};

} // namespace dialbench::replay
