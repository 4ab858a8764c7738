#include "at/connect.hpp"

#include "at/link_tokens.hpp"
#include "at/words.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace dialbench::at {
namespace {

using detail::find_link_word;
using detail::level_max;
using detail::LinkKind;
using detail::LinkWord;
using detail::next_token;
using detail::Number;
using detail::number_at_front;
using detail::rate_max;
using detail::Token;

// Rates that only serial ports have; a modulation has none of them.
bool is_port_rate(Bps rate) noexcept {
  static constexpr Bps rates[] = {38400, 57600, 76800, 115200, 230400, 460800, 921600};
  return std::find(std::begin(rates), std::end(rates), rate) != std::end(rates);
}

enum class Side : std::uint8_t { unknown, transmit, receive, line };

struct Rate {
  Bps value = 0;
  Side side = Side::unknown;
  bool beside = false; // a slash or a comma joins it to the rate before it: 1200/75
};

// What one line says, before it is joined with what is known from other lines.
class LineReader {
 public:
  LineReader(Link& link, Meaning meaning) noexcept
      : link_(link)
      , meaning_(meaning) {}

  void read(std::string_view text) {
    while (const std::optional<Token> token = next_token(text)) take(*token);
    apply_rates();
  }

 private:
  void take(const Token& token) {
    const std::string_view text = token.text();
    const bool level_awaited = std::exchange(level_awaited_, false);
    const bool rate_before = std::exchange(rate_before_, false);
    const Side side = std::exchange(side_, Side::unknown);
    if (text == "OR") { // 300 OR 1200
      rates_size_ = 0;
      alternatives_ = true;
    } else if (text == "BIS") {
      take_bis();
    } else if (text == "TRANSMIT" || text == "TX") {
      side_ = Side::transmit;
    } else if (text == "RECEIVE" || text == "RX") {
      side_ = Side::receive;
    } else if (const auto number = number_at_front(text)) {
      if (level_awaited && number->unit.empty() && number->value <= level_max) {
        take_level(number->value);
        level_awaited_ = true; // MNP 3, 4
      } else {
        take_number(*number, token, rate_before, side);
      }
    } else if (const auto level = detail::level_of(text)) {
      take_word(*level->word);
      take_level(level->number);
    } else if (const LinkWord* word = find_link_word(text)) {
      take_word(*word);
      level_awaited_ = word->kind == LinkKind::level;
      bis_base_ = word;
    }
  }

  // V.42 BIS, V.32 bis.
  void take_bis() {
    if (bis_base_ == nullptr) return;
    const std::string_view base = bis_base_->token;
    if (base == "V42")
      take_word(*find_link_word("V42BIS"));
    else if (base == "V32" || base == "V22" || base == "V34")
      link_.modulation = std::string(base) + "B";
  }

  void take_number(const Number& number, const Token& token, bool rate_before, Side side) {
    if (alternatives_) return;
    Rate rate{number.value, side, rate_before && (token.separator() == '/' || token.separator() == ',')};
    if (number.unit == "TX") {
      rate.side = Side::transmit;
    } else if (number.unit == "RX") {
      rate.side = Side::receive;
    } else if (number.unit == "K" || number.unit == "KPIAFS") {
      rate.value *= 1000; // at most rate_max * 1000: fits
      if (number.unit == "KPIAFS") {
        rate.side = Side::line;
        link_.modulation = "PIAFS";
      }
    } else if (!number.unit.empty() && number.unit != "BPS") {
      const LinkWord* glued = find_link_word(number.unit); // 300REL
      if (glued == nullptr) return;
      take_word(*glued);
    }
    const bool thousands = rate.beside && token.separator() == ',' && !token.blank_before() &&
                           number.unit.empty() && token.text().size() == 3 && rates_size_ == 1 &&
                           rates_[0].value < 1000 &&
                           (meaning_ == Meaning::connect || meaning_ == Meaning::carrier);
    if (thousands) { // 115,200
      rates_[0].value = rates_[0].value * 1000 + number.value;
      rate_before_ = true;
    } else if (rate.value != 0 && rate.value <= rate_max && rates_size_ < rates_.size()) {
      rates_[rates_size_++] = rate;
      rate_before_ = true;
    }
  }

  void take_word(const LinkWord& word) {
    switch (word.kind) {
    case LinkKind::modulation:
      if (meaning_ != Meaning::protocol && meaning_ != Meaning::compression) link_.modulation = word.value;
      break;
    case LinkKind::protocol:
      if (meaning_ == Meaning::compression) // +DR: ALT is MNP's own compression
        link_.compression = "MNP5";
      else
        set_protocol(word.value);
      break;
    case LinkKind::some_protocol: set_some_protocol(); break;
    case LinkKind::level:
      if (meaning_ == Meaning::compression) break;
      if (word.value == "ARQ")
        set_some_protocol();
      else
        set_protocol(word.value);
      break;
    case LinkKind::no_protocol: set_protocol(word.value); break;
    case LinkKind::none:
      if (meaning_ == Meaning::compression || protocol_said_)
        link_.compression = word.value;
      else if (meaning_ != Meaning::modulation)
        set_protocol(word.value);
      break;
    case LinkKind::compression: set_compression(word.value); break;
    }
  }

