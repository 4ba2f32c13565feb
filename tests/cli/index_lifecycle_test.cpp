// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <algorithm>
#include <csignal>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/cli/program.h"
#include "tests/temp_dir.h"

namespace nutgraf::test {
namespace {

std::string article(const std::string& id, const std::string& text) {
  return R"({"id": ")" + id + R"(", "text": ")" + text + "\"}\n";
}

/// Long enough to be caught in the middle.
std::string many_articles(int count) {
  std::string lines;
  for (int i = 0; i < count; ++i) {
    const std::string n = std::to_string(i);
    lines += article("b" + n, "Report " + n + " says the lantern count reached " + std::to_string(i * 7) +
                                  " while crew " + std::to_string(i * 3) + " moved crate " + std::to_string(i * 11));
  }
  return lines;
}

/// A folder with an index in it.
class Newsroom {
 public:
  explicit Newsroom(const std::string& lines) {
    write("docs.jsonl", lines);
    const Outcome built = index({"build", "news.idx", "docs.jsonl"});
    REQUIRE_MESSAGE(built.exit == 0, built.err);
  }

  void write(const std::string& name, const std::string& text) const { (void)temp_.write(name, text); }
  [[nodiscard]] const std::filesystem::path& path() const { return temp_.path(); }

  [[nodiscard]] Outcome index(std::vector<std::string> words) const {
    words.insert(words.begin(), "nutgraf-index");
    return run({temp_.path(), std::move(words), {}, {}, 0, {}});
  }
  /// Of the live generation: a writer that was killed may have left another one beside it.
  [[nodiscard]] nlohmann::json stats() const {
    const Outcome outcome = index({"stats", "news.idx", "-f", "json"});
    REQUIRE_MESSAGE(outcome.exit == 0, outcome.err);
    nlohmann::json stats = nlohmann::json::parse(outcome.out);
    stats.erase("generations");
    return stats;
  }
  [[nodiscard]] std::uint64_t articles() const { return stats().at("articles").get<std::uint64_t>(); }
  void require_sound() const {
    const Outcome checked = index({"check", "news.idx"});
    CHECK_MESSAGE(checked.exit == 0, checked.out, checked.err);
  }

