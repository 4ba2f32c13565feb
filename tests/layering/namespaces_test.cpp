// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace fs = std::filesystem;

/// Which namespaces files of core may open whose path begins with `files`; the longest row counts. core is the
/// vocabulary of both programs, so most of it is in `nutgraf` itself (core/README.md).
struct Row {
  std::string_view files;
  std::string_view name;
};
const std::vector<Row>& rows() {
  static const std::vector<Row> table = {
      {"core/", "nutgraf"},
      {"core/base/ascii.", "nutgraf::ascii"},
      {"core/base/utf8.", "nutgraf::utf8"},
      {"core/cli/", "nutgraf::cli"},
      {"core/glass/", "nutgraf::glass"},
      {"core/index/layout.", "nutgraf::layout"},
      {"core/language/", "nutgraf::language"},
      {"core/schema/", "nutgraf::schema"},
      {"core/text/unicode.", "nutgraf::unicode"},
  };
  return table;
}

std::string_view namespace_of(std::string_view file) {
  Row best{"", ""};
  for (const Row& row : rows()) {
    if (file.starts_with(row.files) && row.files.size() > best.files.size()) {
      best = row;
    }
  }
  return best.name;
}

}  // namespace

TEST_CASE("files of core open the namespace of their folder") {
  static const std::regex opening(R"(^namespace (nutgraf[\w:]*) \{)", std::regex::multiline);
  const fs::path top = NUTGRAF_SOURCE_DIR;
  std::size_t checked = 0;
  for (const auto& entry : fs::recursive_directory_iterator(top / "core")) {
    const std::string suffix = entry.path().extension().string();
    if (suffix != ".h" && suffix != ".cpp") {
      continue;
    }
    const std::string file = entry.path().lexically_relative(top).string();
    std::ifstream in(entry.path(), std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    for (std::sregex_iterator it(text.begin(), text.end(), opening), end; it != end; ++it) {
      ++checked;
      INFO(file);
      CHECK((*it)[1].str() == namespace_of(file));
    }
  }
  CHECK(checked > 50);
}
