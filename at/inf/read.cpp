#include "at/inf/read.hpp"

#include "at/inf/library.hpp"
#include "at/inf/models.hpp"
#include "at/inf/ras.hpp"

namespace dialbench::at::inf {

File read(std::string_view bytes, std::string_view name, const Include& include) {
  File file;
  Faults faults;
  if (bytes.size() > file_bytes_max) {
    faults.add(657, 0, {std::string(name), 0},
               joined({"the file has ", std::to_string(bytes.size()), " bytes, more than the ",
                       std::to_string(file_bytes_max), " that an INF file may have"}));
  } else {
    Library library(faults, include);
    Member& member = library.open(bytes, name);
    if (member.sections.find("Version") || member.sections.find("Manufacturer"))
      file.models = windows_models(library, member);
    else if (is_ras_file(member.sections))
      file.models = ras_models(library, member);
    else
      library.fault(
          member, 663, 0,
          "no modem INF file: neither [Version] and [Manufacturer] nor RAS [Responses] and commands");
  }
  file.faults = faults.take();
  return file;
}

} // namespace dialbench::at::inf
