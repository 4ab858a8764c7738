#include "harness/emulator/serve/telnet.hpp"

#include "tests/catch.hpp"

#include <string>
#include <vector>

using namespace dialbench::serve;

namespace {

struct Seen final : TelnetEvents {
  void data(std::string_view bytes) override { text += bytes; }
  void send_break() override { ++breaks; }
  void subnegotiation(unsigned char option, std::string_view payload) override {
    subs.push_back(std::to_string(option) + ':' + std::string(payload));
  }
  void option_on(unsigned char option) override { on.push_back(option); }
  void answer(std::string bytes) override { answers += bytes; }

  std::string text, answers;
  unsigned breaks = 0;
  std::vector<std::string> subs;
  std::vector<unsigned> on;
};

std::string bytes(std::initializer_list<int> values) {
  std::string text;
  for (const int value : values) text += static_cast<char>(value);
  return text;
}

} // namespace

TEST_CASE("data, doubled 255, breaks and sub-negotiations, however they are cut") {
  const std::string stream = "A" + bytes({255, 255}) + "T" + bytes({255, 243}) +
                             bytes({255, 250, 44, 1, 255, 255, 7, 255, 240}) + "\r" + bytes({255, 241});
  const std::size_t part = GENERATE(1, 2, 3, 100);
  Seen seen;
  TelnetReader reader(seen);
  for (std::size_t at = 0; at < stream.size(); at += part)
    reader.feed(std::string_view(stream).substr(at, part));
  CHECK(seen.text == "A" + bytes({255}) + "T\r");
  CHECK(seen.breaks == 1);
  CHECK(seen.subs == std::vector<std::string>{"44:" + bytes({1, 255, 7})});
}

TEST_CASE("a NUL behind CR is a part of it until the client says that its bytes are binary") {
  const std::size_t part = GENERATE(1, 2, 100);
  Seen seen;
  TelnetReader reader(seen);
  const auto feed = [&](const std::string& stream) {
    for (std::size_t at = 0; at < stream.size(); at += part)
      reader.feed(std::string_view(stream).substr(at, part));
  };
  feed("AT\r" + bytes({0}) + "B\r\n\r\r" + bytes({0, 0}));
  CHECK(seen.text == "AT\rB\r\n\r\r" + bytes({0}));
  seen.text.clear();
  feed(bytes({255, 251, 0}) + "AT\r" + bytes({0}));
  CHECK(seen.text == "AT\r" + bytes({0}));
}

TEST_CASE("an option is answered once, and only where it is possible") {
  Seen seen;
  TelnetReader reader(seen);
  for (int i = 0; i < 3; ++i) reader.feed(bytes({255, 251, 44, 255, 253, 44}));
  CHECK(seen.answers == bytes({255, 253, 44, 255, 251, 44}));
  CHECK(seen.on == std::vector<unsigned>{44, 44});
  seen.answers.clear();
  reader.feed(bytes({255, 253, 31, 255, 251, 1, 255, 252, 44, 255, 254, 99}));
  CHECK(seen.answers == bytes({255, 252, 31, 255, 254, 1, 255, 254, 44}));
  CHECK(seen.on.size() == 2);
}

TEST_CASE("a sub-negotiation without end is bounded and thrown away") {
  Seen seen;
  TelnetReader reader(seen);
  reader.feed(bytes({255, 250, 44}));
  for (int i = 0; i < 1000; ++i) reader.feed(std::string(4096, 'x'));
  reader.feed(bytes({255, 240}) + "after");
  CHECK(seen.subs.empty());
  CHECK(seen.text == "after");
}

TEST_CASE("a command inside a sub-negotiation ends it and takes its own option with it") {
  const std::size_t part = GENERATE(1, 2, 100);
  Seen seen;
  TelnetReader reader(seen);
  const std::string stream =
      bytes({255, 250, 44, 5, 8, 255, 251, 3}) + "a" + bytes({255, 250, 44, 1, 255, 250, 44, 7, 255, 240}) +
      "b" + bytes({255, 250, 44, 5, 255, 243}) + "c" + bytes({255, 250, 44, 9, 255, 241}) + "d";
  for (std::size_t at = 0; at < stream.size(); at += part)
    reader.feed(std::string_view(stream).substr(at, part));
  CHECK(seen.text == "abcd");
  CHECK(seen.on == std::vector<unsigned>{3});
  CHECK(seen.breaks == 1);
  CHECK(seen.subs.size() == 5);
}

TEST_CASE("any bytes at all are taken") {
  Seen seen;
  TelnetReader reader(seen);
  unsigned state = 1;
  for (int i = 0; i < 200'000; ++i) {
    state = state * 1664525U + 1013904223U;
    // Half of them are the bytes that mean something.
    const auto byte = static_cast<char>((state >> 30) < 2 ? 240 + (state >> 24) % 16 : state >> 24);
    reader.feed({&byte, 1});
  }
  CHECK(seen.answers.size() < 1'000'000);
  for (const auto& sub : seen.subs) CHECK(sub.size() <= subnegotiation_max + 4);
}

TEST_CASE("what is sent is quoted") {
  CHECK(telnet::quoted("a" + bytes({255}) + "b") == "a" + bytes({255, 255}) + "b");
  CHECK(telnet::subnegotiation(44, bytes({107, 255})) == bytes({255, 250, 44, 107, 255, 255, 255, 240}));
}
