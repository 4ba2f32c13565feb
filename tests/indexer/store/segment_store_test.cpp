// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/store/segment_store.h"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <set>
#include <thread>

#include "core/base/failure.h"
#include "core/index/record.h"
#include "core/schema/terms.h"
#include "tests/indexer/store/sample.h"
#include "tests/temp_dir.h"

using namespace nutgraf;
namespace fs = std::filesystem;

namespace {

/// 12 batches of 5 articles.
void fill(test::SampleBatches& batches) {
  for (int i = 0; i < 12; ++i) {
    batches.add_batch(test::some_articles(5, fmt::format("b{}-", i)));
  }
}

void write_by_threads(store::BuildStore& store, const test::SampleBatches& batches) {
  const auto write_from = [&](std::size_t first) {
    for (std::size_t number = first; number < batches.size(); number += 3) {
      store.write(batches.size() - 1 - number, batches.batch(batches.size() - 1 - number));
    }
  };
  std::thread one(write_from, 0);
  std::thread two(write_from, 1);
  write_from(2);
  one.join();
  two.join();
}

}  // namespace

TEST_CASE("docids follow the batches, whoever writes them when") {
  const test::TempDir dir;
  test::SampleBatches batches;
  fill(batches);
  test::write_all(batches, dir.path() / "s1", dir.path() / "in_order");
  const auto store = store::segment_store({dir.path() / "s2", dir.path() / "by_threads"});
  write_by_threads(*store, batches);
  store->close({});
  store->finish(batches.metadata());

  const Xapian::Database in_order((dir.path() / "in_order").string());
  const Xapian::Database by_threads((dir.path() / "by_threads").string());
  CHECK(in_order.get_doccount() == batches.contract().passages);
  CHECK(test::dump(in_order) == test::dump(by_threads));
  Xapian::docid docid = 0;
  for (std::size_t number = 0; number < batches.size(); ++number) {
    for (const passage::PassageDocument& passage : batches.batch(number)) {
      REQUIRE(in_order.get_document(++docid).get_data() == passage.data);
    }
  }
  CHECK(Xapian::Database::check((dir.path() / "in_order").string()) == 0);
}

TEST_CASE("the same batches cut otherwise give the same database") {
  const test::TempDir dir;
  test::SampleBatches small;
  test::SampleBatches large;
  const auto articles = test::some_articles(60);
  for (std::size_t i = 0; i < articles.size(); i += 3) {
    small.add_batch(
        {articles.begin() + static_cast<std::ptrdiff_t>(i), articles.begin() + static_cast<std::ptrdiff_t>(i) + 3});
  }
  large.add_batch(articles);
  test::write_all(small, dir.path() / "s1", dir.path() / "small");
  test::write_all(large, dir.path() / "s2", dir.path() / "large");
  CHECK(test::dump(Xapian::Database((dir.path() / "small").string())) ==
        test::dump(Xapian::Database((dir.path() / "large").string())));
}

TEST_CASE("terms, positions, values and metadata are those of the passages") {
  const test::TempDir dir;
  test::SampleBatches batches;
  fill(batches);
  test::write_all(batches, dir.path() / "s", dir.path() / "db");
  const Xapian::Database database((dir.path() / "db").string());
  Xapian::docid docid = 0;
  for (std::size_t number = 0; number < batches.size(); ++number) {
    for (const passage::PassageDocument& passage : batches.batch(number)) {
      const Xapian::Document document = database.get_document(++docid);
      REQUIRE(document.termlist_count() == passage.terms().size());
      for (const passage::PassageDocument::Term& term : passage.terms()) {
        const std::string name(passage.name(term));
        const auto positions = passage.positions(term);
        const std::vector<std::uint32_t> stored(database.positionlist_begin(docid, name),
                                                database.positionlist_end(docid, name));
        REQUIRE(stored == std::vector<std::uint32_t>(positions.begin(), positions.end()));
      }
      for (std::size_t slot = 0; slot < schema::kSlotCount; ++slot) {
        REQUIRE(document.get_value(static_cast<Xapian::valueno>(slot)) == passage.values[slot]);
      }
    }
  }
  for (const auto& [key, value] : batches.metadata()) {
    REQUIRE(database.get_metadata(key) == value);
  }
}

TEST_CASE("no batches at all make a database that opens and answers") {
  const test::TempDir dir;
  test::SampleBatches none;
  test::write_all(none, dir.path() / "s", dir.path() / "db");
  const Xapian::Database database((dir.path() / "db").string());
  CHECK(database.get_doccount() == 0);
  CHECK(decode_contract(database.get_metadata(std::string(kContractKey))) == none.contract());
  Xapian::WritableDatabase editable((dir.path() / "db").string(), Xapian::DB_OPEN);
  editable.add_document(Xapian::Document());
  editable.commit();
  CHECK(editable.get_doccount() == 1);
}

