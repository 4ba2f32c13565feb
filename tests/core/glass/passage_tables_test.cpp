// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/glass/passage_tables.h"

#include <doctest/doctest.h>
#include <xapian.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <system_error>
#include <vector>

#include "core/glass/corruption_error.h"
#include "core/glass/position_list.h"
#include "core/glass/posting_list.h"
#include "core/glass/value_list.h"
#include "tests/random.h"
#include "tests/temp_dir.h"

namespace nutgraf::glass {
namespace {

using test::Random;
using test::TempDir;

/// Terms of all frequencies; some hold zero bytes, some begin like others, some are as long as they may be.
std::vector<std::string> terms() {
  std::vector<std::string> all = {"a",
                                  std::string("a\0", 2),
                                  std::string("a\0b", 3),
                                  "ab",
                                  "abc",
                                  std::string(245, 'x'),
                                  std::string("\0\xe0", 2),
                                  "the",
                                  "\xff",
                                  "\xff\xff"};
  for (unsigned i = 0; i < 300; ++i) {
    all.push_back("w" + std::to_string(i));
  }
  return all;
}

void add_positions(Xapian::Document& document, const std::string& term, Random& random) {
  const std::uint32_t widest = random() % 3 == 0 ? 1 : 1 + random() % 2000;
  std::uint32_t position = random() % 5;
  for (std::size_t i = 0, count = 1 + random() % (random() % 50 == 0 ? 3000 : 4); i < count; ++i) {
    position += 1 + random() % widest;
    document.add_posting(term, position);
  }
}

Xapian::Document random_document(const std::vector<std::string>& words, Random& random) {
  Xapian::Document document;
  document.add_posting("the", 1);
  for (unsigned i = 0, count = random() % 12; i < count; ++i) {
    const std::string& term = words[random() % (1 + random() % words.size())];
    if (random() % 4 == 0) {
      document.add_boolean_term(term);
    } else {
      add_positions(document, term, random);
    }
  }
  const std::size_t size = random() % 4 == 0 ? random() % 300 : 8;
  document.add_value(0, std::string(8, static_cast<char>('a' + random() % 26)));
  document.add_value(5, std::string(random() % 3 == 0 ? size : 0, 'x'));
  document.add_value(200, std::string(random() % 100 == 0 ? 3000 : 0, 'y'));
  return document;
}

/// A database as updates leave it: written in several revisions, with documents replaced and taken out.
void write(const std::filesystem::path& folder, int block_size, unsigned documents) {
  const std::vector<std::string> words = terms();
  Random random(static_cast<unsigned>(block_size) + documents);
  Xapian::WritableDatabase database(folder.string(), Xapian::DB_CREATE, block_size);
  for (unsigned i = 0; i < documents; ++i) {
    database.add_document(random_document(words, random));
    if (i % 997 == 996) {
      database.commit();
    }
  }
  for (unsigned i = 0; i < documents / 20; ++i) {
    const Xapian::docid document = 1 + random() % documents;
    if (random() % 2 == 0) {
      database.replace_document(document, random_document(words, random));
    } else if (database.postlist_begin("the") != database.postlist_end("the")) {
      database.replace_document(document, Xapian::Document());
      database.delete_document(document);
    }
  }
  database.commit();
}

struct Posting {
  std::uint32_t document = 0;
  std::uint32_t frequency = 0;
  bool operator==(const Posting&) const = default;
};

std::vector<Posting> through_xapian(const Xapian::Database& database, const std::string& term) {
  std::vector<Posting> list;
  for (auto at = database.postlist_begin(term); at != database.postlist_end(term); ++at) {
    list.push_back({*at, term.empty() ? database.get_doclength(*at) : at.get_wdf()});
  }
  return list;
}

std::vector<Posting> in_place(PostingCursor cursor) {
  std::vector<Posting> list;
  for (; cursor.document() != PostingCursor::kEnd; cursor.next()) {
    list.push_back({cursor.document(), cursor.frequency()});
  }
  return list;
}

/// Skips by steps of all sizes end where a look at every posting ends.
void check_skips(const Table& table, const std::string& term, const std::vector<Posting>& all, Random& random) {
  for (const std::uint32_t widest : {2U, 50U, 3000U}) {
    PostingCursor cursor(table, term);
    std::uint32_t document = 0;
    while (cursor.document() != PostingCursor::kEnd) {
      document += 1 + random() % widest;
      cursor.skip_to(document);
      const auto expected =
          std::ranges::find_if(all, [document](const Posting& posting) { return posting.document >= document; });
      REQUIRE(cursor.document() == (expected == all.end() ? PostingCursor::kEnd : expected->document));
      if (expected != all.end()) {
        REQUIRE(cursor.frequency() == expected->frequency);
      }
      document = std::min(cursor.document(), document + widest);
    }
  }
}

void check_positions(const PassageTables& tables, const Xapian::Database& database, const std::string& term,
                     const std::vector<Posting>& all) {
  PositionCursor cursor(tables.position(), term);
  for (const Posting& posting : all) {
    std::vector<std::uint32_t> expected(database.positionlist_begin(posting.document, term),
                                        database.positionlist_end(posting.document, term));
    std::vector<std::uint32_t> found;
    cursor.read(posting.document, found);
    REQUIRE(found == expected);
  }
}

/// By ascending and by random documents.
void check_values(const PassageTables& tables, const Xapian::Database& database, Random& random) {
  const std::uint32_t last = database.get_lastdocid() + 3;
  const auto value_of = [&database](std::uint32_t document, std::uint32_t slot) {
    try {
      return database.get_document(document).get_value(slot);
    } catch (const Xapian::DocNotFoundError&) {
      return std::string();
    }
  };
  for (const std::uint32_t slot : {0U, 1U, 5U, 200U}) {
    CAPTURE(slot);
    for (const std::uint32_t widest : {1U, 10U, 300U}) {
      ValueCursor values(tables.postlist(), slot);
      for (std::uint32_t document = 1; document <= last; document += 1 + random() % widest) {
        REQUIRE(values.at(document) == value_of(document, slot));
      }
    }
    ValueCursor values(tables.postlist(), slot);
    for (unsigned i = 0; i < 200; ++i) {
      const std::uint32_t document = 1 + random() % last;
      REQUIRE(values.at(document) == value_of(document, slot));
    }
  }
}

void check_same(const std::filesystem::path& folder) {
  const Xapian::Database database(folder.string());
  const PassageTables tables(folder);
  CHECK(tables.version().revision == database.get_revision());
  std::vector<std::string> asked = terms();
  asked.insert(asked.end(), {"absent", "w", "zzz", std::string("a\0a", 3)});
  Random random(3);
  for (const std::string& term : asked) {
    CAPTURE(term);
    const std::vector<Posting> all = through_xapian(database, term);
    const PostingCursor cursor(tables.postlist(), term);
    CHECK(cursor.documents() == database.get_termfreq(term));
    CHECK(cursor.occurrences() == database.get_collection_freq(term));
    REQUIRE(in_place(PostingCursor(tables.postlist(), term)) == all);
    check_skips(tables.postlist(), term, all, random);
    check_positions(tables, database, term, all);
  }
  CHECK(in_place(PostingCursor::lengths(tables.postlist())) == through_xapian(database, ""));
  check_values(tables, database, random);
}

/// Reads everything that a search might.
void read_all(const std::filesystem::path& folder) {
  const PassageTables tables(folder);
  for (const std::string& term : terms()) {
    PositionCursor positions(tables.position(), term);
    for (const Posting& posting : in_place(PostingCursor(tables.postlist(), term))) {
      std::vector<std::uint32_t> read;
      positions.read(posting.document, read);
    }
    PostingCursor(tables.postlist(), term).skip_to(700);
  }
  static_cast<void>(in_place(PostingCursor::lengths(tables.postlist())));
  ValueCursor values(tables.postlist(), 0);
  for (std::uint32_t document = 1; document < 900; ++document) {
    static_cast<void>(values.at(document));
  }
}

std::string contents(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

}  // namespace

TEST_CASE("lists read in place are those that Xapian reads") {
  struct Row {
    int block_size;
    unsigned documents;
  };
  for (const Row& row : {Row{2048, 1}, Row{2048, 4000}, Row{8192, 4000}, Row{65536, 3000}}) {
    CAPTURE(row.block_size);
    CAPTURE(row.documents);
    const TempDir folder;
    write(folder.path() / "db", row.block_size, row.documents);
    check_same(folder.path() / "db");
  }
}

TEST_CASE("a database without positions, and one without documents") {
  const TempDir folder;
  {
    Xapian::WritableDatabase database((folder.path() / "db").string(), Xapian::DB_CREATE);
    database.commit();
  }
  check_same(folder.path() / "db");
  {
    Xapian::WritableDatabase database((folder.path() / "db").string(), Xapian::DB_OPEN);
    Xapian::Document document;
    document.add_boolean_term("a");
    database.add_document(document);
    database.commit();
  }
  check_same(folder.path() / "db");
}

TEST_CASE("tables that are written to are refused, not misread") {
  const TempDir folder;
  const std::filesystem::path path = folder.path() / "db";
  write(path, 2048, 500);
  const PassageTables tables(path);
  Xapian::WritableDatabase database(path.string(), Xapian::DB_OPEN);
  for (unsigned i = 0; i < 8; ++i) {  // a revision later, blocks of the first are free to be written over
    database.replace_document(1 + i, Xapian::Document());
    database.commit();
  }
  CHECK_THROWS_WITH_AS(in_place(PostingCursor(tables.postlist(), "the")),
                       "postlist.glass was changed while it was read", CorruptionError);
}

TEST_CASE("what is no database of this format is refused") {
  const TempDir folder;
  CHECK_THROWS_AS(PassageTables(folder.path() / "none"), std::system_error);
  write(folder.path() / "db", 2048, 10);
  const std::string version = contents(folder.path() / "db" / "iamglass");
  for (const std::size_t size : {0U, 5U, 20U, 40U}) {
    std::ofstream(folder.path() / "db" / "iamglass", std::ios::binary) << version.substr(0, size);
    CHECK_THROWS_AS(PassageTables(folder.path() / "db"), CorruptionError);
  }
}

TEST_CASE("damaged tables end in an error or in other words, never beyond their bytes") {
  const TempDir folder;
  const std::filesystem::path path = folder.path() / "db";
  write(path, 2048, 800);
  Random random(17);
  unsigned refused = 0;
  for (const char* name : {"postlist.glass", "position.glass"}) {
    const std::string whole = contents(path / name);
    for (unsigned round = 0; round < 150; ++round) {
      std::string damaged = whole;
      if (round % 10 == 0) {
        damaged.resize(random() % damaged.size());
      } else {
        for (unsigned i = 0; i < 1 + round % 20; ++i) {
          damaged[random() % damaged.size()] = static_cast<char>(random());
        }
      }
      std::ofstream(path / name, std::ios::binary) << damaged;
      try {
        read_all(path);
      } catch (const CorruptionError&) {
        ++refused;
      }
    }
    std::ofstream(path / name, std::ios::binary) << whole;
  }
  CHECK(refused > 100);
}

}  // namespace nutgraf::glass
