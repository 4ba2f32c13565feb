// SPDX-License-Identifier: GPL-2.0-or-later
// scripts/bench beside whatever other engines this machine has. Nothing here says how long anything may take.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/cli/program.h"
#include "tests/temp_dir.h"

namespace nutgraf::test {
namespace {

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

/// A folder with three.jsonl, and bare/: every program of the machine but those of the peers.
class Bench {
 public:
  Bench() {
    (void)folder_.write(
        "three.jsonl",
        "{\"id\": \"a\", \"title\": \"Port strike\", \"text\": \"Dockers left the port.\\nIt is idle.\"}\n"
        "{\"id\": \"b\", \"text\": \"“Talks” go on\\tat night, Łukasz says.\"}\n"
        "{\"id\": \"c\", \"title\": null, \"text\": \"The port opens again.\"}\n");
    const Outcome linked = shell(folder_.path(),
                                 "mkdir bare && ln -s /usr/bin/* bare/ && "
                                 "rm -f bare/java* bare/python3* bare/scriptindex");
    REQUIRE_MESSAGE(linked.exit == 0, linked.err);
  }

  /// Runs it on the three articles with one query; `before` stands before the command, `options` are its own.
  [[nodiscard]] Outcome run(const std::string& before, const std::string& options) const {
    return shell(folder_.path(),
                 before + " NUTGRAF_BIN='" NUTGRAF_BIN_DIR "' '" NUTGRAF_SOURCE_DIR "/scripts/bench' --json out.json " +
                     options + " three.jsonl port");
  }
  [[nodiscard]] nlohmann::json peers() const {
    return nlohmann::json::parse(read_file(folder_.path() / "out.json")).at("peers");
  }
  void write(std::string_view name, std::string_view bytes) const { (void)folder_.write(name, bytes); }
  [[nodiscard]] bool can(const std::string& script) const { return shell(folder_.path(), script).exit == 0; }

 private:
  TempDir folder_;
};

/// "lucene" of "lucene, 2 threads".
std::set<std::string> names(const nlohmann::json& peers) {
  std::set<std::string> found;
  for (const nlohmann::json& peer : peers) {
    const std::string engine = peer.at("engine");
    found.insert(engine.substr(0, engine.find(',')));
  }
  return found;
}

constexpr const char* kBare = "PATH=\"$PWD/bare\"";

}  // namespace

TEST_CASE("bench: a row in the table and in the JSON for each engine that is installed, a line for each other") {
  const Bench bench;
  const bool measurable = bench.can("test -x /usr/bin/time");
  std::set<std::string> expected;
  if (measurable) {
    expected.insert("nutgraf");
    const std::vector<std::pair<const char*, const char*>> probes = {
        {"lucene", "ls /usr/share/java/lucene-core-8*.jar && command -v java && command -v javac"},
        {"fts5",
         "python3 -c 'import sqlite3; sqlite3.connect(\"\").execute(\"create virtual table t using fts5(x)\")'"},
        {"scriptindex", "command -v scriptindex"}};
    for (const auto& [engine, probe] : probes) {
      if (bench.can(probe)) {
        expected.insert(engine);
      }
    }
  }
  const Outcome outcome = bench.run("", "");
  INFO(outcome.out << outcome.err);
  CHECK(outcome.exit == 0);
  const nlohmann::json peers = bench.peers();
  CHECK(names(peers) == expected);
  for (const nlohmann::json& peer : peers) {
    CHECK(contains(outcome.out, "\n" + peer.at("engine").get<std::string>() + " "));
    CHECK(peer.at("peak_bytes") > 0);
    CHECK(peer.at("disk_bytes") > 0);
    CHECK(peer.at("wall_s").is_number());
  }
  for (const std::string engine : {"lucene", "fts5", "scriptindex"}) {
    CHECK(contains(outcome.out, engine + " left out: apt-get install ") == (measurable && !expected.contains(engine)));
  }
}

TEST_CASE("bench: no peer need be installed, none is run that is skipped, and one that fails has no figures") {
  const Bench bench;
  const bool measurable = bench.can("test -x bare/time");
  const std::set<std::string> alone = measurable ? std::set<std::string>{"nutgraf"} : std::set<std::string>{};

  const Outcome bare = bench.run(kBare, "");
  INFO(bare.out << bare.err);
  CHECK(bare.exit == 0);
  CHECK(names(bench.peers()) == alone);
  if (measurable) {
    CHECK(contains(bare.out, "default-jdk-headless\n"));
    CHECK(contains(bare.out, "fts5 left out: apt-get install python3\n"));
    CHECK(contains(bare.out, "scriptindex left out: apt-get install xapian-omega\n"));
  }

  const Outcome skipped = bench.run("", "--skip lucene --skip fts5 --skip scriptindex");
  INFO(skipped.out << skipped.err);
  CHECK(skipped.exit == 0);
  CHECK(names(bench.peers()) == alone);
  CHECK(contains(skipped.out, "left out") == !measurable);
  CHECK(bench.run("", "--skip other").exit == 2);

  bench.write("bare/scriptindex", "#!/bin/sh\necho no such luck >&2\nexit 3\n");
  const Outcome broken = bench.run(std::string("chmod +x bare/scriptindex;") + kBare, "");
  INFO(broken.out << broken.err);
  CHECK(broken.exit == (measurable ? 1 : 0));
  CHECK(contains(broken.err, "scriptindex failed: no such luck") == measurable);
  CHECK(names(bench.peers()) == alone);

  (void)bench.can("rm -f bare/time");
  const Outcome timeless = bench.run(kBare, "");
  INFO(timeless.out << timeless.err);
  CHECK(timeless.exit == 0);
  CHECK(contains(timeless.out, "left out: apt-get install time\n"));
  CHECK(bench.peers().empty());
}

}  // namespace nutgraf::test
