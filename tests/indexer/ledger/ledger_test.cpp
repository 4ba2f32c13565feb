// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/ledger/ledger.h"

#include <doctest/doctest.h>

#include <string>

#include "core/base/failure.h"
#include "indexer/ledger/ledger_index.h"
#include "indexer/ledger/manifest.h"
#include "indexer/ledger/rejects.h"
#include "tests/temp_dir.h"

namespace nutgraf::ledger {
namespace {

read::ReadOptions some_reading() {
  read::ReadOptions reading;
  reading.inputs = {"/data/a b", "/data/c"};
  reading.roots = {"/data"};
  reading.language = "en";
  reading.format = "jsonl";
  reading.map = {{"text", "body"}, {"title", "head"}};
  reading.set = {{"source", "The \"Post\""}};
  reading.source_from_folder = true;
  reading.date_from = "%Y/%m/%d";
  reading.meta_file = "%n.meta";
  reading.meta_lines = "url,-";
  reading.split_level = 3;
  reading.repair = false;
  reading.unpack = {1, 2, 3};
  return reading;
}

FileEntry some_file(const std::string& path) {
  return {{path, 12, 1'700'000'000'123'456'789, "00ff"},
          {{path + "-1", "aa", 3}, {std::string("nul\0quote\"\n", 10), "bb", 1}},
          {{path + "-gone", "cc", 2}},
          {{path + "-twice", "dd", Absence::Superseded}, {path + "-dots", "ee", Absence::Wordless}}};
}

std::string message_of(const std::filesystem::path& file) {
  try {
    const LedgerIndex known(file);
  } catch (const Failure& failure) {
    CHECK(failure.code() == ExitCode::Missing);
    return failure.what();
  }
  return {};
}

}  // namespace

TEST_CASE("a ledger is read as it was written") {
  const test::TempDir temp;
  const auto file = temp.path() / "sources.jsonl";
  Writer writer(file, some_reading());
  writer.write(some_file("/data/x"));
  writer.write({{"/data/empty", 0, 0, ""}, {}, {}, {}});
  writer.close();

  const LedgerIndex known(file);
  CHECK(known.reading() == some_reading());
  REQUIRE(known.files().size() == 2);
  const FileEntry* entry = known.file("/data/x");
  REQUIRE(entry != nullptr);
  CHECK(entry->file.size == 12);
  CHECK(entry->file.mtime_ns == 1'700'000'000'123'456'789);
  CHECK(entry->articles == some_file("/data/x").articles);
  CHECK(entry->vanished == some_file("/data/x").vanished);
  REQUIRE(known.article("/data/x-gone") != nullptr);
  CHECK(known.article("/data/x-gone")->hash == "cc");
  CHECK(known.article(std::string_view("nul\0quote\"\n", 10)) != nullptr);
  CHECK(entry->absent == some_file("/data/x").absent);
  CHECK(known.article("/data/x-twice") == nullptr);
  CHECK(known.is_absent("/data/x", "/data/x-twice", "dd"));
  CHECK_FALSE(known.is_absent("/data/x", "/data/x-twice", "d"));
  CHECK_FALSE(known.is_absent("/data/y", "/data/x-twice", "dd"));
  CHECK(known.file_of_article("/data/x-1") == entry);
  CHECK(known.file_of_article("/data/x-gone") == nullptr);
  CHECK(known.article("x") == nullptr);
  CHECK(known.file("/data/y") == nullptr);
}

TEST_CASE("a ledger takes its name only when it is whole") {
  const test::TempDir temp;
  const auto file = temp.write("sources.jsonl", "the one before\n");
  Writer writer(file, some_reading());
  writer.write(some_file("/data/x"));
  CHECK(test::read_file(file) == "the one before\n");
  writer.close();
  CHECK(test::read_file(file) != "the one before\n");
}

TEST_CASE("a damaged ledger is named with its line") {
  const test::TempDir temp;
  const auto file = temp.path() / "sources.jsonl";
  CHECK(message_of(file).find("sources.jsonl: No such file") != std::string::npos);
  temp.write("sources.jsonl", "");
  CHECK(message_of(file).find("sources.jsonl is empty") != std::string::npos);
  Writer writer(file, some_reading());
  writer.write(some_file("/data/x"));
  writer.close();
  const std::string whole = test::read_file(file);
  temp.write("sources.jsonl", whole.substr(0, whole.size() - 5));
  CHECK(message_of(file).find("sources.jsonl is damaged in line 2") != std::string::npos);
  temp.write("sources.jsonl", "{\"ledger\":999}\n");
  CHECK(message_of(file).find("newer") != std::string::npos);
}

TEST_CASE("a manifest is read as it was written") {
  const test::TempDir temp;
  Manifest manifest;
  manifest.generation = "0007";
  manifest.built_at = utc_now();
  manifest.command = "build";
  manifest.reading = some_reading();
  manifest.contract = current_contract();
  manifest.contract.articles = 12;
  manifest.files = 3;
  manifest.rejected = 4;
  manifest.skipped = {{"hidden", 1}};
  manifest.density = 2800;
  write_manifest(temp.path(), manifest);
  CHECK(read_manifest(temp.path()) == manifest);
  CHECK(manifest.built_at.size() == std::string("2024-06-01T12:30:00Z").size());
}

TEST_CASE("a manifest cut short anywhere is damaged") {
  const test::TempDir temp;
  Manifest manifest;
  manifest.contract = current_contract();
  write_manifest(temp.path(), manifest);
  const std::string whole = test::read_file(temp.path() / "manifest.json");
  for (std::size_t size = 0; size + 2 < whole.size(); size += 7) {
    temp.write("manifest.json", whole.substr(0, size));
    CHECK_THROWS_AS((void)read_manifest(temp.path()), Failure);
  }
}

TEST_CASE("rejects are read as they were written, and named by file and line") {
  const test::TempDir temp;
  const std::vector<read::Reject> rejects = {{"/data/a.jsonl", "", 2, 17, "not JSON", "skipped"},
                                             {"/data/b.zip", "c/d.txt", 0, 0, "no text \xff", ""}};
  write_rejects(temp.path(), rejects);
  const std::vector<read::Reject> again = read_rejects(temp.path());
  REQUIRE(again.size() == 2);
  CHECK(to_line(again[0]) == "/data/a.jsonl line 2: not JSON (skipped)");
  CHECK(to_line(again[1]) == "/data/b.zip member c/d.txt: no text \xef\xbf\xbd");
  CHECK(again[0].byte == 17);
  const std::string here = std::filesystem::current_path().string();
  CHECK(to_line({here + "/x.jsonl", "", 1, 0, "bad", ""}) == "x.jsonl line 1: bad");
}

}  // namespace nutgraf::ledger
