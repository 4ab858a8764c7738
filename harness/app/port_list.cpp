#include "harness/app/port_list.hpp"

#include "harness/report/json.hpp"
#include "harness/report/plain.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace dialbench::app {
namespace {

using Json = nlohmann::ordered_json;

std::string held(const port::Holder& holder) {
  const std::string program = holder.program.empty() ? "another program" : report::printable(holder.program);
  return holder.pid == 0 ? "held by " + program
                         : "held by " + program + " (pid " + std::to_string(holder.pid) + ')';
}

std::string port_text(const port::Listed& port, const report::Style& style) {
  std::string out = style.heading(report::printable(port.name)) + '\n';
  std::string what = port.kind.empty() ? "kind unknown" : port.kind;
  if (!port.usb.empty()) what += ", " + port.usb;
  if (port.likely_modem) what += ". Probably a modem.";
  out += report::wrapped(what, "  ");
  if (!port.by_id.empty()) out += report::wrapped(port.by_id, "  ");
  for (const auto& holder : port.holders) out += report::wrapped(held(holder), "  ");
  return out;
}

} // namespace

std::string ports_text(const std::vector<port::Listed>& ports, const report::Style& style) {
  if (ports.empty()) {
    return "No serial ports here. A USB modem shows up as /dev/ttyACM0 or /dev/ttyUSB0 once\n"
           "it is plugged in. Without one: dialbench dial 5550176\n";
  }
  std::string out;
  for (const auto& port : ports) out += port_text(port, style);
  const auto modem =
      std::find_if(ports.begin(), ports.end(), [](const auto& port) { return port.likely_modem; });
  const auto& named = modem == ports.end() ? ports.front() : *modem;
  return out + "\nTo dial: dialbench dial -p " + report::printable(named.name) + " NUMBER\n";
}

Json ports_json(const std::vector<port::Listed>& ports) {
  Json list = Json::array();
  for (const auto& port : ports) {
    Json holders = Json::array();
    for (const auto& holder : port.holders) {
      holders.push_back({{"pid", holder.pid}, {"program", report::utf8(holder.program)}});
    }
    const auto text_or_null = [](const std::string& text) {
      return text.empty() ? Json(nullptr) : Json(report::utf8(text));
    };
    list.push_back({{"name", report::utf8(port.name)},
                    {"kind", report::utf8(port.kind)},
                    {"usb", text_or_null(port.usb)},
                    {"by_id", text_or_null(port.by_id)},
                    {"holders", std::move(holders)},
                    {"likely_modem", port.likely_modem}});
  }
  return list;
}

} // namespace dialbench::app
