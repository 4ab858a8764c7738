#include "harness/emulator/link.hpp"

#include "at/connect.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <span>

namespace dialbench::emulator {
namespace {

enum class Ways : std::uint8_t { one_rate, each_its_own, by_caller };

struct Modulation {
  std::string_view name;
  unsigned rank;
  Ways ways;
  unsigned transmit_max;
  unsigned receive_max;
  std::array<unsigned, 40> rates; // 0: no more

  [[nodiscard]] constexpr unsigned least() const noexcept { return rates.front(); }
  [[nodiscard]] constexpr unsigned greatest() const noexcept { return std::max(transmit_max, receive_max); }
};
constexpr auto modulations = std::to_array<Modulation>({
#define MODULATION(name, rank, ways, transmit_max, receive_max, ...)                                         \
  {name, rank, Ways::ways, transmit_max, receive_max, {__VA_ARGS__}},
#include "harness/emulator/modulations.def"
});

constexpr const Modulation* find_modulation(std::string_view name) {
  const auto row = std::ranges::find(modulations, name, &Modulation::name);
  return row == modulations.end() ? nullptr : &*row;
}

// V.250's name for what people write: V.32bis is V32B. Empty where it is none.
std::string name_of(std::string_view written) {
  at::Link link;
  at::add_line(link, "+MCR: " + std::string(written));
  return link.modulation;
}
std::string modulation_name(std::string_view written) {
  const auto name = name_of(written);
  if (name == "V23") return "V23C"; // +MCR knows V.23 by its kind: C has another rate each way
  return name.empty() ? std::string(written) : name;
}

// Nobody said which: the slowest that is as fast.
const Modulation& modulation_of(unsigned rate) {
  static constexpr std::array usual = {find_modulation("V21"),  find_modulation("V22"),
                                       find_modulation("V22B"), find_modulation("V32"),
                                       find_modulation("V32B"), find_modulation("V34")};
  for (const auto* row : usual)
    if (rate <= row->receive_max) return *row;
  return modulations.back();
}

std::string protocol_name(std::string_view word) {
  if (word == "LAPM") return "LAPM"; // what nearly all have, without a longer look
  at::Link link;
  at::add_line(link, "PROTOCOL: " + std::string(word));
  if (word.empty() || link.error_control == "NONE") return "NONE";
  if (link.error_control.starts_with("MNP")) return "ALT";
  return link.error_control.empty() ? std::string(word) : link.error_control;
}

std::string compression_name(std::string_view word) {
  if (word == "V.42BIS") return "V42B";
  at::Link link;
  at::add_line(link, "COMPRESSION: " + std::string(word));
  if (word.empty() || link.compression == "NONE") return "NONE";
  if (link.compression == "V42BIS") return "V42B";
  if (link.compression.starts_with("MNP")) return "ALT";
  return link.compression.empty() ? std::string(word) : link.compression;
}

// The greatest rate of a modulation up to `limit`; 0: it has none so low.
unsigned rate_up_to(const Modulation& modulation, unsigned limit) {
  unsigned best = 0;
  for (const unsigned rate : modulation.rates)
    if (rate <= limit) best = std::max(best, rate);
  return best;
}

// 0 is no limit (V.250 6.4.1).
struct RateLimits {
  unsigned transmit_min, transmit_max, receive_min, receive_max;
};

// Who asks for it by name sets limits to the faster way: the one back is what it is. Else the least rate
// counts for that, too, but for the 300 bit/s that +MS comes with from the factory.
bool fits_by_caller(const Link& link, const Modulation& modulation, const RateLimits& limits, bool answering,
                    bool asked) {
  constexpr unsigned least_of_factory = 300;
  const unsigned offered = answering ? link.transmit : link.receive;
  const unsigned least = answering ? limits.transmit_min : limits.receive_min;
  const unsigned most = answering ? limits.transmit_max : limits.receive_max;
  const unsigned least_back = answering ? limits.receive_min : limits.transmit_min;
  const unsigned rate = modulation.greatest();
  const bool back = asked || least_back <= std::max(modulation.least(), least_of_factory);
  return offered >= rate && rate >= least && rate <= most && back;
}

// The far end's own rates where they fit, whatever they are; else the next ones below.
bool fit_rates(Link& link, const Modulation& modulation, const RateLimits& limits) {
  const auto fit = [&](unsigned& rate, unsigned most, unsigned least, unsigned modulation_max) {
    most = std::min(most, modulation_max);
    if (rate > most) rate = rate_up_to(modulation, most);
    return rate != 0 && rate >= least;
  };
  const bool each = fit(link.transmit, limits.transmit_max, limits.transmit_min, modulation.transmit_max) &&
                    fit(link.receive, limits.receive_max, limits.receive_min, modulation.receive_max);
  if (!each || modulation.ways == Ways::each_its_own) return each;
  link.transmit = link.receive = std::min(link.transmit, link.receive);
  return link.receive >= std::max(limits.transmit_min, limits.receive_min);
}

// +MS, and whether it was left as it comes: then the far end decides alone.
bool choose_modulation(Link& link, const Settings& settings, bool answering) {
  static const Values factory = ExtendedValues().of(Extended::modulation);
  const Values& ms = settings.extended.of(Extended::modulation);
  if (ms == factory) return true;
  const Modulation* wanted = find_modulation(word_of(ms[0], find_extended("+MS")->ranges, 0));
  const Modulation* theirs = find_modulation(link.modulation);
  if (wanted == nullptr || theirs == nullptr) return true;
  const auto most = [](unsigned rate) { return rate == 0 ? std::numeric_limits<unsigned>::max() : rate; };
  const RateLimits limits{ms[2], most(ms[3]), ms[4], most(ms[5])};
  const bool automode = ms[1] != 0;
  if (!automode && wanted->rank > theirs->rank) return false;
  const Modulation* top = wanted->rank < theirs->rank ? wanted : theirs;
  const Link offer = link;
  for (std::size_t i = top->rank + 1; i-- > 0;) {
    const Modulation& candidate = modulations[i];
    link = offer;
    link.modulation = candidate.name;
    const bool fits = candidate.ways == Ways::by_caller
                          ? fits_by_caller(link, candidate, limits, answering, &candidate == wanted)
                          : fit_rates(link, candidate, limits);
    if (fits) return true;
    if (!automode) return false;
  }
  return false;
}

void go_by_caller(Link& link, bool answering) {
  const auto rates = rates_by_caller(link.modulation);
  if (!rates) return;
  link.transmit = answering ? rates->receive : rates->transmit;
  link.receive = answering ? rates->transmit : rates->receive;
}

// The modems that keep no clock of the bits, as V.42 needs one.
bool is_asynchronous(std::string_view modulation) {
  return modulation == "V21" || modulation == "B103" || modulation == "V23C";
}

struct Policy {
  bool lapm = true;
  bool mnp = true;
  bool required = false;
};

// +ES (V.250 6.5.1): what is asked for when we call, and what when we are called.
void apply_es(Policy& policy, const Values& es, bool answering) {
  static constexpr unsigned direct = 0;
  static constexpr unsigned buffered = 1;
  static constexpr unsigned alternative_first = 4;
  if (!answering && (es[0] == direct || es[0] == buffered)) policy.lapm = policy.mnp = false;
  if (!answering && es[0] == alternative_first) policy.lapm = false;
  const unsigned fallback = answering ? es[2] : es[1];
  if (answering && fallback <= 1) {
    policy.lapm = policy.mnp = false;
    return;
  }
  const unsigned required =
      answering ? 4 : 2; // from here up, and the next two: LAPM only, the alternative only
  policy.required = policy.required || fallback >= required;
  if (fallback == required + 1) policy.mnp = false;
  if (fallback == required + 2) policy.lapm = false;
}

void apply_registers(Policy& policy, const Registers& registers) {
  static constexpr unsigned no_v42 = 128;
  if (registers.at(Register::v42_negotiation) == no_v42) policy.lapm = false;
  switch (registers.at(Register::negotiation_failure)) {
  case 0:
  case 2: policy.required = true; [[fallthrough]];
  case 1:
  case 3: policy.mnp = false; break;
  case 4:
  case 6: policy.required = true; break;
  default: break;
  }
}

void apply_basic(Policy& policy, const Settings& settings) {
  static constexpr unsigned error_control_mode = 5;
  if (settings.number(BasicCommand::communication) != error_control_mode) policy.lapm = policy.mnp = false;
  switch (settings.number(BasicCommand::error_control)) {
  case 0:
  case 1: policy.lapm = policy.mnp = false; break;
  case 2:
  case 5: policy.lapm = false, policy.required = true; break;
  case 4: policy.mnp = false, policy.required = true; break;
  default: break;
  }
}

bool choose_error_control(Link& link, const Settings& settings, bool answering) {
  Policy policy;
  apply_es(policy, settings.extended.of(Extended::error_control), answering);
  apply_registers(policy, settings.registers);
  apply_basic(policy, settings);
  const bool none = link.error_control == "NONE";
  const bool allowed = link.error_control == "ALT" ? policy.mnp : policy.lapm;
  if (none || allowed) return !none || !policy.required;
  // A far end with LAPM has MNP as well (V.42 annex A of old), and so the second choice can be had.
  if (link.error_control == "LAPM" && policy.mnp) {
    link.error_control = link.protocol_word = "ALT";
    return true;
  }
  link.error_control = link.protocol_word = "NONE";
  return !policy.required;
}

bool choose_compression(Link& link, const Settings& settings) {
  const Values& ds = settings.extended.of(Extended::compression);
  const unsigned classes = settings.number(BasicCommand::compression); // 1 MNP 5, 2 V.42bis, 3 both
  static constexpr unsigned off = 136;
  const bool forbidden = ds[0] == 0 || settings.registers.at(Register::compression_choice) == off ||
                         (classes & (link.compression == "ALT" ? 1U : 2U)) == 0;
  if (link.error_control == "NONE" || forbidden) link.compression = link.compression_word = "NONE";
  // MNP carries its own kind.
  if (link.error_control == "ALT" && link.compression == "V42B" && link.protocol_word == "ALT")
    link.compression = "ALT", link.compression_word = "CLASS 5";
  return link.compression != "NONE" || ds[1] == 0;
}

} // namespace

Link offered_by(const Far& far) {
  Link link;
  // 1200 and 75 are V.23's alone.
  const auto [slower, faster] = std::minmax(far.rate, far.rate_up);
  const bool by_itself_v23 = far.modulation.empty() && slower == 75 && faster == 1200;
  link.modulation = by_itself_v23            ? "V23C"
                    : far.modulation.empty() ? std::string(modulation_of(faster).name)
                                             : modulation_name(far.modulation);
  link.receive = link.transmit = far.rate;
  if (far.rate_up != 0) link.transmit = far.rate_up;
  if (const auto* row = find_modulation(link.modulation); row != nullptr) {
    // Which way is which goes by who calls: it could do the faster one either way.
    if (row->ways == Ways::by_caller) link.receive = link.transmit = row->greatest();
    link.receive = std::min(link.receive, row->greatest());
    link.transmit = std::min(link.transmit, row->greatest());
    // The fast ones are fast one way; the other way they are as V.34.
    if (row->transmit_max < row->receive_max && link.receive > row->transmit_max)
      link.transmit = std::min(link.transmit, row->transmit_max);
  }
  const auto said = [](const std::string& word) { return word.empty() ? std::string("NONE") : word; };
  link.protocol_word = said(far.error_control);
  link.compression_word = said(far.compression);
  link.error_control = protocol_name(far.error_control);
  link.compression = compression_name(far.compression);
  return link;
}

std::string modulation_at(unsigned fastest, const std::string& modulation) {
  const auto* row = find_modulation(modulation_name(modulation));
  const bool needs_fast_way = row != nullptr && row->transmit_max < row->receive_max;
  return needs_fast_way && fastest <= row->transmit_max ? std::string() : modulation;
}

Far narrowed(const Settings& settings, const Far& own, bool answering) {
  const Agreement agreement = agree(settings, own, answering);
  Far left = own;
  if (!agreement.agreed()) return left; // it will say so itself
  const Link& link = agreement.link;
  left.rate = link.receive;
  left.rate_up = link.transmit;
  left.modulation = link.modulation;
  left.error_control = link.protocol_word;
  left.compression = link.compression_word;
  return left;
}

bool is_modulation(std::string_view written) { return !name_of(written).empty(); }

std::optional<std::string> rate_expected(std::string_view modulation, unsigned rate) {
  const auto* row = modulation.empty() ? &modulations.back() : find_modulation(modulation_name(modulation));
  if (row == nullptr)
    return rate == 0 ? std::optional<std::string>("a rate in bit/s, 1 or more") : std::nullopt;
  const unsigned least = modulation.empty() ? 1 : row->least();
  const bool has = row->ways == Ways::by_caller ? rate == row->least() || rate == row->greatest()
                                                : rate >= least && rate <= row->greatest();
  if (has) return std::nullopt;
  std::string expected = "a rate";
  if (!modulation.empty()) expected += " of " + written_modulation(row->name);
  expected += ", ";
  if (least != row->greatest())
    expected += std::to_string(least) + (row->ways == Ways::by_caller ? " or " : " to ");
  return expected + std::to_string(row->greatest()) + " bit/s";
}

std::optional<CallerRates> rates_by_caller(std::string_view modulation) {
  const auto* row = find_modulation(modulation);
  if (row == nullptr) row = find_modulation(modulation_name(modulation));
  if (row == nullptr || row->ways != Ways::by_caller) return std::nullopt;
  return CallerRates{row->least(), row->greatest()};
}

std::string written_modulation(std::string_view name) {
  std::string text(name);
  if (name == "V23C") return "V.23";
  if (!name.starts_with('V')) return text;
  text.insert(1, 1, '.');
  if (text.ends_with('B')) text.replace(text.size() - 1, 1, "bis");
  return text;
}

Agreement agree(const Settings& settings, const Far& far, bool answering) {
  Agreement agreement{offered_by(far), at::CallEnd::in_progress};
  using enum at::CallEnd;
  Link& link = agreement.link;
  if (!choose_modulation(link, settings, answering)) {
    agreement.failure = no_common_modulation;
    return agreement;
  }
  go_by_caller(link, answering);
  if (is_asynchronous(link.modulation) && !far.error_control_given)
    link.error_control = link.protocol_word = "NONE";
  if (!choose_error_control(link, settings, answering))
    agreement.failure = link.error_control == "NONE" ? no_error_control : no_common_protocol;
  else if (!choose_compression(link, settings))
    agreement.failure = negotiation_failed;
  return agreement;
}

} // namespace dialbench::emulator
