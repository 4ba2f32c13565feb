// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace fs = std::filesystem;

struct Include {
  std::string file;    // relative to the top
  std::string target;  // between the quotes or brackets
};

std::vector<fs::path> sources() {
  std::vector<fs::path> found;
  const fs::path top = NUTGRAF_SOURCE_DIR;
  for (const char* room : {"core", "indexer", "query", "tests"}) {
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

std::string contents(const fs::path& file) {
  std::ifstream in(fs::path(NUTGRAF_SOURCE_DIR) / file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::vector<Include> includes() {
  static const std::regex line(R"(^\s*#\s*include\s*[<"]([^>"]+)[>"])", std::regex::multiline);
  std::vector<Include> found;
  for (const fs::path& file : sources()) {
    const std::string text = contents(file);
    for (std::sregex_iterator it(text.begin(), text.end(), line), end; it != end; ++it) {
      found.push_back({file.string(), (*it)[1]});
    }
  }
  return found;
}

/// What a circle of includes is told by: a folder without subfolders is one thing; in a folder that has some, as the
/// top of a program does, each header with its source is. So a folder may use a type of the folder above, but nothing
/// there that leads back into it.
std::string node_of(const fs::path& file, const std::set<fs::path>& parents) {
  const fs::path folder = file.parent_path();
  return parents.contains(folder) ? (folder / file.stem()).string() : folder.string();
}

using Graph = std::map<std::string, std::set<std::string>>;

Graph include_graph() {
  std::set<fs::path> parents;
  for (const fs::path& file : sources()) {
    for (fs::path folder = file.parent_path(); folder.has_parent_path(); folder = folder.parent_path()) {
      parents.insert(folder.parent_path());
    }
  }
  Graph graph;
  for (const Include& include : includes()) {
    const bool ours = include.target.starts_with("core/") || include.target.starts_with("indexer/") ||
                      include.target.starts_with("query/");
    const std::string from = node_of(include.file, parents);
    const std::string to = node_of(include.target, parents);
    if (ours && !include.file.starts_with("tests/") && from != to) {
      graph[from].insert(to);
    }
  }
  return graph;
}

/// The nodes that can be reached from `start`; itself only where a circle leads back.
std::set<std::string> reachable(const Graph& graph, const std::string& start) {
  std::set<std::string> found;
  std::vector<std::string> open = {start};
  while (!open.empty()) {
    const auto next = graph.find(open.back());
    open.pop_back();
    if (next != graph.end()) {
      for (const std::string& target : next->second) {
        if (found.insert(target).second) {
          open.push_back(target);
        }
      }
    }
  }
  return found;
}

/// An include whose target begins with `target` may stand only in files that begin with one of `allowed`.
struct Rule {
  std::string_view why;
  std::string_view target;
  std::vector<std::string_view> allowed;
};

const std::vector<Rule>& rules() {
  static const std::vector<Rule> table = {
      {"the indexer is no part of query or core",
       "indexer/",
       {"indexer/", "tests/indexer/", "tests/query/", "tests/fuzz/", "tests/bench/"}},
      {"query is no part of indexer or core", "query/", {"query/", "tests/query/", "tests/fuzz/"}},
      {"Xapian is seen by store, open and search",
       "xapian",
       {"core/index/open.", "core/text/stemmers.cpp", "indexer/store/", "query/search/", "tests/"}},
      {"ICU is seen by the analyzer, folding, encodings, dates and widths",
       "unicode/",
       {"core/base/utf8.cpp", "core/text/", "core/schema/", "core/language/", "indexer/read/charset/",
        "indexer/clean/mangled", "indexer/read/encoding", "indexer/read/dates/date_pieces",
        "indexer/read/dates/day_halves", "indexer/read/dates/iranian_months", "indexer/read/dates/months",
        "indexer/read/pdf/logical_order", "indexer/survey/word_hashes", "query/view/collation", "tests/core/",
        "tests/bench/"}},
      {"CLI11 belongs to the command lines",
       "CLI/",
       {"core/cli/", "indexer/option_groups.", "query/option_groups.", "query/command_options.", "tests/core/cli/"}},
      {"core/cli belongs to the edge of a program",
       "core/cli/",
       {"core/cli/", "indexer/command/", "indexer/command_line.", "indexer/console.", "indexer/main.cpp",
        "indexer/option_groups.", "indexer/options.h", "indexer/progress.", "indexer/report.cpp", "indexer/resolve.",
        "query/command/", "query/command_line.", "query/command_options.", "query/main.cpp", "query/option_groups.",
        "query/options.h", "query/resolve.", "query/serve/", "tests/"}},
      {"libarchive belongs to the readers", "archive", {"indexer/read/", "tests/indexer/"}},
      {"brotli belongs to what unpacks", "brotli/", {"indexer/read/unpack/unpacker.cpp"}},
      {"liblzma belongs to what unpacks", "lzma.h", {"indexer/read/unpack/unpacker.cpp"}},
      {"zstd belongs to what unpacks", "zstd.h", {"indexer/read/unpack/unpacker.cpp", "tests/indexer/read/warc/"}},
      {"libxml2 belongs to the readers of markup",
       "libxml/",
       {"indexer/read/html/dom.cpp", "indexer/read/html/footnote_marks.cpp", "indexer/read/office/xml_stream.cpp",
        "indexer/read/xml/record_stream.cpp", "indexer/read/xml/address.cpp", "indexer/read/entity.cpp"}},
      {"poppler belongs to the parser of PDF", "poppler", {"indexer/read/pdf/pdf.cpp"}},
      {"cpp-httplib belongs to the HTTP server", "httplib", {"query/serve/http_server.cpp"}},
      {"nettle belongs to the list of purged articles", "nettle/", {"indexer/ledger/blocklist.cpp"}},
      {"RE2 belongs to the words of a regular expression", "re2/", {"query/bind/word_regex.cpp"}},
      {"libstemmer belongs to the stemmers", "libstemmer", {"core/text/stemmers.cpp"}},
      {"CLD2 belongs to language detection", "cld2/", {"indexer/language/"}},
  };
  return table;
}

bool begins_with_one(std::string_view file, const std::vector<std::string_view>& prefixes) {
  return std::ranges::any_of(prefixes, [&](std::string_view prefix) { return file.starts_with(prefix); });
}

/// What stands between the parenthesis that begins at `open` and its end; of a check with a message, the message.
std::string message_at(const std::string& text, std::size_t open, bool checks) {
  std::size_t begin = open + 1;
  int depth = 0;
  for (std::size_t at = open; at < text.size(); ++at) {
    depth += text[at] == '(' ? 1 : text[at] == ')' ? -1 : 0;
    if (depth == 0) {
      return text.substr(begin, at - begin);
    }
    if (checks && depth == 1 && text[at] == ',') {
      begin = at + 1;
      checks = false;
    }
  }
  return {};
}

/// Names of structured bindings that a later message of the same function uses, each with a blank after it.
std::string captured_bindings(const std::string& text) {
  static const std::regex event(R"(auto&{0,2} \[([\w, ]+)\]|\b(INFO|CAPTURE|(?:CHECK|REQUIRE)\w*_MESSAGE)\(|\n\})");
  static const std::regex word(R"(\w+)");
  std::set<std::string> bound;
  std::string captured;
  for (std::sregex_iterator it(text.begin(), text.end(), event), end; it != end; ++it) {
    if (!(*it)[1].matched && !(*it)[2].matched) {
      bound.clear();
      continue;
    }
    const auto open = static_cast<std::size_t>(it->position()) + it->str().size() - 1;
    const std::string words =
        (*it)[1].matched ? (*it)[1].str() : message_at(text, open, it->str().ends_with("MESSAGE("));
    for (std::sregex_iterator name(words.begin(), words.end(), word); name != end; ++name) {
      if ((*it)[1].matched) {
        bound.insert(name->str());
      } else if (bound.contains(name->str())) {
        captured += name->str() + " ";
      }
    }
  }
  return captured;
}

}  // namespace

TEST_CASE("each room includes only what it may") {
  const std::vector<Include> all = includes();
  REQUIRE(all.size() > 100);
  for (const Rule& rule : rules()) {
    bool used = false;
    for (const Include& include : all) {
      if (include.target.starts_with(rule.target)) {
        used = true;
        INFO(rule.why << ": " << include.file << " includes " << include.target);
        CHECK(begins_with_one(include.file, rule.allowed));
      }
    }
    INFO("a rule that nothing meets: " << rule.target);
    CHECK(used);
    for (const std::string_view allowed : rule.allowed) {
      INFO(rule.target << " is allowed in files that do not exist: " << allowed);
      CHECK(std::ranges::any_of(all, [&](const Include& include) { return include.file.starts_with(allowed); }));
    }
  }
}

TEST_CASE("no folder leads back to itself by its includes") {
  const Graph graph = include_graph();
  REQUIRE(graph.size() > 20);
  for (const auto& edges : graph) {
    for (const std::string& target : edges.second) {
      INFO(edges.first << " includes " << target << ", which leads back");
      CHECK_FALSE(reachable(graph, target).contains(edges.first));
    }
  }
}

TEST_CASE("the top level holds what the design prescribes and tool configuration") {
  const std::set<std::string> allowed = {
      "CHANGELOG.md", "CMakeLists.txt", "CMakePresets.json", "CONTRIBUTING.md", "LICENSE", "README.md", "build", "core",
      "corpus",       "docs",           "indexer",           "python",          "query",   "scripts",   "tests"};
  for (const auto& entry : fs::directory_iterator(NUTGRAF_SOURCE_DIR)) {
    const std::string name = entry.path().filename().string();
    INFO(name);
    CHECK((name.starts_with('.') || allowed.contains(name)));
  }
}

TEST_CASE("sources use nothing that clang 14 does not compile with the library of GCC 12") {
  // They return subranges.
  static const std::regex refused(R"(std::(views|ranges::(views|subrange|unique|remove|remove_if|partition|)"
                                  R"(stable_partition|search|search_n|find_end|equal_range|rotate))\b)");
  for (const fs::path& file : sources()) {
    INFO(file.string());
    CHECK_FALSE(std::regex_search(contents(file), refused));
  }
}

TEST_CASE("no message of a test uses a structured binding: clang 14 captures none in a lambda") {
  for (const fs::path& file : sources()) {
    if (file.filename() != "layering_test.cpp") {  // it has the examples below
      INFO(file.string());
      CHECK(captured_bindings(contents(file)) == "");
    }
  }
  CHECK(captured_bindings("for (const auto& [name, size] : all) {\n  CAPTURE(name);\n}\n") == "name ");
  CHECK(captured_bindings("auto [a, b] = f();\nCHECK_MESSAGE(g(a, b), b);\n") == "b ");
  CHECK(captured_bindings("auto [a, b] = f();\n}\n\nvoid g() {\n  INFO(a);\n") == "");
}

TEST_CASE(
    "no test has a semicolon in its name: CMake takes it for the end, and ctest runs nothing under what is left") {
  static const std::regex named(R"(TEST_CASE\("[^"]*;)");
  for (const fs::path& file : sources()) {
    INFO(file.string());
    CHECK_FALSE(std::regex_search(contents(file), named));
  }
}

TEST_CASE("sources name their licence and avoid drawers") {
  static const std::regex drawer(R"(\b(class|struct|namespace)\s+\w*(Utils?|Manager|Helper|Impl)\b)");
  for (const fs::path& file : sources()) {
    const std::string text = contents(file);
    INFO(file.string());
    CHECK(text.starts_with("// SPDX-License-Identifier: GPL-2.0-or-later\n"));
    CHECK_FALSE(std::regex_search(text, drawer));
  }
}
