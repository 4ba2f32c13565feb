// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <string>
#include <vector>

#include "core/base/failure.h"
#include "core/base/utf8.h"
#include "core/index/layout.h"
#include "tests/indexer/read/collected.h"
#include "tests/indexer/read/pack.h"
#include "tests/temp_dir.h"

using namespace nutgraf;
using test::Collected;
using Ids = std::vector<std::string>;
namespace fs = std::filesystem;

namespace {

read::ReadOptions inputs(const std::vector<fs::path>& paths) {
  read::ReadOptions options;
  for (const fs::path& path : paths) {
    options.inputs.push_back(path.string());
  }
  return options;
}

}  // namespace

TEST_CASE("folders are read in byte order, hidden entries passed over") {
  const test::TempDir folder;
  for (const char* name : {"b.txt", "a/z.txt", "a.txt", "B.txt", "é.txt", ".git/x.txt", ".x.txt", "._b.txt",
                           ".DS_Store", "Thumbs.db", "__MACOSX/b.txt"}) {
    folder.write(name, "The river rose.");
  }
  const Collected read = test::collect(folder.path());
  CHECK(read.ids() == Ids{"B.txt", "a/z.txt", "a.txt", "b.txt", "é.txt"});
  CHECK(read.skipped(read::Skip::Hidden) == 6);
  CHECK(read.articles[0].id_source == IdSource::Path);
  CHECK(read.articles[0].record.origin.path == (folder.path() / "B.txt").string());
}

TEST_CASE("parts of a saved page that a shell names beside it are passed over") {
  const test::TempDir folder;
  const std::string page = "<!DOCTYPE html><p>The river rose, said the warden, and then it fell again.</p>";
  folder.write("a.html", page);
  folder.write("a_files/frame.html", page);
  folder.write("b_files/frame.html", page);
  const fs::path a = folder.path() / "a.html";
  const fs::path parts = folder.path() / "a_files";
  const Collected all = test::collect(inputs({a, parts, folder.path() / "b_files"}));
  CHECK(all.ids() == Ids{"a.html", "b_files/frame.html"});
  CHECK(all.skipped(read::Skip::PageParts) == 1);
  CHECK(test::collect(inputs({parts})).ids() == Ids{"frame.html"});
}

TEST_CASE("what is no article is skipped and said") {
  using namespace std::string_literals;
  const test::TempDir folder;
  folder.write("binary.dat", "\x01\x02\x03\0\0\0"s);
  folder.write("empty.txt", "");
  folder.write("blank.txt", " \n ");
  folder.write("page.xml", "<page/>");
  folder.write("good.txt", "The river rose.");
  REQUIRE(::mkfifo((folder.path() / "pipe.txt").c_str(), 0600) == 0);
  fs::create_symlink("nowhere", folder.path() / "dangling");
  fs::create_symlink("self", folder.path() / "self");
  fs::create_symlink("good.txt", folder.path() / "z.txt");
  fs::create_directory(folder.path() / "news.idx");
  folder.write(std::string("news.idx/") + std::string(layout::kStub), layout::stub_text("0001"));
  folder.write("news.idx/generations/0001/x.txt", "no article");
  folder.write("first.idx/lock", "of a first build");
  folder.write("first.idx/generations/0001.partial/x.txt", "no article");
  fs::create_directory(folder.path() / "inner");
  fs::create_symlink("../inner", folder.path() / "inner" / "loop");
  fs::create_symlink("..", folder.path() / "inner" / "up");
  const Collected read = test::collect(folder.path());
  CHECK(read.ids() == Ids{"good.txt"});
  CHECK(read.skipped(read::Skip::Binary) == 1);
  CHECK(read.skipped(read::Skip::Empty) == 2);
  CHECK(read.skipped(read::Skip::Unknown) == 1);
  CHECK(read.skipped(read::Skip::SpecialFile) == 1);
  CHECK(read.skipped(read::Skip::Index) == 2);
  CHECK(read.skipped(read::Skip::Link) == 5);
  CHECK(read.rejects.empty());
}

TEST_CASE("a file given twice is read once") {
  const test::TempDir folder;
  folder.write("a.txt", "The river rose.");
  const Collected read = test::collect(inputs({folder.path(), folder.path() / "a.txt", folder.path() / "." / "a.txt"}));
  CHECK(read.ids() == Ids{"a.txt"});
}

TEST_CASE("an input that is missing fails before anything is read") {
  const test::TempDir folder;
  folder.write("a.txt", "The river rose.");
  Collected sink;
  try {
    read::read_inputs(inputs({folder.path() / "a.txt", folder.path() / "absent"}), sink);
    FAIL("no failure");
  } catch (const Failure& failure) {
    CHECK(failure.code() == ExitCode::Missing);
    CHECK(std::string(failure.what()).find("absent") != std::string::npos);
  }
  CHECK(sink.begun.empty());
}

