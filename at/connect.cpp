#include "at/connect.hpp"

#include "at/dialect.hpp"
#include "at/link_rates.hpp"
#include "at/link_tokens.hpp"
#include "at/pattern.hpp"
#include "at/result.hpp"
#include "at/words.hpp"

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
using detail::Side;
using detail::Token;

// What one line says, before it is joined with what is known from other lines.
class LineReader {
 public:
  LineReader(Link& link, Meaning meaning) noexcept
      : link_(link)
      , meaning_(meaning) {}

  void read(std::string_view text) {
    while (const std::optional<Token> token = next_token(text)) {
      // Behind a gateway of a mobile network the list goes on with the leg from there to the modem that was
      // called: 32000/PIAFS/V.42bis/CARRIER 33600/NONE. The link is the one to the gateway.
      if (token->text() == "CARRIER" && gateway_) break;
      take(*token);
    }
    end_family();
    rates_.apply(link_, meaning_);
  }

 private:
  void take(const Token& token) {
    const std::string_view text = token.text();
    const bool level_awaited = std::exchange(level_awaited_, false);
    const bool rate_before = std::exchange(rate_before_, false);
    const bool is_port_of_host =
        std::exchange(address_before_, token.is_address()) && token.separator() == ':';
    if (family_ != nullptr) {
      if (const LinkWord* word = detail::find_link_word(family_->value, text)) {
        family_ = nullptr;
        take_word(*word);
        return;
      }
      end_family();
    }
    if (text == "OR") { // 300 OR 1200
      rates_.clear();
      alternatives_ = true;
    } else if (text == "BIS" || text == "TER" || text == "TERBO") {
      take_second_half(text);
    } else if (is_port_of_host) { // 127.0.0.1:2323
    } else if (const auto number = detail::number_of(token)) {
      if (level_awaited && number->value <= level_max && (number->unit.empty() || number->unit == "EC")) {
        take_level(number->value);
        level_awaited_ = true; // MNP 3, 4
      } else {
        take_number(*number, token, rate_before);
      }
    } else if (const auto level = detail::level_of(text)) {
      const bool negated = negated_;
      take_word(*level->word);
      if (!negated) take_level(level->number);
    } else if (rate_before && text.substr(0, 1) == "K" && detail::is_rate_unit(text.substr(1))) {
      rates_.last_is_in_kilobits();
    } else if (const LinkWord* word = find_link_word(text)) {
      take_word(*word);
    } else {
      negated_ = false;
      bis_base_ = nullptr;
      gateway_ = gateway_ || text.substr(0, 3) == "PDC";
    }
  }

  // V.42 BIS, V.32 bis, V.32 terbo.
  void take_second_half(std::string_view text) {
    if (bis_base_ == nullptr) return;
    if (const LinkWord* whole = detail::find_link_word(bis_base_->token, text)) take_word(*whole);
  }

  void take_number(const Number& number, const Token& token, bool rate_before) {
    if (alternatives_) return;
    const bool beside = rate_before && (token.separator() == '/' || token.separator() == ',');
    // Behind a blank only what ends as rates do: CONNECT 64 128 is two.
    const bool in_one = token.separator() == ',' ? !token.blank_before()
                                                 : token.separator() == ' ' && number.value % 100 == 0;
    const bool thousands = rate_before && in_one && number.unit.empty() && token.text().size() == 3 &&
                           (meaning_ == Meaning::connect || meaning_ == Meaning::carrier);
    if (thousands && rates_.join_thousands(number.value)) { // 115,200 and 14 400
      rate_before_ = true;
      return;
    }
    detail::Rate rate{number.value, Side::unknown, beside};
    if (!detail::is_rate_unit(number.unit)) {
      const LinkWord* glued = find_link_word(number.unit); // 300REL, 75TX, 64KPIAFS
      if (glued == nullptr) return;
      if (glued->kind == LinkKind::side)
        rate.side = side_of(*glued);
      else
        take_word(*glued);
      if (glued->value == "K56") return; // 56KFLEX is a name
      if (glued->value == "PIAFS") rate.side = Side::bearer;
    }
    rates_.add(rate);
    rate_before_ = true;
  }

