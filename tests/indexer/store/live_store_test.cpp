// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/store/live_store.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <random>

#include "core/base/failure.h"
#include "core/index/record.h"
#include "core/schema/slots.h"
#include "tests/indexer/store/sample.h"
#include "tests/temp_dir.h"

using namespace nutgraf;
namespace fs = std::filesystem;

namespace {

Xapian::Database open(const fs::path& folder) {
  return Xapian::Database(folder.string());
}

std::vector<std::string> list(const fs::path& folder, const std::string& key) {
  return decode_list(open(folder).get_metadata(key));
}

CaseCounts counts(const fs::path& folder, const std::string& language, const std::string& word) {
  return decode_counts(open(folder).get_metadata(case_metadata_key(language, word)));
}

std::string class_of(const std::string& word, const std::string& language = "en") {
  return class_metadata_key(language, ClassKeys().key(language, word));
}

/// Replaces or adds each article in the database.
Contract edit(const fs::path& folder, const std::vector<test::SampleArticle>& articles,
              const std::vector<std::string>& removed = {}) {
  store::LiveStore live(folder);
  for (const std::string& id : removed) {
    live.remove(id);
  }
  test::SampleBatches added;
  for (const test::SampleArticle& article : articles) {
    live.remove(article.id);
    added.add_batch({article});
    live.add(added.batch(added.size() - 1));
  }
  return live.finish(added.vocabulary());
}

fs::path build(const fs::path& dir, const std::vector<test::SampleArticle>& articles) {
  test::SampleBatches batches;
  batches.add_batch(articles);
  test::write_all(batches, dir / "scratch", dir / "db");
  return dir / "db";
}

}  // namespace

TEST_CASE("articles are added, replaced and removed whole") {
  const test::TempDir dir;
  const fs::path db =
      build(dir.path(), {{"a", "The river rose.\n\nIt fell.", ""}, {"b", "A hill stood.", "2023-06-19"}});
  {
    store::LiveStore live(db);
    CHECK(live.remove("a"));
    CHECK_FALSE(live.remove("a"));
    CHECK_FALSE(live.remove("absent"));
    test::SampleBatches added;
    added.add_batch({{"a", "The orchard bloomed.", "2024-01-01"}, {"c", "One.\n\nTwo.\n\nThree.", ""}});
    live.add(added.batch(0));
    const Contract contract = live.finish(added.vocabulary());
    CHECK(contract.articles == 3);
    CHECK(contract.passages == 5);
    CHECK(contract.undated == 1);
    CHECK(contract.tokens == 9);
    CHECK(contract.languages == std::vector<LanguageCount>{{"en", 3, 5, 9}});
  }
  const Xapian::Database database = open(db);
  CHECK(decode_contract(database.get_metadata(std::string(kContractKey))).articles == 3);
  CHECK_FALSE(database.term_exists("river"));
  CHECK(database.get_termfreq("orchard") == 1);
  CHECK(database.get_termfreq("Qc") == 3);
  CHECK(Xapian::Database::check(db.string()) == 0);
}

TEST_CASE("removing everything leaves an index that opens") {
  const test::TempDir dir;
  const fs::path db = build(dir.path(), {{"a", "The river rose.", ""}});
  const Contract contract = edit(db, {}, {"a"});
  CHECK(contract.articles == 0);
  CHECK(contract.languages.empty());
  CHECK(open(db).get_doccount() == 0);
  CHECK(edit(db, {{"b", "It came back.", ""}}).articles == 1);
}

