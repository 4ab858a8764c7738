#include "harness/diagnosis/headline.hpp"

#include "harness/diagnosis/conditions.hpp"
#include "harness/diagnosis/phrases.hpp"

#include <algorithm>
#include <array>

namespace dialbench::diagnosis {
namespace {

using evidence::OutcomeClass;

struct Headline {
  OutcomeClass outcome;
  Condition condition;
  std::string_view sentence;
};
constexpr std::array headlines{
#define HEADLINE(outcome_class, condition, sentence)                                                         \
  Headline{OutcomeClass::outcome_class, condition, sentence},
#include "harness/diagnosis/headlines.def"
};

std::string rate_text(at::Bps rate) { return std::to_string(rate) + " bit/s"; }

std::string rates_text(const at::Link& link) {
  if (link.dce_transmit && link.dce_receive && *link.dce_transmit != *link.dce_receive) {
    return rate_text(*link.dce_transmit) + " out and " + rate_text(*link.dce_receive) + " in";
  }
  if (link.dce_transmit) return rate_text(*link.dce_transmit);
  if (link.dce_receive) return rate_text(*link.dce_receive);
  if (!link.dte) return {};
  // With nothing to tell its kind, a rate of the CONNECT line is either the line's or the port's.
  return rate_text(*link.dte) + (link.rate_kind_assumed ? "" : " between computer and modem");
}

std::string connected_text(const at::Link& link) {
  const std::string text = link_text(link);
  return text.empty() ? "The modems are connected." : "Connected: " + text + '.';
}

std::string with_full_stop(std::string text) {
  if (!text.empty() && text.back() != '.') text += '.';
  return text;
}

} // namespace

std::string link_text(const at::Link& link) {
  std::string text = rates_text(link);
  const auto add = [&text](std::string_view name, std::string_view value) {
    if (value.empty()) return;
    if (!text.empty()) text += ", ";
    text += std::string(name) + quoted_text(value);
  };
  add("", link.modulation);
  add("error control ", link.error_control);
  add("compression ", link.compression);
  return text;
}

std::string headline_of(const Facts& facts) {
  if (facts.is(OutcomeClass::connected)) return connected_text(facts.seen.link);
  // What the system or the reader of scripts said is more exact than any sentence of ours.
  if (facts.seen.port && !facts.seen.port->detail.empty()) return with_full_stop(facts.seen.port->detail);
  if (!facts.seen.fault_text.empty()) return with_full_stop(facts.seen.fault_text);
  const auto fits = [&](const Headline& headline) {
    return facts.is(headline.outcome) && headline.condition(facts);
  };
  const auto found = std::ranges::find_if(headlines, fits);
  if (found != headlines.end()) return filled(found->sentence, facts);
  return std::string(evidence::row(facts.outcome.outcome).text);
}

} // namespace dialbench::diagnosis
