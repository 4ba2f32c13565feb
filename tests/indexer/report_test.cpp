// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/report.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "indexer/progress.h"

namespace nutgraf {

TEST_CASE("a build's report is one line") {
  Report report;
  report.command = "build";
  report.index = "news.idx";
  report.generation = "0007";
  report.files = 40'000;
  report.articles = 39'871;
  report.passages = 183'220;
  report.seconds = 41.2;
  report.skipped = {{"binary", 88}, {"empty", 31}, {"hidden", 10}};
  report.undated = 1'204;
  CHECK(to_line(report) ==
        "40,000 files · 39,871 articles · 183,220 passages · 41 s · skipped 129 (88 binary, 31 empty, 10 hidden): "
        "nutgraf-index stats news.idx --rejects · undated 1,204 (3 %)");
}

TEST_CASE("a report says only what there is to say") {
  Report report;
  report.command = "build";
  report.files = 1;
  report.articles = 1;
  report.passages = 2;
  report.seconds = 0.04;
  CHECK(to_line(report) == "1 file · 1 article · 2 passages · 0.0 s");
  report.index = "a b.idx";
  report.generation = "0007";
  report.rejected = 1'000;
  report.duplicate_ids = 2;
  report.bad_dates = 3;
  report.title_only = 5;
  report.unmatched_maps = {"text=bodi", "title=tilte"};
  report.mended = {{"line-end hyphens", 2}, {"mojibake", 7}};
  report.shortened_terms = 4;
  report.encodings = {{"windows-1252", 2}, {"UTF-16LE", 3}};
  CHECK(to_line(report) ==
        "1 file · 1 article · 2 passages · 0.0 s · rejected 1,000: nutgraf-index stats 'a b.idx' --rejects · dates not "
        "understood 3 · with a title only 5 · in no record: --map text=bodi, --map title=tilte · ids declared twice 2 "
        "(the last of each was kept; --map id=none keeps all) · mended 9 (7 mojibake, 2 line-end hyphens) · over-long "
        "words shortened 4 · converted 5 (3 UTF-16LE, 2 "
        "windows-1252)");
}

TEST_CASE("an update's report ends with what became of the articles") {
  Report report;
  report.command = "update";
  report.files = 40'002;
  report.seconds = 3;
  report.added = 214;
  report.replaced = 3;
  report.unchanged = 39'783;
  report.vanished = 2;
  CHECK(to_line(report) ==
        "40,002 files · 3.0 s · added 214, replaced 3, unchanged 39,783, vanished 2 (kept; --prune removes them)");
  report.vanished = 0;
  CHECK(to_line(report).ends_with("unchanged 39,783, vanished 0"));
  report.pruned = 2;
  CHECK(to_line(report).ends_with("unchanged 39,783, vanished 2 (removed)"));
}

TEST_CASE("a deletion's report counts both sides") {
  Report report;
  report.command = "delete";
  report.deleted = 1;
  report.not_found = 2;
  report.articles = 1'000;
  CHECK(to_line(report) == "deleted 1 article · not found 2 · 1,000 articles left · 0.0 s");
}

TEST_CASE("an update's undated articles are no share of the index") {
  Report report;
  report.command = "update";
  report.articles = 1'000;
  report.undated = 3;
  CHECK(to_line(report) == "0 files · 0.0 s · undated 3 · added 0, replaced 0, unchanged 0, vanished 0");
}

TEST_CASE("commands that read nothing report what is live after them") {
  Report report;
  report.command = "delete --unblock";
  report.unblocked = 2;
  CHECK(to_line(report) == "unblocked 2 texts; a build reads them again, an update once their files have changed");
  report.command = "rollback";
  report.generation = "0006";
  CHECK(to_line(report) == "generation 0006 is live");
  report.previous = "0007";
  CHECK(to_line(report) == "generation 0006 is live, in place of 0007");
  report.command = "optimize";
  report.size = 1'200'000'000;
  report.previous_size = 2'000'000'000;
  report.seconds = 12;
  CHECK(to_line(report) == "1,200 MB, 2,000 MB before · 12 s");
}

TEST_CASE("the JSON report has every key") {
  Report report;
  report.command = "build";
  report.index = "caf\xe9.idx";  // a path is not always UTF-8
  report.skipped = {{"empty", 2}};
  const auto json = nlohmann::json::parse(to_json(report));
  CHECK(json.at("skipped").at("empty") == 2);
  for (const char* key : {"command",    "index",          "generation", "files",     "articles",     "passages",
                          "bytes",      "seconds",        "rejected",   "encodings", "undated",      "duplicate_ids",
                          "title_only", "unmatched_maps", "added",      "replaced",  "unchanged",    "vanished",
                          "deleted",    "unblocked",      "previous",   "size",      "previous_size"}) {
    CHECK(json.contains(key));
  }
}

TEST_CASE("numbers have thousands separators") {
  CHECK(counted(999, "file") == "999 files");
  CHECK(counted(123'456, "file") == "123,456 files");
}

TEST_CASE("the progress line counts and has a rate") {
  build::Progress progress;
  progress.files = 1'204;
  progress.articles = 1;
  progress.passages = 5;
  progress.bytes = 24'600'000;
  CHECK(progress_text(progress, std::chrono::seconds(2)) == "1,204 files · 1 article · 5 passages · 12.3 MB/s");
}

}  // namespace nutgraf
