#include "harness/emulator/replay/place.hpp"

#include <algorithm>
#include <utility>

namespace dialbench::replay {
namespace {

constexpr std::size_t group_max = 1000; // turns that may change places

bool of_call(const Turn& turn) noexcept {
  return turn.kind == Turn::Kind::data || turn.kind == Turn::Kind::hidden;
}

std::string trimmed(std::string_view text) {
  const auto begin = std::min(text.find_first_not_of("\r\n "), text.size());
  text.remove_prefix(begin);
  while (!text.empty() && std::string_view("\r\n ").find(text.back()) != std::string_view::npos)
    text.remove_suffix(1);
  return std::string(text);
}

bool is_final(std::string_view word) noexcept {
  return word == "OK" || word == "0" || word == "ERROR" || word == "4";
}

template <class List>
bool take_out(List& list, const std::string& value) {
  const auto found = std::find(list.begin(), list.end(), value);
  if (found == list.end()) return false;
  list.erase(found);
  return true;
}

std::string kept(std::string_view bytes) { return std::string(bytes.substr(0, row_bytes_max)); }

} // namespace

Place::Place(Recording recording, bool strict)
    : recording_(std::move(recording))
    , strict_(strict)
    , done_(recording_.size())
    , ever_(recording_.size())
    , online_(recording_.front().online) {}

const Turn* Place::next() const noexcept { return next_ < recording_.size() ? &recording_[next_] : nullptr; }

bool Place::in_call() const noexcept {
  const auto* turn = next();
  return online_ || (turn != nullptr && of_call(*turn));
}

bool Place::echoes() const noexcept {
  for (Index turn = next_; turn < recording_.size() && turn < next_ + group_max; ++turn) {
    if (!of_call(recording_[turn])) return recording_[turn].echoed;
  }
  for (Index turn = next_; turn-- > 1;) {
    if (!of_call(recording_[turn])) return recording_[turn].echoed;
  }
  return false;
}

std::string Place::word(std::string_view name, std::string_view number) const {
  bool numeric = false;
  for (const auto& turn : recording_) {
    if (turn.kind != Turn::Kind::line || turn.answer.empty() || turn.answer.size() > 4) continue;
    auto answer = all(turn.answer);
    const auto text = trimmed(answer);
    if (text == name || text == number) return answer;
    if (is_final(text)) numeric = text == "0" || text == "4";
  }
  return numeric ? std::string(number) + '\r' : "\r\n" + std::string(name) + "\r\n";
}

Place::Group Place::group() const noexcept {
  Group group{next_, next_};
  const auto most = std::min(recording_.size(), next_ + group_max);
  while (group.end < most && !of_call(recording_[group.end]) && !recording_[group.end].line.act) ++group.end;
  return group;
}

std::optional<Place::Index> Place::find(const Line& heard, Index begin, Index end) const {
  for (Index turn = begin; turn < end; ++turn) {
    if (recording_[turn].kind == Turn::Kind::line && !done_[turn] && same(recording_[turn].line, heard))
      return turn;
  }
  return std::nullopt;
}

std::optional<Place::Index> Place::find_back(const Line& heard, Index begin, Index end) const {
  for (Index turn = end; turn-- > begin;) {
    if (recording_[turn].kind == Turn::Kind::line && ever_[turn] && same(recording_[turn].line, heard))
      return turn;
  }
  return std::nullopt;
}

bool Place::said_before(const std::string& command) const {
  for (Index turn = std::min(next_ + group_max, recording_.size()); turn-- > 1;) {
    const auto& set_up = recording_[turn].line.set_up;
    if (std::find(set_up.begin(), set_up.end(), command) == set_up.end()) continue;
    if (ever_[turn]) return true;
    const auto part = rest_.find(turn);
    if (part != rest_.end() &&
        std::find(part->second.begin(), part->second.end(), command) == part->second.end())
      return true;
  }
  return false;
}

std::vector<std::string>& Place::rest(Index turn) {
  return rest_.try_emplace(turn, recording_[turn].line.set_up).first->second;
}

std::optional<Place::Index> Place::first_open(const Group& group) const {
  for (Index turn = group.begin; turn < group.end; ++turn) {
    const auto& recorded = recording_[turn];
    if (!done_[turn] && recorded.kind == Turn::Kind::line && !recorded.line.blank) return turn;
  }
  return std::nullopt;
}

void Place::pass(Index turn) noexcept {
  done_[turn] = true;
  while (next_ < recording_.size() && done_[next_]) ++next_;
}

void Place::put(Comparison& into, Row row) const {
  if (strict_ && row.mark != Mark::same) row.counts = true;
  if (row.counts) ++into.against;
  if (into.rows.size() < rows_max) into.rows.push_back(std::move(row));
}

void Place::extra(std::string_view bytes, std::string remark, Time now) {
  put(rows_, Row{Mark::extra, {}, kept(bytes), std::move(remark), now, true});
}

void Place::missing(Index begin, Index end, Time now, Comparison& into) const {
  for (Index turn = begin; turn < end; ++turn) {
    const auto& recorded = recording_[turn];
    if (done_[turn] || ever_[turn]) continue;
    // AT alone asks for nothing, nor does a key that was pressed; what was said once need not be said twice.
    const auto& line = recorded.line;
    bool harmless = recorded.kind == Turn::Kind::line &&
                    (line.blank || (line.command && !line.act && line.set_up.empty()));
    const Index near = turn > group_max ? turn - group_max : 1;
    harmless = harmless ||
               (recorded.kind == Turn::Kind::line && !line.act && find_back(line, near, turn).has_value());
    harmless = harmless || (recorded.kind == Turn::Kind::data && recorded.said == "+++");
    if (harmless && !strict_) continue;
    std::string said = kept(recorded.said);
    std::string remark = "never said";
    if (recorded.kind == Turn::Kind::hidden)
      remark = std::to_string(recorded.length) + " hidden bytes, never said";
    if (const auto part = rest_.find(turn); part != rest_.end() && !part->second.empty()) {
      remark = "not all of it was said:";
      for (const auto& command : part->second) remark += ' ' + command;
    }
    put(into, Row{Mark::missing, std::move(said), {}, std::move(remark), now, true});
  }
}

Place::Answer Place::take(Index turn, Mark mark, std::string_view bytes, std::string remark, Time now,
                          bool counts) {
  const auto& recorded = recording_[turn];
  put(rows_, Row{mark, kept(recorded.said), kept(bytes), std::move(remark), now, counts});
  if (!ever_[turn]) ++rows_.heard;
  ever_[turn] = true;
  rest_.erase(turn);
  online_ = recorded.online;
  if (recorded.line.act || of_call(recorded)) {
    next_ = group_begin_ = turn + 1;
  }
  pass(turn);
  return {&recorded, {}};
}

Place::Answer Place::again(Index turn, Mark mark, std::string_view bytes, std::string remark, Time now) {
  put(rows_,
      Row{mark, kept(recording_[turn].said), kept(bytes), std::move(remark), now, mark == Mark::extra});
  return {&recording_[turn], {}};
}

const Turn* Place::take_next(Mark mark, std::string_view bytes, std::string remark, Time now) {
  return take(next_, mark, bytes, std::move(remark), now, mark == Mark::differs).turn;
}

void Place::end_call(Time now) {
  const Index begin = next_;
  Index end = begin;
  while (end < recording_.size() && of_call(recording_[end])) ++end;
  missing(begin, end, now, rows_);
  std::fill(done_.begin() + static_cast<std::ptrdiff_t>(begin),
            done_.begin() + static_cast<std::ptrdiff_t>(end), true);
  next_ = group_begin_ = end;
  online_ = false;
}

Place::Answer Place::line(std::string_view bytes, Time now) {
  const auto heard = parsed(bytes);
  if (const auto* turn = next(); turn != nullptr && turn->kind == Turn::Kind::line && turn->said == bytes) {
    if (turn->line.act && turn->line.act->letter == 'D') ++dials_;
    return take(next_, Mark::same, bytes, {}, now);
  }
  if (heard.blank) return blank(bytes, now);
  return heard.act ? act(heard, bytes, now) : set_up(heard, bytes, now);
}

Place::Answer Place::blank(std::string_view bytes, Time now) {
  const auto* turn = next();
  if (turn != nullptr && turn->kind == Turn::Kind::line && turn->line.blank)
    return take(next_, Mark::harmless, bytes, "another line end", now);
  if (strict_) extra(bytes, "an empty line that the recording does not have", now);
  return {};
}

Place::Answer Place::set_up(const Line& heard, std::string_view bytes, Time now) {
  const auto group = this->group();
  const auto spelling = [&](Index turn) {
    return recording_[turn].said == bytes ? std::string() : std::string("written in another way");
  };
  const auto first = first_open(group);
  if (first && same(recording_[*first].line, heard)) {
    const bool passed = *first != next_; // an empty line or a fragment was left out
    const auto remark = spelling(*first);
    return take(*first, remark.empty() && !passed ? Mark::same : Mark::harmless, bytes, remark, now);
  }
  if (const auto turn = find_back(heard, group_begin_, group.end))
    return again(*turn, Mark::harmless, bytes, "said again; answered as before", now);
  if (const auto turn = find(heard, group.begin, group.end))
    return take(*turn, Mark::harmless, bytes, "in another order", now);
  if (auto answer = joined(heard, bytes, group, now)) return *answer;
  if (const auto turn = find_back(heard, 1, group.end))
    return again(*turn, Mark::harmless, bytes, "said again; answered as before", now);
  if (const auto turn = find(heard, group.end, recording_.size()))
    return again(*turn, Mark::extra, bytes, "in another place of the recording; answered as there", now);
  return unknown(heard, bytes, now);
}

// The recording's commands, joined on lines in another way. Only where each answer is a final word: a text
// belongs to its line.
std::optional<Place::Answer> Place::joined(const Line& heard, std::string_view bytes, const Group& group,
                                           Time now) {
  if (!heard.command || heard.set_up.empty()) return std::nullopt;
  Group pool = group;
  if (pool.end < recording_.size() && recording_[pool.end].line.act) ++pool.end; // X3 of ATX3DT...
  std::map<Index, std::vector<std::string>> rests;
  const auto open = [&](const std::string& command) -> std::optional<Index> {
    for (Index turn = pool.begin; turn < pool.end; ++turn) {
      const auto& recorded = recording_[turn];
      if (done_[turn] || !recorded.line.command) continue;
      auto& left =
          rests.try_emplace(turn, rest_.contains(turn) ? rest_.at(turn) : recorded.line.set_up).first->second;
      if (take_out(left, command)) return turn;
    }
    return std::nullopt;
  };
  std::vector<Index> involved;
  for (const auto& command : heard.set_up) {
    if (const auto turn = open(command)) {
      if (!recording_[*turn].line.act && !is_final(trimmed(all(recording_[*turn].answer))))
        return std::nullopt;
      involved.push_back(*turn);
    } else if (!said_before(command)) {
      return std::nullopt;
    }
  }
  if (involved.empty()) return std::nullopt;
  const Turn* answer = nullptr;
  bool refused = false;
  for (const Index turn : involved) {
    const auto& recorded = recording_[turn];
    if (recorded.line.act || refused) continue;
    const auto text = trimmed(all(recorded.answer));
    refused = text == "ERROR" || text == "4";
    answer = &recorded;
  }
  const Index last = involved.back();
  put(rows_,
      Row{Mark::harmless, kept(recording_[last].said), kept(bytes), "joined in another way", now, false});
  for (const Index turn : involved) {
    rest(turn) = rests.at(turn);
    if (!rest(turn).empty() || recording_[turn].line.act || done_[turn]) continue;
    if (!ever_[turn]) ++rows_.heard;
    ever_[turn] = true;
    pass(turn);
  }
  if (answer == nullptr) return Answer{nullptr, word("OK", "0")};
  return Answer{answer, {}};
}

Place::Answer Place::act(const Line& heard, std::string_view bytes, Time now) {
  const auto fits = [&](Index turn) {
    return recording_[turn].kind == Turn::Kind::line && recording_[turn].line.act &&
           same(*recording_[turn].line.act, *heard.act);
  };
  const auto end = group().end;
  std::optional<Index> found;
  for (Index turn = end; turn < recording_.size() && !found; ++turn) {
    if (fits(turn)) found = turn;
  }
  const bool back = !found;
  for (Index turn = std::min(end, recording_.size()); back && !found && turn-- > 1;) {
    if (fits(turn)) found = turn;
  }
  if (!found) return unknown(heard, bytes, now);
  const auto& recorded = recording_[*found];
  if (heard.act->letter == 'D') ++dials_;
  // What stands before the act on its line is set-up like any other.
  auto left = rest_.contains(*found) ? rest_.at(*found) : recorded.line.set_up;
  std::string unexpected;
  for (const auto& command : heard.set_up) {
    if (take_out(left, command)) continue;
    const auto alone = Line{true, false, {command}, {}, false};
    if (const auto turn = find(alone, next_, end)) {
      if (!ever_[*turn]) ++rows_.heard;
      ever_[*turn] = true;
      pass(*turn);
    } else if (!said_before(command)) {
      unexpected += ' ' + command;
    }
  }
  std::string remark;
  Mark mark = recorded.said == bytes ? Mark::same : Mark::harmless;
  bool counts = false;
  if (mark == Mark::harmless) remark = "written in another way";
  if (recorded.line.act->mode != heard.act->mode) remark = "the same number, T and P in another way";
  if (recorded.line.act->masked || heard.act->masked) remark = "the recording does not show the number";
  std::string lacking;
  for (const auto& command : left) {
    if (!said_before(command)) lacking += ' ' + command;
  }
  const auto against = [&](std::string why) {
    mark = Mark::differs;
    counts = true;
    remark = std::move(why);
  };
  if (!lacking.empty()) against("without" + lacking);
  if (!unexpected.empty()) against("with" + unexpected + ", which the recording does not have");
  if (back) {
    against("once more than in the recording; answered as before");
  } else {
    missing(next_, *found, now, rows_);
    std::fill(done_.begin() + static_cast<std::ptrdiff_t>(next_),
              done_.begin() + static_cast<std::ptrdiff_t>(*found), true);
  }
  if (back) std::fill(done_.begin() + static_cast<std::ptrdiff_t>(*found), done_.end(), false);
  return take(*found, mark, bytes, std::move(remark), now, counts);
}

Place::Answer Place::unknown(const Line& heard, std::string_view bytes, Time now) {
  if (!heard.command) {
    extra(bytes, "no command, and not in the recording; not answered", now);
    return {};
  }
  if (heard.act) {
    const bool dialled = heard.act->letter == 'D';
    if (dialled) ++dials_;
    extra(bytes,
          dialled ? "a number that the recording does not have; answered ERROR"
                  : "not in the recording; answered NO CARRIER",
          now);
    return {nullptr, dialled ? word("ERROR", "4") : word("NO CARRIER", "3")};
  }
  if (heard.set_up.empty()) {
    put(rows_, Row{Mark::harmless, {}, kept(bytes), "AT alone; answered OK", now, false});
    return {nullptr, word("OK", "0")};
  }
  extra(bytes, heard.asks ? "not in the recording; answered ERROR" : "not in the recording; answered OK",
        now);
  return {nullptr, heard.asks ? word("ERROR", "4") : word("OK", "0")};
}

Comparison Place::comparison(std::string_view unfinished, Time now) const {
  Comparison comparison = rows_;
  comparison.turns = recording_.size() - 1;
  missing(next_, recording_.size(), now, comparison);
  if (!unfinished.empty() && unfinished.find_first_not_of("\r\n") != std::string_view::npos)
    put(comparison, Row{Mark::extra, {}, kept(unfinished), "not finished", now, true});
  return comparison;
}

} // namespace dialbench::replay
