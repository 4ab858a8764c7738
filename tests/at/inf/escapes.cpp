#include "at/inf/escapes.hpp"

#include "tests/catch.hpp"

using namespace dialbench::at::inf;

TEST_CASE("escapes become bytes, in any case of their letters") {
  CHECK(unescape("<cr><lf>OK<CR><Lf>").bytes == "\r\nOK\r\n");
  CHECK(unescape("<h10>R<h0D><H7f>").bytes == "\x10R\r\x7F");
  CHECK(unescape("<h00>X").bytes == std::string("\0X", 2));
  CHECK(unescape("a<<cr>b").bytes == "a<cr>b");
  CHECK(unescape("<<<cr>").bytes == "<\r");
  CHECK(unescape("<hFF>").bytes == "\xFF");
}

TEST_CASE("what is no escape stays and is named") {
  CHECK(unescape("S7=<#>").bytes == "S7=<#>");
  CHECK(unescape("S7=<#>").unknown == "<#>");
  CHECK(unescape("<h1><hxx><crlf>").bytes == "<h1><hxx><crlf>");
  CHECK(unescape("a<").unknown == "<");
  CHECK(unescape("<cr><lf>OK<cr><lf>").unknown.empty());
  CHECK(unescape("<" + std::string(1000, 'x')).unknown.size() == 32);
}

TEST_CASE("an escape that the end of the text leaves open is read and told of") {
  CHECK(unescape("OK<cr><lf").bytes == "OK\r\n");
  CHECK(unescape("OK<cr><lf").unknown == "<lf");
  CHECK(unescape("OK<lf x").bytes == "OK<lf x");
}
