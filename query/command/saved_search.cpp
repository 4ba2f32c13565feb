// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/command/saved_search.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>
#include <system_error>

#include "core/base/ascii.h"
#include "core/base/failure.h"
#include "core/base/json_text.h"
#include "core/cli/output.h"
#include "query/command/last_search.h"

namespace nutgraf::query {
namespace {

namespace fs = std::filesystem;

constexpr char kMark = '@';

bool is_name(std::string_view text) {
  return !text.empty() && text.front() != '.' && std::all_of(text.begin(), text.end(), [](char c) {
    return ascii::is_lower(c) || ascii::is_upper(c) || ascii::is_digit(c) || c == '-' || c == '_' || c == '.';
  });
}

fs::path file_of(const std::string& name) {
  require_search_name(name);
  const std::optional<fs::path> folder = state_folder();
  if (!folder) {
    throw Failure(ExitCode::Missing, "there is no folder for saved searches", "set HOME or XDG_STATE_HOME");
  }
  return *folder / "searches" / (name + ".json");
}

std::string_view name_of(std::string_view option) {
  return option.substr(0, option.find('='));
}

/// Lists would add up otherwise.
bool is_overridden(std::string_view saved, std::span<const std::string> given) {
  static constexpr std::array<std::string_view, 4> kLists = {"--source", "--lang", "--where", "--fields"};
  return std::ranges::find(kLists, name_of(saved)) != kLists.end() &&
         std::ranges::any_of(given, [&](const std::string& option) { return name_of(option) == name_of(saved); });
}

}  // namespace

SavedSearch read_saved_search(const std::string& name) {
  const fs::path file = file_of(name);
  std::ifstream in(file);
  if (!in) {
    throw Failure(ExitCode::Missing, fmt::format("there is no saved search {}", name),
                  fmt::format("save one: nutgraf-query search INDEX QUERY --save {}", name));
  }
  const std::string text(std::istreambuf_iterator<char>(in), {});
  try {
    const nlohmann::json object = nlohmann::json::parse(text);
    return {object.at("options"), object.at("query"), object.at("seen")};
  } catch (const nlohmann::json::exception&) {
    throw Failure(ExitCode::Missing, fmt::format("{} is damaged", file.string()), "save the search again");
  }
}

void write_saved_search(const std::string& name, const SavedSearch& search) {
  const fs::path file = file_of(name);
  std::error_code ignored;  // the file cannot be written then
  fs::create_directories(file.parent_path(), ignored);
  const nlohmann::json object = {{"options", search.options}, {"query", search.query}, {"seen", search.seen}};
  cli::write_file(file.string(), json_text(object) + "\n");
}

void require_search_name(const std::string& name) {
  if (!is_name(name)) {
    throw Failure(ExitCode::Usage, fmt::format("`{}` is no name for a search", name), "use letters, digits, - and _");
  }
}

SavedArguments with_saved_search(std::span<const std::string> arguments) {
  const bool is_saved = arguments.size() > 1 && arguments[0] == "search" && arguments[1].starts_with(kMark) &&
                        is_name(std::string_view(arguments[1]).substr(1));
  if (!is_saved) {
    return {{arguments.begin(), arguments.end()}, {}};
  }
  const std::string name = arguments[1].substr(1);
  SavedSearch saved = read_saved_search(name);
  std::vector<std::string> whole = {"search"};
  const std::span<const std::string> given = arguments.subspan(2);
  std::ranges::copy_if(saved.options, std::back_inserter(whole),
                       [&given](const std::string& option) { return !is_overridden(option, given); });
  whole.insert(whole.end(), arguments.begin() + 2, arguments.end());
  whole.insert(whole.end(), {"--", saved.query});
  return {std::move(whole), name};
}

}  // namespace nutgraf::query
