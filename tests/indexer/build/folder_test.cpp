// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/folder.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace nutgraf::build {
namespace {

TEST_CASE("folders above an article, below its root") {
  struct Row {
    const char* name;
    IdSource source;
    const char* id;
    Origin origin;
    const char* folder;
  };
  const std::vector<std::string> roots = {"/data", "/data/news", "/"};
  const std::vector<Row> rows = {
      {"from the id", IdSource::Path, "2024/06/a.txt", {"/elsewhere/a.txt", "", 0}, "2024/06"},
      {"no folder", IdSource::Path, "a.txt", {"/data/a.txt", "", 0}, ""},
      {"declared id", IdSource::Declared, "x/y", {"/data/news/2024/a.jsonl", "", 7}, "2024"},
      {"longest root", IdSource::Declared, "x", {"/data/news/a.jsonl", "", 0}, ""},
      {"not half a name", IdSource::Declared, "x", {"/data/newspaper/a.jsonl", "", 0}, "newspaper"},
      {"archive", IdSource::Declared, "x", {"/data/news/a.tar", "b.zip!c/d.jsonl", 0}, "a.tar/b.zip/c"},
      {"the root of all", IdSource::Declared, "x", {"/srv/a.jsonl", "", 0}, "srv"},
  };
  for (const Row& row : rows) {
    SUBCASE(row.name) {
      Article article;
      article.record.id = row.id;
      article.record.origin = row.origin;
      article.id_source = row.source;
      CHECK(folder_of(article, roots) == row.folder);
    }
  }
}

}  // namespace
}  // namespace nutgraf::build
