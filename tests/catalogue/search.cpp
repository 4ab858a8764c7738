// Goal: what people type leads to the code that they mean.
#include "catalogue/catalogue.hpp"
#include "tests/catch.hpp"

#include <string>
#include <utility>

using namespace dialbench;

namespace {

int first_for(std::string_view text) {
  const auto found = catalogue::search(text);
  return found.empty() ? 0 : found.front()->number;
}

} // namespace

TEST_CASE("free text leads to its code") {
  const auto [text, code] = GENERATE(table<std::string, int>({
      {"no dialtone", 680},
      {"no dial tone", 680},
      {"There is no dial tone!", 680},
      {"port in use", 602},
      {"the port is in use by another program", 602},
      {"busy", 676},
      {"line busy", 676},
      {"engaged", 676},
      {"no answer", 678},
      {"nobody answers", 678},
      {"no carrier", 679},
      {"voice", 677},
      {"answering machine", 677},
      {"hardware failure", 630},
      {"modem not responding", 692},
      {"permission denied", 633},
      {"no such port", 615},
      {"script error", 752},
      {"wrong password", 691},
      {"ppp timeout", 718},
      {"certificate expired", 854},
  }));
  CAPTURE(text);
  CHECK(first_for(text) == code);
}

TEST_CASE("the words of modems lead to their codes") {
  const auto [word, code] = GENERATE(table<std::string, int>({
      {"BUSY", 676},
      {"VOICE", 677},
      {"FAX", 677},
      {"NO ANSWER", 678},
      {"NO CARRIER", 679},
      {"NO DIALTONE", 680},
      {"NO DIAL TONE", 680},
      {"NO PROMPTTONE", 680},
      {"NO LINE", 680},
      {"LINE IN USE", 680},
      {"PHONE OFF-HOOK", 680},
      {"ERROR", 681},
      {"+CME ERROR: 11", 681},
      {"DELAYED", 774},
      {"BLACKLISTED", 775},
      {"BLACKLIST FULL", 775},
      {"nopromptTone", 680},
  }));
  CAPTURE(word);
  CHECK(first_for(word) == code);
}

TEST_CASE("a number or a symbol inside a sentence decides") {
  CHECK(first_for("Windows says error 680 no answer") == 680);
  CHECK(first_for("Error 678: there was no answer") == 678);
  CHECK(first_for("ERROR_PORT_NOT_FOUND") == 615);
  CHECK(first_for("got ERROR_PPP_TIMEOUT again") == 718);
}

TEST_CASE("a search gives no more than was asked for, best first, nothing twice") {
  const auto some = catalogue::search("modem", 3);
  CHECK(some.size() == 3);
  const auto many = catalogue::search("modem", 1000);
  CHECK(many.size() > 10);
  for (std::size_t i = 0; i < some.size(); ++i) CHECK(some[i] == many[i]);
  CHECK(catalogue::search("modem", 0).empty());
}

TEST_CASE("what is in no code finds nothing") {
  for (const auto* text : {"", "   ", "?!", "zebra", "zebra crossing elephant", "\xff\xfe\x80"}) {
    CAPTURE(text);
    CHECK(catalogue::search(text).empty());
  }
  CHECK(catalogue::search(std::string(100'000, 'x')).empty());
  CHECK(catalogue::search(std::string(100'000, '\0')).empty());
}
