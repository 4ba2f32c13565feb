// SPDX-License-Identifier: GPL-2.0-or-later
// docs/architecture.md lists the folders of core, indexer and query in order: none includes one below it.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <regex>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

const fs::path kTop = NUTGRAF_SOURCE_DIR;

/// "core" -> "core/base", "core/text", ...
std::map<std::string, std::vector<std::string>> listed_folders() {
  static const std::regex heading(R"(### (core|indexer|query)\b.*)");
  static const std::regex row(R"(\| `([\w/]+)/` \|.*)");
  std::map<std::string, std::vector<std::string>> found;
  std::string room;
  std::ifstream page(kTop / "docs/architecture.md");
  std::smatch match;
  for (std::string line; std::getline(page, line);) {
    if (std::regex_match(line, match, heading)) {
      room = match[1];
    } else if (line.starts_with("## ")) {
      room.clear();
    } else if (!room.empty() && std::regex_match(line, match, row)) {
      found[room].push_back(room + "/" + match[1].str());
    }
  }
  return found;
}

/// Where the folder of a file, or the nearest above it that is listed, is in the list; nothing at the top of a room.
std::optional<std::size_t> rank_of(const fs::path& file, const std::vector<std::string>& folders) {
  for (fs::path folder = file.parent_path(); folder.has_parent_path(); folder = folder.parent_path()) {
    if (const auto found = std::ranges::find(folders, folder.string()); found != folders.end()) {
      return static_cast<std::size_t>(found - folders.begin());
    }
  }
  return std::nullopt;
}

std::vector<std::string> includes_of(const fs::path& file) {
  static const std::regex include(R"re(^#include "([^"]+)")re");
  std::vector<std::string> found;
  std::ifstream in(kTop / file);
  std::smatch match;
  for (std::string line; std::getline(in, line);) {
    if (std::regex_search(line, match, include)) {
      found.push_back(match[1]);
    }
  }
  return found;
}

}  // namespace

TEST_CASE("docs/architecture.md lists every folder, and none includes one below it") {
  const auto rooms = listed_folders();
  REQUIRE(rooms.size() == 3);
  for (const auto& [room, folders] : rooms) {
    for (const std::string& folder : folders) {
      CHECK_MESSAGE(fs::is_directory(kTop / folder), folder);
    }
    for (const auto& entry : fs::recursive_directory_iterator(kTop / room)) {
      const fs::path file = entry.path().lexically_relative(kTop);
      const std::optional<std::size_t> rank = rank_of(file, folders);
      if (entry.is_directory() || file.parent_path() == room) {
        continue;
      }
      CHECK_MESSAGE(rank, file.string() << " is in no listed folder");
      for (const std::string& target : includes_of(file)) {
        if (target.starts_with(room + "/")) {
          INFO(file.string() << " includes " << target);
          CHECK(rank_of(target, folders).value_or(0) <= rank.value_or(0));
        }
      }
    }
  }
}