 private:
  TempDir temp_;
};

/// What stats say of the live generation, whatever others there are.
nlohmann::json live_stats(const Newsroom& room) {
  nlohmann::json stats = room.stats();
  stats.erase("generations");
  return stats;
}

/// A signal that comes after the swap finds the new generation live: it is whole, and a rollback brings back `before`.
void undo_if_published(const Newsroom& room, const nlohmann::json& before, std::uint64_t published) {
  if (live_stats(room) == before)
    return;
  CHECK(room.articles() == published);
  CHECK(room.index({"rollback", "news.idx"}).exit == 0);
  CHECK(live_stats(room) == before);
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a deleted article does not come back from a record that lost when an update read it") {
  const Newsroom room(article("d1", "The river rose."));
  std::filesystem::create_directory(room.path() / "in");
  room.write("in/b.jsonl", article("d1", "An orchard bloomed.") + article("d2", "A hill stood."));
  REQUIRE(room.index({"build", "two.idx", "in"}).exit == 0);
  room.write("in/a.jsonl", article("d1", "A hill shook."));
  CHECK(contains(room.index({"update", "two.idx"}).err, "added 0, replaced 0, unchanged 2"));
  REQUIRE(room.index({"delete", "two.idx", "--id", "d1"}).exit == 0);
  CHECK(contains(room.index({"update", "two.idx"}).err, "added 0, replaced 0, unchanged 1"));
}

TEST_CASE("build, update, prune, delete, rollback, optimize") {
  const Newsroom room(article("d1", "The river rose.") + article("d2", "A hill stood."));
  CHECK(room.articles() == 2);

  SUBCASE("an update adds, replaces, and keeps what vanished") {
    room.write("docs.jsonl", article("d1", "The orchard bloomed.") + article("d3", "Some hill shook."));
    const Outcome updated = room.index({"update", "news.idx"});
    CHECK(updated.exit == 0);
    CHECK(contains(updated.err, "added 1, replaced 1, unchanged 0, vanished 1 (kept; --prune removes them)"));
    CHECK(room.articles() == 3);
    room.require_sound();

    const Outcome again = room.index({"update", "news.idx"});
    CHECK(contains(again.err, "added 0, replaced 0, unchanged 2, vanished 1 (kept; --prune removes them)"));
    const std::string generation = room.stats().at("generation");

    const Outcome pruned = room.index({"update", "news.idx", "--prune"});
    CHECK(contains(pruned.err, "added 0, replaced 0, unchanged 2, vanished 1 (removed)"));
    CHECK(room.articles() == 2);
    CHECK(room.stats().at("generation") != generation);
    room.require_sound();
  }
  SUBCASE("an update that finds nothing new makes no generation") {
    const nlohmann::json before = room.stats();
    const Outcome updated = room.index({"update", "news.idx"});
    CHECK(updated.exit == 0);
    CHECK(contains(updated.err, "added 0, replaced 0, unchanged 2, vanished 0"));
    CHECK(room.stats() == before);
  }
  SUBCASE("a dry run changes nothing") {
    const nlohmann::json before = room.stats();
    room.write("docs.jsonl", article("d1", "The orchard bloomed."));
    const Outcome updated = room.index({"update", "news.idx", "--prune", "--dry-run"});
    CHECK(contains(updated.err, "replaced 1"));
    CHECK(room.index({"build", "news.idx", "--dry-run"}).exit == 0);
    CHECK(room.index({"delete", "news.idx", "--id", "d1", "--dry-run"}).exit == 0);
    CHECK(room.index({"build", "new.idx", "docs.jsonl", "--dry-run"}).exit == 0);
    CHECK(room.stats() == before);
    CHECK_FALSE(std::filesystem::exists(room.path() / "new.idx"));
  }
  SUBCASE("delete counts, names what is not there, and can be rolled back") {
    room.write("ids.txt", "nobody\nd2\r\n\n");
    const Outcome deleted = room.index({"delete", "news.idx", "--id", "d2", "--ids", "ids.txt"});
    CHECK(deleted.exit == 0);
    CHECK(contains(deleted.err, "no article has the id nobody"));
    CHECK(contains(deleted.err, "deleted 1 article · not found 1 · 1 article left"));
    CHECK(room.articles() == 1);
    room.require_sound();
    const Outcome back = room.index({"rollback", "news.idx"});
    CHECK(back.exit == 0);
    CHECK(room.articles() == 2);
    CHECK(room.index({"rollback", "news.idx"}).exit == 3);
  }
  SUBCASE("a purge leaves no generation behind") {
    CHECK(room.index({"delete", "news.idx", "--id", "d2", "--purge"}).exit == 0);
    CHECK(room.index({"rollback", "news.idx"}).exit == 3);
    CHECK(shell(room.path(), "grep -r hill news.idx").exit == 1);
    room.require_sound();
  }
  SUBCASE("optimize changes no count") {
    CHECK(room.index({"optimize", "news.idx"}).exit == 0);
    CHECK(room.articles() == 2);
    room.require_sound();
  }
  SUBCASE("a rebuild remembers inputs and options") {
    CHECK(room.index({"build", "news.idx", "docs.jsonl", "--lang", "fr"}).exit == 0);
    room.write("docs.jsonl", article("d9", "Rien de neuf au port aujourd'hui."));
    CHECK(room.index({"update", "news.idx", "--lang", "de"}).exit == 2);
    CHECK(room.index({"update", "news.idx", "--lang", "fr"}).exit == 0);
    CHECK(room.articles() == 3);
    CHECK(room.index({"build", "news.idx", "--allow-shrink"}).exit == 0);
    CHECK(room.articles() == 1);
    CHECK(room.stats().at("languages") == nlohmann::json{{"fr", 1}});
  }
}

TEST_CASE("a build that would lose articles is not swapped in") {
  const Newsroom room(many_articles(10));
  room.write("docs.jsonl", many_articles(7));
  const Outcome shrunk = room.index({"build", "news.idx"});
  CHECK(shrunk.exit == 5);
  CHECK(contains(shrunk.err, "only 7 of 10 articles"));
  CHECK(contains(shrunk.err, "--allow-shrink"));
  CHECK(room.articles() == 10);
  CHECK(room.index({"build", "news.idx", "--allow-shrink"}).exit == 0);
  CHECK(room.articles() == 7);
  room.write("docs.jsonl", many_articles(6));
  CHECK(room.index({"build", "news.idx"}).exit == 0);  // 6 of 7 is enough
}

TEST_CASE("an update reads standard input and never calls what it does not bring vanished") {
  const Newsroom room(article("d1", "The river rose."));
  for (const std::string id : {"s1", "s2"}) {
    const Outcome updated = run({room.path(),
                                 {"nutgraf-index", "update", "news.idx", "-"},
                                 article(id, "News of " + id + " came in."),
                                 {},
                                 0,
                                 {}});
    CHECK(updated.exit == 0);
    CHECK(contains(updated.err, "added 1, replaced 0, unchanged 0, vanished 0"));
  }
  CHECK(room.articles() == 3);
  CHECK(room.index({"update", "news.idx", "--prune"}).exit == 0);
  CHECK(room.articles() == 3);
}

TEST_CASE("prune spares folders that are gone or empty") {
  const TempDir temp;
  (void)temp.write("a/1.txt", "The river rose over the lane.\n");
  (void)temp.write("a/2.txt", "The hill stood over the lane.\n");
  (void)temp.write("b/3.txt", "The orchard bloomed over the lane.\n");
  CHECK(shell(temp.path(), "nutgraf-index build news.idx a b").exit == 0);
  CHECK(shell(temp.path(), "rm b/3.txt && nutgraf-index update news.idx a b --prune").exit == 0);
  CHECK(contains(shell(temp.path(), "nutgraf-index stats news.idx -f json").out, "\"articles\":3"));
  CHECK(shell(temp.path(), "rmdir b && nutgraf-index update news.idx a b --prune").exit == 3);
  CHECK(shell(temp.path(), "rm a/2.txt && nutgraf-index update news.idx a --prune --allow-shrink").exit == 0);
  CHECK(contains(shell(temp.path(), "nutgraf-index stats news.idx -f json").out, "\"articles\":2"));
}

TEST_CASE("a prune of many articles is guarded, of a handful not") {
  const Newsroom room(many_articles(40));
  room.write("docs.jsonl", many_articles(28));
  const Outcome refused = room.index({"update", "news.idx", "--prune"});
  CHECK(refused.exit == 5);
  CHECK(contains(refused.err, "only 28 of 40 articles"));
  CHECK(room.articles() == 40);
  CHECK(room.index({"update", "news.idx", "--prune", "--allow-shrink"}).exit == 0);
  CHECK(room.articles() == 28);
  room.write("docs.jsonl", many_articles(19));
  CHECK(room.index({"update", "news.idx", "--prune"}).exit == 0);
  CHECK(room.articles() == 19);
}

TEST_CASE("a writer that is stopped leaves the index that was") {
  const Newsroom room(article("d1", "The river rose."));
  room.write("big.jsonl", many_articles(60'000));
  const nlohmann::json before = live_stats(room);
  struct Row {
    int signal;
    int exit;
  };
  for (const Row row : {Row{SIGINT, 130}, Row{SIGTERM, 130}, Row{SIGKILL, 128 + SIGKILL}}) {
    for (const int delay : {30, 250, 600}) {
      CAPTURE(row.signal);
      CAPTURE(delay);
      for (const char* command : {"build", "update"}) {
        const Outcome stopped = run({room.path(),
                                     {"nutgraf-index", command, "news.idx", "big.jsonl"},
                                     {},
                                     {},
                                     row.signal,
                                     std::chrono::milliseconds(delay)});
        if (stopped.exit != 0) {  // it may have been done before
          // The shortest delay may hit the process before it has its handlers.
          CHECK((stopped.exit == row.exit || stopped.exit == 128 + row.signal));
        }
        room.require_sound();
        undo_if_published(room, before, 60'001);
      }
    }
  }
  CHECK(shell(room.path(), "ls -A news.idx/generations | wc -l").out.size() <= 3);
  CHECK(room.index({"update", "news.idx", "big.jsonl"}).exit == 0);
  CHECK(room.articles() == 60'001);
  room.require_sound();
}

TEST_CASE("a delete that is killed leaves the index that was") {
  const Newsroom room(article("d1", "The river rose."));
  room.write("big.jsonl", many_articles(20'000));
  REQUIRE(room.index({"update", "news.idx", "big.jsonl"}).exit == 0);
  const nlohmann::json before = live_stats(room);
  for (const int delay : {5, 20, 60, 150, 400}) {
    CAPTURE(delay);
    const Outcome stopped = run({room.path(),
                                 {"nutgraf-index", "delete", "news.idx", "--id", "d1"},
                                 {},
                                 {},
                                 SIGKILL,
                                 std::chrono::milliseconds(delay)});
    CHECK((stopped.exit == 0 || stopped.exit == 128 + SIGKILL));
    room.require_sound();
    undo_if_published(room, before, 20'000);
  }
  CHECK(room.index({"delete", "news.idx", "--id", "d1"}).exit == 0);
  CHECK(room.articles() == 20'000);
  CHECK(shell(room.path(), "ls -A news.idx/generations | wc -l").out == "2\n");
  room.require_sound();
}

TEST_CASE("a second writer waits, then names the first") {
  const Newsroom room(article("d1", "The river rose."));
  room.write("big.jsonl", many_articles(20'000));
  const Outcome both = shell(room.path(),
                             "nutgraf-index build news.idx big.jsonl 2>first & P=$!; sleep 0.2; kill -STOP $P\n"
                             "nutgraf-index update news.idx --lock-timeout 0.3 2>second; echo second=$?\n"
                             "grep -qw $P second && echo named; kill -CONT $P; wait $P; echo first=$?");
  CHECK(both.out == "second=4\nnamed\nfirst=0\n");
}

TEST_CASE("a full disk ends a build, not the index") {
  const Newsroom room(article("d1", "The river rose."));
  room.write("big.jsonl", many_articles(30'000));
  for (const char* limit : {"8", "100", "1000"}) {
    const Outcome full =
        shell(room.path(), std::string("ulimit -f ") + limit + "; nutgraf-index build news.idx big.jsonl 2>/dev/null");
    CHECK(full.exit == 5);
    CHECK(room.articles() == 1);
    room.require_sound();
  }
}

TEST_CASE("a build that cannot find its input leaves no trace") {
  const TempDir temp;
  const Outcome outcome = shell(temp.path(), "nutgraf-index build new.idx absent.jsonl");
  CHECK(outcome.exit == 3);
  CHECK(contains(outcome.err, "absent.jsonl"));
  CHECK_FALSE(std::filesystem::exists(temp.path() / "new.idx"));
}

TEST_CASE("damage is told from health") {
  const Newsroom room(article("d1", "The river rose.") + article("d2", "A hill stood."));
  struct Row {
    const char* name;
    const char* file;
    const char* how;
  };
  for (const Row row :
       {Row{"manifest cut", "manifest.json", "head -c 10"}, Row{"ledger cut", "sources.jsonl", "head -c 60"},
        Row{"ledger shortened", "sources.jsonl", "head -n 1"}, Row{"rejects", "rejects.jsonl", "echo x; cat"},
        Row{"table cut", "postlist.glass", "head -c 40"},
        Row{"table noise", "docdata.glass", "tr '\\000-\\377' Z <"}}) {
    SUBCASE(row.name) {
      const std::string find = std::string("f=$(find news.idx/ -name ") + row.file + "); test -n \"$f\" || exit 9; ";
      CHECK(shell(room.path(), find + "{ " + row.how + " \"$f\"; } > part; cat part > \"$f\"").exit == 0);
      const Outcome checked = room.index({"check", "news.idx"});
      CHECK(checked.exit == 3);
      CHECK_FALSE(checked.out.empty());
    }
  }
}

TEST_CASE("many small updates do not swell an index for good") {
  // Words of many kinds, so that every update touches blocks all over the tables.
  std::vector<std::string> texts;
  for (unsigned i = 0; i < 400; ++i) {
    std::string text;
    for (unsigned w = 0; w < 60; ++w) {
      text += "word" + std::to_string((i * 7919 + w * 104729) % 5000) + " ";
    }
    texts.push_back(text);
  }
  const auto lines = [&texts] {
    std::string all;
    for (std::size_t i = 0; i < texts.size(); ++i) {
      all += article("n" + std::to_string(i), texts[i]);
    }
    return all;
  };
  const Newsroom room(lines());
  const auto bytes = [&room] { return room.stats().at("bytes").get<double>(); };
  const double packed = bytes();
  double highest = packed;
  for (unsigned update = 0; update < 12; ++update) {
    for (unsigned i = 0; i < 4; ++i) {
      texts[(update * 37 + i * 101) % texts.size()] += "fresh" + std::to_string(update * 4 + i);
    }
    room.write("docs.jsonl", lines());
    REQUIRE(room.index({"update", "news.idx", "--keep", "1"}).exit == 0);
    highest = std::max(highest, bytes());
  }
  CHECK(highest < 1.5 * packed);  // 2.4 times where nothing is written anew
  room.require_sound();
}

TEST_CASE("an update from an emptied folder says that its articles stay") {
  const Newsroom room(article("a1", "one lantern"));
  room.write("feed/b.jsonl", article("b1", "two lanterns"));
  CHECK(room.index({"build", "news.idx", "docs.jsonl", "feed"}).exit == 0);
  std::filesystem::remove(room.path() / "feed/b.jsonl");
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"update", "news.idx"}, {"update", "news.idx", "--prune"}}) {
    const Outcome updated = room.index(words);
    CHECK(updated.exit == 0);
    CHECK_MESSAGE(contains(updated.err, "feed is empty: the index keeps 1 article from it"), updated.err);
    CHECK(room.articles() == 2);
  }
  std::filesystem::remove(room.path() / "feed");
  const Outcome updated = room.index({"update", "news.idx"});
  CHECK(updated.exit == 3);
  CHECK_MESSAGE(contains(updated.err, (room.path() / "feed").string() + " does not exist"), updated.err);
}

TEST_CASE("every command that writes has a JSON report, a dry run one of what would be left") {
  const Newsroom room(article("a1", "one lantern") + article("a2", "two lanterns") + article("a3", "three lanterns"));
  const auto report = [&](std::vector<std::string> words) {
    words.insert(words.end(), {"--report", "json"});
    const Outcome outcome = room.index(words);
    CHECK_MESSAGE(outcome.exit == 0, outcome.err);
    return nlohmann::json::parse(outcome.out);
  };
  nlohmann::json dry = report({"delete", "news.idx", "--id", "a1", "--dry-run"});
  CHECK(dry["articles"] == 2);
  CHECK(dry["passages"] == 2);
  CHECK(room.articles() == 3);
  room.write("more.jsonl", article("a4", "four lanterns"));
  dry = report({"update", "news.idx", "more.jsonl", "--dry-run"});
  CHECK(dry["articles"] == 4);
  CHECK(dry["passages"] == 4);
  CHECK(report({"delete", "news.idx", "--id", "a1"})["articles"] == 2);
  const nlohmann::json rolled = report({"rollback", "news.idx"});
  CHECK(rolled["command"] == "rollback");
  CHECK(rolled["generation"] == "0001");
  CHECK(rolled["previous"] == "0002");
  CHECK(rolled["articles"] == 3);
  const nlohmann::json optimized = report({"optimize", "news.idx"});
  CHECK(optimized["previous"] == "0001");
  CHECK(optimized["size"].get<std::uint64_t>() > 0);
  CHECK(report({"delete", "news.idx", "--id", "a2", "--purge"})["deleted"] == 1);
  const nlohmann::json unblocked = report({"delete", "news.idx", "--id", "a2", "--id", "a9", "--unblock"});
  CHECK(unblocked["unblocked"] == 1);
  CHECK(unblocked["not_found"] == 1);
}

}  // namespace nutgraf::test
