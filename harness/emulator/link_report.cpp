#include "harness/emulator/link_report.hpp"

#include "at/dialect.hpp"
#include "harness/emulator/personality.hpp"
#include "harness/emulator/words.hpp"

#include <algorithm>

namespace dialbench::emulator {
namespace {

// S95
constexpr unsigned line_rate_bit = 1U << 0;
constexpr unsigned arq_bit = 1U << 1;
constexpr unsigned carrier_bit = 1U << 2;
constexpr unsigned protocol_bit = 1U << 3;
constexpr unsigned compression_bit = 1U << 5;

constexpr std::size_t lines_usual = 3; // modulation, error control, compression

unsigned result_options(const Settings& settings) { return settings.registers.at(Register::result_options); }

// The line's rate behind CONNECT. The tables of dialects write V.23's two in three ways; one that has none of
// them names the rate received, as of any other line.
std::string line_rate_text(const Link& link, const at::Dialect* dialect) {
  std::string receive = std::to_string(link.receive);
  if (!rates_by_caller(link.modulation)) return receive;
  if (dialect == nullptr) dialect = at::find_dialect("conexant");
  const bool calls = link.transmit < link.receive;
  const std::string transmit = std::to_string(link.transmit);
  const std::string by_name = transmit + "TX/" + receive + "RX";
  const std::string by_slash = transmit + '/' + receive;
  for (const std::string_view text :
       {std::string_view(by_name), std::string_view(by_slash), std::string_view(calls ? "7512" : "1275")}) {
    std::string word(words::connect);
    word.append(1, ' ').append(text);
    if (std::ranges::find(dialect->rows, word, &at::DialectRow::word) != dialect->rows.end())
      return std::string(text);
  }
  return receive;
}

std::string rates_text(const Link& link, bool receive_only) {
  std::string receive = std::to_string(link.receive);
  if (receive_only || link.transmit == link.receive) return receive;
  return std::to_string(link.transmit) + ',' + receive;
}

void add_extended(std::vector<std::string>& lines, const Link& link, const Settings& settings) {
  const auto mode = settings.extended.at(Extended::modulation_report);
  if (mode == 0) return;
  lines.push_back("+MCR: " + link.modulation);
  lines.push_back("+MRR: " + rates_text(link, mode == 2));
}

std::string suffixes_of_usr(const Link& link, unsigned level) {
  std::string text;
  if (level >= 1 && link.error_control != "NONE") text += "/ARQ";
  // Below 9600 bit/s there is one modulation for a rate, and it is not named.
  if (level >= 2 && link.receive >= 9600) text += '/' + (link.modulation == "V32B" ? "V32" : link.modulation);
  if (level >= 3 && link.error_control != "NONE") {
    text += link.error_control == "ALT" ? "/MNP" : '/' + link.error_control;
    if (link.compression == "V42B") text += "/V42BIS";
    if (link.compression == "V44") text += "/V44";
    if (link.compression == "ALT") text += "/MNP5";
  }
  return text;
}

std::string zyxel_line(const Link& link, const Settings& settings, const Habits& habits) {
  static constexpr unsigned rich = 5; // X5 and above
  std::string text(words::connect);
  const std::string rate = line_rate_text(link, habits.dialect);
  if (settings.x < rich) {
    text += ' ' + rate;
    if (link.error_control != "NONE") text += "/ARQ";
    if (link.compression == "V42B") text += "/V42b";
    return text;
  }
  text += ' ' + std::to_string(port_rate(settings, habits)) + '/' + link.modulation + ' ' + rate;
  if (link.error_control == "NONE") return text + "/NONE";
  return text + (link.compression == "V42B" ? "/V42b" : link.error_control == "ALT" ? "/MNP4" : "/V42");
}

} // namespace

unsigned port_rate(const Settings& settings, const Habits& habits) noexcept {
  const auto fixed = settings.extended.at(Extended::port_rate);
  return fixed != 0 ? fixed : habits.port_rate;
}

std::string carrier_line(const Link& link) {
  const std::string receive = std::to_string(link.receive);
  return "CARRIER " +
         (rates_by_caller(link.modulation) ? std::to_string(link.transmit) + '/' + receive : receive);
}

std::vector<std::string> lines_before_connect(const Link& link, const Settings& settings,
                                              const Habits& habits) {
  std::vector<std::string> lines;
  lines.reserve(lines_usual);
  add_extended(lines, link, settings);
  const bool words_known = settings.x != 0;
  const unsigned options = result_options(settings);
  const bool all = settings.number(BasicCommand::link_report) == 1;
  const bool er = settings.extended.at(Extended::error_control_report) != 0;
  const bool dr = settings.extended.at(Extended::compression_report) != 0;
  if (words_known && habits.modulation_lines) {
    lines.push_back("Modulation: " + written_modulation(link.modulation));
    lines.push_back("Protocol: " + link.protocol_word);
    lines.push_back("Compression: " + link.compression_word);
  } else if (words_known && lines.empty() && (all || (options & carrier_bit) != 0)) {
    lines.push_back(carrier_line(link));
  }
  const bool plain = words_known && !habits.modulation_lines;
  if (er)
    lines.push_back("+ER: " + link.error_control);
  else if (plain && habits.connect_error_lines)
    lines.emplace_back("PROTOCOL: ERROR-CONTROL/LAPB");
  else if (plain && (all || (options & protocol_bit) != 0))
    lines.push_back("PROTOCOL: " + link.protocol_word);
  if (dr)
    lines.push_back("+DR: " + link.compression);
  else if (plain && (all || (options & compression_bit) != 0))
    lines.push_back("COMPRESSION: " + link.compression_word);
  if (settings.extended.at(Extended::port_rate_report) != 0)
    lines.push_back("+ILRR: " + std::to_string(port_rate(settings, habits)));
  return lines;
}

std::string connect_line(const Link& link, const Settings& settings, const Habits& habits) {
  std::string text(words::connect);
  if (settings.x == 0 || habits.connect_without_rate) return text;
  const std::string rate = ' ' + line_rate_text(link, habits.dialect);
  if (habits.connect_rate_said != 0) return text + ' ' + std::to_string(habits.connect_rate_said);
  const bool reliable = link.error_control != "NONE";
  const bool suffix_asked = settings.number(BasicCommand::reliable_suffix) != 0;
  switch (personality_of(habits.dialect).form) {
  case ConnectForm::plain: return text + rate;
  case ConnectForm::arq: return text + rate + suffixes_of_usr(link, settings.number(BasicCommand::suffixes));
  case ConnectForm::ec: return text + rate + (reliable ? " EC" : "");
  case ConnectForm::lap_m:
    if (reliable)
      text += rate + (link.error_control == "LAPM" ? " LAP-M" : " RELIABLE");
    else
      text += rate;
    return text + (link.compression == "NONE" ? "" : " COMPRESSED");
  case ConnectForm::zyxel: return zyxel_line(link, settings, habits);
  case ConnectForm::rel: return text + rate + (suffix_asked && reliable ? "/REL" : "");
  case ConnectForm::rockwell: break;
  }
  const unsigned options = result_options(settings);
  const bool line = settings.number(BasicCommand::link_report) == 2 || settings.names_line_rate ||
                    (options & line_rate_bit) != 0;
  text += line ? rate : ' ' + std::to_string(port_rate(settings, habits));
  if ((options & arq_bit) != 0 && reliable)
    text += "/ARQ";
  else if (suffix_asked && reliable)
    text += link.error_control == "LAPM" ? "/LAP-M" : "/REL";
  return text;
}

} // namespace dialbench::emulator
