// JSON is written directly: a document for each of a million lines takes several times as long as reading
// them.
#include "harness/app/classify_row.hpp"

#include "harness/report/json.hpp"
#include "harness/transcript/escape.hpp"

#include <array>
#include <charconv>
#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>

namespace dialbench::app {
namespace {

template <class Number>
void append_number(std::string& out, Number number) {
  std::array<char, std::numeric_limits<std::int64_t>::digits10 + 2> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), number).ptr;
  out.append(text.data(), end);
}

std::string_view damage_of(const Classified& line) noexcept {
  if (line.overflow) return "overflow";
  return line.result.damage == at::Damage::none ? std::string_view() : at::name(line.result.damage);
}

std::string_view name(at::Role role) noexcept {
  switch (role) {
  case at::Role::final: return "final";
  case at::Role::intermediate: return "intermediate";
  case at::Role::unsolicited: return "unsolicited";
  case at::Role::information: return "information";
  }
  return "information";
}

// Columns of a row of TSV.
class Columns {
 public:
  explicit Columns(std::string& out) noexcept
      : out_(out) {}

  void add(std::string_view text) {
    begin();
    if (text.empty())
      out_ += '-';
    else
      transcript::append_escaped(out_, text);
  }
  template <class Number>
  void add(const std::optional<Number>& number) {
    begin();
    if (number)
      append_number(out_, *number);
    else
      out_ += '-';
  }

 private:
  void begin() {
    if (!first_) out_ += '\t';
    first_ = false;
  }

  std::string& out_;
  bool first_ = true;
};

void append_json_text(std::string& out, std::string_view text) {
  constexpr std::string_view digits = "0123456789abcdef";
  out += '"';
  for (const char c : report::utf8(text)) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') out += '\\';
    if (byte < 0x20 || byte == 0x7F) {
      out += "\\u00";
      out += digits[byte >> 4];
      out += digits[byte & 15];
    } else {
      out += c;
    }
  }
  out += '"';
}

// Members of an object.
class Members {
 public:
  explicit Members(std::string& out)
      : out_(out) {
    out_ += '{';
  }

  void add(std::string_view key, std::string_view text) {
    begin(key);
    if (text.empty())
      out_ += "null";
    else
      append_json_text(out_, text);
  }
  template <class Number>
  void add(std::string_view key, const std::optional<Number>& number) {
    begin(key);
    if (number)
      append_number(out_, *number);
    else
      out_ += "null";
  }
  void add(std::string_view key, bool value) {
    begin(key);
    out_ += value ? "true" : "false";
  }
  void begin(std::string_view key) {
    if (out_.back() != '{') out_ += ',';
    out_ += '"';
    out_ += key;
    out_ += "\":";
  }
  void end() { out_ += '}'; }

 private:
  std::string& out_;
};

void append_list(std::string& out, std::string_view name, bool wanted) {
  if (!wanted) return;
  if (out.back() != '[') out += ',';
  append_json_text(out, name);
}

void append_slips(std::string& out, at::Slips slips) {
  out += '[';
  for (at::Slips bit = 1; bit != 0 && bit <= slips; bit = static_cast<at::Slips>(bit << 1)) {
    const auto slip = static_cast<at::Slip>(bit);
    append_list(out, at::name(slip), at::has(slips, slip));
  }
  out += ']';
}

void append_assumed(std::string& out, const at::Link& link) {
  out += '[';
  append_list(out, "rate_kind", link.rate_kind_assumed);
  append_list(out, "modulation", link.modulation_assumed);
  append_list(out, "error_control", link.error_control_assumed);
  out += ']';
}

void append_candidates(std::string& out, const at::Result& result) {
  out += '[';
  if (result.ambiguous && result.number) {
    for (const at::NumberReading& reading : at::readings(*result.number)) {
      if (out.back() != '[') out += ',';
      Members members(out);
      members.add("dialect", reading.dialect->id);
      members.add("class", at::name(reading.row->meaning));
      members.add("word", reading.row->word);
      members.end();
    }
  }
  out += ']';
}

} // namespace

void append_tsv_header(std::string& out) {
  out += "class\tcode\tdce\tdte\tmodulation\terror_control\tcompression\tdialect\tnumber\tdamage\n";
}

void append_tsv(std::string& out, const Classified& line) {
  Columns columns(out);
  columns.add(at::name(line.result.meaning));
  columns.add(line.code);
  columns.add(line_rate(line.link));
  columns.add(line.link.dte);
  columns.add(line.link.modulation);
  columns.add(line.link.error_control);
  columns.add(line.link.compression);
  columns.add(line.dialect == nullptr ? std::string_view() : line.dialect->id);
  columns.add(line.result.number);
  columns.add(damage_of(line));
  out += '\n';
}

void append_json(std::string& out, const Classified& line) {
  const at::Result& result = line.result;
  Members members(out);
  members.add("class", at::name(result.meaning));
  members.add("code", line.code);
  members.add("dce", line_rate(line.link));
  members.add("dte", line.link.dte);
  members.add("modulation", line.link.modulation);
  members.add("error_control", line.link.error_control);
  members.add("compression", line.link.compression);
  members.add("dialect", line.dialect == nullptr ? std::string_view() : line.dialect->id);
  members.add("number", result.number);
  members.add("damage", damage_of(line));
  members.add("role", name(result.role));
  members.begin("word");
  append_json_text(out, result.word);
  members.add("verbose", result.verbose);
  members.begin("slips");
  append_slips(out, result.slips);
  members.add("resembles", result.resembles);
  members.add("confidence",
              result.confidence == at::Confidence::none ? std::string_view() : at::name(result.confidence));
  members.add("dce_transmit", line.link.dce_transmit);
  members.add("dce_receive", line.link.dce_receive);
  members.begin("assumed");
  append_assumed(out, line.link);
  members.add("ambiguous", result.ambiguous);
  members.begin("candidates");
  append_candidates(out, result);
  members.end();
  out += '\n';
}

} // namespace dialbench::app
