#include "harness/app/classify_input.hpp"

#include "tests/catch.hpp"

#include <string>
#include <vector>

using namespace dialbench::app;
using namespace std::string_literals;

namespace {

std::string unescaped(std::string_view line) {
  std::string out;
  append_unescaped(out, line);
  return out;
}

bool is_raw(std::string_view bytes) {
  InputSigns whole;
  const bool found = whole.found_in(bytes);
  InputSigns by_byte; // the same, however it is cut
  bool found_by_byte = false;
  for (const char c : bytes) found_by_byte = by_byte.found_in({&c, 1});
  CHECK(found_by_byte == found);
  return found;
}

std::vector<std::string> lines_of(std::string_view text, std::size_t chunk) {
  std::vector<std::string> result;
  const auto take = [&](std::string_view line, bool whole) {
    result.emplace_back((whole ? "" : "too long: ") + std::string(line.substr(0, 20)));
  };
  TextLines lines;
  for (std::size_t at = 0; at < text.size(); at += chunk) lines.feed(text.substr(at, chunk), take);
  lines.finish(take);
  return result;
}

} // namespace

TEST_CASE("C escapes become bytes") {
  CHECK(unescaped("\\r\\nOK\\r\\n") == "\r\nOK\r\n");
  CHECK(unescaped("B\\x8eUSY") == "B\x8eUSY");
  CHECK(unescaped("\\x8E1") == "\x8e"
                               "1");
  CHECK(unescaped("\\0OK\\15\\012") == "\0OK\r\n"s);
  CHECK(unescaped("\\t\\\\\\\"\\'\\a\\e") == "\t\\\"'\a\x1b");
  CHECK(unescaped("\"\\r\\nOK\\r\\n\"") == "\r\nOK\r\n");
}

TEST_CASE("what is no escape stays") {
  for (const char* text : {"AT\\N3", "\\", "\\x", "\\xg", "\\9", "\\777", "OK\\", "\"", "\"OK\\\""}) {
    CAPTURE(text);
    const std::string read = unescaped(text);
    CHECK((read == text || read == "\"OK\""));
  }
  CHECK(unescaped("") == "");
  CHECK(unescaped("\"\"") == "");
}

TEST_CASE("the notation of INF files becomes bytes") {
  CHECK(unescaped("<cr><lf>OK<cr><lf>") == "\r\nOK\r\n");
  CHECK(unescaped("<CR><LF>OK<Cr><lf>") == "\r\nOK\r\n");
  CHECK(unescaped("<h00>OK<h0D><hFf>") == "\0OK\r\xff"s);
  CHECK(unescaped("<cr><lf>RING<cr><lf") == "\r\nRING\r\n");
  for (const char* text :
       {"DIAG <2A4D3263", "<", "<c", "<hxx>", "<h0>", "<h000>", "<crx>", "<lf1", "a < b", "<<"}) {
    CAPTURE(text);
    CHECK(unescaped(text) == text);
  }
}

TEST_CASE("a capture shows by a NUL, a lone CR or an empty first line") {
  CHECK(is_raw("ATZ\r\r\nOK\r\n"));
  CHECK(is_raw("\r\nOK\r\n"));
  CHECK(is_raw("0\r3\r"));
  CHECK(is_raw("OK\r\n\0"s));
  CHECK(!is_raw("OK\nBUSY\n"));
  CHECK(!is_raw("OK\r\nBUSY\r\n\r\nRING\r\n"));
  CHECK(!is_raw("\\r\\nOK\\r\\n\n"));
  CHECK(!is_raw("\nOK\n"));
  CHECK(!is_raw("OK\r")); // a LF may follow
  CHECK(!is_raw(""));
  CHECK(!is_raw(std::string(InputSigns::bytes_max, 'a') + "\r\r"));
  CHECK(is_raw(std::string(InputSigns::bytes_max - 2, 'a') + "\r\r"));
}

TEST_CASE("text is cut at LF, in any chunking") {
  using Lines = std::vector<std::string>;
  for (const std::size_t chunk : {1U, 2U, 3U, 1000U}) {
    CAPTURE(chunk);
    CHECK(lines_of("OK\nBUSY\r\n\n\r\nlast", chunk) == Lines{"OK", "BUSY", "", "", "last"});
    CHECK(lines_of("OK\n", chunk) == Lines{"OK"});
    CHECK(lines_of("", chunk).empty());
  }
}

TEST_CASE("a line of text is bounded and the next one is whole") {
  const std::string exact(TextLines::line_bytes_max, 'a');
  for (const std::size_t chunk : {997U, 65536U, 1000000U}) {
    CAPTURE(chunk);
    CHECK(lines_of(exact + "\nOK\n", chunk) == std::vector<std::string>{std::string(20, 'a'), "OK"});
    CHECK(lines_of(exact + "a\nOK\n", chunk) ==
          std::vector<std::string>{"too long: " + std::string(20, 'a'), "OK"});
    CHECK(lines_of(exact + exact, chunk) == std::vector<std::string>{"too long: " + std::string(20, 'a')});
  }
}
