// dialbench: dials a modem, says what happened, why it probably happened, and what to check next.
#include "harness/app/command_line.hpp"

#include <cstdio>
#include <exception>

int main(int argc, char** argv) {
  try {
    return dialbench::app::run(argc, argv);
  } catch (const std::exception& bug) {
    std::fprintf(stderr, "dialbench: internal error: %s\n", bug.what());
    return 1;
  }
}