  static Side side_of(const LinkWord& word) noexcept {
    if (word.value == "transmit") return Side::transmit;
    if (word.value == "receive") return Side::receive;
    return word.value == "port" ? Side::port : Side::line;
  }

  void take_word(const LinkWord& word) {
    bis_base_ = &word;
    if (std::exchange(negated_, false)) {
      take_negated(word);
      return;
    }
    switch (word.kind) {
    case LinkKind::modulation:
      if (meaning_ != Meaning::protocol && meaning_ != Meaning::compression) set_modulation(word.value);
      if (word.value == "PIAFS") {
        assume_protocol(); // it repeats what is lost
        gateway_ = true;
      }
      break;
    case LinkKind::protocol:
      if (meaning_ == Meaning::compression) // +DR: ALT is MNP's own compression
        link_.compression = "MNP5";
      else
        set_protocol(word.value);
      break;
    case LinkKind::some_protocol: set_some_protocol(); break;
    case LinkKind::level:
      level_awaited_ = true;
      if (meaning_ == Meaning::compression) break;
      if (word.value == "ARQ")
        set_some_protocol();
      else
        set_protocol(word.value);
      break;
    case LinkKind::no_protocol: set_protocol(word.value); break;
    case LinkKind::none:
      if (meaning_ == Meaning::compression || protocol_said_)
        set_no_compression();
      else if (meaning_ != Meaning::modulation)
        set_protocol(word.value);
      break;
    case LinkKind::compression: set_compression(word.value); break;
    case LinkKind::no_compression: set_no_compression(); break;
    case LinkKind::on:
      if (meaning_ == Meaning::compression)
        set_compression(word.value);
      else if (meaning_ == Meaning::protocol)
        set_some_protocol();
      break;
    case LinkKind::family: family_ = &word; break;
    case LinkKind::side: rates_.add(side_of(word)); break;
    case LinkKind::topic:
      if (word.value == "protocol")
        protocol_said_ = false;
      else
        set_compression("ON"); // of which NONE behind it says the contrary
      break;
    case LinkKind::negation: negated_ = true; break;
    }
  }

  void take_negated(const LinkWord& word) {
    switch (word.kind) {
    case LinkKind::protocol:
    case LinkKind::some_protocol:
    case LinkKind::level: set_protocol("NONE"); break;
    case LinkKind::compression: set_no_compression(); break;
    case LinkKind::topic:
      if (word.value == "protocol")
        set_protocol("NONE");
      else
        set_no_compression();
      break;
    default: break;
    }
  }

  // The name of a family alone: LAPM-V has compression, LAP is LAPM.
  void end_family() {
    const LinkWord* family = std::exchange(family_, nullptr);
    if (family == nullptr) return;
    if (family->token == "V") set_compression("ON");
    if (family->token == "LAP") take_word(*find_link_word("LAPM"));
  }

  // MNP classes: 5 and 7 compress, 2-4 and 10 only correct.
  void take_level(Bps level) {
    if (meaning_ != Meaning::compression) set_protocol("MNP");
    if (level == 5 || level == 7) set_compression(level == 5 ? "MNP5" : "MNP7");
  }

  void set_modulation(std::string_view value) {
    link_.modulation = value;
    link_.modulation_assumed = false;
  }

  void set_protocol(std::string_view value) {
    link_.error_control = value;
    link_.error_control_assumed = false;
    protocol_said_ = true;
  }

  // ARQ, REL, EC: does not overwrite a kind that is known, unless it was none.
  void set_some_protocol() {
    if (link_.error_control.empty() || link_.error_control == "NONE") link_.error_control = "ARQ";
    link_.error_control_assumed = false;
    protocol_said_ = true;
  }

  void set_compression(std::string_view value) {
    if (value != "ON" || link_.compression.empty() || link_.compression == "NONE") link_.compression = value;
    assume_protocol();
    if (meaning_ != Meaning::compression) protocol_said_ = true;
  }

