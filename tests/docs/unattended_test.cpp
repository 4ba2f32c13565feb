// SPDX-License-Identifier: GPL-2.0-or-later
// The crontab and the systemd units of docs/operations.md: what they would run is run, in a folder of its own.
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "tests/temp_dir.h"

namespace {

namespace fs = std::filesystem;

/// The contents of the page's blocks that are fenced as this language.
std::vector<std::string> blocks(const std::string& language) {
  std::istringstream page(nutgraf::test::read_file(fs::path(NUTGRAF_SOURCE_DIR) / "docs" / "operations.md"));
  std::vector<std::string> found;
  bool inside = false;
  for (std::string line; std::getline(page, line);) {
    if (line.starts_with("```")) {
      inside = line == "```" + language;
      if (inside) {
        found.emplace_back();
      }
    } else if (inside) {
      found.back() += line + "\n";
    }
  }
  return found;
}

void replace_all(std::string& text, std::string_view what, std::string_view by) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size())) {
    text.replace(at, what.size(), by);
  }
}

/// Exit code of a command of the page, with /srv as the folder.
int run(std::string command, const fs::path& folder) {
  replace_all(command, "/srv/", folder.string() + "/");
  return std::system(("PATH='" NUTGRAF_BIN_DIR ":/usr/bin:/bin' " + command + " 2>/dev/null").c_str());
}

class Server {
 public:
  Server() {
    temp_.write("articles/a.txt", "The river rose at noon.\n");
    REQUIRE(run("nutgraf-index build -q /srv/news.idx /srv/articles", path()) == 0);
    temp_.write("articles/b.txt", "A hill stood.\n");
  }
  [[nodiscard]] const fs::path& path() const { return temp_.path(); }
  [[nodiscard]] bool finds(const std::string& word) const {
    return run("nutgraf-query count /srv/news.idx " + word + " >/dev/null", path()) == 0;
  }

 private:
  nutgraf::test::TempDir temp_;
};

}  // namespace

TEST_CASE("each line of the crontab has five fields of time and a command that works") {
  const std::vector<std::string> tables = blocks("crontab");
  REQUIRE(tables.size() == 1);
  std::istringstream lines(tables.front());
  int count = 0;
  for (std::string line; std::getline(lines, line); ++count) {
    const Server server;
    std::istringstream words(line);
    for (int field = 0; field < 5; ++field) {
      std::string time;
      words >> time;
      CHECK(time.find_first_not_of("0123456789*,-/") == std::string::npos);
    }
    std::string command;
    std::getline(words, command);
    CAPTURE(command);
    CHECK(run(command, server.path()) == 0);
    CHECK(server.finds("hill"));
  }
  CHECK(count == 2);
}

TEST_CASE("the systemd service runs a command that works, and systemd takes the units") {
  const std::vector<std::string> units = blocks("ini");
  REQUIRE(units.size() == 2);
  const std::string key = "ExecStart=";
  const std::size_t at = units.front().find(key);
  REQUIRE(at != std::string::npos);
  const std::string command = units.front().substr(at + key.size(), units.front().find('\n', at) - at - key.size());
  const Server server;
  CHECK(run(command, server.path()) == 0);
  CHECK(server.finds("hill"));
  CHECK(units.back().find("OnCalendar=") != std::string::npos);

  if (std::system("command -v systemd-analyze >/dev/null 2>&1") == 0) {
    const nutgraf::test::TempDir folder;
    std::string service = units.front();
    replace_all(service, key, key + NUTGRAF_BIN_DIR + "/");
    folder.write("nutgraf-update.service", service);
    folder.write("nutgraf-update.timer", units.back());
    const std::string verify =
        "systemd-analyze verify ./nutgraf-update.service ./nutgraf-update.timer >log 2>&1; ! grep -q nutgraf-update "
        "log";
    CHECK(std::system(("cd '" + folder.path().string() + "' && " + verify).c_str()) == 0);
  }
}
