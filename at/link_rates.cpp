#include "at/link_rates.hpp"

#include "at/link_tokens.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string_view>

namespace dialbench::at::detail {
namespace {

template <std::size_t size>
bool is_among(Bps rate, const Bps (&rates)[size]) noexcept {
  return std::find(std::begin(rates), std::end(rates), rate) != std::end(rates);
}

// Rates that only serial ports have; no modulation on a telephone line has them.
bool is_port_rate(Bps rate) noexcept {
  static constexpr Bps rates[] = {38400, 57600, 76800, 115200, 230400, 460800, 921600};
  return is_among(rate, rates);
}

// Rates that ports and lines both have, each twice the one before.
bool may_be_port_rate(Bps rate) noexcept {
  static constexpr Bps rates[] = {2400, 4800, 9600, 19200};
  return is_port_rate(rate) || is_among(rate, rates);
}

// The rates below 1000 that may stand before a comma as rates of their own: 300,300.
bool is_low_rate(Bps rate) noexcept {
  static constexpr Bps rates[] = {75, 110, 150, 300, 450, 600};
  return is_among(rate, rates);
}

// How fast a modulation goes. Of the old ones that is certain. The names of later ones are stretched: makers
// write V32 for V.32bis, V.32terbo and their own 21600 bit/s too.
struct Limit {
  Bps rate = 0;      // 0: not known
  Bps stretched = 0; // 0: it is certain
};

Limit limit_of(std::string_view modulation) noexcept {
  struct Row {
    std::string_view modulation;
    Limit limit;
  };
  static constexpr Row rows[] = {{"V21", {300, 0}},       {"B103", {300, 0}},      {"V22", {1200, 0}},
                                 {"B212", {1200, 0}},     {"V23", {1200, 0}},      {"V23C", {1200, 0}},
                                 {"V23S", {1200, 0}},     {"V22B", {2400, 0}},     {"V26", {2400, 0}},
                                 {"V26B", {2400, 0}},     {"V27", {4800, 0}},      {"V27T", {4800, 0}},
                                 {"V29", {9600, 9600}},   {"V32", {14400, 21600}}, {"V32B", {14400, 21600}},
                                 {"V33", {14400, 14400}}, {"V32T", {21600, 21600}}};
  const auto found = std::find_if(std::begin(rows), std::end(rows),
                                  [modulation](const Row& row) { return row.modulation == modulation; });
  return found == std::end(rows) ? Limit{} : found->limit;
}

// Below 300 only those that teleprinters have had.
bool is_usual(Bps rate) noexcept {
  static constexpr Bps rates[] = {45, 50, 75, 100, 110, 134, 135, 150, 200};
  return rate >= 300 || is_among(rate, rates);
}

bool is_digital(std::string_view modulation) noexcept {
  static constexpr std::string_view names[] = {"V110", "V120", "X75", "HDLC", "PIAFS"};
  return std::find(std::begin(names), std::end(names), modulation) != std::end(names);
}

bool is_pcm(std::string_view modulation) noexcept {
  static constexpr std::string_view names[] = {"X2", "K56", "V90", "V91", "V92"};
  return std::find(std::begin(names), std::end(names), modulation) != std::end(names);
}

// Whether a rate beside this modulation is surely not the line's.
bool is_beyond(std::string_view modulation, Bps rate) noexcept {
  if (modulation.empty() || is_digital(modulation)) return false;
  const Limit limit = limit_of(modulation);
  return is_port_rate(rate) || (limit.stretched == 0 && limit.rate != 0 && rate > limit.rate);
}

// Whether it is the line's only if the name of the modulation is stretched, and may be the port's.
bool is_doubtful(std::string_view modulation, Bps rate) noexcept {
  const Limit limit = limit_of(modulation);
  return limit.stretched != 0 && (rate > limit.stretched || (rate > limit.rate && may_be_port_rate(rate)));
}

void set_line_rate(Link& link, Bps transmit, Bps receive) {
  link.dce_transmit = transmit;
  link.dce_receive = receive;
  link.rate_kind_assumed = false;
}

void set_v23(Link& link, Bps transmit, Bps receive) {
  set_line_rate(link, transmit, receive);
  if (!link.modulation.empty() && !link.modulation_assumed) return;
  link.modulation = "V23";
  link.modulation_assumed = true;
}

// 1275 and 7512 are how V.23's 1200/75 and 75/1200 are written as one number, and 751200 where the slash was
// forgotten.
bool apply_v23(Link& link, Bps rate) {
  const bool forwards = rate == 1275 || rate == 120075;
  const bool backwards = rate == 7512 || rate == 751200;
  if (!forwards && !backwards) return false;
  forwards ? set_v23(link, 1200, 75) : set_v23(link, 75, 1200);
  return true;
}

void apply_one_line_rate(Link& link, Bps rate) {
  // What a CONNECT before it left open is now clear: its rate was the port's, where it is another one.
  if (link.rate_kind_assumed && link.dce_receive != rate) link.dte = link.dce_receive;
  if (!apply_v23(link, rate)) set_line_rate(link, rate, rate);
}

void apply_line_pair(Link& link, Bps transmit, Bps receive) {
  if (link.rate_kind_assumed) link.dte = link.dce_receive;
  const bool v23 = (transmit == 1200 && receive == 75) || (transmit == 75 && receive == 1200);
  v23 ? set_v23(link, transmit, receive) : set_line_rate(link, transmit, receive);
}

// Two rates of the line, the order not said. Transmit stands first, but on a PCM line (V.90 and its kin) only
// the way from the exchange is faster than V.34 goes.
void apply_unnamed_pair(Link& link, Bps first, Bps second) {
  constexpr Bps analogue_max = 33600;
  const bool pcm = first > analogue_max && second <= analogue_max && !is_port_rate(first) &&
                   (link.modulation.empty() || is_pcm(link.modulation));
  pcm ? apply_line_pair(link, second, first) : apply_line_pair(link, first, second);
}

// A channel of ISDN is as fast one way as the other. V.110 fits a slower line to it, which both ends have;
// the others only name the port's rate beside the channel's.
void apply_digital_pair(Link& link, Bps first, Bps second) {
  const auto [slower, faster] = std::minmax(first, second);
  const Bps line = link.modulation == "V110" || is_port_rate(faster) ? slower : faster;
  set_line_rate(link, line, line);
  if (link.modulation != "V110" && slower != faster) link.dte = line == slower ? faster : slower;
}

// The only rate of a CONNECT line.
void apply_connect_rate(Link& link, Bps rate) {
  const bool line_known = link.dce_receive.has_value() && !link.rate_kind_assumed;
  if (!line_known && apply_v23(link, rate)) return;
  if (line_known) {
    if (link.dce_receive != rate && link.dce_transmit != rate) link.dte = rate;
  } else if (is_beyond(link.modulation, rate)) {
    link.dte = rate;
  } else if (link.dte != rate) {
    set_line_rate(link, rate, rate);
    link.rate_kind_assumed =
        link.modulation.empty() || link.modulation_assumed || is_doubtful(link.modulation, rate);
  }
}

// Whether of two rates the one is the port's and the other the line's: 115200 and 33600, and 19200 and 9600,
// for where the ways of a line differ, they do not differ so much, but for V.23's and HST's slow way back.
bool are_port_and_line(Bps port, Bps line) noexcept {
  constexpr Bps way_back_max = 600;
  if (is_port_rate(port)) return line < port;
  return may_be_port_rate(port) && line * 2 <= port && line > way_back_max;
}

// The same where they stand in this order and other words may stand between them: 57600 V34 33600, and
// 9600 V21 300, but not 24000 HST 450.
bool is_port_and_line(const Link& link, const Rate& first, const Rate& second) noexcept {
  if (second.beside || link.modulation == "HST") return are_port_and_line(first.value, second.value);
  return may_be_port_rate(first.value);
}

// The port's rate may stand behind the line's too: 33600/115200, 16800/ZYX 38400.
bool is_line_and_port(const Rate& first, const Rate& second) noexcept {
  return are_port_and_line(second.value, first.value);
}

} // namespace

void Rates::add(const Rate& rate) noexcept {
  if (rate.value == 0 || !is_rate_number(rate.value) || size_ == size_max) return;
  items_[size_++] = {false, rate};
}

void Rates::add(Side label) noexcept {
  if (size_ == size_max) return;
  items_[size_++] = {true, {0, label, false}};
}

void Rates::last_is_in_kilobits() noexcept {
  constexpr Bps thousand = 1000;
  if (size_ == 0 || items_[size_ - 1].label) return;
  if (Bps& value = items_[size_ - 1].rate.value; value < thousand) value *= thousand;
}

bool Rates::join_thousands(Bps digits) noexcept {
  constexpr Bps thousand = 1000;
  if (size_ == 0 || items_[size_ - 1].label) return false;
  Bps& value = items_[size_ - 1].rate.value;
  if (value >= thousand || (is_low_rate(value) && is_low_rate(digits))) return false;
  value = value * thousand + digits;
  return true;
}

void Rates::settle_labels() noexcept {
  const bool behind = size_ > 0 && items_[size_ - 1].label;
  for (std::size_t i = 0; i < size_; ++i) {
    if (!items_[i].label) continue;
    const std::size_t rate = behind ? i - 1 : i + 1; // wraps around below 0: then it is no item
    if (rate < size_ && !items_[rate].label && items_[rate].rate.side == Side::unknown)
      items_[rate].rate.side = items_[i].rate.side;
  }
  const auto end = std::remove_if(items_.begin(), items_.begin() + static_cast<std::ptrdiff_t>(size_),
                                  [](const Item& item) { return item.label || !is_usual(item.rate.value); });
  size_ = static_cast<std::size_t>(end - items_.begin());
}

void Rates::apply(Link& link, Meaning meaning) {
  settle_labels();
  std::array<Rate, size_max> open{}; // those of which nothing tells whose they are
  std::size_t open_size = 0;
  std::optional<Bps> transmit;
  std::optional<Bps> receive;
  for (std::size_t i = 0; i < size_; ++i) {
    const Rate& rate = items_[i].rate;
    switch (rate.side) {
    case Side::unknown: open[open_size++] = rate; break;
    case Side::transmit: transmit = rate.value; break;
    case Side::receive: receive = rate.value; break;
    case Side::line: transmit = receive = rate.value; break;
    case Side::bearer:
      if (open_size == 1 && open[0].value <= rate.value)
        transmit = receive = open[--open_size].value;
      else
        transmit = receive = rate.value;
      break;
    case Side::port: link.dte = rate.value; break;
    }
  }
  if (transmit && receive) {
    *transmit == *receive ? apply_one_line_rate(link, *transmit) : apply_line_pair(link, *transmit, *receive);
  } else if (transmit) {
    link.dce_transmit = transmit;
  } else if (receive) {
    link.dce_receive = receive;
  }
  if (open_size == 0) return;
  const Rate& first = open[0];
  const bool connect = meaning == Meaning::connect;
  if (!transmit && !receive && open_size == 2 && is_digital(link.modulation)) {
    apply_digital_pair(link, first.value, open[1].value);
  } else if (transmit || receive) {
    if (connect) link.dte = first.value; // 115200/31200:TX/33600:RX
  } else if (connect && open_size == 1) {
    apply_connect_rate(link, first.value);
  } else if (connect && is_line_and_port(first, open[1])) { // 33600/115200
    set_line_rate(link, first.value, first.value);
    link.dte = open[1].value;
    link.rate_kind_assumed = is_port_rate(first.value);
  } else if (connect && is_port_and_line(link, first, open[1])) { // 115200/V34 33600/V42bis
    link.rate_kind_assumed = false;
    link.dte = first.value;
    if (open_size > 2 && open[2].beside)
      apply_unnamed_pair(link, open[1].value, open[2].value);
    else
      set_line_rate(link, open[1].value, open[1].value);
  } else if (connect && open_size > 2 && is_port_rate(open[2].value)) { // 31200/33600/115200
    apply_unnamed_pair(link, first.value, open[1].value);
    link.dte = open[2].value;
  } else if (open_size == 1) {
    apply_one_line_rate(link, first.value);
  } else if (meaning == Meaning::rate) { // V.250 6.4.3: transmit, receive
    apply_line_pair(link, first.value, open[1].value);
  } else {
    apply_unnamed_pair(link, first.value, open[1].value);
  }
}

} // namespace dialbench::at::detail
