#include "at/last_call/last_call.hpp"

#include "tests/at/last_call/pages.hpp"
#include "tests/catch.hpp"

#include <algorithm>
#include <random>
#include <set>
#include <string>

using namespace dialbench;
using at::FieldId;
using at::ReportKind;

namespace {

struct Case {
  ReportKind kind;
  std::string_view page;
};
const Case cases[] = {
    {ReportKind::unimodem, tests::unimodem_page}, {ReportKind::s86, "ATS86?\n012\nOK"},
    {ReportKind::usr_link, tests::usr_link_page}, {ReportKind::usr_extended, tests::usr_extended_page},
    {ReportKind::lucent, tests::lucent_page},     {ReportKind::conexant, tests::conexant_page},
    {ReportKind::zyxel, tests::zyxel_page},       {ReportKind::multitech, tests::multitech_page}};

constexpr FieldId all_fields[] = {
#define FIELD(id, unit, text) FieldId::id,
#include "at/last_call/fields.def"
};
constexpr at::CallEnd all_ends[] = {
#define END(id, text) at::CallEnd::id,
#include "at/last_call/ends.def"
};

bool is_name(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  });
}

// What holds for every report, whatever was read.
bool in_bounds(const at::LastCall& call) {
  std::set<FieldId> ids;
  for (const at::Field& field : call.fields) {
    const auto* text = std::get_if<std::string>(&field.value);
    if (!ids.insert(field.id).second || (text && text->size() > 256)) return false;
  }
  for (const at::UnknownField& field : call.unknown)
    if (field.key.size() > 256 || field.value.size() > 256) return false;
  return call.unknown.size() <= at::unknown_fields_max && call.end_words.size() <= 256;
}

} // namespace

TEST_CASE("fields have names of their own, texts and units") {
  std::set<std::string_view> names;
  for (const FieldId id : all_fields) {
    CAPTURE(at::name(id));
    CHECK(is_name(at::name(id)));
    CHECK(names.insert(at::name(id)).second);
    CHECK(!at::text(id).empty());
    CHECK((at::unit(id) == at::Unit::none) == at::name(at::unit(id)).empty());
  }
  CHECK(at::name(FieldId::receive_level) == "receive_level");
  CHECK(at::name(at::unit(FieldId::receive_level)) == "dBm");
  CHECK(at::name(at::unit(FieldId::final_receive_rate)) == "bit/s");
  CHECK(at::name(at::unit(FieldId::round_trip_delay)) == "ms");
}

TEST_CASE("ends have names of their own and texts") {
  std::set<std::string_view> names;
  std::set<std::string_view> texts;
  for (const at::CallEnd end : all_ends) {
    CAPTURE(at::name(end));
    CHECK(is_name(at::name(end)));
    CHECK(names.insert(at::name(end)).second);
    CHECK(texts.insert(at::text(end)).second);
  }
  CHECK(at::name(at::CallEnd::training_failed) == "training_failed");
}

TEST_CASE("a field is found by its id, and only a whole number is a number") {
  at::LastCall call;
  CHECK(call.empty());
  call.fields = {
      {FieldId::snr, 30.5}, {FieldId::heard, std::string("busy")}, {FieldId::line_quality, std::int64_t{4}}};
  CHECK(!call.empty());
  CHECK(call.find(FieldId::heard) == &call.fields[1].value);
  CHECK(call.find(FieldId::compression) == nullptr);
  CHECK(call.number(FieldId::line_quality) == 4);
  CHECK(!call.number(FieldId::snr));
  CHECK(!call.number(FieldId::heard));
  CHECK(!call.number(FieldId::compression));
}

TEST_CASE("nothing in, nothing out") {
  for (const Case& each : cases) {
    const auto call = tests::read(each.kind, "");
    CHECK(call.kind == each.kind);
    CHECK(call.empty());
    CHECK(!call.cut);
  }
}

