#include "harness/app/emulation_places.hpp"

#include "tests/catch.hpp"

#include <boost/asio/io_context.hpp>

using dialbench::app::Places;
using Carrier = Places::Carrier;

TEST_CASE("where modems are to be put is asked for, or told what is wrong with it") {
  CHECK_THAT(Places::problem({{}, "", true}), StartsWith("where? "));
  CHECK_THAT(Places::problem({Carrier::pty, "", true}), StartsWith("a name for the link is expected"));
  CHECK(Places::problem({Carrier::pty, "", false}).empty());
  CHECK(Places::problem({Carrier::socat, "/tmp/m", true}).empty());
  CHECK(Places::problem({Carrier::stdio, "", true}).empty());
  CHECK(Places::problem({Carrier::tcp, "7001", true}).empty());
  CHECK_THAT(Places::problem({Carrier::rfc2217, "70000", false}), ContainsSubstring("not '70000'"));
}

TEST_CASE("ports are counted upwards, and there are 65535") {
  boost::asio::io_context io;
  CHECK(Places({Carrier::tcp, "65535", true}, io.get_executor(), 1).too_many().empty());
  CHECK(Places({Carrier::tcp, "0", true}, io.get_executor(), 1000).too_many().empty());
  CHECK(Places({Carrier::tcp, "65535", true}, io.get_executor(), 2).too_many() ==
        "there are no ports for 2 modems from 65535 on");
}
