// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/press/unread_export.h"

#include <doctest/doctest.h>

#include <string>

#include "indexer/read/byte_source.h"
#include "indexer/read/office/rtf.h"

namespace nutgraf::read::press {
namespace {

std::string refusal(const std::string& text) {
  try {
    refuse_unread_export(text);
    return "";
  } catch (const Unreadable& unreadable) {
    return unreadable.what();
  }
}

}  // namespace

TEST_CASE("exports of several articles that nothing here cuts are refused") {
  struct Row {
    const char* name;
    std::string text;
    std::string refusal;
  };
  const std::string nexis = " articles of Nexis in a layout that is not read: export them as DOCX or plain text";
  const std::string factiva = "Document SNS0000020111222e7cm000g0\n";
  for (const Row& row : {
           Row{"numbered by Nexis", "1 of 2 DOCUMENTS\n\nOne.\n\n 2 of 2 DOCUMENTS \n\nTwo.", "it has 2" + nexis},
           Row{"in German", "1 von 2 DOKUMENTEN\nEins.\n2 von 2 DOKUMENTEN\nZwei.", "it has 2" + nexis},
           Row{"ended by Nexis", "One.\nEnd of Document\nTwo.\nEnd of Document\nThree.\nEnd of Document",
               "it has 3" + nexis},
           Row{"Factiva", "One.\n" + factiva + "Two.\n" + factiva,
               "it has 2 articles of Factiva in a layout that is not read: export them as HTML"},
           Row{"ProQuest", "One.\nProQuest document ID: 12\nTwo.\nProQuest document ID: 13\n",
               "it has 2 articles of ProQuest in a layout that is not read: export one file per article"},
           Row{"ProQuest, counted", "Document 1 of 2\nOne.\nDocument 2 of 2\nTwo.\n",
               "it has 2 articles of ProQuest in a layout that is not read: export one file per article"},
           Row{"Factiva, codes and values on a line", "One.\nAN\t" + factiva + "Two.\nAN\t" + factiva,
               "it has 2 articles of Factiva in a layout that is not read: export them as HTML"},
           Row{"a single article", "One.\nEnd of Document\n" + factiva + "ProQuest document ID: 12", ""},
           Row{"prose", "3 of 10 documents were lost.\n3 of 10 documents were found.\nDocument A\nDocument B", ""},
           Row{"nothing", "", ""},
       }) {
    CAPTURE(row.name);
    CHECK(refusal(row.text) == row.refusal);
  }
  CHECK_THROWS_AS(
      static_cast<void>(office::parse_rtf(R"({\rtf1 1 of 2 DOCUMENTS\par One.\par 2 of 2 DOCUMENTS\par Two.\par})")),
      Unreadable);
}

}  // namespace nutgraf::read::press
