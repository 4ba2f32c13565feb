// SPDX-License-Identifier: GPL-2.0-or-later
// Input as it comes out of crashes, joins and odd writers: read, or named in a reject.
#include <archive.h>
#include <archive_entry.h>
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

#include "core/base/native_path.h"
#include "core/base/utf8.h"
#include "indexer/read/json/numbers.h"
#include "indexer/read/utf8.h"
#include "tests/indexer/read/collected.h"
#include "tests/temp_dir.h"

using namespace nutgraf;
using namespace std::string_literals;
using test::Collected;
using Ids = std::vector<std::string>;

namespace {

std::string record(const std::string& id) {
  return fmt::format("{{\"id\": \"{}\", \"text\": \"The river rose.\"}}", id);
}

la_ssize_t append(archive* /*handle*/, void* target, const void* bytes, std::size_t size) {
  static_cast<std::string*>(target)->append(static_cast<const char*>(bytes), size);
  return static_cast<la_ssize_t>(size);
}

/// `format` and `filter` by libarchive's names.
std::string pack(const std::string& name, const std::string& bytes, const char* format, const char* filter) {
  std::string packed;
  archive* const out = archive_write_new();
  archive_write_set_format_by_name(out, format);
  if (std::string_view(filter) != "none") {
    archive_write_add_filter_by_name(out, filter);
  }
  archive_write_set_bytes_in_last_block(out, 1);
  archive_write_open(out, &packed, nullptr, append, nullptr);
  archive_entry* const entry = archive_entry_new();
  archive_entry_copy_pathname(entry, name.c_str());
  archive_entry_set_size(entry, static_cast<la_int64_t>(bytes.size()));
  archive_entry_set_filetype(entry, AE_IFREG);
  archive_entry_set_perm(entry, 0644);
  archive_write_header(out, entry);
  archive_write_data(out, bytes.data(), bytes.size());
  archive_entry_free(entry);
  archive_write_close(out);
  archive_write_free(out);
  return packed;
}

Collected collect(const std::string& name, const std::string& bytes, const std::string& format = {}) {
  const test::TempDir folder;
  folder.write("in/" + name, bytes);
  read::ReadOptions options;
  options.inputs = {(folder.path() / "in").string()};
  options.format = format;
  return test::collect(options);
}

std::string meta_of(const Article& article, std::string_view key) {
  for (const auto& [name, value] : article.record.meta) {
    if (name == key) {
      return value;
    }
  }
  return "absent";
}

}  // namespace

TEST_CASE("joined and torn files of JSON lines lose no whole record") {
  const std::string mark = "\xEF\xBB\xBF";
  const std::string hole(4096, '\0');
  struct Row {
    const char* name;
    std::string bytes;
    std::size_t rejects;
  };
  const Row rows[] = {
      {"a mark before each of two files", mark + record("1") + "\n" + mark + record("2") + "\n", 0},
      {"two marks", mark + mark + record("1") + "\n" + record("2"), 0},
      {"a mark before an empty line", record("1") + "\n" + mark + "\n" + record("2"), 0},
      {"no line end between the files", record("1") + record("2"), 0},
      {"no line end between the files, but a mark", record("1") + mark + record("2") + "\n", 0},
      {"lines that end with CR", record("1") + "\r" + record("2") + "\r", 0},
      {"CR, then LF", record("1") + "\r" + record("2") + "\n", 0},
      {"CR CR LF", record("1") + "\r\r\n" + record("2") + "\r\r\n", 0},
      {"a blank line between CRs", record("1") + "\r \r" + record("2"), 0},
      {"a hole with a line of its own", record("1") + "\n" + hole + "\n" + record("2") + "\n", 0},
      {"a hole before a record", record("1") + "\n" + hole + record("2") + "\n", 0},
      {"a hole at the front", hole + record("1") + "\n" + record("2") + "\n", 0},
      {"a hole at the end", record("1") + "\n" + record("2") + "\n" + hole, 0},
      {"a hole behind a record", record("1") + hole + "\n" + record("2"), 0},
      {"a torn record before a hole", record("1") + "\n{\"id\": \"t\", \"te" + hole + record("2") + "\n", 1},
      {"a raw CR in a string", record("1") + "\n{\"id\": \"2\", \"text\": \"The\rriver\"}\n", 0},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Collected read = collect("a.jsonl", row.bytes);
    CHECK(read.ids() == Ids{"1", "2"});
    CHECK(read.rejects.size() == row.rejects);
  }
  // Records with no id of their own have different ones.
  CHECK(collect("a.jsonl", "{\"text\":\"A\"}{\"text\":\"B\"}\n{\"text\":\"C\"}\r{\"text\":\"D\"}\n").ids() ==
        Ids{"a.jsonl:1", "a.jsonl:1:1", "a.jsonl:2", "a.jsonl:3"});
  // Values over several lines.
  const std::string array = mark + "[" + record("1") + ",\r" + mark + record("2") + "]" + hole;
  CHECK(collect("a.json", array).ids() == Ids{"1", "2"});
}

