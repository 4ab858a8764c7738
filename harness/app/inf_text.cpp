#include "harness/app/dialects_code.hpp"
#include "harness/app/dialects_page.hpp"
#include "harness/app/dialects_problem.hpp"
#include "harness/app/inf_page.hpp"
#include "harness/dialect/find_model.hpp"
#include "harness/dialect/inf_name.hpp"
#include "harness/evidence/shell_word.hpp"
#include "harness/report/plain.hpp"

#include <algorithm>
#include <map>

namespace dialbench::app {
namespace {

using at::inf::Model;
using evidence::shell_word;
using report::counted;
using report::padded;
using report::padded_left;
using report::printable;
using report::shortened;
using report::Style;
using report::wrapped;

constexpr std::size_t rate_width = 7;

std::string rate_text(std::uint32_t rate) { return rate == 0 ? "-" : std::to_string(rate); }

std::string options_text(std::uint8_t options) {
  std::string out = (options & 2U) != 0 ? "EC" : "--";
  out += (options & 1U) != 0 ? " comp" : " ----";
  return out + ((options & 8U) != 0 ? " cell" : " ----");
}

std::string response_head(const Style& style) {
  return style.faint("  " + padded("class", class_width) + "code" + padded_left("DCE", rate_width + 1) +
                     padded_left("DTE", rate_width + 1) + "  " + padded("options", 13) + "text") +
         '\n';
}

// The text stands last: it may be long. One with gaps is shown with them: CONNECT <connectbps>.
std::string response_text(const at::inf::Response& response) {
  const auto word = without_framing(response.text);
  const auto meaning = at::inf::meaning_of(response.state, word);
  const int code = failure_code(meaning);
  const std::string lead =
      "  " + padded(at::name(meaning), class_width) + padded(code == 0 ? "-" : std::to_string(code), 4) +
      padded_left(rate_text(response.dce), rate_width + 1) +
      padded_left(rate_text(response.dte), rate_width + 1) + "  " + options_text(response.options) + ' ';
  const auto shown = response.pattern.empty() ? word : without_framing(response.pattern);
  return wrapped(shown.empty() ? "(nothing)" : shown_word(shown), lead);
}

std::string responses_text(const Model& model, const Style& style) {
  std::string out = '\n' + style.heading("What it answers") + '\n';
  if (model.responses.empty()) return out + "  The file lists no response.\n";
  out += response_head(style);
  for (const auto& response : model.responses) out += response_text(response);
  return out;
}

// "Init      AT&F\r", numbered where there are several.
std::string commands_text(const Model& model, const Style& style) {
  std::string out;
  for (const auto& [key, lines] : model.commands) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const std::string name = lines.size() == 1 ? key : key + ' ' + std::to_string(i + 1);
      out += wrapped(shown_word(lines[i]), "  " + padded(shortened(printable(name), 12), 12) + ' ');
    }
  }
  return out.empty() ? out : '\n' + style.heading("What it is told") + '\n' + out;
}

std::string settings_text(const Model& model, const Style& style) {
  std::string out;
  for (const auto& [key, value] : model.settings)
    out += wrapped(value.empty() ? "(nothing)" : shown_word(value),
                   "  " + padded(shortened(printable(key), 23), 23) + ' ');
  return out.empty() ? out
                     : '\n' + style.heading("Settings: dialling, timers, what can be switched") + '\n' + out;
}

constexpr struct {
  std::uint32_t bit;
  std::string_view text;
} modem_options[] = {
    {0x1, "compression"},
    {0x2, "error control"},
    {0x4, "forced error control"},
    {0x8, "cellular"},
    {0x10, "hard flow control"},
    {0x20, "soft flow control"},
    {0x40, "CCITT modulation"},
    {0x80, "speed adjustment"},
    {0x100, "tone dialling"},
    {0x200, "blind dialling"},
    {0x400, "V.23"},
    {0x800, "diagnostics"},
};

std::string hexadecimal(std::uint32_t value) {
  static constexpr char digits[] = "0123456789ABCDEF";
  std::string out;
  do out.insert(out.begin(), digits[value & 15U]);
  while ((value >>= 4U) != 0);
  return "0x" + out;
}

