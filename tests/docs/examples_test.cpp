// SPDX-License-Identifier: GPL-2.0-or-later
// Runs the examples of README.md and docs/: in every ```console block, each line that begins with "$ " is a command,
// and what follows it is its output (both streams); "..." stands for anything, on a line of its own for any lines.
#include <doctest/doctest.h>
#include <sys/wait.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "tests/temp_dir.h"

namespace {

namespace fs = std::filesystem;

struct Example {
  std::string place;  // file:line
  std::string command;
  std::vector<std::string> output;
};

std::vector<fs::path> pages() {
  std::vector<fs::path> found = {fs::path(NUTGRAF_SOURCE_DIR) / "README.md"};
  for (const auto& entry : fs::directory_iterator(fs::path(NUTGRAF_SOURCE_DIR) / "docs")) {
    if (entry.path().extension() == ".md") {
      found.push_back(entry.path());
    }
  }
  return found;
}

std::vector<Example> examples_of(const fs::path& page) {
  std::vector<Example> found;
  std::ifstream in(page);
  bool inside = false;
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.starts_with("```")) {
      inside = line == "```console";
    } else if (inside && line.starts_with("$ ")) {
      found.push_back({page.filename().string() + ":" + std::to_string(number), line.substr(2), {}});
    } else if (inside && !found.empty()) {
      found.back().output.push_back(line);
    }
  }
  return found;
}

std::string run(const std::string& command, const fs::path& folder) {
  const std::string whole =
      "cd '" + folder.string() + "' && export PATH='" NUTGRAF_BIN_DIR ":/usr/bin:/bin' LC_ALL=C.UTF-8 " +
      "NUTGRAF_INDEX= COLUMNS= && unset NUTGRAF_INDEX COLUMNS; { " + command + "\n} 2>&1 < /dev/null";
  FILE* pipe = ::popen(whole.c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::string output;
  char buffer[4096];
  for (std::size_t got = 0; (got = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;) {
    output.append(buffer, got);
  }
  const int status = ::pclose(pipe);
  if (WIFSIGNALED(status)) {
    output += "killed by a signal\n";
  }
  return output;
}

std::vector<std::string> lines(const std::string& text) {
  std::vector<std::string> found;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) {
    found.push_back(line);
  }
  return found;
}

/// Does `text` match `pattern`, where "..." stands for any characters?
bool matches(std::string_view pattern, std::string_view text) {
  const std::size_t gap = pattern.find("...");
  if (gap == std::string_view::npos) {
    return pattern == text;
  }
  if (!text.starts_with(pattern.substr(0, gap))) {
    return false;
  }
  const std::string_view rest = pattern.substr(gap + 3);
  for (std::size_t at = gap; at <= text.size(); ++at) {
    if (matches(rest, text.substr(at))) {
      return true;
    }
  }
  return false;
}

bool matches(const std::vector<std::string>& wanted, std::size_t w, const std::vector<std::string>& got,
             std::size_t g) {
  if (w == wanted.size()) {
    return g == got.size();
  }
  if (wanted[w] == "...") {
    for (std::size_t next = g; next <= got.size(); ++next) {
      if (matches(wanted, w + 1, got, next)) {
        return true;
      }
    }
    return false;
  }
  return g < got.size() && matches(wanted[w], got[g]) && matches(wanted, w + 1, got, g + 1);
}

}  // namespace

TEST_CASE("examples in README.md and docs/ print what they say") {
  std::size_t count = 0;
  for (const fs::path& page : pages()) {
    const nutgraf::test::TempDir folder;
    fs::create_directory_symlink(fs::path(NUTGRAF_SOURCE_DIR) / "corpus", folder.path() / "corpus");
    (void)run("nutgraf-index build -q news.idx corpus/text corpus/jsonl", folder.path());
    for (const Example& example : examples_of(page)) {
      const std::string output = run(example.command, folder.path());
      INFO(example.place << ": $ " << example.command << "\n" << output);
      std::vector<std::string> wanted = example.output;
      while (!wanted.empty() && wanted.back().empty()) {
        wanted.pop_back();
      }
      std::vector<std::string> got = lines(output);
      while (!got.empty() && got.back().empty()) {
        got.pop_back();
      }
      CHECK(matches(wanted, 0, got, 0));
      ++count;
    }
  }
  CHECK(count >= 20);
}

TEST_CASE("the README's two commands exist, are valid, and the quickstart asks what its folder can answer") {
  const fs::path top = NUTGRAF_SOURCE_DIR;
  const std::string readme = nutgraf::test::read_file(top / "README.md");
  for (const std::string script : {"scripts/quickstart", "scripts/test"}) {
    INFO(script);
    CHECK(readme.find(script) != std::string::npos);
    CHECK((fs::status(top / script).permissions() & fs::perms::owner_exec) != fs::perms::none);
    CHECK(run("bash -n '" + (top / script).string() + "' && echo valid", top) == "valid\n");
  }
  const fs::path build = fs::path(NUTGRAF_BIN_DIR).parent_path();
  const std::string output =
      run("NUTGRAF_BUILD='" + build.string() + "' '" + (top / "scripts/quickstart").string() + "'", top);
  INFO(output);
  const std::size_t search = output.find("search ");
  REQUIRE(search != std::string::npos);
  const std::size_t first = output.find("\n1 ", search);
  const std::size_t second = output.find("\n2 ", search);
  REQUIRE(first != std::string::npos);
  REQUIRE(second != std::string::npos);
  std::string top_hit = output.substr(first, second - first);
  CHECK(top_hit.find("One China principle") != std::string::npos);

  // In this test too, since both build the same index.
  for (const std::string text :
       {"Die Fähre legte ab, und der Hafen schlief.\n", "渡轮离开了港口。\n", "A's & b's: 50% \"more\"!\n"}) {
    INFO(text);
    const nutgraf::test::TempDir folder;
    folder.write("one.txt", text);
    const std::string answer = run("NUTGRAF_BUILD='" + build.string() + "' '" + (top / "scripts/quickstart").string() +
                                       "' '" + folder.path().string() + "' 2>&1",
                                   top);
    INFO(answer);
    CHECK(answer.find("nutgraf-query search") != std::string::npos);
    CHECK(answer.find("\n1 ") != std::string::npos);
  }
}
