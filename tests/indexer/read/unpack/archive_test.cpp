// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <algorithm>
#include <clocale>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/read/unpack/container.h"
#include "tests/indexer/read/collected.h"
#include "tests/indexer/read/pack.h"
#include "tests/random.h"
#include "tests/temp_dir.h"

using namespace nutgraf;
using test::Collected;
using test::Members;
using test::pack;
using Ids = std::vector<std::string>;

namespace {

const Members kTree = {{"./a.txt", "The river rose.\n"},
                       {"2024/06/01/b.txt", "The river fell.\n"},
                       {".hidden/c.txt", "x"},
                       {"__MACOSX/._a.txt", "x"},
                       {"d/e.jsonl", "{\"text\":\"A lamp.\"}\n{\"id\":\"j\",\"text\":\"B\"}\n"},
                       {"empty.txt", ""},
                       {"page.xml", "<page/>"}};

}  // namespace

TEST_CASE("archives are read like folders") {
  const std::pair<const char*, const char*> kinds[] = {{"gnutar", "none"}, {"gnutar", "gzip"}, {"gnutar", "bzip2"},
                                                       {"gnutar", "xz"},   {"pax", "zstd"},    {"zip", "none"},
                                                       {"7zip", "none"}};
  for (const auto& row : kinds) {
    const auto& format = row.first;
    const auto& filter = row.second;
    CAPTURE(format);
    CAPTURE(filter);
    const test::TempDir folder;
    folder.write("in/news.archive", pack(kTree, format, filter));
    const Collected read = test::collect(folder.path() / "in");
    CHECK(read.ids() == Ids{"news.archive/a.txt", "news.archive/2024/06/01/b.txt", "news.archive/d/e.jsonl:1", "j"});
    CHECK(read.rejects.empty());
    CHECK(read.skipped(read::Skip::Hidden) == 2);
    CHECK(read.skipped(read::Skip::Empty) == 1);
    CHECK(read.skipped(read::Skip::Unknown) == 1);
    REQUIRE(read.articles.size() == 4);
    CHECK(read.articles[1].record.origin.member == "2024/06/01/b.txt");
    CHECK(read.articles[1].record.date == "2024-06-01");
    CHECK(read.articles[1].record.date_source == "path");
    REQUIRE(read.ended.size() == 1);
    CHECK(read.ended[0].hash.size() == 32);
  }
}

TEST_CASE("a WACZ is the crawl in it") {
  const test::TempDir folder;
  const std::vector<std::pair<std::string, std::string>> members = {
      {"archive/a.txt", "The river rose."},
      {"indexes/index.cdx", "org,example)/ 2020 {}"},
      {"pages/pages.jsonl", "{\"id\":\"p\",\"title\":\"A page\"}\n"},
      {"datapackage.json", "{\"title\":\"A crawl\"}"}};
  folder.write("crawl.wacz", pack(members, "zip", "none"));
  folder.write("other.zip", pack(members, "zip", "none"));
  const Collected read = test::collect(folder.path() / "crawl.wacz");
  CHECK(read.ids() == Ids{"crawl.wacz/archive/a.txt"});
  CHECK(read.skipped(read::Skip::Metadata) == 3);
  CHECK(test::collect(folder.path() / "other.zip").articles.size() > 1);
}

TEST_CASE("the hash is of the file's bytes, however it was read") {
  const test::TempDir folder;
  const std::string bytes = pack(kTree, "zip", "none");
  folder.write("a.zip", bytes);
  folder.write("b.bin", std::string(1, '\x01') + bytes);
  folder.write("c.txt.zip", bytes);
  const Collected read = test::collect(folder.path());
  REQUIRE(read.ended.size() == 3);
  CHECK(read.ended[0].hash == read.ended[2].hash);
  CHECK(read.ended[0].hash != read.ended[1].hash);
}

