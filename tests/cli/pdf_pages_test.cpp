// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/cli/program.h"
#include "tests/indexer/read/pdf/made_pdf.h"
#include "tests/temp_dir.h"

namespace nutgraf::test {
namespace {

/// A page of paragraphs of some 90 words, each with a word of its own.
std::vector<PdfLine> page_of(const std::vector<std::string>& words) {
  std::vector<PdfLine> page;
  double y = 720;
  for (const std::string& word : words) {
    for (int line = 0; line < 8; ++line) {
      page.push_back({72, y, "The river rose in the night and it took the bridge away"});
      y -= 13;
    }
    page.push_back({72, y, "and nobody but the " + word + " was there to see it."});
    y -= 40;
  }
  return page;
}

}  // namespace

TEST_CASE("a passage of a PDF says on which page it begins") {
  const TempDir folder;
  (void)folder.write(
      "flood.pdf",
      made_pdf({page_of({"heron", "otter"}), page_of({"beaver", "badger"}), {}, page_of({"kingfisher", "lapwing"})}));
  (void)folder.write("note.txt", "A heron was seen by the lake.\n");
  const auto sh = [&](const std::string& script) { return shell(folder.path(), script); };
  const Outcome built = sh("nutgraf-index build news.idx flood.pdf note.txt");
  REQUIRE_MESSAGE(built.exit == 0, built.err);
  struct Row {
    const char* script;
    const char* out;
  };
  for (const Row& row : {
           Row{"search news.idx otter -f csv --fields id,passage,origin.page",
               "id,passage,origin.page\nflood.pdf,0,1\n"},
           Row{"search news.idx beaver -f csv --fields origin.page", "origin.page\n2\n"},
           Row{"search news.idx lapwing -f csv --fields origin.page", "origin.page\n4\n"},
           Row{"search news.idx lake -f jsonl --fields id,origin.page", "{\"id\":\"note.txt\",\"origin.page\":null}\n"},
           Row{"kwic news.idx badger -f csv --fields origin.page", "origin.page\n2\n"},
           Row{"search news.idx kingfisher | grep -o 'page [0-9]*'", "page 4\n"},
           Row{"show news.idx 'flood.pdf#1' | grep -o 'page [0-9]*'", "page 2\n"},
       }) {
    CAPTURE(row.script);
    const Outcome outcome = sh(std::string("nutgraf-query ") + row.script);
    CHECK(outcome.out == row.out);
  }
}

}  // namespace nutgraf::test
