// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/html/page.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "core/base/ascii.h"
#include "indexer/read/field_value.h"
#include "indexer/read/html/authors.h"
#include "indexer/read/html/blocks.h"
#include "indexer/read/html/dom.h"
#include "indexer/read/html/fragment.h"
#include "indexer/read/html/linked_data.h"
#include "indexer/read/html/main_text.h"
#include "indexer/read/html/meta_tags.h"
#include "indexer/read/html/page_date.h"
#include "indexer/read/html/title.h"
#include "indexer/read/html/url.h"
#include "indexer/read/lines/paragraphs.h"
#include "indexer/read/people.h"

namespace nutgraf::read::html {
namespace {

std::string_view link_of(const Dom& dom, std::string_view relation) {
  for (NodeIndex i = 0; i < dom.size(); ++i) {
    if (dom[i].tag == Tag::Link && ascii::lowered(dom.attribute(i, "rel")) == relation) {
      return dom.attribute(i, "href");
    }
  }
  return {};
}

std::string_view declared_language(const Dom& dom, const MetaTags& tags, const LinkedArticle& linked) {
  for (NodeIndex i = 0; i < dom.size() && i < 2; ++i) {
    for (const std::string_view attribute : {"lang", "xml:lang"}) {
      if (const std::string_view language = dom.attribute(i, attribute); !language_code(language).empty()) {
        return language;
      }
    }
  }
  const std::string_view tag = tags.first({"content-language", "og:locale", "language", "dc.language"});
  return tag.empty() ? std::string_view(linked.language) : tag;
}

/// The page's own URL: what it calls canonical, if that is a page of the same site and not its home page.
std::string url_of(const Dom& dom, const MetaTags& tags, const LinkedArticle& linked, const std::string& fetched) {
  const std::string_view open_graph = tags.first({"og:url"});
  const std::string known = fetched.empty() ? resolve(open_graph, {}) : fetched;
  for (const std::string_view candidate :
       {link_of(dom, "canonical"), open_graph, std::string_view(linked.url), tags.first({"twitter:url"})}) {
    std::string url(original_url(resolve(candidate, known)));
    if (!url.empty() && !is_home(url) && (fetched.empty() || site_of(url) == site_of(fetched))) {
      return url;
    }
  }
  return fetched;
}

std::string source_of(const MetaTags& tags, const LinkedArticle& linked, const std::string& url) {
  if (const std::string_view name = tags.first({"og:site_name"}); !name.empty()) {
    const std::string site = site_of(name);
    return site.empty() ? std::string(name) : site;
  }
  return linked.publisher.empty() ? site_of(url) : linked.publisher;
}

void add_meta(ArticleRecord& record, std::string_view key, std::string value) {
  if (!value.empty()) {
    record.meta.emplace_back(key, std::move(value));
  }
}

std::vector<std::string> tags_of(const MetaTags& tags, const LinkedArticle& linked) {
  std::vector<std::string> found;
  for (const std::string_view tag : tags.all("article:tag")) {
    found.emplace_back(tag);
  }
  if (found.empty()) {
    for (const std::string& keywords : linked.keywords) {
      std::ranges::move(split_tags(keywords), std::back_inserter(found));
    }
  }
  return found.empty() ? split_tags(tags.first({"news_keywords", "keywords"})) : found;
}

std::vector<std::string> sections_of(const MetaTags& tags, const LinkedArticle& linked) {
  const std::vector<std::string_view> named = tags.all("article:section");
  return named.empty() ? linked.sections : std::vector<std::string>(named.begin(), named.end());
}

/// Whether the page's own data has most of the text, which a script would put in its place.
bool has_more_text(std::string_view body, const MainText& main) {
  return body.size() / 2 > main.text.size() || (main.prose == 0 && body.size() > main.text.size());
}

}  // namespace

Page extract(std::string_view html, const PageHints& hints) {
  Page page;
  const Dom dom(html);
  if (dom.size() == 0) {
    page.kind = PageKind::Empty;
    return page;
  }
  const MetaTags tags(dom);
  const LinkedArticle linked = read_linked_data(dom);
  ArticleRecord& record = page.article.record;
  record.url = url_of(dom, tags, linked, hints.url);
  record.title = title_of(dom, tags, linked, site_of(record.url));
  record.source = source_of(tags, linked, record.url);
  const std::string_view language = declared_language(dom, tags, linked);
  record.language = language_code(language);
  page.article.language_source = record.language == "en" ? LanguageSource::Theme : LanguageSource::Record;
  record.tags = tags_of(tags, linked);
  set_sections(record, sections_of(tags, linked));
  MainText main = main_text(dom, record.title, hints.omitted);
  const std::vector<Block> blocks = blocks_of(dom);
  record.authors = authors_of(dom, tags, linked, {blocks, site_of(record.url), main.node, language, record.title});
  if (has_more_text(linked.body, main)) {
    main.text = lines::lay_out_paragraphs(linked.body);
  }
  page.article.text = main.text;
  page.article.omissions = std::move(main.omissions);
  if (const auto date = date_of(dom, tags, linked, {blocks, language, record.url, main.node})) {
    record.date = to_string(date->date);
    record.time = date->date.time;
    record.date_source = date->source;
  } else {
    page.article.bad_date = written_date(tags, linked);
    add_meta(record, "date", page.article.bad_date);
  }
  const std::string_view description = tags.first({"description", "og:description"});
  add_meta(record, "description", description.empty() ? linked.description : std::string(description));
  const std::string_view changed = tags.first({"article:modified_time", "og:updated_time", "dcterms.modified"});
  add_meta(record, "modified", linked.modified.empty() ? std::string(changed) : linked.modified);
  if (!main.captions.empty()) {
    add_meta(record, "captions", nlohmann::json(main.captions).dump());
  }
  page.kind = kind_of({dom, tags, linked, main, record.title, record.url});
  return page;
}

}  // namespace nutgraf::read::html