TEST_CASE("a compressed file is the file itself") {
  for (const char* filter : {"gzip", "bzip2", "xz", "zstd"}) {
    CAPTURE(filter);
    const test::TempDir folder;
    folder.write("2024-06-01.jsonl.gz", pack({{"x", "{\"text\":\"A river.\"}\n"}}, "raw", filter));
    folder.write("b.txt.gz", pack({{"x", "The river rose."}}, "raw", filter));
    const Collected read = test::collect(folder.path());
    CHECK(read.ids() == Ids{"2024-06-01.jsonl:1", "b.txt"});
    REQUIRE(read.articles.size() == 2);
    CHECK(read.articles[0].record.date == "2024-06-01");
    CHECK(read.articles[0].record.date_source == "name");
    CHECK(read.articles[0].record.origin.member.empty());
  }
}

TEST_CASE("nested archives are read to a depth, then rejected") {
  std::string packed = pack({{"a.txt", "The river rose."}}, "zip", "none");
  for (int level = 0; level < 3; ++level) {
    packed = pack({{"l.zip", packed}}, "zip", "none");
  }
  const test::TempDir folder;
  folder.write("deep.zip", packed);
  const Collected read = test::collect(folder.path());
  REQUIRE(read.articles.size() == 1);
  CHECK(read.articles[0].record.origin.member == "l.zip!l.zip!l.zip!a.txt");
  CHECK(read.articles[0].record.id == "deep.zip/l.zip/l.zip/l.zip/a.txt");
  for (int level = 0; level < 20; ++level) {
    packed = pack({{"l.zip", packed}, {"beside.txt", "A lamp."}}, "zip", "none");
  }
  folder.write("deep.zip", packed);
  const Collected deeper = test::collect(folder.path());
  CHECK(deeper.articles.size() == 8);
  REQUIRE(deeper.rejects.size() == 1);
  CHECK(deeper.rejects[0].reason.find("nested") != std::string::npos);
}

TEST_CASE("a damaged archive is rejected, what was read stays, the next file is read") {
  std::string text;
  for (int i = 0; i < 20'000; ++i) {
    text += "Line " + std::to_string(i * 7919) + " of the text.\n";
  }
  const std::string whole =
      pack({{"a.txt", "The river rose."}, {"b.txt", text}, {"c.txt", "The end."}}, "gnutar", "gzip");
  const test::TempDir folder;
  folder.write("a.tar.gz", whole.substr(0, whole.size() / 2));
  folder.write("b.txt", "A lamp.");
  const Collected read = test::collect(folder.path());
  CHECK(read.ids() == Ids{"a.tar.gz/a.txt", "b.txt"});
  REQUIRE_FALSE(read.rejects.empty());
  CHECK(read.rejects[0].member == "b.txt");
  CHECK(read.rejects[0].reason.find("damaged") != std::string::npos);
  CHECK(read.ended.size() == 2);
}

