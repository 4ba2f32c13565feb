// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/store/generations.h"

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <random>

#include "core/base/failure.h"
#include "core/index/layout.h"
#include "core/index/open.h"
#include "indexer/store/live_store.h"
#include "tests/indexer/store/sample.h"
#include "tests/temp_dir.h"

using namespace nutgraf;
namespace fs = std::filesystem;
using Names = std::vector<std::string>;

namespace {

/// Publishes a generation that holds one file with these words.
std::string publish(const fs::path& index, const std::string& words, int keep = 1) {
  store::NewGeneration generation = store::NewGeneration::create(index);
  fs::create_directories(generation.passages());
  std::ofstream(generation.passages() / "words") << words;
  CHECK(generation.publish(keep) == store::Durability::Sure);
  return generation.name();
}

/// To the first target, sound or not; its name, or nothing where there is no target.
std::string roll_back(const fs::path& index) {
  const Names targets = store::rollback_targets(index);
  if (targets.empty()) {
    return "";
  }
  CHECK(store::make_live(index, targets.front()) == store::Durability::Sure);
  return targets.front();
}

std::string live_words(const fs::path& index) {
  return test::read_file(layout::generation_folder(index, layout::live_generation(index).value_or("none")) /
                         "passages/words");
}

/// An index of `count` articles whose ids begin with `prefix`, built as `build` does.
void build(const fs::path& index, const std::string& prefix, std::size_t count) {
  test::SampleBatches batches;
  batches.add_batch(test::some_articles(count, prefix));
  store::NewGeneration generation = store::NewGeneration::create(index);
  test::write_all(batches, generation.scratch(), generation.passages());
  CHECK(generation.publish(1) == store::Durability::Sure);
}

/// Edits a copy of the live index, as `update` does.
void update(const fs::path& index, const std::string& prefix) {
  test::SampleBatches added;
  added.add_batch(test::some_articles(5, prefix));
  store::NewGeneration generation = store::NewGeneration::copy_live(index);
  store::LiveStore live(generation.passages());
  live.add(added.batch(0));
  static_cast<void>(live.finish(added.vocabulary()));
  CHECK(generation.publish(1) == store::Durability::Sure);
}

/// Runs `work` in a child and kills it after `microseconds`; true where it was killed before its end.
template <typename Work>
bool kill_during(Work work, unsigned microseconds) {
  const pid_t child = ::fork();
  if (child == 0) {
    work();
    ::_exit(0);
  }
  ::usleep(microseconds);
  ::kill(child, SIGKILL);
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFSIGNALED(status);
}

}  // namespace

TEST_CASE("generations are numbered, swapped in and pruned") {
  const test::TempDir dir;
  CHECK(layout::finished_generations(dir.path()).empty());
  CHECK(publish(dir.path(), "one") == "0001");
  CHECK(live_words(dir.path()) == "one");
  CHECK(publish(dir.path(), "two") == "0002");
  CHECK(layout::finished_generations(dir.path()) == Names{"0001", "0002"});
  CHECK(publish(dir.path(), "three") == "0003");
  CHECK(layout::finished_generations(dir.path()) == Names{"0002", "0003"});
  CHECK(live_words(dir.path()) == "three");
  CHECK(test::read_file(dir.path() / "XAPIANDB") == layout::stub_text("0003"));
}

TEST_CASE("keep says how many older ones stay") {
  const test::TempDir dir;
  for (const char* words : {"1", "2", "3", "4"}) {
    publish(dir.path(), words, 2);
  }
  CHECK(layout::finished_generations(dir.path()) == Names{"0002", "0003", "0004"});
  publish(dir.path(), "5", 0);
  CHECK(layout::finished_generations(dir.path()) == Names{"0005"});
}

TEST_CASE("rollback goes back one by one, and the next build forgets what was rolled back") {
  const test::TempDir dir;
  publish(dir.path(), "1", 5);
  publish(dir.path(), "2", 5);
  publish(dir.path(), "3", 5);
  CHECK(roll_back(dir.path()) == "0002");
  CHECK(live_words(dir.path()) == "2");
  CHECK(layout::finished_generations(dir.path()) == Names{"0001", "0002", "0003"});
  CHECK(publish(dir.path(), "4", 5) == "0004");
  CHECK(layout::finished_generations(dir.path()) == Names{"0001", "0002", "0004"});
  CHECK(roll_back(dir.path()) == "0002");
  CHECK(roll_back(dir.path()) == "0001");
  CHECK(live_words(dir.path()) == "1");
  CHECK(roll_back(dir.path()).empty());
  CHECK(publish(dir.path(), "5", 1) == "0005");
  CHECK(layout::finished_generations(dir.path()) == Names{"0001", "0005"});
}

TEST_CASE("rollback without an index or without a past") {
  const test::TempDir dir;
  CHECK(roll_back(dir.path() / "absent").empty());
  publish(dir.path(), "1");
  CHECK(roll_back(dir.path()).empty());
  CHECK(live_words(dir.path()) == "1");
}

