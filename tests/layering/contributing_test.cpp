// SPDX-License-Identifier: GPL-2.0-or-later
// docs/contributing.md lists the files that the usual changes touch: they exist, and what it names is in them.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

const fs::path kTop = NUTGRAF_SOURCE_DIR;

std::string contents(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// The bullets of each section, a bullet in one line.
std::map<std::string, std::vector<std::string>> lists() {
  std::map<std::string, std::vector<std::string>> found;
  std::istringstream page(contents(kTop / "docs/contributing.md"));
  std::vector<std::string>* section = nullptr;
  bool in_bullet = false;
  for (std::string line; std::getline(page, line);) {
    if (line.starts_with("## ")) {
      section = &found[line.substr(3)];
    } else if (section != nullptr && line.starts_with("* ")) {
      section->push_back(line);
    } else if (in_bullet && line.starts_with("  ")) {
      section->back() += line.substr(1);
    }
    in_bullet = section != nullptr && (line.starts_with("* ") || (in_bullet && line.starts_with("  ")));
  }
  return found;
}

std::vector<std::string> matches(const std::string& text, const std::regex& pattern) {
  std::vector<std::string> found;
  for (std::sregex_iterator it(text.begin(), text.end(), pattern), end; it != end; ++it) {
    found.push_back((*it)[1]);
  }
  return found;
}

/// The text of a file, or of all in a folder.
std::string everything_in(const fs::path& path) {
  if (!fs::is_directory(path)) {
    return contents(path);
  }
  std::string text;
  for (const auto& entry : fs::recursive_directory_iterator(path)) {
    if (entry.is_regular_file()) {
      text += contents(entry.path());
    }
  }
  return text;
}

}  // namespace

TEST_CASE("the files and tables that docs/contributing.md lists exist") {
  static const std::regex path("`([^`\\s]*/[^`\\s]*)`");
  static const std::regex name("`(k?[A-Z]\\w+)`");  // of a table or a type
  const auto sections = lists();
  for (const char* change :
       {"A reader", "An output format", "A closeness operator", "A field", "A command", "An option", "A language"}) {
    CAPTURE(change);
    CHECK(sections.contains(change));
  }
  for (const auto& section : sections) {
    CAPTURE(section.first);
    CHECK(section.second.size() >= 3);
    for (const std::string& bullet : section.second) {
      CAPTURE(bullet);
      std::string text;
      for (const std::string& file : matches(bullet, path)) {
        CAPTURE(file);
        CHECK(fs::exists(kTop / file));
        text += everything_in(kTop / file);
      }
      for (const std::string& word : matches(bullet, name)) {
        CAPTURE(word);
        CHECK(std::regex_search(text, std::regex("\\b" + word + "\\b")));
      }
    }
  }
}