TEST_CASE("a folder and its entries give the same ids") {
  const test::TempDir folder;
  folder.write("bbc/tech/1.txt", "The river rose.");
  folder.write("bbc/sport/1.txt", "The river fell.");
  folder.write("bbc/README", "A lamp.");
  const Ids expected{"README", "sport/1.txt", "tech/1.txt"};
  CHECK(test::collect(folder.path() / "bbc").ids() == expected);
  const fs::path bbc = folder.path() / "bbc";
  CHECK(test::collect(inputs({bbc / "README", bbc / "sport", bbc / "tech"})).ids() == expected);
}

TEST_CASE("roots") {
  const test::TempDir folder;
  folder.write("day1/a.txt", "The river rose.");
  folder.write("day2/a.txt", "The river fell.");
  folder.write("day1/in/b.txt", "A lamp.");
  const std::string base = folder.path().string();
  const read::ReadOptions first = read::with_roots(inputs({folder.path() / "day1"}), {});
  CHECK(first.roots == Ids{base + "/day1"});
  // A later day outside the root keeps its folder's name in its ids.
  const read::ReadOptions later = read::with_roots(inputs({folder.path() / "day2"}), first.roots);
  CHECK(later.roots == Ids{base + "/day1", base});
  Collected second;
  read::read_inputs(later, second);
  CHECK(second.ids() == Ids{"day2/a.txt"});
  // The first day's ids stay what they were.
  Collected again;
  read::read_inputs(read::with_roots(inputs({folder.path() / "day1"}), later.roots), again);
  CHECK(again.ids() == Ids{"a.txt", "in/b.txt"});
  // A root that was asked for.
  read::ReadOptions asked = inputs({folder.path() / "day1"});
  asked.roots = {base};
  CHECK(test::collect(asked).ids() == Ids{"day1/a.txt", "day1/in/b.txt"});
  // One file: the root is its folder.
  CHECK(read::with_roots(inputs({folder.path() / "day1/in/b.txt"}), {}).roots == Ids{base + "/day1/in"});
}

TEST_CASE("two files with one derived id are an error naming both") {
  const test::TempDir folder;
  folder.write("x/news/a.txt", "The river rose.");
  folder.write("y/news/a.txt", "The river fell.");
  folder.write("z/b.txt", "A lamp.");
  const read::ReadOptions options =
      read::with_roots(inputs({folder.path() / "x/news", folder.path() / "y/news"}), {(folder.path() / "z").string()});
  Collected sink;
  try {
    read::read_inputs(options, sink);
    FAIL("no failure");
  } catch (const Failure& failure) {
    CHECK(failure.code() == ExitCode::Usage);
    const std::string message = failure.what();
    CHECK(message.find("x/news/a.txt") != std::string::npos);
    CHECK(message.find("y/news/a.txt") != std::string::npos);
    CHECK(failure.advice().find("--root") != std::string::npos);
  }
  // As the advice says.
  read::ReadOptions above = inputs({folder.path() / "x/news", folder.path() / "y/news"});
  above.roots = {folder.path().string()};
  CHECK(test::collect(above).ids() == Ids{"x/news/a.txt", "y/news/a.txt"});
  // Records with ids of their own may lie in files of the same name.
  folder.write("x/news/a.txt", "");
  folder.write("y/news/a.txt", "");
  folder.write("x/news/c.jsonl", "{\"id\":\"1\",\"text\":\"a\"}");
  folder.write("y/news/c.jsonl", "{\"id\":\"2\",\"text\":\"b\"}");
  Collected declared;
  read::read_inputs(options, declared);
  CHECK(declared.ids() == Ids{"1", "2"});
}

TEST_CASE("a file beside itself packed is no case for another root") {
  const test::TempDir folder;
  folder.write("a.txt", "The river rose.");
  folder.write("a.txt.gz", test::pack({{"a.txt", "The river rose."}}, "raw", "gzip"));
  try {
    test::collect(folder.path());
    FAIL("no failure");
  } catch (const Failure& failure) {
    CHECK(failure.advice().find("--root") == std::string::npos);
    CHECK(failure.advice().find("rename one") != std::string::npos);
  }
}