  // MNP classes: 5 and 7 compress, 2-4 and 10 only correct.
  void take_level(Bps level) {
    if (meaning_ != Meaning::compression) set_protocol("MNP");
    if (level == 5 || level == 7) set_compression(level == 5 ? "MNP5" : "MNP7");
  }

  void set_protocol(std::string_view value) {
    link_.error_control = value;
    protocol_said_ = true;
  }

  // ARQ, REL, EC: does not overwrite a kind that is known, unless it was none.
  void set_some_protocol() {
    if (link_.error_control.empty() || link_.error_control == "NONE") link_.error_control = "ARQ";
    protocol_said_ = true;
  }

  void set_compression(std::string_view value) {
    if (value != "ON" || link_.compression.empty() || link_.compression == "NONE") link_.compression = value;
    if (link_.error_control.empty()) link_.error_control = "ARQ";
    if (meaning_ != Meaning::compression) protocol_said_ = true;
  }

  void set_line_rate(Bps transmit, Bps receive) {
    link_.dce_transmit = transmit;
    link_.dce_receive = receive;
  }

  void apply_rates() {
    if (rates_size_ == 0) return;
    const Rate& first = rates_[0];
    if (meaning_ == Meaning::connect)
      apply_connect_rates();
    else if (meaning_ == Meaning::carrier || meaning_ == Meaning::rate)
      rates_size_ == 1 ? apply_line_rate(first.value) : apply_line_pair();
  }

  // 1275 and 7512 are how V.23's 1200/75 and 75/1200 are written as one number.
  bool apply_v23(Bps rate) {
    if (rate != 1275 && rate != 7512) return false;
    if (rate == 1275)
      set_line_rate(1200, 75);
    else
      set_line_rate(75, 1200);
    link_.modulation = "V23";
    return true;
  }

  void apply_line_rate(Bps rate) {
    // What a CONNECT before it left open is now clear: its rate was the port's, where it is another one.
    if (link_.rate_kind_assumed && link_.dce_receive != rate) link_.dte = link_.dce_receive;
    link_.rate_kind_assumed = false;
    if (!apply_v23(rate)) set_line_rate(rate, rate);
  }

  void apply_line_pair() {
    const bool swapped = rates_[0].side == Side::receive || rates_[1].side == Side::transmit;
    if (link_.rate_kind_assumed) link_.dte = link_.dce_receive;
    link_.rate_kind_assumed = false;
    set_line_rate(rates_[swapped ? 1 : 0].value, rates_[swapped ? 0 : 1].value);
  }

  void apply_connect_rates() {
    const Rate& first = rates_[0];
    if (rates_size_ == 1) {
      apply_single_connect_rate(first);
      return;
    }
    const Rate& second = rates_[1];
    const bool port_and_line = !second.beside || second.side == Side::line ||
                               (is_port_rate(first.value) && second.value < first.value);
    if (port_and_line && first.side == Side::unknown) { // 115200/V34 33600/V42bis
      link_.dte = first.value;
      set_line_rate(second.value, second.value);
      link_.rate_kind_assumed = false;
    } else {
      apply_line_pair();
    }
  }

  void apply_single_connect_rate(const Rate& rate) {
    const bool line_known = link_.dce_receive.has_value() && !link_.rate_kind_assumed;
    if (line_known) {
      if (link_.dce_receive != rate.value && link_.dce_transmit != rate.value) link_.dte = rate.value;
    } else if (is_port_rate(rate.value) && !link_.modulation.empty()) {
      link_.dte = rate.value; // no modulation has it
    } else if (!apply_v23(rate.value) && link_.dte != rate.value) {
      set_line_rate(rate.value, rate.value);
      link_.rate_kind_assumed = link_.modulation.empty();
    }
  }

  Link& link_;
  Meaning meaning_;
  std::array<Rate, 2> rates_{};
  std::size_t rates_size_ = 0;
  Side side_ = Side::unknown;
  bool rate_before_ = false;   // the token before was a rate
  bool level_awaited_ = false; // the token before was MNP, CLASS or REL
  bool protocol_said_ = false; // in this line
  bool alternatives_ = false;
  const LinkWord* bis_base_ = nullptr;
};

} // namespace

void add_line(Link& link, std::string_view line) {
  const detail::Canonical canonical(line);
  const detail::Word* word = detail::find_word(canonical);
  if (word == nullptr || (word->form != detail::Form::link && word->form != detail::Form::key)) return;
  std::string_view tail = canonical.upper().substr(word->text.size());
  if (canonical.upper().size() == detail::Canonical::size_max)
    tail = tail.substr(0, tail.find_last_of(" /,"));
  if (word->text == "+ILRR") {
    if (const auto token = next_token(tail))
      if (const auto rate = number_at_front(token->text()); rate && rate->value != 0) link.dte = rate->value;
    return;
  }
  switch (word->meaning) {
  case Meaning::connect:
  case Meaning::carrier:
  case Meaning::protocol:
  case Meaning::compression:
  case Meaning::modulation:
  case Meaning::rate: LineReader(link, word->meaning).read(tail); break;
  default: break;
  }
}

} // namespace dialbench::at