TEST_CASE("classes grow: into an entry, out of one word, not across languages") {
  const test::TempDir dir;
  const fs::path db =
      build(dir.path(), {{"a", "Principle and principles. One treaty. The nation spoke. A river.", "", "en"},
                         {"b", "Nation und Gedanke.", "", "de"}});
  CHECK(list(db, class_of("principle")).size() == 2);
  CHECK(list(db, class_of("treaty")) == std::vector<std::string>{"treaty"});
  CHECK_MESSAGE(list(db, class_of("river")).empty(), "its only word is its key");
  edit(db, {{"c", "Principled treaties. Rivers.", "", "en"},
            {"d", "Nationen und Gedanken.", "", "de"},
            {"e", "Unrelated.", "", "en"}});
  CHECK(list(db, class_of("treaty")) == std::vector<std::string>{"treaties", "treaty"});
  CHECK(list(db, class_of("river")) == std::vector<std::string>{"river", "rivers"});
  CHECK(list(db, class_of("gedanke", "de")) == std::vector<std::string>{"gedanke", "gedanken"});
  CHECK(list(db, class_of("nation", "en")).empty());
  CHECK(list(db, class_of("unrelated")) == std::vector<std::string>{"unrelated"});
  for (const std::string word : {"principle", "principles"}) {
    const auto members = list(db, class_of("principle"));
    CHECK(std::find(members.begin(), members.end(), word) != members.end());
  }
}

TEST_CASE("an update comes to the classes of a build, whatever stands beside the words") {
  std::string long_word;  // longer than a term may be
  for (int i = 0; i < 100; ++i) {
    long_word += "rok";
  }
  const std::vector<test::SampleArticle> articles = {
      {"a", "China's envoy spoke. A state. One river. The Café. " + long_word, ""},
      {"b", "China spoke; the envoys of china's coast. The vote .States may appeal. #rivers .River", "", "en"},
      {"c", "Two states, the state's debt, #state @states. Rivers. A cafe, cafés, #café.", ""},
      {"d", "Notepad++ and notepads of the U.S.S.R., 1,000 ussrs; " + long_word + "s", ""},
      {"e", "Реформа. Закон .Реформы, #реформы", "", "ru"},
      {"f", "Une réforme, .Réformes de l'État; des états, " + long_word, "", "fr"},
      {"g", "Ended.states of notepad++", ""},
  };
  const auto lists_of = [](const fs::path& folder) {
    std::map<std::string, std::string> lists;
    const Xapian::Database database = open(folder);
    for (const std::string_view table : {kClassKeys, kAccentKeys, kCompoundKeys}) {
      for (auto key = database.metadata_keys_begin(std::string(table)); key != database.metadata_keys_end(); ++key) {
        lists.emplace(*key, database.get_metadata(*key));
      }
    }
    return lists;
  };
  const test::TempDir dir;
  fs::create_directories(dir.path() / "built");
  const auto built = lists_of(build(dir.path() / "built", articles));
  CHECK(built.at(class_of("state")) == "state\nstates");
  CHECK(built.at(class_of("river")) == "river\nrivers");
  CHECK(built.at(class_of("реформа", "ru")) == "реформа\nреформы");
  CHECK(built.at(class_of(long_word)) == long_word + "\n" + long_word + "s");
  CHECK_FALSE(built.contains(class_of("china")));
  for (std::size_t first = 1; first < articles.size(); ++first) {
    CAPTURE(first);
    const fs::path folder = dir.path() / fmt::format("updated{}", first);
    fs::create_directories(folder);
    const auto rest = articles.begin() + static_cast<std::ptrdiff_t>(first);
    const fs::path updated = build(folder, {articles.begin(), rest});
    edit(updated, {rest, articles.end()});
    CHECK(lists_of(updated) == built);
  }
}

TEST_CASE("a marked spelling that stands in a class goes when the class grows") {
  const test::TempDir dir;
  const fs::path db = build(dir.path(), {{"a", "A state voted .States", ""}});
  {
    Xapian::WritableDatabase database(db.string());
    database.set_metadata(class_of("state"), encode_list({"state", ".states", "state's"}));
    database.commit();
  }
  edit(db, {{"b", "Two states.", ""}});
  CHECK(list(db, class_of("state")) == std::vector<std::string>{"state", "states"});
}

