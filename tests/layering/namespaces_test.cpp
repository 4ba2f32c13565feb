// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace fs = std::filesystem;

/// Files whose path begins with `files` open `name` and what is inside it, instead of the namespace of their folder;
/// the longest row counts.
struct Row {
  std::string_view files;
  std::string_view name;
};
const std::vector<Row>& rows() {
  static const std::vector<Row> table = {
      // core is the vocabulary of both programs, so most of it is in `nutgraf` itself (core/README.md).
      {"core/base/", "nutgraf"},
      {"core/base/ascii.", "nutgraf::ascii"},
      {"core/base/utf8.", "nutgraf::utf8"},
      {"core/index/", "nutgraf"},
      {"core/index/layout.", "nutgraf::layout"},
      {"core/text/", "nutgraf"},
      {"core/text/unicode.", "nutgraf::unicode"},
      // Both programs have commands, and the tests link both.
      {"query/command/", "nutgraf::query"},
  };
  return table;
}

/// "nutgraf::read::html" of "indexer/read/html/dom.cpp"; the options of both programs meet in the tests, so those of
/// query have a namespace of their own.
std::string folder_namespace(const fs::path& file) {
  const fs::path folder = file.parent_path();
  std::string name = folder == "query" ? "nutgraf::query" : "nutgraf";
  for (auto part = std::next(folder.begin()); part != folder.end(); ++part) {
    name += "::" + part->string();
  }
  return name;
}

/// The row that is about a file; null where the folder's name counts.
const Row* row_of(std::string_view file) {
  const Row* best = nullptr;
  for (const Row& row : rows()) {
    if (file.starts_with(row.files) && (best == nullptr || row.files.size() > best->files.size())) {
      best = &row;
    }
  }
  return best;
}

std::vector<fs::path> sources() {
  const fs::path top = NUTGRAF_SOURCE_DIR;
  std::vector<fs::path> found;
  for (const char* room : {"core", "indexer", "query"}) {
    for (const auto& entry : fs::recursive_directory_iterator(top / room)) {
      const std::string suffix = entry.path().extension().string();
      if (suffix == ".h" || suffix == ".cpp") {
        found.push_back(entry.path().lexically_relative(top));
      }
    }
  }
  std::ranges::sort(found);
  return found;
}

/// The namespaces below nutgraf that a file opens.
std::vector<std::string> opened_by(const fs::path& file) {
  static const std::regex opening(R"(^namespace (nutgraf[\w:]*) \{)", std::regex::multiline);
  std::ifstream in(fs::path(NUTGRAF_SOURCE_DIR) / file, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  std::vector<std::string> found;
  for (std::sregex_iterator it(text.begin(), text.end(), opening), end; it != end; ++it) {
    found.push_back((*it)[1]);
  }
  return found;
}

}  // namespace

TEST_CASE("files open the namespace of their folder") {
  std::set<std::string_view> needed;
  for (const fs::path& file : sources()) {
    const Row* const row = row_of(file.string());
    const std::string folder = folder_namespace(file);
    const std::string expected = row == nullptr ? folder : std::string(row->name);
    for (const std::string& found : opened_by(file)) {
      INFO(file.string());
      CHECK((found == expected || found.starts_with(expected + "::")));
      if (row != nullptr && found != folder) {
        needed.insert(row->files);
      }
    }
  }
  for (const Row& row : rows()) {
    INFO("the folder's name is right by now: " << row.files);
    CHECK(needed.contains(row.files));
  }
}
