#include "harness/app/log.hpp"

#include <spdlog/sinks/basic_file_sink.h>
#include <spdlog/sinks/null_sink.h>
#include <spdlog/sinks/ostream_sink.h>
#include <spdlog/spdlog.h>

#include <exception>
#include <filesystem>
#include <iostream>

namespace dialbench::app {
namespace {

std::shared_ptr<spdlog::sinks::sink> sink_for(const std::string& file, unsigned verbosity) {
  if (!file.empty()) return std::make_shared<spdlog::sinks::basic_file_sink_mt>(file);
  if (verbosity > 0) return std::make_shared<spdlog::sinks::ostream_sink_mt>(std::cerr, true);
  return std::make_shared<spdlog::sinks::null_sink_mt>();
}

std::string path;
std::string problem; // why the first line was lost

// The library would write this to standard error, in its own words. The system's stand at the end.
void lost(const std::string& message) {
  if (!problem.empty()) return;
  const auto colon = message.rfind(": ");
  problem = colon == std::string::npos ? message : message.substr(colon + 2);
}

} // namespace

std::string log_remark() {
  if (problem.empty()) return {};
  return "The log " + path + " is incomplete, the call is not. The system said: " + problem + '.';
}

std::string start_log(const std::string& file, unsigned verbosity) {
  try {
    path = file.empty() ? "on standard error" : file;
    problem.clear();
    if (std::error_code unseen; std::filesystem::is_fifo(file, unseen)) {
      return "--log " + file + ": this is a named pipe. Name a file that can be written.";
    }
    // The library's own default writes to standard output, where only reports belong.
    auto logger = std::make_shared<spdlog::logger>("dialbench", sink_for(file, verbosity));
    logger->set_level(verbosity > 1 ? spdlog::level::trace : spdlog::level::info);
    logger->set_error_handler(lost);
    logger->set_pattern("%Y-%m-%d %H:%M:%S.%e %l %v");
    logger->flush_on(spdlog::level::trace);
    spdlog::set_default_logger(std::move(logger));
    return {};
  } catch (const std::exception& error) {
    return std::string("--log: ") + error.what();
  }
}

} // namespace dialbench::app
