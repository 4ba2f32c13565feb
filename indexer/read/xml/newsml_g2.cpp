// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>
#include <utility>

#include "core/base/ascii.h"
#include "indexer/read/dates/dates.h"
#include "indexer/read/html/fragment.h"
#include "indexer/read/lines/paragraphs.h"
#include "indexer/read/people.h"
#include "indexer/read/xml/markup_text.h"
#include "indexer/read/xml/nitf.h"
#include "indexer/read/xml/vocabulary.h"

namespace nutgraf::read::xml {
namespace {

/// Items of NewsML-G2; only the first kind can be an article.
constexpr std::string_view kNewsItem = "newsItem";
constexpr auto kItems = std::to_array<std::string_view>(
    {kNewsItem, "packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem"});

bool is_item_name(std::string_view local) {
  return std::ranges::find(kItems, local) != kItems.end();
}

bool has_newsml_root(std::string_view local) {
  return is_item_name(local) || local == "newsMessage" || local == "contentSet";
}

/// An item, or the NITF of a content set that was cut out of its item.
bool is_newsml_record(Path path) {
  return is_item_name(path.back().local) || path.back().local == "nitf";
}

/// "name" in the language of the item where it has several; an attribute of the element where it has none.
std::string name_of(const Element* party) {
  const std::string name = line_of(child(party, "name"));
  return !name.empty() || party == nullptr ? name : std::string(attribute(*party, "literal"));
}

void set_source(const Element& item, ArticleRecord& record) {
  const Element* const content = child(&item, "contentMeta");
  for (const Element* const party : {child(child(&item, "itemMeta"), "provider"), child(content, "infoSource"),
                                     child(child(&item, "rightsInfo"), "copyrightHolder")}) {
    record.source = record.source.empty() ? name_of(party) : record.source;
  }
  const Element* const provider = child(child(&item, "itemMeta"), "provider");
  if (record.source.empty() && provider != nullptr) {  // "nprov:REUTERS"
    const std::string_view code = attribute(*provider, "qcode");
    record.source = code.substr(code.find(':') + 1);
  }
}

/// The day the content was made or first published. The day of a version is the last resort: it is that of a change.
std::string written_date(const Element& item) {
  const Element* const content = child(&item, "contentMeta");
  const Element* const meta = child(&item, "itemMeta");
  for (const Element* const date : {child(meta, "firstPublished"), child(content, "contentCreated"),
                                    child(meta, "firstCreated"), child(meta, "versionCreated")}) {
    std::string written = line_of(date);
    if (!written.empty()) {
      return written;
    }
  }
  return {};
}

void set_people_and_subjects(const Element* content, ArticleRecord& record) {
  for (const Element* const creator : children(content, "creator")) {
    const std::string name = name_of(creator);
    if (!name.empty()) {
      record.authors.push_back(name);
    }
  }
  if (record.authors.empty()) {
    record.authors = split_authors(line_of(child(content, "by")));
  }
  for (const Element* const subject : children(content, "subject")) {
    record.tags.push_back(name_of(subject));
  }
  for (const Element* const keyword : children(content, "keyword")) {
    record.tags.push_back(line_of(keyword));
  }
  std::erase(record.tags, std::string());
}

/// "canceled" of stat:canceled; nothing for an item that may be used.
void add_status(const Element& item, ArticleRecord& record) {
  const Element* const element = child(child(&item, "itemMeta"), "pubStatus");
  const std::string_view code = element == nullptr ? std::string_view() : attribute(*element, "qcode");
  const std::string_view status = code.substr(code.rfind(':') + 1);
  if (status != "usable") {
    add_metadata(record, "status", std::string(status));
  }
}

void set_fields(const Element& item, FoundArticle& found) {
  ArticleRecord& record = found.article.record;
  const Element* const content = child(&item, "contentMeta");
  record.id = attribute(item, "guid");
  record.title = line_of(child(content, "headline"));
  if (record.title.empty()) {
    record.title = line_of(child(child(&item, "itemMeta"), "title"));
  }
  const Element* const language = child(content, "language");
  record.language = language_code(language != nullptr ? attribute(*language, "tag") : attribute(item, "lang"));
  record.url = line_of(child_in(child(&item, "itemMeta"), "", "link"));
  set_source(item, record);
  set_people_and_subjects(content, record);
  const std::string written = written_date(item);
  set_date(found, written, dates::parse_date(written, record.language));
  add_status(item, record);
  add_line(record, "slugline", child(content, "slugline"));
  add_line(record, "dateline", child(content, "dateline"));
  add_line(record, "creditline", child(content, "creditline"));
  add_line(record, "description", child(content, "description"));
  add_line(record, "located", child(child(content, "located"), "name"));
  add_line(record, "copyright", child(child(&item, "rightsInfo"), "copyrightNotice"));
  add_line(record, "updated", child(content, "contentModified"));
}

/// The text inside inlineXML: NITF or XHTML; other languages of markup hold data, not text.
void read_inline(const Element& wrapper, FoundArticle& found) {
  if (const Element* const nitf = inner(&wrapper, "nitf")) {
    read_nitf(*nitf, found);
    return;
  }
  const Element* const html = inner(&wrapper, "html");
  const Element* const body = inner(html != nullptr ? html : &wrapper, "body");
  found.article.text = markup_text(body != nullptr ? body : html);
}

void read_content(const Element& item, FoundArticle& found) {
  const Element* const content = child(&item, "contentSet");
  for (const Element* const wrapper : children(content, "inlineXML")) {
    if (found.article.text.empty()) {
      read_inline(*wrapper, found);
    }
  }
  for (const Element* const data : children(content, "inlineData")) {
    const std::string_view type = attribute(*data, "contenttype");
    if (found.article.text.empty() && (type.empty() || type.starts_with("text/")) &&
        attribute(*data, "encoding").empty()) {
      const std::string text = text_of(data);
      found.article.text = type == "text/html" ? html::field_to_text(text) : text_of_field(text);
    }
  }
}

std::optional<FoundArticle> read_newsml_item(const Element& record, const Outer& /*outer*/) {
  FoundArticle found;
  if (record.name.local == "nitf") {
    read_nitf(record, found);
    return found;
  }
  if (record.name.local != kNewsItem) {
    return std::nullopt;
  }
  set_fields(record, found);
  read_content(record, found);
  return found.article.text.empty() ? std::nullopt : std::optional(std::move(found));
}

}  // namespace

const Vocabulary kNewsmlG2 = {"NewsML-G2", has_newsml_root, is_newsml_record, read_newsml_item};

}  // namespace nutgraf::read::xml