TEST_CASE("superseded articles are left out, the others keep their order") {
  const test::TempDir dir;
  test::SampleBatches batches;
  batches.add_batch({{"x", "The first version.\n\nMore of it.", ""}, {"y", "Another article.", ""}});
  batches.add_batch({{"z", "A third article.", ""}, {"x", "The second version.", ""}});
  batches.add_batch({{"z", "The third again.", ""}});
  const auto store = store::segment_store({dir.path() / "s", dir.path() / "db"});
  for (std::size_t number = 0; number < batches.size(); ++number) {
    store->write(number, batches.batch(number));
  }
  const std::vector<store::Superseded> superseded{{0, "x"}, {1, "z"}};
  store->close(superseded);
  store->finish(batches.metadata());

  const Xapian::Database database((dir.path() / "db").string());
  std::vector<std::string> texts;
  for (auto passage = database.postlist_begin({}); passage != database.postlist_end({}); ++passage) {
    const std::string data = database.get_document(*passage).get_data();
    texts.emplace_back(decode_passage_text(data).text);
  }
  CHECK(texts == std::vector<std::string>{"Another article.", "The second version.", "The third again."});
  CHECK_FALSE(database.term_exists("first"));
  CHECK(database.get_termfreq("Qx") == 1);
  CHECK(Xapian::Database::check((dir.path() / "db").string()) == 0);
}

TEST_CASE("a segment whose articles are all superseded") {
  const test::TempDir dir;
  test::SampleBatches batches;
  batches.add_batch({{"x", "The first version.", ""}});
  batches.add_batch({{"x", "The second version.", ""}});
  const auto store = store::segment_store({dir.path() / "s", dir.path() / "db"});
  store->write(0, batches.batch(0));
  store->write(1, batches.batch(1));
  const std::vector<store::Superseded> superseded{{0, "x"}};
  store->close(superseded);
  store->finish(batches.metadata());
  CHECK(Xapian::Database((dir.path() / "db").string()).get_doccount() == 1);
}

TEST_CASE("long and odd words are shortened, kept apart and found") {
  const test::TempDir dir;
  test::SampleBatches batches;
  const std::string word(300, 'n');
  batches.add_batch({{std::string(400, 'i') + "1", word + "a and more", ""},
                     {std::string(400, 'i') + "2", word + "b and more", ""},
                     {std::string(300, '\0'), "nul", ""}});
  test::write_all(batches, dir.path() / "s", dir.path() / "db");
  const Xapian::Database database((dir.path() / "db").string());
  CHECK(database.get_doccount() == 3);
  CHECK(database.get_termfreq(schema::make_term({}, word + "a")) == 1);
  CHECK(database.get_termfreq(schema::make_term({}, word + "b")) == 1);
  CHECK(database.get_termfreq(schema::make_term(schema::kIdPrefix, std::string(400, 'i') + "2")) == 1);
  CHECK(database.get_termfreq(schema::make_term(schema::kIdPrefix, std::string(300, '\0'))) == 1);
}

TEST_CASE("more segments than files may be open are merged in levels, still in order") {
  const test::TempDir dir;
  test::SampleBatches batches;
  for (int i = 0; i < 40; ++i) {
    batches.add_batch(test::some_articles(1, fmt::format("b{:02}-", i)));
  }
  test::write_all(batches, dir.path() / "s1", dir.path() / "at_once");
  const pid_t child = ::fork();
  if (child == 0) {
    const struct rlimit few { 100, 100 };
    ::setrlimit(RLIMIT_NOFILE, &few);
    int code = 0;
    try {
      test::write_all(batches, dir.path() / "s2", dir.path() / "in_levels");
    } catch (const std::exception& e) {
      fmt::print(stderr, "{}\n", e.what());
      code = 1;
    }
    ::_exit(code);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  REQUIRE(status == 0);
  CHECK(test::dump(Xapian::Database((dir.path() / "at_once").string())) ==
        test::dump(Xapian::Database((dir.path() / "in_levels").string())));
}

TEST_CASE("a full disk is a failure that says so, and scratch goes away") {
  const test::TempDir dir;
  test::SampleBatches batches;
  batches.add_batch(test::some_articles(400));
  const pid_t child = ::fork();
  if (child == 0) {
    ::signal(SIGXFSZ, SIG_IGN);
    const struct rlimit small { 100 * 1024, 100 * 1024 };
    ::setrlimit(RLIMIT_FSIZE, &small);
    int code = 9;
    try {
      test::write_all(batches, dir.path() / "s", dir.path() / "db");
    } catch (const Failure& e) {
      const bool says = std::string(e.what()).find("File too large") != std::string::npos;
      code = says ? static_cast<int>(e.code()) : 8;  // 8: another reason
    }
    ::_exit(code);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  CHECK(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == static_cast<int>(ExitCode::Failed));
  CHECK_FALSE(fs::exists(dir.path() / "s"));
}