TEST_CASE("where a date comes from, in order") {
  const test::TempDir folder;
  folder.write("2020/01/02/2021-03-04.jsonl", "{\"text\":\"a\",\"date\":\"2022-05-06\"}\n{\"text\":\"b\"}");
  folder.write("2020/01/02/head.txt", " date 2023-06-19 The river rose.");
  folder.write("2020/01/02/plain.txt", "The river rose.");
  folder.write("undated/a.txt", "The river rose.");
  read::ReadOptions options = inputs({folder.path()});
  const Collected read = test::collect(options);
  const std::vector<std::pair<std::string, std::string>> expected = {
      {"2022-05-06", "record"}, {"2021-03-04", "name"}, {"2023-06-19", "head"}, {"2020-01-02", "path"}, {"", ""}};
  REQUIRE(read.articles.size() == expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    CAPTURE(i);
    CHECK(read.articles[i].record.date == expected[i].first);
    CHECK(read.articles[i].record.date_source == expected[i].second);
  }
  options.date_from = "%Y/%m";
  const Collected asked = test::collect(options);
  CHECK(asked.articles.at(1).record.date == "2020-01-01");
  CHECK(asked.articles.at(1).record.date_source == "option");
  CHECK(asked.articles.at(2).record.date_source == "head");
}

TEST_CASE("the date in a path as given counts where the root swallows it") {
  const test::TempDir folder;
  folder.write("2020/01/02/a.txt", "The river rose.");
  CHECK(test::collect(folder.path() / "2020/01/02").articles.at(0).record.date == "2020-01-02");
}

TEST_CASE("--source-from folder") {
  const test::TempDir folder;
  folder.write("post/2020/a.txt", "The river rose.");
  folder.write("b.txt", "The river rose.");
  read::ReadOptions options = inputs({folder.path()});
  options.source_from_folder = true;
  const Collected read = test::collect(options);
  CHECK(read.articles.at(0).record.source.empty());
  CHECK(read.articles.at(1).record.source == "post");
}

TEST_CASE("--source-from folder is for articles that declare no source") {
  const test::TempDir folder;
  folder.write("crawl/a.jsonl", "{\"text\":\"a\",\"source\":\"Post\"}\n{\"text\":\"b\"}\n");
  read::ReadOptions options = inputs({folder.path()});
  options.roots = {folder.path().string()};
  options.source_from_folder = true;
  const Collected read = test::collect(options);
  CHECK(read.articles.at(0).record.source == "Post");
  CHECK(read.articles.at(1).record.source == "crawl");
  options.set = {{"source:", "Gazette"}};
  CHECK(test::collect(options).articles.at(0).record.source == "Gazette");
}

TEST_CASE("names that are no UTF-8") {
  const test::TempDir folder;
  folder.write("a\xFF.txt", "The river rose.");
  const Collected read = test::collect(folder.path());
  CHECK(read.ids() == Ids{"a%FF.txt"});
  CHECK(utf8::is_valid(read.articles.at(0).record.origin.path));
}

TEST_CASE("files that have not changed are not opened, a stop ends the walk") {
  const test::TempDir folder;
  folder.write("a.jsonl", "{\"text\":\"a\"}\n{\"text\":\"b\"}\n");
  folder.write("b.txt", "The river rose.");
  Collected unchanged;
  unchanged.decision = read::FileDecision::Unchanged;
  read::read_inputs(read::with_roots(inputs({folder.path()}), {}), unchanged);
  CHECK(unchanged.begun.size() == 2);
  CHECK(unchanged.begun[0].size == 26);
  CHECK(unchanged.begun[0].mtime_ns > 0);
  CHECK(unchanged.articles.empty());
  CHECK(unchanged.ended.empty());
  Collected stopped;
  stopped.stop_after = 1;
  read::read_inputs(read::with_roots(inputs({folder.path()}), {}), stopped);
  CHECK(stopped.articles.size() == 1);
  CHECK(stopped.ended.empty());
}

TEST_CASE("a NUL hides nothing, an encoding is said") {
  using namespace std::string_literals;
  const test::TempDir folder;
  folder.write("a.txt", "The harbour was calm.\n\0\nA lantern burned.\n"s);
  folder.write("b.txt",
               "Une soir\xE9"
               "e au caf\xE9 du port.\n");
  const Collected read = test::collect(folder.path());
  REQUIRE(read.articles.size() == 2);
  CHECK(read.articles[0].text == "The harbour was calm.\n\nA lantern burned.");
  CHECK(read.noted(read::Note::NulBytes));
  CHECK(read.articles[1].text == "Une soirée au café du port.");
  CHECK(read.noted(read::Note::Encoding));
}

TEST_CASE("a file that may not be read is rejected") {
  if (::geteuid() == 0) {
    return;  // root may read everything
  }
  const test::TempDir folder;
  fs::permissions(folder.write("a.txt", "x"), fs::perms::none);
  const Collected read = test::collect(folder.path());
  REQUIRE(read.rejects.size() == 1);
  CHECK(read.rejects[0].reason.find("denied") != std::string::npos);
}