TEST_CASE("compounds and counts add up") {
  const test::TempDir dir;
  const fs::path db = build(
      dir.path(), {{"a", "A cease-fire held. The US agreed with us, and us again. Some dog ran. Dogs bark.", ""}});
  CHECK(list(db, compound_metadata_key("ceasefire")) == std::vector<std::string>{"cease fire"});
  const CaseCounts before = counts(db, "en", "us");
  CHECK(before.all_caps == 1);
  CHECK(before.lower == 2);
  edit(db, {{"b", "Another cease-fire, a well-known one. The US left us. A Dog came.", ""}});
  CHECK(list(db, compound_metadata_key("ceasefire")) == std::vector<std::string>{"cease fire"});
  CHECK(list(db, compound_metadata_key("wellknown")) == std::vector<std::string>{"well known"});
  CHECK(counts(db, "en", "dogs") == CaseCounts{});
  edit(db, {{"c", "Big Dogs. Dogs of oʻahu.", ""}});
  // The first capital began a sentence.
  CHECK(counts(db, "en", "dogs") == CaseCounts{0, 1, 0, 0});
  CHECK(list(db, compound_metadata_key("oahu")) == std::vector<std::string>{"o'ahu"});
  CHECK(counts(db, "en", "us") == CaseCounts{3, 0, 2, 0});
  CHECK(counts(db, "en", "dog") == CaseCounts{1, 1, 0, 0});
}

TEST_CASE("after edits in any order the counts are those of a build") {
  const test::TempDir dir;
  constexpr unsigned kSeed = 5;
  std::mt19937 random(kSeed);
  auto articles = test::some_articles(40);
  for (std::size_t i = 0; i < articles.size(); i += 4) {
    articles[i].language = "de";
  }
  fs::create_directories(dir.path() / "edited");
  const fs::path edited = build(dir.path() / "edited", {articles.begin(), articles.begin() + 10});
  Contract contract;
  for (int round = 0; round < 6; ++round) {
    std::vector<test::SampleArticle> some(articles.begin() + 5, articles.end());
    std::shuffle(some.begin(), some.end(), random);
    contract = edit(edited, some, {"a1", "a2"});
  }
  contract = edit(edited, articles);
  test::SampleBatches built;
  built.add_batch(articles);
  CHECK(contract == built.contract());
  CHECK(open(edited).get_doccount() == built.contract().passages);
  CHECK(Xapian::Database::check(edited.string()) == 0);
}

TEST_CASE("keys that go before every other of a compacted table stay in order") {
  const test::TempDir dir;
  const fs::path db = build(dir.path(), test::some_articles(300));
  store::LiveStore live(db);
  test::SampleBatches added;
  for (int i = 0; i < 300; ++i) {
    added.add_batch({{fmt::format("0{:03}", i), fmt::format("000{} Aa{} US.", 999 - i, 999 - i), "", "aa"}});
    live.add(added.batch(added.size() - 1));
  }
  static_cast<void>(live.finish(added.vocabulary()));
  const Xapian::Database database = open(db);
  std::string last;
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    REQUIRE(last < *term);
    last = *term;
  }
  last.clear();
  for (auto key = database.metadata_keys_begin(); key != database.metadata_keys_end(); ++key) {
    REQUIRE(last < *key);
    last = *key;
  }
  CHECK(Xapian::Database::check(db.string()) == 0);
}

TEST_CASE("a damaged copy is a failure") {
  const test::TempDir dir;
  CHECK_THROWS_AS(store::LiveStore(dir.path() / "absent"), Failure);
  const fs::path db = build(dir.path(), {{"a", "The river rose.", ""}});
  std::ofstream(db / "postlist.glass") << std::string(20'000, 'Z');
  try {
    store::LiveStore live(db);
    live.remove("a");
    FAIL("no failure");
  } catch (const Failure& e) {
    CHECK(e.code() == ExitCode::Missing);
  }
}