TEST_CASE("a page in capitals, in small letters and with blanks around its lines says the same") {
  for (const Case& each : cases) {
    CAPTURE(at::name(each.kind));
    const auto numbers = [&](const std::string& page) {
      std::string all;
      const auto call = tests::read(each.kind, page);
      for (const at::Field& field : call.fields)
        all += std::string(at::name(field.id)) + ' ' +
               (call.number(field.id) ? std::to_string(*call.number(field.id)) : "") + ';';
      return all + (call.end ? std::string(at::name(*call.end)) : "");
    };
    const std::string page(each.page);
    std::string small = page;
    std::string large = page;
    std::string wide = "  ";
    std::transform(small.begin(), small.end(), small.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    std::transform(large.begin(), large.end(), large.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    for (const char c : page) wide += c == '\n' ? std::string(" \r\n  ") : std::string(1, c);
    CHECK(numbers(small) == numbers(page));
    CHECK(numbers(large) == numbers(page));
    CHECK(numbers(wide) == numbers(page));
  }
}

TEST_CASE("a page cut at any byte loses nothing of the lines before the cut") {
  for (const Case& each : cases) {
    CAPTURE(at::name(each.kind));
    for (std::size_t size = 0; size <= each.page.size(); ++size) {
      CAPTURE(size);
      const std::string_view cut = each.page.substr(0, size);
      const std::size_t line = cut.find_last_of('\n');
      const auto before = tests::read(each.kind, line == std::string_view::npos ? "" : cut.substr(0, line));
      const auto after = tests::read(each.kind, cut);
      REQUIRE(in_bounds(after));
      const bool kept = std::all_of(before.fields.begin(), before.fields.end(), [&](const at::Field& field) {
        return after.find(field.id) && *after.find(field.id) == field.value;
      });
      REQUIRE(kept);
      if (before.end) REQUIRE(after.end == before.end);
    }
  }
}

TEST_CASE("a line of AT#UD cut at any byte tells nothing that the whole line does not tell") {
  const std::string_view line = "DIAG <2A4D3263 1=7 4=\"C1450390\" 10=1D 17=2A 26=79E0 60=3D>";
  const auto whole = tests::read(ReportKind::unimodem, line);
  for (std::size_t size = 3; size < line.size(); ++size) {
    CAPTURE(line.substr(0, size));
    const auto call = tests::read(ReportKind::unimodem, line.substr(0, size));
    CHECK(call.cut);
    for (const at::Field& field : call.fields) {
      REQUIRE(whole.find(field.id));
      CHECK(*whole.find(field.id) == field.value);
    }
    CHECK((!call.end || call.end == whole.end));
  }
  for (std::size_t from = 1; from < line.size(); ++from) {
    CAPTURE(line.substr(from));
    const auto call = tests::read(ReportKind::unimodem, line.substr(from));
    for (const at::Field& field : call.fields) {
      REQUIRE(whole.find(field.id));
      CHECK(*whole.find(field.id) == field.value);
    }
    CHECK((!call.end || call.end == whole.end));
  }
}

TEST_CASE("pages with bytes changed, lost and doubled stay in bounds, in every form") {
  std::mt19937 random(20250117);
  for (int round = 0; round < 1500; ++round) {
    const Case& each = cases[random() % std::size(cases)];
    std::string page(each.page);
    for (auto change = random() % 24; change > 0 && !page.empty(); --change) {
      const std::size_t at = random() % page.size();
      switch (random() % 4) {
      case 0: page[at] = static_cast<char>(random()); break;
      case 1: page.erase(at, random() % 12); break;
      case 2: page.insert(at, page.substr(random() % page.size(), random() % 200)); break;
      default: page.insert(at, 1, " \t.:=<>\"/\n-0"[random() % 12]);
      }
    }
    CAPTURE(round, page);
    const auto lines = tests::lines_of(page);
    for (const Case& form : cases) REQUIRE(in_bounds(at::read_last_call(form.kind, lines)));
    at::recognise_report(lines);
  }
}

TEST_CASE("more lines and longer lines than are read show as cut") {
  std::string page;
  for (std::size_t i = 0; i < at::report_lines_max; ++i) page += "Blers 1\n";
  CHECK(!tests::read(ReportKind::usr_link, page).cut);
  page += "Link Naks 1\n";
  const auto call = tests::read(ReportKind::usr_link, page);
  CHECK(call.cut);
  CHECK(!call.find(FieldId::naks_received));
  CHECK(tests::read(ReportKind::usr_link, "Blers 1" + std::string(100'000, ' ') + "Link Naks 1").cut);
  CHECK(in_bounds(
      tests::read(ReportKind::unimodem, "DIAG <2A4D3263 4=\"" + std::string(100'000, 'A') + "\">")));
}