  void assume_protocol() {
    if (!link_.error_control.empty()) return;
    link_.error_control = "ARQ";
    link_.error_control_assumed = true;
  }

  void set_no_compression() {
    link_.compression = "NONE";
    if (std::exchange(link_.error_control_assumed, false)) link_.error_control.clear();
  }

  Link& link_;
  Meaning meaning_;
  detail::Rates rates_;
  bool rate_before_ = false;    // the token before was a rate
  bool address_before_ = false; // the token before was 10.0.0.1
  bool level_awaited_ = false;  // the token before was MNP, CLASS or REL
  bool protocol_said_ = false;  // in this line
  bool alternatives_ = false;
  bool gateway_ = false;               // PIAFS or PDC was named
  bool negated_ = false;               // the token before was NO
  const LinkWord* family_ = nullptr;   // the token before, where it may be half a name
  const LinkWord* bis_base_ = nullptr; // the token before, where it was known
};

// The rates that the table states. Two that the words tell stand, where one of them is it.
void add_stated_rates(Link& link, const Link& before, const StatedLink& stated) {
  if (stated.dce != 0) {
    const bool asymmetric = link.dce_transmit != link.dce_receive;
    const bool told = link.dce_transmit == stated.dce || link.dce_receive == stated.dce;
    if (!asymmetric || !told) link.dce_transmit = link.dce_receive = stated.dce;
    link.rate_kind_assumed = false;
  }
  if (stated.dte == 0) return;
  link.dte = stated.dte;
  if (stated.dce != 0 || !link.rate_kind_assumed || link.dce_receive != stated.dte) return;
  // The only rate of the line, and the table knows it for the port's.
  link.dce_transmit = before.dce_transmit;
  link.dce_receive = before.dce_receive;
  link.rate_kind_assumed = before.rate_kind_assumed;
}

// The option bits say that there is some, never of which kind. A bit that is not set speaks of CONNECT only:
// in lines before it tables leave the bits out. It decides against what this line says, not against the lines
// before.
void add_stated_options(Link& link, const Link& before, const Result& result) {
  const StatedLink& stated = result.row->link;
  if (stated.compression && (link.compression.empty() || link.compression == "NONE")) link.compression = "ON";
  if (stated.error_control || stated.compression) {
    if (link.error_control.empty() || link.error_control == "NONE") link.error_control = "ARQ";
    link.error_control_assumed = !stated.error_control && link.error_control_assumed;
  }
  if (result.meaning != Meaning::connect) return;
  if (!stated.compression && link.compression != "NONE") link.compression = before.compression;
  if (!stated.error_control && !stated.compression && link.error_control != "NONE") {
    link.error_control = before.error_control;
    link.error_control_assumed = before.error_control_assumed;
  }
}

// The pattern tells which of the rates is whose. Bits that are not set tell nothing: what stands in a gap may
// be anything.
void add_pattern(Link& link, const DialectRow& row, std::string_view word) {
  const Link before = link;
  add_line(link, word);
  if (const auto rates = match_pattern(row.word, detail::Canonical(word).text())) {
    StatedLink stated;
    stated.dce = rates->dce;
    stated.dte = rates->dte;
    add_stated_rates(link, before, stated);
  }
  if (row.link.error_control && (link.error_control.empty() || link.error_control == "NONE"))
    link.error_control = "ARQ";
}

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
      if (const auto rate = detail::number_of(*token); rate && rate->value != 0) link.dte = rate->value;
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

void add_result(Link& link, const Result& result) {
  if (result.row != nullptr && result.row->pattern) return add_pattern(link, *result.row, result.word);
  const bool stated = result.row != nullptr && result.row->link.stated;
  const Link before = stated ? link : Link{};
  add_line(link, result.number ? result.verbose : result.word);
  if (!stated) return;
  add_stated_rates(link, before, result.row->link);
  add_stated_options(link, before, result);
}

} // namespace dialbench::at
