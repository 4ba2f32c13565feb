// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>
#include <utility>

#include "core/base/ascii.h"
#include "indexer/read/dates/dates.h"
#include "indexer/read/dates/two_digit_year.h"
#include "indexer/read/lines/flattened.h"
#include "indexer/read/people.h"
#include "indexer/read/sgml/tags.h"
#include "indexer/read/xml/address.h"
#include "indexer/read/xml/feed_fields.h"
#include "indexer/read/xml/markup_text.h"
#include "indexer/read/xml/vocabulary.h"
#include "indexer/read/xml/wordpress_export.h"

/// RSS.
namespace nutgraf::read::xml {
namespace {

constexpr std::string_view kContent = "purl.org/rss/1.0/modules/content";
constexpr std::string_view kDublinCoreTerms = "purl.org/dc/terms";
constexpr std::string_view kXhtml = "w3.org/1999/xhtml";
constexpr std::string_view kYandex = "news.yandex.ru";

bool has_rss_root(std::string_view local) {
  return local == "rss" || local == "RDF";
}

bool is_item(Path path) {
  return path.size() > 1 && path.back().local == "item" && has_rss_root(path.front().local);
}

std::string whole_text(const Element& item) {
  if (const Element* const encoded = child_in(&item, kContent, "encoded")) {
    return wordpress::encoded_text(item, *encoded);
  }
  const Element* const body = child_in(&item, kXhtml, "body");
  return body != nullptr ? markup_text(body) : text_of_rss(child_in(&item, kYandex, "full-text"));
}

std::string rss_text(const Element& item, ArticleRecord& record) {
  const Element* const own = child(&item, "description");
  const std::string summary = text_of_rss(own != nullptr ? own : child_in(&item, kDublinCore, "description"));
  std::string text = whole_text(item);
  if (text.empty()) {
    return summary.empty() ? media_text(item) : summary;
  }
  if (summary != text) {
    add_metadata(record, "description", summary);
  }
  return text;
}

/// The first that can be read of the places where an item has its date; else the first that is written.
void set_rss_date(FoundArticle& found, const Element& item) {
  const std::string& language = found.article.record.language;
  if (const auto posted = wordpress::post_date(item)) {
    set_date(found, *posted, dates::parse_date(*posted, language));
    return;
  }
  const Element* const places[] = {child(&item, "pubDate"),
                                   child_in(&item, kDublinCore, "date"),
                                   child_in(&item, kDublinCoreTerms, "issued"),
                                   child_in(&item, kDublinCoreTerms, "created"),
                                   child_in(&item, kAtomSpace, "published"),
                                   child_in(&item, kAtomSpace, "updated")};
  std::string unread;
  for (const Element* const place : places) {
    const std::string written = dates::with_full_year(line_of(place));
    if (const auto date = dates::parse_date(written, language)) {
      set_date(found, written, date);
      return;
    }
    unread = unread.empty() ? written : unread;
  }
  set_date(found, unread, std::nullopt);
}

void set_address(ArticleRecord& record, const Element& item, const Outer& outer) {
  const Element* const guid = child(&item, "guid");
  record.url = line_of(child(&item, "link"));
  if (const Element* const link = child_in(&item, kAtomSpace, "link"); record.url.empty() && link != nullptr) {
    record.url = attribute(*link, "href");
  }
  record.id = guid != nullptr ? line_of(guid) : std::string(attribute(item, "about"));
  record.id = record.id.empty() ? record.url : record.id;
  if (record.url.empty() && guid != nullptr && record.id.starts_with("http") &&
      attribute(*guid, "isPermaLink") != "false") {
    record.url = record.id;
  }
  const std::string base = outer("rss/channel/@base");
  record.url = record.url.empty() ? record.url : absolute_address(record.url, base.empty() ? outer("rss/@base") : base);
}

/// Those that an item names in the best of the ways in which it does.
void set_authors(ArticleRecord& record, const Element& item, const Outer& outer) {
  for (const Element* const author : children(&item, "author")) {
    add_authors(record, name_in(author));
  }
  for (const Element* const creator : children_in(&item, kDublinCore, "creator")) {
    add_authors(record, name_in(creator));
  }
  wordpress::show_authors(item, outer, record);
  if (record.authors.empty()) {
    add_authors(record, name_in(child(child_in(&item, kAtomSpace, "author"), "name")));
  }
  if (record.authors.empty()) {
    add_authors(record, name_in(child_in(&item, kPodcast, "author")));
  }
}

void set_tags(ArticleRecord& record, const Element& item) {
  for (const Element* const category : children(&item, "category")) {
    if (!wordpress::is_author(*category)) {
      record.tags.push_back(name_in(category));
    }
  }
  for (const Element* const subject : children_in(&item, kDublinCore, "subject")) {
    const Element* const value = inner(subject, "value");
    record.tags.push_back(name_in(value != nullptr ? value : subject));
  }
  for (std::string& keyword : split_tags(name_in(child_in(&item, kPodcast, "keywords")))) {
    record.tags.push_back(std::move(keyword));
  }
  std::erase(record.tags, std::string());
}

std::optional<FoundArticle> read_item(const Element& item, const Outer& outer) {
  if (wordpress::is_no_post(item)) {
    return std::nullopt;
  }
  FoundArticle found;
  ArticleRecord& record = found.article.record;
  const Element* const title = child(&item, "title");
  record.title = lines::flattened(text_of_rss(title != nullptr ? title : child_in(&item, kDublinCore, "title")));
  set_address(record, item, outer);
  const std::string language = line_of(child_in(&item, kDublinCore, "language"));
  record.language = language_code(language.empty() ? outer("rss/channel/language") : language);
  record.source = name_in(child(&item, "source"));
  if (record.source.empty()) {
    record.source = lines::flattened(sgml::without_references(outer("rss/channel/title") + outer("RDF/channel/title")));
  }
  set_authors(record, item, outer);
  set_tags(record, item);
  found.article.text = rss_text(item, record);
  const std::string spoken = line_of(child_in(&item, kPodcast, "summary"));
  if (spoken != lines::flattened(found.article.text)) {
    add_metadata(record, "itunes:summary", spoken);
  }
  set_rss_date(found, item);
  constexpr auto kTaken = std::to_array<std::string_view>({"title", "link", "guid", "description", "content:encoded",
                                                           "author", "dc:creator", "dc:subject", "category", "source",
                                                           "pubDate", "dc:date", "dc:language", "dc:description",
                                                           "yandex:full-text", "itunes:summary", "itunes:keywords"});
  add_rest(item, kTaken, record);
  return found;
}

}  // namespace

const Vocabulary kRss = {"RSS", has_rss_root, is_item, read_item};

}  // namespace nutgraf::read::xml