TEST_CASE("where the stub is lost, a rollback leads to any generation, the newest first") {
  const test::TempDir dir;
  for (const char* words : {"1", "2", "3"}) {
    publish(dir.path(), words, 5);
  }
  CHECK(store::rollback_targets(dir.path()) == Names{"0002", "0001"});
  for (const std::string stub : {"", "auto generations/0002/passages\n# xxh3 0123456789abcdef\n"}) {
    dir.write("XAPIANDB", stub);
    CHECK(store::rollback_targets(dir.path()) == Names{"0003", "0002", "0001"});
  }
  fs::remove(dir.path() / "XAPIANDB");
  CHECK(roll_back(dir.path()) == "0003");
  CHECK(live_words(dir.path()) == "3");
}

TEST_CASE("what is not published leaves nothing") {
  const test::TempDir dir;
  publish(dir.path(), "1");
  {
    store::NewGeneration given_up = store::NewGeneration::create(dir.path());
    fs::create_directories(given_up.scratch());
    store::NewGeneration moved = std::move(given_up);
    CHECK(fs::exists(moved.folder()));
  }
  CHECK(live_words(dir.path()) == "1");
  CHECK(std::distance(fs::directory_iterator(dir.path() / "generations"), fs::directory_iterator()) == 1);
}

TEST_CASE("what killed writers left is removed, what is not ours stays") {
  const test::TempDir dir;
  publish(dir.path(), "1");
  dir.write("generations/0002.partial/passages/words", "half");
  dir.write("generations/0009/passages/words", "complete, killed before the swap");
  dir.write("generations/notes/read.me", "mine");
  CHECK(publish(dir.path(), "2") == "0010");
  CHECK_FALSE(fs::exists(dir.path() / "generations/0002.partial"));
  CHECK(layout::finished_generations(dir.path()) == Names{"0001", "0010"});
  CHECK(fs::exists(dir.path() / "generations/notes/read.me"));
}

TEST_CASE("a copy has everything of the live one and leaves it alone") {
  const test::TempDir dir;
  CHECK_THROWS_AS(store::NewGeneration::copy_live(dir.path()), Failure);
  publish(dir.path(), "1");
  dir.write("generations/0001/sources.jsonl", std::string(700'000, 's'));
  dir.write("generations/0001/empty", "");
  store::NewGeneration copy = store::NewGeneration::copy_live(dir.path());
  CHECK(test::read_file(copy.passages() / "words") == "1");
  CHECK(test::read_file(copy.folder() / "sources.jsonl") == std::string(700'000, 's'));
  CHECK(fs::exists(copy.folder() / "empty"));
  std::ofstream(copy.passages() / "words") << "changed";
  CHECK(live_words(dir.path()) == "1");
  CHECK(copy.publish(1) == store::Durability::Sure);
  CHECK(live_words(dir.path()) == "changed");
}

TEST_CASE("numbers go on past 9999") {
  const test::TempDir dir;
  dir.write("generations/9999/passages/words", "old");
  dir.write("XAPIANDB", layout::stub_text("9999"));
  CHECK(publish(dir.path(), "new") == "10000");
  CHECK(layout::finished_generations(dir.path()) == Names{"9999", "10000"});
  CHECK(roll_back(dir.path()) == "9999");
}

TEST_CASE("an update of a real index leaves the old generation for rollback") {
  const test::TempDir dir;
  build(dir.path(), "a", 20);
  update(dir.path(), "b");
  CHECK(open_index(dir.path()).contract.articles == 25);
  roll_back(dir.path());
  CHECK(open_index(dir.path()).contract.articles == 20);
  CHECK(open_index(dir.path()).database.get_termfreq("Qb1") == 0);
}

TEST_CASE("kill -9 at any moment of a build or an update leaves an index that answers") {
  const test::TempDir dir;
  build(dir.path(), "a", 20);
  constexpr unsigned kSeed = 11;
  std::mt19937 random(kSeed);
  int killed = 0;
  for (int round = 0; round < 24; ++round) {
    const std::string prefix = "r" + std::to_string(round) + "-";
    const unsigned moment = 500 + static_cast<unsigned>(random() % 60'000);
    killed += kill_during([&] { round % 2 == 0 ? build(dir.path(), prefix, 40) : update(dir.path(), prefix); }, moment)
                  ? 1
                  : 0;
    const OpenIndex index = open_index(dir.path());
    CAPTURE(round);
    REQUIRE(index.contract.articles >= 20);
    REQUIRE(index.database.get_doccount() == index.contract.passages);
    REQUIRE(index.database.get_termfreq("river") == index.contract.articles);
  }
  CHECK(killed > 0);
  build(dir.path(), "end", 3);
  CHECK(open_index(dir.path()).contract.articles == 3);
  CHECK(layout::finished_generations(dir.path()).size() == 2);
}
