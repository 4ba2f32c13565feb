// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/meta_file.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "core/base/failure.h"
#include "tests/indexer/read/collected.h"
#include "tests/temp_dir.h"

namespace nutgraf::read {
namespace {

using test::Collected;

ReadOptions options_for(const test::TempDir& folder, const char* meta_file, const char* meta_lines = "") {
  ReadOptions options;
  options.inputs = {(folder.path() / "in").string()};
  options.meta_file = meta_file;
  options.meta_lines = meta_lines;
  return options;
}

TEST_CASE("metadata by lines in a folder beside") {
  const test::TempDir folder;
  folder.write("in/true/1.txt", "The river rose and fell.");
  folder.write("in/true/2.txt", "A lamp.");
  folder.write("in/true-meta/1-meta.txt", "Ann Lee\nhttp://post.example/1\nNone\n4/3/2017\n12\n");
  folder.write("in/true-meta/9-meta.txt", "Nobody has this one.");
  const Collected read =
      test::collect(options_for(folder, "%d-meta/%n-meta.txt", "authors,url,section,date:%d/%m/%Y,meta.tokens"));
  REQUIRE(read.articles.size() == 3);
  const ArticleRecord& record = read.articles[0].record;
  CHECK(record.authors == std::vector<std::string>{"Ann Lee"});
  CHECK(record.url == "http://post.example/1");
  CHECK(record.section.empty());
  CHECK(record.date == "2017-03-04");
  CHECK(record.meta == std::vector<std::pair<std::string, std::string>>{{"tokens", "12"}});
  CHECK(read.articles[1].record.authors.empty());
  CHECK(read.articles[2].record.id == "true-meta/9-meta.txt");  // of no text: a text itself
  CHECK(read.skipped(Skip::Metadata) == 1);
  CHECK(read.begun[0].size > 24);
}

TEST_CASE("metadata as JSON, as keyed lines, and broken") {
  const test::TempDir folder;
  folder.write("in/a.txt", "The river rose and fell.");
  folder.write("in/a.meta", R"({"title": "A river", "published": "2023-06-19", "tags": ["water"], "beat": "city"})");
  folder.write("in/b.txt", "The river rose and fell.");
  folder.write("in/b.meta", "Author: Ann Lee\nDate: 19 June 2023\nBeat: city\n");
  folder.write("in/c.txt", "The river rose and fell.");
  folder.write("in/c.meta", "{broken");
  const Collected read = test::collect(options_for(folder, "%n.meta"));
  REQUIRE(read.articles.size() == 3);
  CHECK(read.articles[0].record.title == "A river");
  CHECK(read.articles[0].record.date == "2023-06-19");
  CHECK(read.articles[0].record.tags == std::vector<std::string>{"water"});
  CHECK(read.articles[0].record.id == "a.txt");
  CHECK(read.articles[1].record.authors == std::vector<std::string>{"Ann Lee"});
  CHECK(read.articles[1].record.date == "2023-06-19");
  CHECK(read.articles[1].record.meta == std::vector<std::pair<std::string, std::string>>{{"Beat", "city"}});
  REQUIRE(read.rejects.size() == 1);
  CHECK(read.rejects[0].path.ends_with("c.meta"));
  CHECK(read.skipped(Skip::Metadata) == 3);
}

TEST_CASE("a pattern that is no place beside a file is refused") {
  for (const char* pattern : {"meta.txt", "%n", "%n/x.txt", "%d%n.txt", "%x-%n.txt"}) {
    CAPTURE(pattern);
    ReadOptions options;
    options.meta_file = pattern;
    CHECK_THROWS_AS(static_cast<void>(MetaFiles(options)), Failure);
  }
  for (const auto& row : {std::pair("", "authors"), {"%n.meta", "autor"}, {"%n.meta", "date:%q"}}) {
    const auto& file = row.first;
    const auto& lines = row.second;
    CAPTURE(lines);
    ReadOptions options;
    options.meta_file = file;
    options.meta_lines = lines;
    CHECK_THROWS_AS(static_cast<void>(MetaFiles(options)), Failure);
  }
}

}  // namespace
}  // namespace nutgraf::read
