#include "harness/emulator/faults/schedule.hpp"

#include "harness/emulator/faults/random.hpp"

#include <algorithm>

namespace dialbench::faults {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using Kind = Fault::Kind;

constexpr Kind kinds[] = {
#define FAULT(kind, ways, text) Kind::kind,
#include "harness/emulator/faults/faults.def"
};

// Short ones more often than long ones, each magnitude alike.
Duration some_length(Random& random) {
  constexpr Duration least[] = {milliseconds(1), milliseconds(20), milliseconds(300), seconds(2),
                                seconds(20)};
  const Duration from = random.one_of(least);
  return random.duration(from, 10 * from);
}

unsigned some_count(Random& random) {
  constexpr unsigned most[] = {1, 3, 20, 200};
  return static_cast<unsigned>(random.from_to(1, random.one_of(most)));
}

void draw_details(Fault& fault, Random& random) {
  constexpr const char* words[] = {"BUSY", "NO CARRIER", "CONNECT 33600", "NO ANSWER", "OK", "ERROR", "RING"};
  switch (fault.kind) {
  case Kind::delay:
    fault.count = some_count(random);
    fault.length = some_length(random);
    break;
  case Kind::stall:
  case Kind::late_result: fault.length = some_length(random); break;
  case Kind::split:
    fault.count = some_count(random);
    fault.length = random.duration(milliseconds(1), milliseconds(200));
    break;
  case Kind::echo_storm:
    fault.length = some_length(random);
    fault.count = static_cast<unsigned>(random.from_to(1, 20));
    break;
  case Kind::flip:
    fault.count = some_count(random);
    fault.value = 1U << random.below(8);
    break;
  case Kind::parity:
    fault.count = some_count(random);
    fault.value = static_cast<unsigned>(random.below(2));
    break;
  case Kind::noise:
    fault.count = some_count(random);
    fault.value = static_cast<unsigned>(random.below(count_max));
    break;
  case Kind::flood:
    fault.count = static_cast<unsigned>(random.from_to(1, random.one_in(4) ? count_max : 500));
    break;
  case Kind::ring: fault.count = static_cast<unsigned>(random.from_to(1, 4)); break;
  case Kind::previous_result:
    if (random.one_in(2)) fault.word = random.one_of(words);
    break;
  case Kind::silent:
  case Kind::unplug:
    if (!random.one_in(3)) fault.length = some_length(random);
    break;
  case Kind::reset: break;
  case Kind::drop:
  case Kind::duplicate:
  case Kind::wrong_rate:
  case Kind::nul: fault.count = some_count(random); break;
  }
}

Fault draw_fault(Random& random, const Draw& draw) {
  Fault fault;
  do {
    fault.kind = random.one_of(kinds);
  } while (is_of_port(fault.kind) && !draw.port);
  if (random.one_in(3) && fits(fault.kind, Fault::Way::to_modem)) fault.way = Fault::Way::to_modem;
  fault.call = static_cast<unsigned>(random.below(draw.calls + 1));
  if (random.one_in(2)) fault.at = random.duration({}, draw.span);
  if (fault.at == Duration{} && !is_of_port(fault.kind)) {
    constexpr unsigned most[] = {3, 20, 100};
    fault.byte = static_cast<unsigned>(random.below(random.one_of(most)));
  }
  draw_details(fault, random);
  return fault;
}

} // namespace

std::string shown(const Schedule& schedule) {
  std::string text;
  for (const auto& fault : schedule) text += shown(fault) + '\n';
  return text;
}

at::Expected<Schedule, std::string> read_schedule(std::string_view text) {
  Schedule schedule;
  for (unsigned number = 1; !text.empty(); ++number) {
    const auto end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const auto first = line.find_first_not_of(' ');
    if (first == std::string_view::npos || line[first] == '#') continue;
    auto fault = read_fault(line);
    const bool full = fault && schedule.size() >= faults_max;
    if (full || !fault) {
      return at::Unexpected{"line " + std::to_string(number) + ": " +
                            (full ? "at most " + std::to_string(faults_max) + " faults" : fault.error())};
    }
    schedule.push_back(std::move(*fault));
  }
  return schedule;
}

Schedule draw_schedule(std::uint64_t seed, const Draw& draw) {
  Random random(seed);
  Schedule schedule(random.from_to(1, std::clamp<std::size_t>(draw.most, 1, faults_max)));
  for (auto& fault : schedule) fault = draw_fault(random, draw);
  return schedule;
}

} // namespace dialbench::faults