TEST_CASE("a large hole and CR lines are read across chunks") {
  std::string lines;
  Ids ids;
  for (int i = 0; i < 20'000; ++i) {
    ids.push_back(std::to_string(i));
    lines += record(ids.back()) + "\r";
  }
  CHECK(collect("a.jsonl", lines).ids() == ids);
  CHECK(collect("a.jsonl", record("1") + "\n" + std::string(3'000'000, '\0') + record("2")).ids() == Ids{"1", "2"});
}

TEST_CASE("numbers keep their digits, whatever their size") {
  const char* const numbers[] = {"1.10",
                                 "1e400",
                                 "-1E-9999",
                                 "12345678901234567890123",
                                 "18446744073709551616",
                                 "0.0",
                                 "7",
                                 "-98765432109876543210",
                                 "18446744073709551615",
                                 "1.0E+2",
                                 "5e-3"};
  for (const std::string number : numbers) {
    CAPTURE(number);
    const Collected read = collect(
        "a.jsonl",
        fmt::format(R"({{"id": {0}, "text": "A lamp, {0}.", "n": {0}, "deep": {{"x": [1, {{"y":{0}}}]}}}})", number));
    REQUIRE(read.articles.size() == 1);
    CHECK(read.articles[0].record.id == number);
    CHECK(meta_of(read.articles[0], "n") == number);
    CHECK(meta_of(read.articles[0], "deep") == fmt::format(R"({{"x":[1,{{"y":{}}}]}})", number));
  }
  for (const std::string number : {"01", "1.", ".5", "+1", "1e", "--1", "1.5.5", "0x1F"}) {
    CAPTURE(number);
    CHECK(collect("a.jsonl", R"({"id":"1","text":"A","n":)" + number + "}").rejects.size() == 1);
  }
  // A file is known as JSON by a first line with such a number too, and times in fractions of seconds are dates.
  CHECK(collect("a.log", "{\"id\":1e400,\"text\":\"A\"}\n" + record("2")).ids() == Ids{"1e400", "2"});
  CHECK(collect("a.jsonl", R"({"text":"A","date":1685577600.25})").articles.at(0).record.date == "2023-06-01");
}

TEST_CASE("marked numbers") {
  std::string json = R"({"a\"1.5":1.5,"b":"1.5","c":[2,"\\",3.0e1]})";
  const std::string before = json;
  CHECK(read::json::mark_numbers(json) == 2);
  CHECK(json != before);
  read::json::unmark_numbers(json);
  CHECK(json == before);
  CHECK(read::json::marked_number("\x01"
                                  "1.5") == "1.5");
  CHECK(read::json::marked_number("\x01"
                                  "1.5x")
            .empty());
  CHECK(read::json::marked_number("1.5").empty());
}

TEST_CASE("--format and a name that was typed overrule the test for binary files") {
  const std::string mixed = record("1") + "\n" + std::string(200, '\x02') + "\n" + record("2") + "\n";
  CHECK(collect("a.log", mixed).articles.empty());
  CHECK(collect("a.log", mixed, "jsonl").ids() == Ids{"1", "2"});
  const test::TempDir folder;
  folder.write("a.jsonl", mixed);
  folder.write("p.jpg", "\xFF\xD8\xFF\xE0\0\x10JFIF\0"s);
  CHECK(test::collect(folder.path() / "a.jsonl").ids() == Ids{"1", "2"});
  CHECK(test::collect(folder.path() / "p.jpg").skipped(read::Skip::Binary) == 1);
  CHECK(collect("a.txt", "RIFF raff played on.").articles.size() == 1);
}

TEST_CASE("archives that were joined are read to their end") {
  for (const char* filter : {"none", "gzip", "bzip2", "xz", "zstd"}) {
    CAPTURE(filter);
    const std::string one = pack("1.txt", "The river rose.", "gnutar", filter);
    const std::string two = pack("2.txt", "The river fell.", "gnutar", filter);
    CHECK(collect("a.tar", one + two).ids() == Ids{"a.tar/1.txt", "a.tar/2.txt"});
  }
}

