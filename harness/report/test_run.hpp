// What a run of scenarios came to, for the machines that read it: JUnit, TAP, JSON.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

namespace dialbench::report {

struct TestCase {
  std::string name;
  std::string file;
  std::vector<std::string> failures; // one line each; empty: passed
  bool unreadable = false;           // the file itself has a fault: nothing was run
  std::string listing;               // the two sides of the conversation; of a failure
  std::string whole_listing;         // the same with more in it, for machines; empty: there is no more
  std::string outcome;               // our class; empty: none
  int code = 0;                      // RAS code of the verdict
  std::string seed;                  // that faults were drawn from; empty: none
  std::vector<std::string> faults;   // those that acted, a line each
  std::chrono::milliseconds took{};  // real time
  [[nodiscard]] bool passed() const noexcept { return failures.empty(); }
  [[nodiscard]] const std::string& conversation() const noexcept {
    return whole_listing.empty() ? listing : whole_listing;
  }
};

struct TestRun {
  std::string name;      // of the suite
  std::string timestamp; // ISO 8601, when it began; empty: not told
  std::vector<TestCase> cases;
  std::chrono::milliseconds took{};

  [[nodiscard]] std::size_t failed() const noexcept;     // ran, and came out otherwise
  [[nodiscard]] std::size_t unreadable() const noexcept; // could not be run
};

// "seed 7" and the faults that acted, a line each; empty where there was neither.
std::string faults_text(const TestCase& each);

// Valid against the schema junit-10 of Jenkins' xunit plugin. What XML cannot hold stands as \xNN.
std::string junit(const TestRun& run);
// TAP version 13; failures and the conversation are its diagnostics.
std::string tap(const TestRun& run);
// One object: name, counts, and the cases in the order in which they ended.
std::string test_json(const TestRun& run);

} // namespace dialbench::report
