// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <string>

#include "tests/indexer/read/single_file.h"

using namespace nutgraf;

namespace {

struct Row {
  const char* name;
  const char* file;
  const char* bytes;
  const char* key;   // of the metadata that keeps what was written
  const char* kept;  // "absent" where a date was understood, and is all that was written
  bool counted;
};

}  // namespace

TEST_CASE("a date that cannot be read is counted and stays in the metadata, in every format") {
  const Row rows[] = {
      {"head of a text", "a.txt", "Title: Envoy speaks\nDate: 06/07/2023\n\nThe envoy said so.", "date", "06/07/2023",
       true},
      {"no such day", "a.txt", "Title: Envoy speaks\nPosted: 31 February 2023\n\nThe envoy said so.", "posted_on",
       "31 February 2023", true},
      {"another language", "a.txt", "Titel\n\nTitle: x\nDate: gestern\n\nDie Ministerin sprach.", "date", "gestern",
       true},
      {"another key has a date", "a.txt", "Date: 06/07/2023\nPublished: 2023-07-06\n\nThe envoy said so.", "date",
       "06/07/2023", false},
      {"front matter", "a.md", "---\ntitle: x\ndate: 06/07/2023\n---\nThe envoy said so.", "date", "06/07/2023", true},
      {"JSON", "a.jsonl", R"({"text": "The envoy said so.", "date": "06/07/2023"})", "date", "06/07/2023", true},
      {"CSV", "a.csv", "title,text,date\na,The envoy said so.,06/07/2023\nb,The envoy spoke.,2023-07-06\n", "date",
       "06/07/2023", true},
      {"a page's meta element", "a.html",
       "<html><head><title>Ferries</title><meta name=date content='06/07/2023'></head><body><article><p>The ferry "
       "company said on Monday that two more boats would run between the island and the mainland.</p><p>Residents "
       "welcomed the news, but asked the council to mend the access road first.</p></article></body></html>",
       "date", "06/07/2023", true},
      {"words behind the date", "a.txt", "Date: 19 June 2023, by our correspondent\n\nThe envoy said so.", "date",
       "19 June 2023, by our correspondent", false},
      {"nothing but a date", "a.txt", "Date: Montag, 19. Juni 2023, 10:22 Uhr\n\nDie Ministerin sprach.", "date",
       "absent", false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const test::Collected read = test::read_as(row.file, row.bytes);
    REQUIRE(!read.articles.empty());
    CHECK(test::meta_of(read.articles[0], row.key) == row.kept);
    CHECK(read.noted(read::Note::BadDate) == row.counted);
  }
}

TEST_CASE("so is one in a file of metadata, unless the file itself has a date") {
  for (const char* meta : {"Date: 06/07/2023\n", R"({"date": "06/07/2023"})"}) {
    CAPTURE(meta);
    const test::TempDir folder;
    folder.write("in/a.txt", "The river rose and fell.");
    folder.write("in/a.meta", meta);
    folder.write("in/b.txt", "Date: 6 July 2023\n\nThe river rose and fell.");
    folder.write("in/b.meta", meta);
    read::ReadOptions options;
    options.inputs = {(folder.path() / "in").string()};
    options.meta_file = "%n.meta";
    const test::Collected read = test::collect(options);
    REQUIRE(read.articles.size() == 2);
    CHECK(test::meta_of(read.articles[0], "date") == "06/07/2023");
    CHECK(read.notes.size() == 1);
    CHECK(read.noted(read::Note::BadDate));
  }
}

TEST_CASE("a language of no known name stays in the metadata") {
  const std::pair<const char*, const char*> rows[] = {
      {"a.txt", "Title: x\nLanguage: Klingon\n\nThe envoy said so."},
      {"a.md", "---\ntitle: x\nlanguage: Klingon\n---\nThe envoy said so."},
      {"a.jsonl", R"({"text": "The envoy said so.", "language": "Klingon"})"}};
  for (const auto& row : rows) {
    CAPTURE(row.first);
    const test::Collected read = test::read_as(row.first, row.second);
    REQUIRE(read.articles.size() == 1);
    CHECK(test::meta_of(read.articles[0], "language") == "Klingon");
    CHECK(read.articles[0].record.language.empty());
  }
}
