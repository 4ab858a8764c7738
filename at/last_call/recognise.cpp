#include "at/last_call/forms.hpp"
#include "at/last_call/last_call.hpp"
#include "at/last_call/letters.hpp"
#include "at/last_call/s86.hpp"
#include "at/last_call/unimodem.hpp"

#include <algorithm>
#include <array>

namespace dialbench::at {
namespace {

// Words that stand on one page only, each as good as several labels that pages share.
struct Mark {
  std::string_view letters;
  ReportKind kind;
};
constexpr auto marks = std::to_array<Mark>({
    {"DISCONNECTREASONIS", ReportKind::usr_link},
    {"TRELLISCODE", ReportKind::usr_extended},
    {"RECVXMITLEVEL", ReportKind::usr_extended},
    {"CALLTERMINATIONCAUSE", ReportKind::lucent},
    {"TERMINATIONREASON", ReportKind::conexant},
    {"LINKSTATUSREPORT", ReportKind::zyxel},
    {"T401TIMEOUTS", ReportKind::zyxel},
    {"LINKTYPE", ReportKind::multitech},
    {"PASTRETRAINS", ReportKind::multitech},
});
constexpr std::size_t mark_weight = 4;
constexpr std::size_t weight_min = 2;

bool stands_in(std::string_view letters, std::string_view line) noexcept {
  for (std::size_t at = 0; at < line.size(); ++at)
    if ((at == 0 || !last_call::is_letter_or_digit(line[at - 1])) &&
        last_call::length_of(letters, line.substr(at)) > 0)
      return true;
  return false;
}

struct Candidate {
  ReportKind kind;
  last_call::Labels (*labels)() noexcept;
};
// Of two that weigh the same the first is taken: Multi-Tech's page may hold the labels of others.
constexpr auto candidates = std::to_array<Candidate>({
    {ReportKind::usr_link, last_call::usr_link_labels},
    {ReportKind::usr_extended, last_call::usr_extended_labels},
    {ReportKind::lucent, last_call::lucent_labels},
    {ReportKind::conexant, last_call::conexant_labels},
    {ReportKind::zyxel, last_call::zyxel_labels},
    {ReportKind::multitech, last_call::multitech_labels},
});

std::size_t weight_of(const Candidate& candidate, std::span<const std::string_view> lines) noexcept {
  std::size_t weight = 0;
  for (std::string_view line : lines) {
    line = line.substr(0, last_call::line_bytes_max);
    weight += last_call::count_labels({&line, 1}, candidate.labels());
    for (const Mark& mark : marks)
      if (mark.kind == candidate.kind && stands_in(mark.letters, line)) weight += mark_weight;
  }
  return weight;
}

} // namespace

std::optional<ReportKind> recognise_report(std::span<const std::string_view> lines) noexcept {
  lines = lines.first(std::min(lines.size(), report_lines_max));
  for (const std::string_view line : lines) {
    if (last_call::is_unimodem(line.substr(0, last_call::line_bytes_max))) return ReportKind::unimodem;
    if (last_call::s86_named(line.substr(0, last_call::line_bytes_max))) return ReportKind::s86;
  }
  std::optional<ReportKind> best;
  std::size_t most = weight_min - 1;
  for (const Candidate& candidate : candidates) {
    const std::size_t weight = weight_of(candidate, lines);
    if (weight <= most) continue;
    most = weight;
    best = candidate.kind;
  }
  return best;
}

} // namespace dialbench::at
