// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/file_name.h"

#include <doctest/doctest.h>

using namespace nutgraf::read;

TEST_CASE("names without compression") {
  CHECK(without_compression("a.jsonl.gz") == "a.jsonl");
  CHECK(without_compression("a.TXT.ZST") == "a.TXT");
  CHECK(without_compression("a.tgz") == "a.tar");
  CHECK(without_compression("a.txt") == "a.txt");
  CHECK(without_compression(".gz") == ".gz");
}

TEST_CASE("extensions") {
  CHECK(extension_of("b.c/a.JSONL") == "jsonl");
  CHECK(extension_of("b.c/README").empty());
  CHECK(extension_of(".txt").empty());
}
