// SPDX-License-Identifier: GPL-2.0-or-later
#include <utility>

#include "indexer/read/lines/flattened.h"
#include "indexer/read/people.h"
#include "indexer/read/xml/vocabulary.h"
#include "indexer/read/xml/wikitext.h"

namespace nutgraf::read::xml {
namespace {

bool has_mediawiki_root(std::string_view local) {
  return local == "mediawiki";
}

bool is_mediawiki_record(Path path) {
  return path.back().local == "page" && path.front().local == "mediawiki";
}

/// Pages of the main namespace, in their last revision. The day of a revision is that of a change: it is metadata.
std::optional<FoundArticle> read_page(const Element& page, const Outer& outer) {
  const std::string space = line_of(child(&page, "ns"));
  const std::vector<const Element*> revisions = children(&page, "revision");
  if (child(&page, "redirect") != nullptr || (!space.empty() && space != "0") || revisions.empty()) {
    return std::nullopt;
  }
  const Element* const revision = revisions.back();
  FoundArticle found;
  ArticleRecord& record = found.article.record;
  record.id = line_of(child(&page, "id"));
  record.title = line_of(child(&page, "title"));
  record.source = lines::flattened(outer("mediawiki/siteinfo/sitename"));
  found.article.text = wikitext_to_text(text_of(child(revision, "text")));
  add_line(record, "modified", child(revision, "timestamp"));
  add_line(record, "revision", child(revision, "id"));
  return found;
}

}  // namespace

const Vocabulary kMediaWiki = {"MediaWiki", has_mediawiki_root, is_mediawiki_record, read_page};

}  // namespace nutgraf::read::xml
