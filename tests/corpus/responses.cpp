#include "tests/corpus/responses.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>
#include <string_view>

namespace dialbench::tests {
namespace {

// The notations of a line end, and blanks; how many characters of one stand at the front of `text`.
std::size_t line_end_at(std::string_view text) {
  for (const std::string_view end : {"<cr>", "<lf>", "<h00>", "<h10>", "<cr", "<lf", " "})
    if (text.substr(0, end.size()) == end) return end.size();
  return 0;
}

std::vector<std::string> columns_of(const std::string& line) {
  std::vector<std::string> columns;
  std::size_t from = 0;
  for (std::size_t tab; (tab = line.find('\t', from)) != std::string::npos; from = tab + 1)
    columns.push_back(line.substr(from, tab - from));
  columns.push_back(line.substr(from));
  return columns;
}

} // namespace

std::optional<std::vector<Response>> read_responses(const char* path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  std::vector<Response> responses;
  std::string line;
  std::getline(file, line); // names of the columns
  while (std::getline(file, line)) {
    const auto columns = columns_of(line);
    constexpr std::size_t count = 7;
    if (columns.size() != count) continue;
    Response response{columns[0], columns[1]};
    response.state = static_cast<int>(std::strtol(columns[2].c_str(), nullptr, 16));
    response.options = static_cast<unsigned>(std::strtoul(columns[3].c_str(), nullptr, 16));
    response.dce = static_cast<std::uint32_t>(std::strtoul(columns[4].c_str(), nullptr, 10));
    response.tables = static_cast<int>(std::strtol(columns[6].c_str(), nullptr, 10));
    responses.push_back(std::move(response));
  }
  return responses;
}

std::string core_of(const std::string& text) {
  std::string_view rest = text;
  while (const std::size_t size = line_end_at(rest)) rest.remove_prefix(size);
  std::size_t end = 0; // behind the last character that is no line end
  for (std::size_t at = 0; at < rest.size();) {
    const std::size_t size = line_end_at(rest.substr(at));
    at += std::max<std::size_t>(size, 1);
    if (size == 0) end = at;
  }
  return std::string(rest.substr(0, end));
}

bool is_numeric(const std::string& core) {
  constexpr std::size_t digits_max = 3;
  return !core.empty() && core.size() <= digits_max &&
         std::all_of(core.begin(), core.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::map<std::string, Labels> verbose_labels(const std::vector<Response>& responses) {
  std::map<std::string, Labels> labels;
  for (const Response& response : responses) {
    const std::string core = core_of(response.text);
    if (core.empty() || is_numeric(core)) continue;
    Labels& of_text = labels[core];
    of_text.state.tables[response.state] += response.tables;
    of_text.dce.tables[response.dce] += response.tables;
    of_text.options.tables[response.options & (compression_bit | error_control_bit)] += response.tables;
  }
  return labels;
}

} // namespace dialbench::tests
