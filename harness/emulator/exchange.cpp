#include "harness/emulator/exchange.hpp"

#include "at/characters.hpp"

namespace dialbench::emulator {
namespace {

using at::detail::is_digit;

constexpr std::size_t local_digits = 7;

} // namespace

std::string digits_of(std::string_view dialled) {
  std::string digits(dialled);
  std::erase_if(digits, [](char c) { return !is_digit(c); });
  return digits;
}

std::string keys_of(std::string_view dialled) {
  std::string keys(dialled);
  std::erase_if(keys, [](char c) { return !is_digit(c) && c != '*' && c != '#'; });
  return keys;
}

const Far& Exchange::at(std::string_view dialled) const {
  auto found = numbers.find(keys_of(dialled));
  if (found != numbers.end()) return found->second;
  const std::string digits = digits_of(dialled);
  found = numbers.find(digits);
  if (found == numbers.end() && digits.size() > local_digits)
    found = numbers.find(std::string_view(digits).substr(digits.size() - local_digits));
  return found == numbers.end() ? other : found->second;
}

} // namespace dialbench::emulator
