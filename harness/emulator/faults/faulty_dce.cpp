#include "harness/emulator/faults/faulty_dce.hpp"

#include "at/dial_string.hpp"
#include "harness/emulator/modem.hpp"

#include <algorithm>
#include <utility>

namespace dialbench::faults {
namespace {

// The longest command line that is looked at for a dial.
constexpr std::size_t line_max = 512;
// More events than any moment has: a modem that asks to be called again at once, for ever, ends here.
constexpr int rounds_max = 100'000;

std::optional<Time> earlier(std::optional<Time> a, std::optional<Time> b) {
  return !a ? b : !b ? a : std::min(a, b);
}

} // namespace

FaultyDce::FaultyDce(std::unique_ptr<emulator::Dce> modem, const Schedule& schedule)
    : modem_(std::move(modem))
    , to_modem_(schedule, Fault::Way::to_modem)
    , from_modem_(schedule, Fault::Way::from_modem) {
  for (const auto& fault : schedule) {
    if (is_of_port(fault.kind)) of_port_.push_back({fault, {}});
  }
}

void FaultyDce::add(Fault fault, Time now) {
  advance(now);
  if (fault.call > 0) fault.call += calls_;
  if (is_of_port(fault.kind)) {
    std::erase_if(of_port_, [](const OfPort& each) { return each.fault.call > call_max; });
    OfPort waiting{fault, {}};
    if (fault.call == 0) waiting.due = now + fault.at;
    of_port_.push_back(waiting);
  } else {
    (fault.way == Fault::Way::from_modem ? from_modem_ : to_modem_).add(fault, now);
  }
  advance(now);
}

void FaultyDce::began(unsigned call, Time now) {
  to_modem_.began(call, now);
  from_modem_.began(call, now);
  for (auto& waiting : of_port_) {
    if (!waiting.due && waiting.fault.call == call) waiting.due = now + waiting.fault.at;
  }
}

void FaultyDce::watch(char c, Time now) {
  if (c != '\r') {
    if (line_.size() < line_max) line_ += c;
    return;
  }
  std::string_view line = line_;
  while (line.starts_with('+')) line.remove_prefix(1); // an escape has no line end
  const bool dials = !at::dial_part(line).empty();
  line_.clear();
  if (dials) began(++calls_, now);
}

void FaultyDce::receive(std::string_view bytes, Time now) {
  advance(now);
  if (away_ || bytes.empty()) return;
  if (!std::exchange(started_, true)) began(0, now);
  for (std::size_t i = 0; i < from_modem_.echoes(now); ++i) from_modem_.insert(bytes, now);
  while (!bytes.empty()) {
    // A call begins behind its own line, before the bytes that follow it.
    const auto end = std::min(bytes.find('\r'), bytes.size() - 1) + 1;
    to_modem_.feed(bytes.substr(0, end), now);
    for (const char c : bytes.substr(0, end)) watch(c, now);
    bytes.remove_prefix(end);
  }
  exchange_bytes(now);
  advance(now);
}

void FaultyDce::set_dtr(bool on, Time now) {
  advance(now);
  if (!away_) modem_->set_dtr(on, now);
  exchange_bytes(now);
}

void FaultyDce::tick(Time now) { advance(now); }

// Everything due happens at its own time, in its order, however late the call comes.
void FaultyDce::advance(Time now) {
  std::optional<Time> before;
  int rounds = 0;
  for (auto due = next_event(); due && *due <= now; due = next_event()) {
    now_ = std::max(now_, *due);
    if (due != std::exchange(before, due)) rounds = 0;
    if (++rounds > rounds_max) break;
    if (away_) {
      away_ = false;
      back_.reset();
      ++comebacks_;
      restart(now_);
      continue;
    }
    modem_->tick(now_);
    exchange_bytes(now_);
    for (auto& waiting : of_port_) {
      if (!waiting.due || *waiting.due > now_ || away_) continue;
      const Fault fault = waiting.fault;
      waiting.due.reset();
      waiting.fault.call = call_max + 1; // it has been
      happen(fault, now_);
    }
  }
  now_ = std::max(now_, now);
  if (!away_) exchange_bytes(now_);
}

// Runs both ways and gives each side what has arrived, until nothing moves at this moment.
void FaultyDce::exchange_bytes(Time now) {
  for (int rounds = 0; rounds < rounds_max; ++rounds) {
    to_modem_.run(now);
    bool moved = false;
    if (const std::string bytes(to_modem_.ready()); !bytes.empty()) {
      to_modem_.taken(bytes.size());
      modem_->receive(bytes, now);
      moved = true;
    }
    if (const std::string bytes(modem_->output()); !bytes.empty()) {
      modem_->taken(bytes.size());
      from_modem_.feed(bytes, now);
      moved = true;
    }
    from_modem_.run(now);
    if (!moved) return;
  }
}

void FaultyDce::happen(const Fault& fault, Time now) {
  port_acts_.push_back({fault, now, now});
  if (fault.kind == Fault::Kind::reset) return restart(now);
  away_ = true;
  if (fault.length > Duration{}) back_ = now + fault.length;
}

// What was on its way is lost with the modem's memory.
void FaultyDce::restart(Time now) {
  to_modem_.clear();
  from_modem_.clear();
  line_.clear();
  // A recording that is played has nothing to restart.
  if (auto* modem = dynamic_cast<emulator::Modem*>(modem_.get())) modem->power_on(now);
}

std::string_view FaultyDce::output() const noexcept {
  return away_ ? std::string_view() : from_modem_.ready();
}
void FaultyDce::taken(std::size_t bytes) { from_modem_.taken(bytes); }

std::optional<Time> FaultyDce::next_event() const noexcept {
  if (away_) return back_;
  auto next = earlier(earlier(to_modem_.deadline(), from_modem_.deadline()), modem_->deadline());
  for (const auto& waiting : of_port_) next = earlier(next, waiting.due);
  // Said while somebody else spoke to the modem behind.
  if (!modem_->output().empty()) next = earlier(next, now_);
  return next;
}

std::optional<Time> FaultyDce::deadline() const noexcept {
  auto next = next_event();
  if (to_modem_.stalled(now_)) next = earlier(next, to_modem_.stalled_until());
  return next;
}

evidence::ModemLines FaultyDce::lines() const noexcept {
  if (away_) return {};
  auto lines = modem_->lines();
  lines.cts = lines.cts && !to_modem_.stalled(now_);
  return lines;
}

std::size_t FaultyDce::room() const noexcept {
  return to_modem_.stalled(now_) ? 0 : std::min(modem_->room(), from_modem_.room());
}

bool FaultyDce::unplugged() const noexcept { return away_ || modem_->unplugged(); }

std::optional<Time> FaultyDce::back_at() const noexcept { return away_ ? back_ : std::nullopt; }

std::vector<Act> FaultyDce::acts() const {
  std::vector<Act> all = to_modem_.acts();
  all.insert(all.end(), from_modem_.acts().begin(), from_modem_.acts().end());
  all.insert(all.end(), port_acts_.begin(), port_acts_.end());
  return all;
}

} // namespace dialbench::faults