TEST_CASE("of a packed file that ends too early what can be unpacked is read") {
  test::Random random(7);
  std::string lines;
  for (int i = 0; i < 900; ++i) {
    std::string text;
    for (int word = 0; word < 100; ++word) {
      text += std::to_string(random() % 100'000) + " ";
    }
    lines += "{\"id\":\"" + std::to_string(i) + "\",\"text\":\"" + text + "\"}\n";
  }
  for (const char* filter : {"gzip", "xz", "zstd", "lzma", "lzip"}) {
    CAPTURE(std::string(filter));
    const std::string whole = pack({{"a", lines}}, "raw", filter);
    const test::TempDir folder;
    folder.write("a.jsonl.packed", whole.substr(0, whole.size() * 3 / 4));
    const Collected read = test::collect(folder.path());
    CHECK(read.articles.size() > 500);  // of about 675
    CHECK(read.rejects.size() >= 1);
  }
}

TEST_CASE("of a small packed file all that comes before the damage is read") {
  test::Random random(7);
  Members texts;
  std::string lines;
  for (int i = 0; i < 40; ++i) {
    std::string text = "The river rose";
    for (int word = 0; word < 40; ++word) {
      text += " " + std::to_string(random() % 1'000'000'000);
    }
    texts.emplace_back(std::to_string(100 + i) + ".txt", text + ".");
    lines += "{\"id\":\"" + std::to_string(i) + "\",\"text\":\"" + text + "\"}\n";
  }
  for (const char* filter : {"gzip", "xz", "zstd", "lzma", "lzip"}) {
    CAPTURE(std::string(filter));
    const test::TempDir folder;
    const std::string records = pack({{"a", lines}}, "raw", filter);
    const std::string tar = pack(texts, "gnutar", filter);
    folder.write("a.jsonl.packed", records.substr(0, records.size() * 9 / 10));
    folder.write("b.tar.packed", tar.substr(0, tar.size() * 8 / 10));
    const Collected read = test::collect(folder.path());
    const Ids ids = read.ids();
    const auto members = static_cast<std::size_t>(
        std::count_if(ids.begin(), ids.end(), [](const std::string& id) { return id.starts_with("b.tar"); }));
    CHECK(ids.size() - members >= (std::string_view(filter) == "zstd" ? 0 : 33));  // one block of zstd is 128 KB
    CHECK(members >= (std::string_view(filter) == "zstd" ? 0 : 29));
    REQUIRE(read.rejects.size() == 2);
    CHECK(read.rejects[0].reason.starts_with("damaged archive: it ends too early, after"));
    CHECK((members == 0 || read.rejects[1].member == std::to_string(100 + members) + ".txt"));
  }
}

TEST_CASE("of blocks before a damaged one all is read") {
  test::Random random(7);
  std::string lines;
  constexpr int kLines = 1500;
  for (int i = 0; i < kLines; ++i) {
    std::string text;
    for (int word = 0; word < 100; ++word) {
      text += std::to_string(random() % 100'000'000) + " ";
    }
    lines += "{\"id\":\"" + std::to_string(i) + "\",\"text\":\"" + text + "\"}\n";
  }
  struct Row {
    const char* filter;
    std::size_t block;  // bytes of contents
  };
  for (const Row& row : {Row{"bzip2", 900'000}, Row{"zstd", 128 * 1024UL}}) {
    CAPTURE(row.filter);
    std::string packed = pack({{"a", lines}}, "raw", row.filter);
    const std::size_t damage = packed.size() * 99 / 100;
    packed.replace(damage, 16, 16, '\x5A');
    const test::TempDir folder;
    folder.write("a.jsonl.packed", packed);
    const Collected read = test::collect(folder.path());
    const std::size_t whole = lines.size() * 98 / 100 / row.block * row.block;  // bytes in whole blocks
    CHECK(read.articles.size() >= whole / (lines.size() / kLines) - 1);
    REQUIRE_FALSE(read.rejects.empty());
    CHECK(read.rejects.back().reason.starts_with("damaged archive: it is damaged, after"));
  }
}

TEST_CASE("a wrong checksum and bytes behind the end are damage") {
  const std::string whole = pack({{"a", "{\"text\":\"The river rose.\"}\n"}}, "raw", "gzip");
  std::string broken = whole;
  broken[broken.size() - 6] = static_cast<char>(broken[broken.size() - 6] ^ 1);
  const std::pair<const char*, std::string> rows[] = {{"checksum", broken}, {"behind the end", whole + "more"}};
  for (const auto& row : rows) {
    CAPTURE(row.first);
    const test::TempDir folder;
    folder.write("a.jsonl.gz", row.second);
    const Collected read = test::collect(folder.path());
    CHECK(read.articles.size() == 1);
    CHECK(read.rejects.size() == 1);
  }
}

TEST_CASE("members joined by cat and zeros behind them are read to the end") {
  for (const char* filter : {"gzip", "xz", "zstd", "bzip2", "lzip"}) {
    CAPTURE(std::string(filter));
    const test::TempDir folder;
    const std::string one = pack({{"a", "{\"text\":\"The river rose.\"}\n"}}, "raw", filter);
    folder.write("a.jsonl.packed", one + one + std::string(512, '\0'));
    const Collected read = test::collect(folder.path());
    CHECK(read.articles.size() == 2);
    CHECK(read.rejects.empty());
  }
}

TEST_CASE("of zips joined by cat the ones that are not read are named") {
  const test::TempDir folder;
  const std::string last = pack({{"b.txt", "The river fell."}}, "zip", "none");
  folder.write("a.zip", pack({{"a.txt", "The river rose."}}, "zip", "none") + last);
  folder.write("b.zip", last);
  const Collected read = test::collect(folder.path());
  CHECK(read.ids() == Ids{"a.zip/b.txt", "b.zip/b.txt"});
  REQUIRE(read.rejects.size() == 1);
  CHECK(read.rejects[0].reason.starts_with("zips were joined"));
}

TEST_CASE("names outside ASCII survive in the locale C") {
  std::setlocale(LC_ALL, "C");
  const test::TempDir folder;
  for (const char* format : {"zip", "pax", "gnutar"}) {
    CAPTURE(format);
    // UTF-8 flags are written only by a writer whose locale is UTF-8.
    const locale_t utf8 = ::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
    const locale_t before = ::uselocale(utf8);
    folder.write("a.archive", pack({{"新闻/é.txt", "The river rose."}}, format, "none"));
    ::uselocale(before);
    ::freelocale(utf8);
    const Collected read = test::collect(folder.path());
    CHECK(read.ids() == Ids{"a.archive/新闻/é.txt"});
  }
}

TEST_CASE("zipped documents are told from archives") {
  using namespace std::string_literals;
  const test::TempDir folder;
  folder.write("a.xlsx", pack({{"xl/workbook.xml", "<x/>"}}, "zip", "none"));
  folder.write("b.zip", pack({{"[Content_Types].xml", "<x/>"}, {"ppt/slides.xml", "<x/>"}}, "zip", "none"));
  folder.write("c.zip", pack({{"word/a.txt", "The river rose."}}, "zip", "none"));
  const Collected read = test::collect(folder.path());
  CHECK(read.ids() == Ids{"c.zip/word/a.txt"});
  CHECK(read.skipped(read::Skip::Unknown) == 2);

  const std::pair<Members, read::unpack::ZippedDocument> rows[] = {
      {{{"[Content_Types].xml", "<x/>"}, {"word/document.xml", "<x/>"}}, read::unpack::ZippedDocument::Docx},
      {{{"word/a.txt", "x"}, {"b.txt", "x"}}, read::unpack::ZippedDocument::None},
      {{{"mimetype", "application/epub+zip"}, {"META-INF/container.xml", "<x/>"}}, read::unpack::ZippedDocument::Epub},
      {{{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", "<x/>"}},
       read::unpack::ZippedDocument::Odt},
      {{{"META-INF/container.xml", "<x/>"}}, read::unpack::ZippedDocument::Epub},
      {{{"[Content_Types].xml", "<x/>"}, {"xl/workbook.xml", "<x/>"}}, read::unpack::ZippedDocument::Other}};
  for (const auto& row : rows) {
    const auto& members = row.first;
    const auto& kind = row.second;
    CAPTURE(members.front().first);
    CHECK(read::unpack::zipped_document(pack(members, "zip", "none")) == kind);
  }
}

TEST_CASE("names in an old encoding are told by all names of an archive together") {
  const test::TempDir folder;
  // "новости/мост.txt" and such in code page 866, the first of them too short to tell.
  folder.write("a.zip", pack({{"\xAC.txt", "The river rose."},
                              {"\xAD\xAE\xA2\xAE\xE1\xE2\xA8/\xAC\xAE\xE1\xE2.txt", "A lamp."},
                              {"\xAD\xAE\xA2\xAE\xE1\xE2\xA8/\xE0\xA5\xAA\xA0.txt", "A stone."}},
                             "zip", "none"));
  folder.write("b.zip", pack({{"Stra\xE1\x65.txt", "A bridge."}}, "zip", "none"));
  folder.write("c.tar", pack({{"\xD0\xC2\xCE\xC5/\xB4\xF3\xC7\xC5.txt", "A tower."}}, "gnutar", "none"));
  const Collected read = test::collect(folder.path());
  CHECK(read.ids() == Ids{"a.zip/м.txt", "a.zip/новости/мост.txt", "a.zip/новости/река.txt", "b.zip/Straße.txt",
                          "c.tar/新闻/大桥.txt"});
}

TEST_CASE("limits of archives name the member") {
  const test::TempDir folder;
  folder.write("a.zip",
               pack({{"small.txt", "The river rose."}, {"big.txt", std::string(200'000, 'x')}}, "zip", "none"));
  read::ReadOptions options;
  options.inputs = {folder.path().string()};
  options.unpack = {1000, 10, 1};
  const Collected read = test::collect(options);
  CHECK(read.ids() == Ids{"a.zip/small.txt"});
  REQUIRE(read.rejects.size() == 1);
  CHECK(read.rejects[0].member == "big.txt");
  CHECK(read.rejects[0].reason.find("--unpack-limit") != std::string::npos);
  folder.write("a.zip", pack({{"l.zip", pack({{"a.txt", "x"}}, "zip", "none")}}, "zip", "none"));
  const Collected nested = test::collect(options);
  REQUIRE(nested.rejects.size() == 1);
  CHECK(nested.rejects[0].member == "l.zip");
  CHECK(nested.rejects[0].reason.find("--unpack-depth") != std::string::npos);
}

TEST_CASE("the encrypted members of an archive are one reject") {
  std::string packed;
  archive* const out = archive_write_new();
  archive_write_set_format_zip(out);
  archive_write_set_options(out, "zip:encryption=traditional");
  archive_write_set_passphrase(out, "secret");
  archive_write_set_bytes_in_last_block(out, 1);
  archive_write_open(out, &packed, nullptr, test::append, nullptr);
  for (const char* name : {"a.txt", "b.txt", "c.txt"}) {
    archive_entry* const entry = archive_entry_new();
    archive_entry_copy_pathname(entry, name);
    archive_entry_set_size(entry, 1);
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_write_header(out, entry);
    archive_write_data(out, "x", 1);
    archive_entry_free(entry);
  }
  archive_write_close(out);
  archive_write_free(out);
  const test::TempDir folder;
  folder.write("a.zip", packed);
  const Collected read = test::collect(folder.path());
  CHECK(read.articles.empty());
  REQUIRE(read.rejects.size() == 1);
  CHECK(read.rejects[0].member == "a.txt");
  CHECK(read.rejects[0].reason == "it and 2 other members of the archive are encrypted: unpack them first");
}

TEST_CASE("the parts of a saved page in an archive are passed over, wherever the page stands") {
  const std::string page = "<!DOCTYPE html><p>The river rose, said the warden, and then it fell again.</p>";
  const std::string frame = "<!DOCTYPE html><p>An offer, for today only, that nobody should read.</p>";
  struct Row {
    const char* name;
    Members members;
    Ids ids;
    std::size_t parts;
  };
  const Row rows[] = {
      {"page first", {{"s/a.html", page}, {"s/a_files/x.html", frame}}, {"x/s/a.html"}, 1},
      {"page last", {{"s/a_files/x.html", frame}, {"s/a_files/b/y.htm", frame}, {"s/a.html", page}}, {"x/s/a.html"}, 2},
      {"no page", {{"s/a_files/x.html", page}, {"s/b.html", page}}, {"x/s/b.html", "x/s/a_files/x.html"}, 0},
      {"page elsewhere", {{"a.html", page}, {"s/a_files/x.html", page}}, {"x/a.html", "x/s/a_files/x.html"}, 0},
  };
  for (const Row& row : rows) {
    for (const char* format : {"zip", "gnutar"}) {
      CAPTURE(row.name);
      CAPTURE(format);
      const test::TempDir folder;
      folder.write("x", pack(row.members, format, "none"));
      const Collected read = test::collect(folder.path());
      CHECK(read.ids() == row.ids);
      CHECK(read.skipped(read::Skip::PageParts) == row.parts);
      CHECK(read.rejects.empty());
    }
  }
}
