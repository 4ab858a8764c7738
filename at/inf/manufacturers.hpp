// From [Manufacturer] to the models: each of its lines names a section, whose lines name a model, the section
// that installs it and the hardware that it is.
#pragma once

#include "at/inf/library.hpp"

namespace dialbench::at::inf {

struct Listed {
  std::string name;
  std::string manufacturer;
  std::string install;
  std::vector<std::string> hardware_ids;
  std::size_t line = 0;
};

// [Models] counts, and [Models.NTx86] for each system that the manufacturer's line names; where it has
// neither, whatever decorated section there is. A model that stands in several with the same install section
// is one.
std::vector<Listed> listed_models(Library& library, Member& member);

} // namespace dialbench::at::inf
