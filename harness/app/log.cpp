#include "harness/app/log.hpp"

#include "harness/evidence/outcome_class.hpp"
#include "harness/report/progress.hpp"

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

// A line of the page, on one line whatever its length.
std::string on_one_line(const std::string& text) {
  std::string line;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n';
    if (!blank) line += c;
    if (blank && !line.empty() && line.back() != ' ') line += ' ';
  }
  if (line.ends_with(' ')) line.pop_back();
  return line;
}

// Without --log and -v the steps are not even put into words.
spdlog::level::level_enum level_for(const std::string& file, unsigned verbosity) {
  if (verbosity > 1) return spdlog::level::trace;
  return verbosity == 1 || !file.empty() ? spdlog::level::info : spdlog::level::warn;
}

} // namespace

bool logs_steps() noexcept { return spdlog::should_log(spdlog::level::info); }

void log_step(const evidence::Note& note) { spdlog::info("{}", on_one_line(report::note_text(note))); }

void log_outcome(const evidence::Outcome& outcome) {
  const auto& row = evidence::row(outcome.outcome);
  spdlog::info("ended as {} ({})", evidence::name(outcome.outcome), row.code);
}

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
    // The library would make it, and the one of a transcript is not made either.
    const auto folder = std::filesystem::path(file).parent_path();
    if (std::error_code unseen; !folder.empty() && !std::filesystem::is_directory(folder, unseen)) {
      return "--log " + file + ": there is no folder " + folder.string() +
             ". Name a file that can be written.";
    }
    // The library's own default writes to standard output, where only reports belong.
    auto logger = std::make_shared<spdlog::logger>("dialbench", sink_for(file, verbosity));
    logger->set_level(level_for(file, verbosity));
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
