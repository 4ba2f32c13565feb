// SPDX-License-Identifier: GPL-2.0-or-later
// Finds code that is written twice: the same six or more lines in two places of core/, indexer/ and query/.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kBlock = 6;  // lines

struct Line {
  std::size_t number = 0;  // from 1
  std::string text;        // without white space

  bool operator==(const Line& other) const { return text == other.text; }
};
using Files = std::map<std::string, std::vector<Line>>;

/// Lines that say nothing by themselves are left out: empty ones, comments, includes, braces alone, access specifiers,
/// namespaces.
std::vector<Line> significant_lines(std::istream& source) {
  static const std::regex trivial(
      R"(\s*(//.*|#\s*(include|pragma)\b.*|[{}()\[\];,]*|(public|private|protected):|\}\s*//.*|namespace\b.*)\s*)");
  std::vector<Line> lines;
  std::size_t number = 0;
  for (std::string text; std::getline(source, text);) {
    ++number;
    if (!std::regex_match(text, trivial)) {
      std::erase_if(text, [](char c) { return c == ' ' || c == '\t'; });
      lines.push_back({number, text});
    }
  }
  return lines;
}

Files sources() {
  Files files;
  const fs::path top = NUTGRAF_SOURCE_DIR;
  for (const char* room : {"core", "indexer", "query"}) {
    for (const auto& entry : fs::recursive_directory_iterator(top / room)) {
      if (entry.path().extension() == ".h" || entry.path().extension() == ".cpp") {
        std::ifstream source(entry.path());
        files[entry.path().lexically_relative(top).string()] = significant_lines(source);
      }
    }
  }
  return files;
}

/// Where a block of lines begins.
struct Place {
  const std::string* file = nullptr;
  const std::vector<Line>* lines = nullptr;
  std::size_t first = 0;

  [[nodiscard]] std::string text() const { return *file + ":" + std::to_string((*lines)[first].number); }
};

/// How many lines are equal from these two places on; 0 where the lines before them are equal too, or they overlap.
std::size_t common_length(const Place& a, const Place& b) {
  const bool goes_on = a.first > 0 && b.first > 0 && (*a.lines)[a.first - 1] == (*b.lines)[b.first - 1];
  if (goes_on || (a.lines == b.lines && b.first < a.first + kBlock)) {
    return 0;
  }
  const auto begin = a.lines->begin() + static_cast<std::ptrdiff_t>(a.first);
  const auto other = b.lines->begin() + static_cast<std::ptrdiff_t>(b.first);
  const auto [end, ignored] = std::mismatch(begin, a.lines->end(), other, b.lines->end());
  return static_cast<std::size_t>(end - begin);
}

/// "9 lines: core/a.cpp:12 = query/b.cpp:40", each run of equal lines once.
std::vector<std::string> duplicates(const Files& files) {
  std::map<std::string, std::vector<Place>> places;
  for (const auto& [name, lines] : files) {
    for (std::size_t first = 0; first + kBlock <= lines.size(); ++first) {
      std::string block;
      for (std::size_t i = first; i < first + kBlock; ++i) {
        block += lines[i].text + "\n";
      }
      places[block].push_back({&name, &lines, first});
    }
  }
  std::vector<std::string> found;
  for (const auto& [block, where] : places) {
    for (auto a = where.begin(); a != where.end(); ++a) {
      for (auto b = a + 1; b != where.end(); ++b) {
        if (const std::size_t length = common_length(*a, *b); length > 0) {
          found.push_back(std::to_string(length) + " lines: " + a->text() + " = " + b->text());
        }
      }
    }
  }
  return found;
}

}  // namespace

TEST_CASE("no six lines are written twice") {
  const Files files = sources();
  REQUIRE(files.size() > 100);
  for (const std::string& pair : duplicates(files)) {
    FAIL_CHECK(pair);
  }
}

TEST_CASE("lines written twice are found whatever their white space") {
  std::string lines = "a = 1;\n// a comment\nb = 2;\n\nc = 3;\nd = 4;\ne = 5;\nf = 6;\ng = 7;\n";
  std::istringstream once(lines);
  std::istringstream again("x = 0;\n" + std::regex_replace(lines, std::regex(" = "), "="));
  const Files files = {{"one", significant_lines(once)}, {"two", significant_lines(again)}};
  CHECK(duplicates(files) == std::vector<std::string>{"7 lines: one:1 = two:2"});
}