std::string properties_text(const Model& model, const Style& style) {
  std::string out;
  const auto add = [&out](std::string_view name, const std::string& value) {
    out += wrapped(value, "  " + padded(name, 23) + ' ');
  };
  if (const auto& properties = model.properties) {
    std::string can;
    for (const auto& option : modem_options)
      if ((properties->modem_options & option.bit) != 0)
        can += (can.empty() ? "" : ", ") + std::string(option.text);
    add("can", can.empty() ? "(nothing that is named)" : can);
    add("DTE rate at most", std::to_string(properties->dte_rate_max) + " bit/s");
    add("DCE rate at most", std::to_string(properties->dce_rate_max) + " bit/s");
    add("call set-up at most", std::to_string(properties->call_setup_fail_timer_seconds_max) + " s");
    const auto scale = model.inactivity_scale_seconds;
    add("inactivity at most", std::to_string(properties->inactivity_timeout_max) +
                                  (scale ? " times " + std::to_string(*scale) + " s" : " units"));
    add("dialling options", hexadecimal(properties->dialing_options));
    add("speaker", "volume " + hexadecimal(properties->speaker_volume) + ", mode " +
                       hexadecimal(properties->speaker_mode));
  }
  return out.empty() ? out : '\n' + style.heading("Properties") + '\n' + out;
}

// A command line that is not broken, however long it is.
std::string with_command(const std::string& text, const std::string& command) {
  return wrapped(text + ":\n  dialbench " + command, "");
}

std::string how_to_dial(std::string_view path, const std::string& handle) {
  return with_command("To dial with it",
                      "dial -p PORT --dialect " + shell_word(dialect::inf_name(path, handle)) + " NUMBER");
}

} // namespace

std::string_view without_framing(std::string_view text) noexcept {
  const auto first = text.find_first_not_of("\r\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of("\r\n") - first + 1);
}

std::string fault_text(const at::inf::Fault& fault) {
  std::string place = fault.place.file;
  if (fault.place.line != 0) place += ':' + std::to_string(fault.place.line);
  return place + ": " + code_and_symbol(fault.code) + ": " + fault.text;
}

std::string models_text(const at::inf::File& file, std::string_view path, const Style& style) {
  if (file.models.empty())
    return wrapped(printable(path) + ": no model in it can be used. What is wrong with it stands on "
                                     "standard error.",
                   "");
  std::string out = wrapped(printable(path) + ": " + counted(file.models.size(), "model"), "");
  std::map<std::string_view, std::vector<const Model*>> makers;
  std::vector<std::string_view> order;
  for (const auto& model : file.models) {
    auto& models = makers[model.manufacturer];
    if (models.empty()) order.push_back(model.manufacturer);
    models.push_back(&model);
  }
  for (const auto maker : order) {
    out += '\n' +
           style.heading(maker.empty() ? "(no maker)" : shortened(printable(maker), report::columns_max)) +
           '\n';
    out += style.faint("  hardware ids  responses  model") + '\n';
    for (const auto* model : makers[maker])
      out += wrapped(model->name.empty() ? "(no name)" : shown_word(model->name),
                     padded_left(std::to_string(model->hardware_ids.size()), 14) +
                         padded_left(std::to_string(model->responses.size()), 11) + "  ");
  }
  const std::string handle = dialect::handle(file.models.front(), file.models);
  return out + '\n' +
         with_command("What one of them answers", "inf " + shell_word(path) + ' ' + shell_word(handle)) +
         how_to_dial(path, handle);
}

std::string model_text(const Model& model, const at::inf::File& file, std::string_view path,
                       const Style& style) {
  std::string out =
      style.heading(model.name.empty() ? "(no name)"
                                       : shortened(printable(model.name), report::columns_max)) +
      '\n';
  out += wrapped("Maker: " + (model.manufacturer.empty() ? "not said" : printable(model.manufacturer)) +
                     ". Install section: " + printable(model.section) + '.',
                 "");
  std::string ids;
  for (const auto& id : model.hardware_ids) ids += (ids.empty() ? "" : ", ") + printable(id);
  out += wrapped("Hardware ids: " + (ids.empty() ? "none" : ids), "");
  out += commands_text(model, style) + settings_text(model, style) + properties_text(model, style) +
         responses_text(model, style);
  if (!model.others.empty())
    out += '\n' + wrapped(counted(model.others.size(), "other value") +
                              " that the file sets, for Windows only; --json has them.",
                          "");
  return out + '\n' + how_to_dial(path, dialect::handle(model, file.models));
}

} // namespace dialbench::app
