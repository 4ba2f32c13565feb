// SPDX-License-Identifier: GPL-2.0-or-later
// The crontab, the systemd units, and the commands for containers and network disks of docs/operations.md: what they
// would run is run, in a folder of its own.
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

/// The line of the page that begins with this command.
std::string line_of(const std::string& command) {
  std::istringstream page(nutgraf::test::read_file(fs::path(NUTGRAF_SOURCE_DIR) / "docs" / "operations.md"));
  for (std::string line; std::getline(page, line);) {
    if (line.starts_with("    " + command)) {
      return line.substr(4);
    }
  }
  return {};
}

void replace_all(std::string& text, std::string_view what, std::string_view by) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size())) {
    text.replace(at, what.size(), by);
  }
}

/// Exit code of a command of the page, with folders of the page below this one.
int run(std::string command, const fs::path& folder) {
  for (const std::string place : {"/srv/", "/var/lib/", "/net/share/"}) {
    replace_all(command, place, folder.string() + "/" + (place == "/srv/" ? "" : place.substr(1)));
  }
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

TEST_CASE("a container runs a command that works, with the articles where they were") {
  const std::string line = line_of("podman run ");
  std::istringstream words(line);
  std::string word;
  int mounts = 0;
  while (words >> word && word != "IMAGE") {
    if (word == "-v") {
      words >> word;
      const std::string outside = word.substr(0, word.find(':'));
      CHECK(word.substr(outside.size() + 1, outside.size()) == outside);
      ++mounts;
    }
  }
  CHECK(mounts == 2);
  REQUIRE(word == "IMAGE");
  std::string command;
  std::getline(words, command);
  CAPTURE(command);
  const Server server;
  fs::create_directory(server.path() / "index");
  fs::rename(server.path() / "news.idx", server.path() / "index" / "news.idx");
  CHECK(run(command, server.path()) == 0);
  CHECK(run("nutgraf-query count /srv/index/news.idx hill >/dev/null", server.path()) == 0);
}

TEST_CASE("what is copied to a network disk is an index") {
  const Server server;
  for (const char* folder : {"var/lib", "net/share"}) {
    fs::create_directories(server.path() / folder);
  }
  const std::string build = line_of("nice nutgraf-index ");
  const std::string copy = line_of("rsync ");
  REQUIRE_FALSE(build.empty());
  REQUIRE_FALSE(copy.empty());
  CHECK(run(build, server.path()) == 0);
  if (std::system("command -v rsync >/dev/null 2>&1") != 0) {
    MESSAGE("not copied: rsync is not installed");
    return;
  }
  CHECK(run(copy, server.path()) == 0);
  CHECK(run("nutgraf-index check -q /net/share/news-*.idx", server.path()) == 0);
  CHECK(run("nutgraf-query count /net/share/news-*.idx hill >/dev/null", server.path()) == 0);
}
