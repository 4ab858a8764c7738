#include "harness/redial/number.hpp"

namespace dialbench::redial {

std::string digits_of(std::string_view dial) {
  constexpr std::size_t service_code_digits = 2;
  std::string digits;
  std::size_t of_service_code = 0; // digits of it that are still to come
  for (const char character : dial) {
    const bool digit = character >= '0' && character <= '9';
    if (character == '*' && digits.empty()) of_service_code = service_code_digits;
    if (!digit) continue;
    if (of_service_code > 0) {
      --of_service_code;
    } else {
      digits += character;
    }
  }
  return digits;
}

} // namespace dialbench::redial
