// SPDX-License-Identifier: GPL-2.0-or-later
// What goes wrong around a writer: files that cannot be read, too little room, hostile names.
#include <doctest/doctest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "tests/cli/program.h"
#include "tests/temp_dir.h"

namespace nutgraf::test {
namespace {

constexpr const char* kDocs =
    "{\"id\":\"d1\",\"text\":\"The river rose.\",\"source\":\"Gazette\"}\n"
    "{\"id\":\"d2\",\"text\":\"A river town slept.\"}\n"
    "{\"id\":\"d3\",\"text\":\"Some hill stood.\",\"source\":\"Gazette\"}\n";

/// A folder with an index of three articles.
class Desk {
 public:
  Desk() {
    (void)temp_.write("docs.jsonl", kDocs);
    REQUIRE(sh("nutgraf-index build -q news.idx docs.jsonl").exit == 0);
  }
  [[nodiscard]] Outcome sh(const std::string& script) const { return shell(temp_.path(), script); }
  [[nodiscard]] std::string count(const std::string& query) const {
    return sh("nutgraf-query count news.idx --unit articles --ok-empty -- '" + query + "'").out;
  }
  void write(const std::string& name, const std::string& bytes) const { (void)temp_.write(name, bytes); }

 private:
  TempDir temp_;
};

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("lists and queries that cannot be read are errors that name them, and nothing is done") {
  const Desk desk;
  struct Row {
    const char* command;
    const char* said;
  };
  for (const Row& row : {Row{"nutgraf-index delete news.idx --ids .", "cannot read .: Is a directory"},
                         Row{"nutgraf-index delete news.idx --ids - < .", "standard input cannot be read"},
                         Row{"nutgraf-index delete news.idx --ids /proc/self/mem", "cannot read /proc/self/mem"},
                         Row{"nutgraf-query count news.idx --queries /proc/self/mem", "cannot read /proc/self/mem"},
                         Row{"nutgraf-query count news.idx --queries - < .", "standard input cannot be read"},
                         Row{"nutgraf-query count news.idx - < .", "standard input cannot be read"}}) {
    INFO(std::string(row.command));
    const Outcome outcome = desk.sh(row.command);
    CHECK(outcome.exit == 3);
    CHECK_MESSAGE(holds(outcome.err, row.said), outcome.err);
  }
  CHECK(desk.count("river") == "2\n");
}

TEST_CASE("a ledger that lost its end stops every writer") {
  const Desk desk;
  desk.write("more/a.txt", "A cloud passed.");
  REQUIRE(desk.sh("nutgraf-index update -q news.idx more").exit == 0);
  REQUIRE(desk.sh("f=$(ls news.idx/generations/*/sources.jsonl | tail -n 1); head -n 2 $f > cut && cp cut $f").exit ==
          0);
  for (const char* command : {"nutgraf-index delete news.idx --id d1", "nutgraf-index update news.idx"}) {
    INFO(std::string(command));
    const Outcome outcome = desk.sh(command);
    CHECK(outcome.exit == 3);
    CHECK_MESSAGE(holds(outcome.err, "sources.jsonl lists 3 articles in 3 passages, manifest.json says 4 in 4"),
                  outcome.err);
  }
  CHECK(desk.count("river") == "2\n");
}

TEST_CASE("too few open files: everything is found, or an error says so") {
  const Desk desk;
  desk.write("in/a/b/c/1.txt", "A raft drifted.\n");
  desk.write("in/a/2.txt", "The raft sank.\n");
  desk.write("in/d/3.txt", "No raft came.\n");
  int refused = 0;
  for (int limit = 5; limit <= 24; ++limit) {
    CAPTURE(limit);
    const std::string n = std::to_string(limit);
    const Outcome built = desk.sh("ulimit -n " + n + "; exec nutgraf-index build n.idx in");
    CHECK_MESSAGE((built.exit == 0 || built.exit == 3 || built.exit == 5), built.err);
    if (built.exit == 0) {
      CHECK(desk.sh("nutgraf-query count n.idx raft --unit articles").out == "3\n");
    } else {
      ++refused;
      CHECK_MESSAGE(holds(built.err, "oo many open files"), built.err);
    }
    for (const char* view : {"search", "kwic", "count"}) {
      INFO(std::string(view));
      const Outcome asked = desk.sh("ulimit -n " + n + "; exec nutgraf-query " + view + " news.idx '\"river rose\"'");
      CHECK_MESSAGE((asked.exit == 0 || holds(asked.err, "oo many open files")), asked.err);
    }
  }
  CHECK(refused > 0);
}

TEST_CASE("no room: one sentence with the path, exit 5, nothing left behind, the index as it was") {
  const Desk desk;
  // A limit on the size of files is to a writer what a full disk is.
  std::string lines;
  for (int i = 0; i < 4000; ++i) {
    lines += "{\"id\":\"n" + std::to_string(i) + "\",\"text\":\"Crate " + std::to_string(i * 7) + " went to dock " +
             std::to_string(i * 3) + ".\"}\n";
  }
  desk.write("big.jsonl", lines);
  for (const char* command :
       {"build news.idx docs.jsonl big.jsonl", "update news.idx big.jsonl", "build news.idx --tmp scratch big.jsonl",
        "build news.idx --writer api docs.jsonl big.jsonl", "build new.idx big.jsonl"}) {
    INFO(std::string(command));
    const Outcome outcome = desk.sh("mkdir -p scratch; ulimit -f 64; nutgraf-index " + std::string(command));
    CHECK_MESSAGE(outcome.exit == 5, outcome.err);
    CHECK_MESSAGE((holds(outcome.err, "news.idx") || holds(outcome.err, "new.idx") || holds(outcome.err, "scratch")),
                  outcome.err);
    CHECK(desk.sh("find news.idx new.idx scratch -name '*partial*' -o -name 'nutgraf-*' -o -name scratch -mindepth 1")
              .out == "");
    CHECK(desk.count("river") == "2\n");
  }
}

TEST_CASE("delete --query deletes what count counts, and complains as it does") {
  const Desk desk;
  const Outcome two_words = desk.sh("nutgraf-index delete news.idx --query 'river town'");
  CHECK(two_words.exit == 2);
  CHECK_MESSAGE(holds(two_words.err, "say which: --match any, --match all or --match phrase\n"), two_words.err);
  CHECK_MESSAGE(!holds(two_words.err, "nutgraf-query"), two_words.err);
  CHECK(holds(desk.sh("nutgraf-index delete news.idx --query 'river rose' --match phrase --dry-run").err,
              "deleted 1 article"));
  CHECK(desk.sh("nutgraf-index delete news.idx --id d1 --match all").exit == 2);
  CHECK(holds(desk.sh("nutgraf-index delete news.idx --query river --dry-run").err, "deleted 2 articles"));
  CHECK(desk.count("river") == "2\n");
  CHECK(holds(desk.sh("nutgraf-index delete news.idx --query nothing").err, "deleted 0 articles"));
  CHECK(holds(desk.sh("nutgraf-index delete news.idx --query 'source:gazette river'").err, "deleted 1 article"));
  CHECK(desk.count("river") == "1\n");
  CHECK(desk.count("hill") == "1\n");
}

TEST_CASE("a build from an export has the same passages") {
  const Desk desk;
  desk.write("t/2024-06-01/long.txt", [] {
    std::string text = "A Title\n\nBy Ann Lee\n\n";
    for (int i = 0; i < 90; ++i) {
      text += "Sentence " + std::to_string(i) + " of one long paragraph says that the kettle was {{ on }} again. ";
    }
    return text + "\n\nShort end.\n";
  }());
  REQUIRE(desk.sh("nutgraf-index build -q news.idx docs.jsonl t && nutgraf-index export news.idx --to out.jsonl && "
                  "nutgraf-index build -q again.idx out.jsonl && nutgraf-index export again.idx --to more.jsonl")
              .exit == 0);
  const auto rows = [&](const char* file) {
    std::istringstream lines(desk.sh(std::string("cat ") + file).out);
    std::vector<nlohmann::json> parsed;
    for (std::string line; std::getline(lines, line);) {
      parsed.push_back(nlohmann::json::parse(line));
      parsed.back().erase("origin");
    }
    return parsed;
  };
  const std::vector<nlohmann::json> first = rows("out.jsonl");
  CHECK(first.size() == 4);
  CHECK(first.back().at("passage_offsets").size() > 3);
  CHECK(first.back().at("date") == "2024-06-01");
  CHECK(rows("more.jsonl") == first);
  for (const char* query : {"kettle", "river", "\"paragraph says that\""}) {
    CHECK(desk.sh("nutgraf-query count news.idx -f json '" + std::string(query) + "'").out ==
          desk.sh("nutgraf-query count again.idx -f json '" + std::string(query) + "'").out);
  }
}

TEST_CASE("no text can pass for an exported one") {
  const Desk desk;
  // What once marked passages inside the program, and a mojibake that only an exported article would keep.
  desk.write(
      "marks.jsonl",
      "{\"id\":\"a\",\"text\":\"\\ufdd0The cafÃ© opened.\\ufdd0A second\\ufdd0third\"}\n"
      "{\"id\":\"b\",\"text\":\"\\ufdd0\"}\n{\"id\":\"c\",\"text\":\"\\ufdd0\\ufdd0\\ufdd0\",\"title\":\"Ferry\"}\n"
      "{\"id\":\"d\",\"text\":\"One.\\n\\nTwo cafÃ©s.\",\"passage_offsets\":[0,3]}\n"
      "{\"id\":\"e\",\"text\":\"One.\\n\\nTwo cafÃ©s.\",\"passage_offsets\":[0,6]}\n");
  const Outcome built = desk.sh("nutgraf-index build hostile.idx marks.jsonl -q");
  CHECK_MESSAGE(built.exit == 0, built.err);
  struct Row {
    const char* id;
    std::size_t passages;
    const char* text;  // part of it
  };
  for (const Row& row :
       {Row{"a", 1, "The café opened."}, Row{"c", 1, "Ferry"}, Row{"d", 1, "Two cafés."}, Row{"e", 2, "Two cafÃ©s."}}) {
    CAPTURE(row.id);
    const auto shown =
        nlohmann::json::parse(desk.sh(std::string("nutgraf-query show hostile.idx -f json ") + row.id).out);
    REQUIRE(shown.at("passages").size() == row.passages);
    CHECK(holds(shown.at("passages").back().at("text").get<std::string>(), row.text));
  }
  CHECK(desk.sh("nutgraf-query show hostile.idx b").exit == 1);  // no words
}

TEST_CASE("a build that found nothing is no interrupted one") {
  const Desk desk;
  desk.write("empty.jsonl", "{\"id\":\"a\",\"text\":\"...\"}\n");
  CHECK(desk.sh("nutgraf-index build none.idx empty.jsonl -q").exit == 1);
  for (const char* command : {"nutgraf-index check none.idx", "nutgraf-query search none.idx river"}) {
    const Outcome outcome = desk.sh(command);
    CHECK(outcome.exit == 3);
    CHECK_MESSAGE(holds(outcome.err, "none.idx contains no index: a build made the folder and published nothing"),
                  outcome.err);
  }
  CHECK(desk.sh("nutgraf-index build none.idx docs.jsonl -q && nutgraf-index check -q none.idx").exit == 0);
}

TEST_CASE("quarantine copies rejected records, and nothing else") {
  const Desk desk;
  desk.write("bad.jsonl", "{\"id\":\"g\",\"text\":\"Good.\"}\n{broken\n");
  const Outcome outcome = desk.sh("nutgraf-index build news.idx docs.jsonl bad.jsonl --on-error quarantine");
  CHECK(outcome.exit == 0);
  CHECK_MESSAGE(holds(outcome.err, "quarantine: copied 1 record to news.idx/quarantine"), outcome.err);
  CHECK(desk.sh("cat news.idx/quarantine/*").out == "{broken\n");
  CHECK(desk.sh("nutgraf-index build -q news.idx docs.jsonl --allow-shrink && nutgraf-index check -q news.idx").exit ==
        0);
}

TEST_CASE("quarantine removes no copy, copies nothing twice, and no part of what has no lines") {
  const Desk desk;
  desk.write("in/bad.jsonl", "{\"id\":\"g\",\"text\":\"Good.\"}\n{broken\n");
  desk.write("in/rows.csv", "id,text\nc,\"Good\nrow.\"\nd,,,,\"bad\nrow\"\n");
  const std::string build = "nutgraf-index build q.idx in --on-error quarantine";
  REQUIRE(desk.sh(build + " -q").exit == 0);
  REQUIRE(desk.sh(build + " -q").exit == 0);
  CHECK(desk.sh("cd q.idx/quarantine && ls").out == "0001-bad.jsonl\n");
  const std::string mended = "{\"id\":\"m\",\"text\":\"Mended.\"}\n";
  desk.write("q.idx/quarantine/0001-bad.jsonl", mended);
  REQUIRE(desk.sh("nutgraf-index update -q q.idx q.idx/quarantine/0001-bad.jsonl --on-error quarantine").exit == 0);
  REQUIRE(desk.sh("nutgraf-index build -q q.idx --on-error quarantine").exit == 0);
  CHECK(desk.sh("cat q.idx/quarantine/0001-bad.jsonl").out == mended);
  CHECK(desk.sh("cat q.idx/quarantine/0002-bad.jsonl").out == "{broken\n");
  CHECK(desk.sh("nutgraf-query count q.idx mended --unit passages").out == "1\n");
}

TEST_CASE("quarantine leaves what it cannot find in a file, as in UTF-16, where it is") {
  const Desk desk;
  std::string text;
  for (int i = 0; i < 400; ++i) {
    text += "\u4E2D";
  }
  desk.write("utf8.jsonl", "{\"id\":\"g\",\"text\":\"" + text + "\"}\n{broken\n");
  const Outcome outcome = desk.sh(
      "{ printf '\\377\\376'; iconv -f UTF-8 -t UTF-16LE utf8.jsonl; } > wide.jsonl && "
      "nutgraf-index build w.idx wide.jsonl --on-error quarantine");
  CHECK_MESSAGE(outcome.exit == 0, outcome.err);
  CHECK_MESSAGE(holds(outcome.err, "left 1"), outcome.err);
  CHECK(desk.sh("ls w.idx/quarantine").exit != 0);
}

TEST_CASE("a file passed over is no reject, after an update neither") {
  const Desk desk;
  desk.write("in/a.txt", "The river rose.");
  desk.write("in/empty.txt", "");
  REQUIRE(desk.sh("nutgraf-index build -q p.idx in --map id=none").exit == 0);
  desk.write("in/b.txt", "The river fell.");
  const Outcome updated = desk.sh("nutgraf-index update p.idx in");
  CHECK_MESSAGE(!holds(updated.err + updated.out, "in no record"), updated.err);
  CHECK(holds(desk.sh("nutgraf-index stats p.idx -f json").out, "\"rejected\":0,"));
  CHECK(holds(desk.sh("nutgraf-index stats p.idx --rejects").out, "empty"));
}

TEST_CASE("a later stream replaces nothing of an earlier one, and repeats nothing") {
  const Desk desk;
  REQUIRE(desk.sh("printf '{\"text\":\"Monday.\"}\\n{\"text\":\"Rain.\"}\\n' | nutgraf-index build -q s.idx -").exit ==
          0);
  const std::string tuesday =
      "printf '{\"text\":\"Tuesday.\"}\\n{\"text\":\"Rain.\"}\\n' | nutgraf-index update -q s.idx -";
  REQUIRE(desk.sh(tuesday).exit == 0);
  REQUIRE(desk.sh(tuesday).exit == 0);
  for (const char* word : {"monday", "tuesday", "rain"}) {
    CAPTURE(std::string(word));
    CHECK(desk.sh(std::string("nutgraf-query count s.idx --unit passages ") + word).out == "1\n");
  }
}

TEST_CASE("no control character of a name, an id or a title reaches a terminal") {
  const Desk desk;
  REQUIRE(desk.sh("mkdir in; n=$(printf 'red\\033[31m\\342\\200\\256x'); printf '{bad' > \"in/$n.jsonl\"; "
                  "printf 'A river ran.' > \"in/$n.txt\"")
              .exit == 0);
  desk.write(
      "in/e.jsonl",
      "{\"id\":\"a\\u001b]0;x\\u0007b\",\"title\":\"T\\u001b[2J\\u202e\",\"text\":\"The river \\u001b[31m rose.\","
      "\"author\":\"Jo\\u001b[2J "
      "Roe\",\"source\":\"S\\u001b[1m\",\"url\":\"http://x/\\u001b[1m\\u202e\",\"k\\u001b[1m\":"
      "\"v\\u001b[1m\"}\n");
  for (const std::string command : {"nutgraf-index build n.idx in",
                                    "nutgraf-index update n.idx in",
                                    "nutgraf-index stats n.idx",
                                    "nutgraf-index stats n.idx --rejects",
                                    "nutgraf-index preview in",
                                    "nutgraf-index preview --tokens in",
                                    "nutgraf-index check n.idx",
                                    "nutgraf-index delete n.idx --id \"$(printf 'q\\033[1m')\"",
                                    "nutgraf-query search n.idx river",
                                    "nutgraf-query search n.idx river -f md",
                                    "nutgraf-query search n.idx river -l",
                                    "nutgraf-query search n.idx river --explain",
                                    "nutgraf-query kwic n.idx river",
                                    "nutgraf-query facets n.idx --field source river",
                                    "nutgraf-query terms n.idx 'r*'",
                                    "nutgraf-query show n.idx \"$(printf 'a\\033]0;x\\007b')\"",
                                    "nutgraf-query show --origin n.idx \"$(printf 'a\\033]0;x\\007b')\"",
                                    "nutgraf-query show n.idx \"$(printf 'no\\033[1m')\"",
                                    "nutgraf-query count n.idx \"$(printf 'no\\033[1m(')\"",
                                    "nutgraf-query explain n.idx \"$(printf 'no\\033[1m')\"",
                                    "nutgraf-query trend n.idx river",
                                    "nutgraf-query similar n.idx \"$(printf 'a\\033]0;x\\007b')\"",
                                    "nutgraf-query analyze n.idx \"$(printf 'river\\033[1m')\"",
                                    "nutgraf-query collocates n.idx river"}) {
    INFO(std::string(command));
    const Outcome outcome = desk.sh(command);
    for (const std::string& text : {outcome.out, outcome.err}) {
      CHECK(text.find('\x1b') == std::string::npos);
      CHECK(text.find('\a') == std::string::npos);
      CHECK(text.find("\u202e") == std::string::npos);
    }
  }
}

TEST_CASE("--progress json writes lines of JSON, the last when texts have been read") {
  const Desk desk;
  const Outcome outcome = desk.sh("nutgraf-index build -q n.idx docs.jsonl --progress json");
  CHECK(outcome.exit == 0);
  std::istringstream lines(outcome.err);
  nlohmann::json last;
  for (std::string line; std::getline(lines, line);) {
    last = nlohmann::json::parse(line);
  }
  CHECK(last.at("files") == 1);
  CHECK(last.at("articles") == 3);
  CHECK(last.at("passages") == 3);
  CHECK(last.at("seconds").get<double>() >= 0);
}

TEST_CASE("an update without news leaves nothing, not even what others left") {
  const Desk desk;
  REQUIRE(desk.sh("mkdir -p news.idx/generations/0002.partial/passages; echo x > news.idx/XAPIANDB.partial; "
                  "echo x > news.idx/blocked.partial")
              .exit == 0);
  CHECK(desk.sh("nutgraf-index update news.idx").exit == 0);
  CHECK(desk.sh("find news.idx -name '*partial*'").out == "");
  CHECK(desk.count("river") == "2\n");
}

TEST_CASE("a rollback clears away what others left") {
  const Desk desk;
  REQUIRE(desk.sh("nutgraf-index build news.idx docs.jsonl && mkdir -p news.idx/generations/0077.partial/passages && "
                  "echo x > news.idx/XAPIANDB.partial")
              .exit == 0);
  CHECK(desk.sh("nutgraf-index rollback news.idx").exit == 0);
  CHECK(desk.sh("find news.idx -name '*partial*'").out == "");
}

TEST_CASE("a list of ids may begin with a byte-order mark") {
  const Desk desk;
  CHECK(desk.sh("printf '\\357\\273\\277d1\\r\\n\\r\\nd3\\r\\n' > ids; nutgraf-index delete news.idx --ids ids").exit ==
        0);
  CHECK(desk.count("river") == "1\n");
}

}  // namespace nutgraf::test
