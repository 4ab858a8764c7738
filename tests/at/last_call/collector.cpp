#include "at/last_call/collector.hpp"

#include "tests/at/last_call/pages.hpp"
#include "tests/catch.hpp"

using namespace dialbench;
using at::FieldId;
using at::last_call::Collector;

TEST_CASE("a field that comes twice keeps its place and its last value") {
  at::LastCall call;
  Collector collector(call);
  collector.set(FieldId::snr, std::int64_t{1});
  collector.set(FieldId::heard, std::string_view("busy"));
  collector.set(FieldId::snr, std::int64_t{2});
  REQUIRE(call.fields.size() == 2);
  CHECK(call.fields[0].id == FieldId::snr);
  CHECK(call.number(FieldId::snr) == 2);
}

TEST_CASE("unknown fields and long values are bounded, and that shows") {
  at::LastCall call;
  Collector collector(call);
  for (std::size_t i = 0; i < at::unknown_fields_max; ++i) collector.keep("k", "v");
  CHECK(!call.cut);
  collector.keep("one more", "v");
  CHECK(call.cut);
  CHECK(call.unknown.size() == at::unknown_fields_max);

  at::LastCall other;
  Collector(other).set(FieldId::v8_call_menu, std::string_view(std::string(257, 'x')));
  CHECK(other.cut);
  CHECK(tests::text_of(other, FieldId::v8_call_menu).size() == 256);
}

TEST_CASE("words that nobody knows take back the end that was told before") {
  at::LastCall call;
  Collector collector(call);
  collector.end(at::CallEnd::busy, "60=33");
  CHECK(call.end == at::CallEnd::busy);
  CHECK(call.end_words == "60=33");
  collector.end_words("60=7F");
  CHECK(!call.end);
  CHECK(call.end_words == "60=7F");
}
