// How --help looks: 80 columns, and what no option can say.
#pragma once

#include <memory>
#include <string>

namespace CLI {
class FormatterBase;
}

namespace dialbench::app {

std::shared_ptr<CLI::FormatterBase> help_format();

std::string exit_status_help();       // decision 9, for the commands that end in a verdict
std::string built_in_exchange_help(); // the numbers of the built-in exchange

} // namespace dialbench::app
