#include "harness/emulator/reports.hpp"

#include "harness/emulator/link_report.hpp"
#include "harness/emulator/personality.hpp"
#include "harness/emulator/report_words.hpp"
#include "harness/emulator/unimodem_report.hpp"

#include <algorithm>
#include <cstdio>

namespace dialbench::emulator {
namespace {

std::string padded(std::string_view text, std::size_t width) {
  std::string result(text);
  if (result.size() < width) result.append(width - result.size(), ' ');
  return result;
}

std::string number(std::uint64_t value) { return std::to_string(value); }

std::string protocol_text(const Link& link) {
  return link.error_control == "ALT" ? "MNP" : link.error_control == "NONE" ? "NONE" : link.error_control;
}

std::string compression_text(const Link& link, std::string_view v42bis) {
  if (link.compression == "V42B") return std::string(v42bis);
  return link.compression == "ALT" ? "MNP5" : link.compression;
}

std::string clock_of_call(Duration duration) {
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(duration).count();
  char text[32];
  std::snprintf(text, sizeof text, "%02lld:%02lld:%02lld", static_cast<long long>(seconds / 3600),
                static_cast<long long>(seconds / 60 % 60), static_cast<long long>(seconds % 60));
  return text;
}

std::string name_of(const Habits& habits) {
  const auto model = personality_of(habits.dialect).model;
  return model.empty() || !habits.identification.empty() ? habits.identification : std::string(model);
}

// USR ATI6.
std::string usr_link_page(const ReportFacts& facts) {
  const CallLog& log = facts.log;
  const Link& link = log.link();
  std::string page = name_of(facts.habits) + " Link Diagnostics...\n\n";
  page += padded("Chars sent", 19) + padded(number(log.characters_sent()), 18) + "Chars Received  " +
          number(log.characters_received()) + '\n';
  if (log.connected()) {
    page += "\nRetrains Requested            0      Retrains Granted              0\n\n";
    page += "Data Compression       " + compression_text(link, "V42BIS 2048/32") + '\n';
    page += "Protocol               " + protocol_text(link) + '\n';
    page += "Speed                  " + number(link.receive) + '/' + number(link.transmit) + '\n';
  }
  page += (log.open() ? "Current Call           " : "Last Call              ") +
          clock_of_call(log.lasted(facts.now)) + '\n';
  if (log.any()) {
    const auto reason = usr_reason(log.why());
    page += '\n' + std::string(log.open() ? "" : "Disconnect Reason is ") + std::string(reason) + '\n';
  }
  return page;
}

// USR ATI11.
std::string usr_extended_page(const ReportFacts& facts) {
  const CallLog& log = facts.log;
  std::string page = name_of(facts.habits) + " Link Diagnostics...\n\n";
  page += "Modulation                  " +
          (log.connected() ? written_modulation(log.link().modulation) : "None") + '\n';
  if (log.connected()) page += "Speed Shifts Up/Down        0/0\n";
  return page;
}

// Lucent ATI11, both of its pages.
std::string lucent_page(const ReportFacts& facts) {
  constexpr std::string_view heading = "      Description                         Status\n"
                                       "      ---------------                     ------------\n";
  const CallLog& log = facts.log;
  const Link& link = log.link();
  const auto row = [](unsigned index, std::string_view label, const std::string& value) {
    return padded(number(index), 6) + padded(label, 36) + value + '\n';
  };
  const auto known = [&](const std::string& value) { return log.connected() ? value : std::string("NA"); };
  std::string page(heading);
  page += row(1, "Last Connection", known(written_modulation(link.modulation)));
  page += row(2, "Initial Transmit Carrier Rate", known(number(link.transmit)));
  page += row(3, "Initial Receive  Carrier Rate", known(number(link.receive)));
  page += row(4, "Final   Transmit Carrier Rate", known(number(link.transmit)));
  page += row(5, "Final   Receive  Carrier Rate", known(number(link.receive)));
  page += row(6, "Protocol Negotiation Result", known(protocol_text(link)));
  page += row(7, "Data Compression Result", known(compression_text(link, "V42bis")));
  page += row(10, "Transmit Signal Power Level  (-dBm)",
              number(facts.settings.registers.at(Register::transmit_level)));
  page += std::string(between_pages) + '\n' + std::string(heading);
  page += row(18, "Retrain by Local  Modem", "0");
  page += row(19, "Retrain by Remote Modem", "0");
  page += row(20, "Call Termination Cause", lucent_cause(log));
  return page;
}

// Conexant AT&V1.
std::string conexant_page(const ReportFacts& facts) {
  const CallLog& log = facts.log;
  const Link& link = log.link();
  const auto row = [](std::string_view label, const std::string& value) {
    return std::string(label) + std::string(label.size() < 28 ? 28 - label.size() : 2, '.') + ' ' + value +
           '\n';
  };
  std::string page = row("TERMINATION REASON", log.any() ? std::string(conexant_reason(log.why())) : "NONE");
  if (!log.connected()) return page;
  page += row("LAST TX rate", number(link.transmit) + " BPS");
  page += row("HIGHEST TX rate", number(link.transmit) + " BPS");
  page += row("LAST RX rate", number(link.receive) + " BPS");
  page += row("HIGHEST RX rate", number(link.receive) + " BPS");
  page += row("PROTOCOL", protocol_text(link));
  page += row("COMPRESSION", compression_text(link, "V42Bis"));
  page += row("Local Rtrn Count", "00");
  page += row("Remote Rtrn Count", "00");
  return page;
}

// ZyXEL ATI2. The link duration is in minutes, begun ones counted.
std::string zyxel_page(const ReportFacts& facts) {
  const CallLog& log = facts.log;
  const auto minutes = std::chrono::ceil<std::chrono::minutes>(log.lasted(facts.now)).count();
  std::string page = "ZyXEL U-MODEM LINK STATUS REPORT\n\n";
  page += padded("Chars Sent", 24) + padded(number(log.characters_sent()), 7) + padded("Chars Received", 24) +
          number(log.characters_received()) + '\n';
  page += padded("Link Duration", 24) + padded(number(static_cast<std::uint64_t>(minutes)), 7) +
          padded("Retrain Granted", 24) + "0\n";
  if (log.connected()) {
    // As on CONNECT: Connect 14400/ARQ/V42b.
    const Link& link = log.link();
    page += "Last Speed/Protocol    Connect " + number(link.receive) +
            (link.error_control == "NONE" ? "" : "/ARQ") + (link.compression == "V42B" ? "/V42b" : "") + '\n';
  }
  if (log.any() && !log.open())
    page += "Disconnect Reason      " + std::string(zyxel_reason(log.why())) + '\n';
  return page;
}

// Multi-Tech ATI11.
std::string multitech_page(const ReportFacts& facts) {
  const CallLog& log = facts.log;
  const Link& link = log.link();
  std::string page =
      "Firmware Version     : " + std::string(personality_of(facts.habits.dialect).revision) + '\n';
  if (!log.connected()) return page;
  page += "Link Type            : " + written_modulation(link.modulation) + '\n';
  page += "Line Speed           : " + number(link.receive) + '/' + number(link.transmit) + '\n';
  page += "Serial Speed         : " + number(port_rate(facts.settings, facts.habits)) + '\n';
  page += "Error Correction     : " + (link.error_control == "LAPM" ? "V.42" : protocol_text(link)) + '\n';
  page += "Data Compression     : " + compression_text(link, "V.42bis") + '\n';
  page += "Past Retrains        : 0\n";
  return page;
}

} // namespace

std::optional<at::ReportKind> report_asked(std::string_view command_line,
                                           const at::Dialect* dialect) noexcept {
  if (dialect == nullptr) dialect = at::find_dialect("conexant");
  const auto row = std::ranges::find(dialect->reports, command_line, &at::ReportCommand::command);
  if (row == dialect->reports.end()) return std::nullopt;
  return row->kind;
}

std::string report_page(at::ReportKind kind, const ReportFacts& facts) {
  std::string page;
  switch (kind) {
  case at::ReportKind::unimodem: return unimodem_report(facts);
  case at::ReportKind::usr_link: page = usr_link_page(facts); break;
  case at::ReportKind::usr_extended: page = usr_extended_page(facts); break;
  case at::ReportKind::lucent: page = lucent_page(facts); break;
  case at::ReportKind::conexant: page = conexant_page(facts); break;
  case at::ReportKind::zyxel: page = zyxel_page(facts); break;
  case at::ReportKind::multitech: page = multitech_page(facts); break;
  case at::ReportKind::s86: return {};
  }
  if (page.ends_with('\n')) page.pop_back();
  return page;
}

} // namespace dialbench::emulator
