// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/command/last_search.h"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <system_error>

#include "core/base/failure.h"
#include "core/base/json_text.h"
#include "core/cli/output.h"

namespace nutgraf::query {
namespace {

namespace fs = std::filesystem;

/// "pts-3"; empty where no standard stream is a terminal.
std::string terminal_name() {
  constexpr std::string_view kDevices = "/dev/";
  for (const int stream : {STDOUT_FILENO, STDERR_FILENO, STDIN_FILENO}) {
    char path[256];
    if (::ttyname_r(stream, path, sizeof path) == 0) {
      std::string name = path;
      name.erase(0, name.starts_with(kDevices) ? kDevices.size() : 0);
      std::replace(name.begin(), name.end(), '/', '-');
      return name;
    }
  }
  return {};
}

std::optional<fs::path> file_of_terminal() {
  const std::optional<fs::path> folder = state_folder();
  const std::string terminal = terminal_name();
  return folder && !terminal.empty() ? std::optional(*folder / ("last-search-" + terminal + ".json")) : std::nullopt;
}

}  // namespace

std::optional<fs::path> state_folder() {
  const char* const state = std::getenv("XDG_STATE_HOME");
  if (state != nullptr && *state == '/') {
    return fs::path(state) / "nutgraf";
  }
  const char* const home = std::getenv("HOME");
  return home != nullptr && *home == '/' ? std::optional(fs::path(home) / ".local/state/nutgraf") : std::nullopt;
}

void remember_search(const std::string& index, const view::Answer& answer) {
  const std::optional<fs::path> file = file_of_terminal();
  if (!file) {
    return;
  }
  nlohmann::json results = nlohmann::json::array();
  for (const view::Hit& hit : answer.hits) {
    results.push_back({{"rank", hit.rank}, {"id", hit.id}, {"passage", hit.passage}});
  }
  std::error_code error;
  const nlohmann::json search = {
      {"index", fs::absolute(index, error).string()}, {"query", answer.query}, {"results", std::move(results)}};
  fs::create_directories(file->parent_path(), error);
  try {
    cli::write_file(file->string(), json_text(search) + "\n");
  } catch (const Failure&) {
    fs::remove(*file, error);  // an older search would be taken for this one
  }
}

std::optional<LastSearch> last_search() {
  const std::optional<fs::path> file = file_of_terminal();
  if (!file) {
    return std::nullopt;
  }
  std::ifstream in(*file);
  const std::string text(std::istreambuf_iterator<char>(in), {});
  try {
    const nlohmann::json search = nlohmann::json::parse(text);
    LastSearch last{search.at("index"), search.at("query"), {}};
    for (const nlohmann::json& result : search.at("results")) {
      last.results.push_back({result.at("rank"), result.at("id"), result.at("passage")});
    }
    return last;
  } catch (const nlohmann::json::exception&) {
    return std::nullopt;
  }
}

}  // namespace nutgraf::query
