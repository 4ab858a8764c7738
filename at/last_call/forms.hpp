// Inside of at/last_call: the forms of report, one file each.
#pragma once

#include "at/last_call/page.hpp"

namespace dialbench::at::last_call {

Labels usr_link_labels() noexcept;
Labels usr_extended_labels() noexcept;
Labels lucent_labels() noexcept;
Labels conexant_labels() noexcept;
Labels zyxel_labels() noexcept;
Labels multitech_labels() noexcept;

} // namespace dialbench::at::last_call
