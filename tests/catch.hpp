// One include for Catch2 2.13 (Debian 12) and 3.x (newer distributions).
#pragma once

#if __has_include(<catch2/catch_test_macros.hpp>)
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::StartsWith;
#else
#include <catch2/catch.hpp>
namespace dialbench::tests {
inline auto contains(const std::string& text) { return Catch::Matchers::Contains(text); }
} // namespace dialbench::tests
using dialbench::tests::contains;
inline auto ContainsSubstring(const std::string& text) { return contains(text); }
using Catch::Matchers::StartsWith;
#endif
