#include "at/meaning.hpp"

#include "tests/catch.hpp"

#include <set>

using namespace dialbench;
using at::Meaning;
using at::Role;

TEST_CASE("every meaning has a name of its own, by which it is found again") {
  std::set<std::string_view> names;
  for (int i = 0; i <= static_cast<int>(Meaning::diagnostics); ++i) {
    const auto meaning = static_cast<Meaning>(i);
    CAPTURE(i, at::name(meaning));
    CHECK(!at::name(meaning).empty());
    CHECK(names.insert(at::name(meaning)).second);
    CHECK(at::meaning_named(at::name(meaning)) == meaning);
  }
  CHECK(!at::meaning_named("BUSY"));
  CHECK(!at::meaning_named(""));
}

TEST_CASE("roles are those of V.250 5.7.1") {
  for (const auto final_one :
       {Meaning::ok, Meaning::connect, Meaning::no_carrier, Meaning::command_error, Meaning::no_dialtone,
        Meaning::line_in_use, Meaning::busy, Meaning::no_answer, Meaning::voice_answer, Meaning::fax_answer,
        Meaning::data_answer, Meaning::fcerror, Meaning::blacklisted, Meaning::delayed})
    CHECK(at::role(final_one) == Role::final);
  for (const auto on_the_way : {Meaning::progress, Meaning::ringing, Meaning::carrier, Meaning::protocol,
                                Meaning::compression, Meaning::modulation, Meaning::rate})
    CHECK(at::role(on_the_way) == Role::intermediate);
  for (const auto unasked : {Meaning::ring, Meaning::caller_id})
    CHECK(at::role(unasked) == Role::unsolicited);
  for (const auto text : {Meaning::info, Meaning::unknown_result, Meaning::diagnostics})
    CHECK(at::role(text) == Role::information);
}
