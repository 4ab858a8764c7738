#include "harness/redial/locked_file.hpp"

#include "tests/catch.hpp"
#include "tests/folder.hpp"

#include <sys/stat.h>

#include <fstream>

using dialbench::redial::LockedFile;
using dialbench::tests::Folder;
using Use = LockedFile::Use;

namespace {

LockedFile opened(const std::string& path, Use use) {
  auto file = LockedFile::open(path, use);
  REQUIRE(file.has_value());
  return std::move(file).value();
}

std::string content(const std::string& path) {
  const auto text = opened(path, Use::read).read_end(1000);
  REQUIRE(text.has_value());
  return *text;
}

void write(const std::string& path, const std::string& text) {
  std::ofstream(path, std::ios::binary) << text;
}

} // namespace

TEST_CASE("only the end of a long file is read, from a whole line on") {
  const Folder folder;
  write(folder / "file", "first\nsecond\nthird\n");
  CHECK(content(folder / "file") == "first\nsecond\nthird\n");
  const auto file = opened(folder / "file", Use::read);
  CHECK(file.read_end(8).value() == "third\n");
  CHECK(file.read_end(5).value() == "");
  write(folder / "file", std::string(100, 'x'));
  CHECK(opened(folder / "file", Use::read).read_end(10).value() == "");
}

TEST_CASE("what is appended begins a line of its own") {
  const Folder folder;
  write(folder / "file", "whole\ntorn");
  CHECK_FALSE(opened(folder / "file", Use::append).append("next\n"));
  CHECK(content(folder / "file") == "whole\ntorn\nnext\n");
}

TEST_CASE("a file is shrunk in its place and can be appended to afterwards") {
  const Folder folder;
  write(folder / "file", "one\ntwo\nthree\n");
  {
    auto file = opened(folder / "file", Use::append);
    CHECK_FALSE(file.shrink_to("two\n"));
    CHECK_FALSE(file.append("four\n"));
  }
  CHECK(content(folder / "file") == "two\nfour\n");
}

TEST_CASE("what is no regular file is refused at once") {
  const Folder folder;
  REQUIRE(::mkfifo((folder / "fifo").c_str(), 0600) == 0);
  CHECK_FALSE(LockedFile::open(folder / "fifo", Use::read).has_value());
  CHECK_FALSE(LockedFile::open(folder / "fifo", Use::append).has_value());
  CHECK_FALSE(LockedFile::open("/dev/null", Use::append).has_value());
  CHECK(LockedFile::open(folder / "", Use::read).error() == std::errc::is_a_directory);
}

TEST_CASE("who holds the lock for ever stops nobody for ever") {
  const Folder folder;
  const auto holder = opened(folder / "file", Use::append);
  const auto other = LockedFile::open(folder / "file", Use::append, std::chrono::milliseconds(0));
  REQUIRE_FALSE(other.has_value());
  CHECK(other.error() == std::errc::timed_out);
}

TEST_CASE("readers do not wait for each other") {
  const Folder folder;
  write(folder / "file", "x\n");
  const auto reader = opened(folder / "file", Use::read);
  CHECK(LockedFile::open(folder / "file", Use::read).has_value());
}
