#include "harness/emulator/exchange.hpp"

namespace dialbench::emulator {
namespace {

constexpr std::size_t local_digits = 7;

} // namespace

std::string digits_of(std::string_view dialled) {
  std::string digits(dialled);
  std::erase_if(digits, [](char c) { return c < '0' || c > '9'; });
  return digits;
}

const Far& Exchange::at(std::string_view dialled) const {
  const std::string digits = digits_of(dialled);
  auto found = numbers.find(digits);
  if (found == numbers.end() && digits.size() > local_digits)
    found = numbers.find(std::string_view(digits).substr(digits.size() - local_digits));
  return found == numbers.end() ? other : found->second;
}

} // namespace dialbench::emulator
