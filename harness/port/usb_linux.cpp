#include "harness/port/usb_linux.hpp"

#include "harness/port/small_file_linux.hpp"

#include <algorithm>

namespace dialbench::port {
namespace {

constexpr int climb_max = 8; // an interface, a device and some hubs; a tree built wrong must not keep us
constexpr std::size_t text_max = 80;

// A device may call itself anything, escape sequences included.
std::string printable(std::string text) {
  const auto strange = [](char c) { return c < ' ' || c > '~'; };
  std::replace_if(text.begin(), text.end(), strange, '?');
  return text.substr(0, text_max);
}

bool is_id(const std::optional<std::string>& text) {
  constexpr const char* digits = "0123456789abcdefABCDEF";
  return text && text->size() == 4 && text->find_first_not_of(digits) == std::string::npos;
}

// Many products repeat their maker's name.
std::string joined(const std::string& maker, const std::string& product) {
  if (maker.empty() || product.rfind(maker, 0) == 0) return product;
  return product.empty() ? maker : maker + " " + product;
}

} // namespace

std::optional<UsbIdentity> usb_identity(const std::string& port, const Roots& roots) {
  std::string folder = real_path(roots.sys + "/class/tty/" + port + "/device");
  for (int i = 0; i < climb_max && folder.size() > 1; ++i) {
    const auto vendor = read_small(folder + "/idVendor");
    const auto product = read_small(folder + "/idProduct");
    if (is_id(vendor) && is_id(product)) {
      const std::string maker_text = read_small(folder + "/manufacturer").value_or("");
      const std::string product_text = read_small(folder + "/product").value_or("");
      return UsbIdentity{*vendor, *product, printable(joined(maker_text, product_text))};
    }
    folder.erase(folder.rfind('/'));
  }
  return std::nullopt;
}

} // namespace dialbench::port
