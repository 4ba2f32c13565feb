// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "indexer/read/html/page.h"

/// Pages made for tests.
namespace nutgraf::test {

inline const std::string kProse =
    "<p>The ferry company said on Monday that two more boats would run between the island and the mainland.</p>"
    "<p>Residents welcomed the news, but asked the council to mend the access road before the season begins.</p>";

inline std::string page(const std::string& head, const std::string& body) {
  return "<!DOCTYPE html><html lang=\"en-GB\"><head>" + head + "</head><body>" + body + "</body></html>";
}

inline std::string json_ld(const std::string& members) {
  return R"(<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle",)" + members +
         "}</script>";
}

inline ArticleRecord record_of(const std::string& html) {
  return read::html::extract(html, {}).article.record;
}

}  // namespace nutgraf::test