TEST_CASE("what stands behind the end of a packed file is said") {
  const std::string one = pack("1", record("1") + "\n", "raw", "gzip");
  const std::string zeros(1000, '\0');
  struct Row {
    const char* name;
    std::string bytes;
    std::size_t rejects;
  };
  const Row rows[] = {
      {"a.jsonl.gz", one + zeros, 0},
      {"a.jsonl.gz", one + "junk", 1},
      {"a.jsonl.gz", one + zeros + one, 1},
      {"a.jsonl.gz", one + std::string(600'000, '\0') + "x", 1},
      {"a.jsonl.bz2", pack("1", record("1") + "\n", "raw", "bzip2") + "junk", 1},
      {"a.jsonl.lz4", pack("1", record("1") + "\n", "raw", "lz4") + "junkjunk", 1},
  };
  for (const Row& row : rows) {
    CAPTURE(row.bytes.size());
    const Collected read = collect(row.name, row.bytes);
    CHECK(read.ids() == Ids{"1"});
    REQUIRE(read.rejects.size() == row.rejects);
    CHECK((row.rejects == 0 || read.rejects[0].path.ends_with(row.name)));
  }
  const Collected tar = collect("a.tar.gz", pack("1.txt", "The river rose.", "gnutar", "gzip") + "junk");
  CHECK(tar.ids() == Ids{"a.tar.gz/1.txt"});
  CHECK(tar.rejects.size() == 1);
}

TEST_CASE("frames that hold no data stand anywhere between others") {
  const std::string skippable = "\x50\x2A\x4D\x18\x04\0\0\0data"s;
  for (const char* filter : {"zstd", "lz4"}) {
    CAPTURE(filter);
    const std::string one = pack("1", record("1") + "\n", "raw", filter);
    const std::string two = pack("2", record("2") + "\n", "raw", filter);
    CHECK(collect("a.jsonl.zst", skippable + skippable + one + skippable + two + skippable).ids() == Ids{"1", "2"});
    const Collected cut = collect("a.jsonl.zst", skippable.substr(0, 10));
    REQUIRE(cut.rejects.size() == 1);
    CHECK(cut.rejects[0].path.ends_with("/in/a.jsonl.zst"));
  }
  CHECK(collect("a.zst", skippable).skipped(read::Skip::Empty) == 1);
}

TEST_CASE("a packed file that is cut anywhere is rejected once, by its name") {
  std::string lines;
  for (int i = 0; i < 50; ++i) {
    lines += record(std::to_string(i * 7919)) + "\n";
  }
  for (const char* filter : {"gzip", "bzip2", "xz", "zstd", "lz4"}) {
    const std::string whole = pack("a", lines, "raw", filter);
    for (std::size_t length = 10; length < whole.size() - 8; length += length < 40 ? 1 : 17) {
      CAPTURE(filter);
      CAPTURE(length);
      const Collected read = collect("a.jsonl.pack", whole.substr(0, length));
      REQUIRE(read.rejects.size() + read.skips.size() == 1);
      if (!read.rejects.empty()) {
        CHECK(read.rejects[0].path.ends_with("/in/a.jsonl.pack"));
        CHECK(read.rejects[0].reason.find("nested") == std::string::npos);
      }
    }
  }
}

TEST_CASE("a file that cannot be read is rejected once and does not end") {
  read::ReadOptions options;
  options.inputs = {"/proc/self/mem"};
  const Collected read = test::collect(options);
  REQUIRE(read.rejects.size() == 1);
  CHECK(read.rejects[0].path == "/proc/self/mem");
  CHECK(read.ended.empty());
}

TEST_CASE("no two names give one id or one path in the ledger") {
  const std::string names[] = {"caf\xE9.txt", "caf%E9.txt",      "caf%25E9.txt", "100%.txt",
                               "a%.txt",      "caf\xC3\xA9.txt", "d\xE9/e.txt",  "d%E9/e.txt"};
  const test::TempDir folder;
  for (const std::string& name : names) {
    folder.write("in/" + name, "The river rose.");
  }
  const Collected read = test::collect(folder.path() / "in");
  Ids ids = read.ids();
  std::sort(ids.begin(), ids.end());
  CHECK(ids == Ids{"100%25.txt", "a%25.txt", "caf%2525E9.txt", "caf%25E9.txt", "caf%E9.txt", "caf\xC3\xA9.txt",
                   "d%25E9/e.txt", "d%E9/e.txt"});
  std::vector<std::string> paths;
  for (const read::FileFacts& file : read.ended) {
    CHECK(utf8::is_valid(file.path));
    CHECK(std::filesystem::exists(native_path(file.path)));
    paths.push_back(file.path);
  }
  std::sort(paths.begin(), paths.end());
  CHECK(std::adjacent_find(paths.begin(), paths.end()) == paths.end());
  CHECK(paths.size() == std::size(names));
  CHECK(std::count(paths.begin(), paths.end(), (folder.path() / "in/100%.txt").string()) == 1);
  // Members of archives too.
  CHECK(collect("a.tar", pack("b\xE9%.txt", "The river rose.", "gnutar", "none")).ids() ==
        Ids{"a.tar/b\xC3\xA9%25.txt"});
}

TEST_CASE("an id that no key may give comes from the place") {
  const test::TempDir folder;
  folder.write("a.jsonl", "{\"id\":\"1\",\"url\":\"http://x\",\"text\":\"A\"}\n{\"id\":\"1\",\"text\":\"B\"}\n");
  read::ReadOptions options;
  options.inputs = {(folder.path() / "a.jsonl").string()};
  options.map = {{"id", "none"}};
  const Collected read = test::collect(options);
  CHECK(read.ids() == Ids{"a.jsonl:1", "a.jsonl:2"});
  CHECK(meta_of(read.articles[0], "id") == "1");
}
