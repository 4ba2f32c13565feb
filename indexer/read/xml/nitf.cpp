// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/xml/nitf.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "core/base/ascii.h"
#include "indexer/read/dates/dates.h"
#include "indexer/read/lines/flattened.h"
#include "indexer/read/people.h"
#include "indexer/read/xml/markup_text.h"
#include "indexer/read/xml/vocabulary.h"

namespace nutgraf::read::xml {
namespace {

std::string_view attribute_of(const Element* element, std::string_view name) {
  return element == nullptr ? std::string_view{} : attribute(*element, name);
}

/// The content of `<meta name="...">` in the head.
std::string_view meta_of(const Element* head, std::string_view name) {
  for (const Element* const meta : children(head, "meta")) {
    if (attribute(*meta, "name") == name) {
      return attribute(*meta, "content");
    }
  }
  return {};
}

void set_if_empty(std::string& field, std::string_view value) {
  if (field.empty()) {
    field = ascii::trimmed(value);
  }
}

/// The day of publication, not that of a change or of a release to editors, as far as the file tells them apart.
std::string written_date(const Element* head, const Element* body_head) {
  const Element* const docdata = child(head, "docdata");
  for (const std::string_view written :
       {attribute_of(child(head, "pubdata"), "date.publication"), attribute_of(child(docdata, "date.issue"), "norm"),
        attribute_of(inner(body_head, "story.date"), "norm"), attribute_of(child(docdata, "date.release"), "norm")}) {
    if (!written.empty()) {
      return std::string(written);
    }
  }
  const std::string_view year = meta_of(head, "publication_year");
  const std::string_view month = meta_of(head, "publication_month");
  const std::string_view day = meta_of(head, "publication_day_of_month");
  if (!year.empty() && !month.empty() && !day.empty()) {
    return fmt::format("{}-{:0>2}-{:0>2}", year, month, day);
  }
  return line_of(inner(body_head, "story.date"));
}

/// A byline without the titles of its people: "By Jane Roe, <byttl>Staff Reporter</byttl>".
void add_byline(const Element& byline, ArticleRecord& record) {
  std::string names;
  for (const Node& node : byline.content) {
    if (node.element == nullptr) {
      names.append(node.text);
    } else if (node.element->name.local != "byttl") {
      names.append(text_of(node.element.get()));
    }
  }
  std::string_view plain = ascii::trimmed(names);
  while (!plain.empty() && (plain.back() == ',' || ascii::is_space(plain.back()))) {
    plain.remove_suffix(1);
  }
  record.authors = split_authors(plain.empty() ? line_of(&byline) : plain);
}

/// All of a byline; a title is a word of its own, whether or not a blank stands before it.
std::string words_of(const Element& byline) {
  std::string words;
  for (const Node& node : byline.content) {
    const bool title = node.element != nullptr && node.element->name.local == "byttl";
    words.append(title ? " " : "").append(node.element != nullptr ? text_of(node.element.get()) : node.text);
  }
  return lines::flattened(words);
}

void set_authors(const Element* body_head, ArticleRecord& record) {
  const std::vector<const Element*> bylines = children(body_head, "byline");
  if (bylines.empty()) {
    return;
  }
  if (record.authors.empty()) {
    add_byline(*bylines.front(), record);
  }
  for (const Element* const byline : bylines) {
    const std::string_view kind = attribute(*byline, "class");
    add_metadata(record, kind.empty() ? "byline" : kind, words_of(*byline));
  }
}

void set_tags(const Element* head, ArticleRecord& record) {
  const Element* const docdata = child(head, "docdata");
  for (const Element* const classifier : children(child(docdata, "identified-content"), "classifier")) {
    std::string tag = line_of(classifier);
    tag = tag.empty() ? std::string(attribute(*classifier, "value")) : tag;
    if (!tag.empty() && std::ranges::find(record.tags, tag) == record.tags.end()) {
      record.tags.push_back(std::move(tag));
    }
  }
  for (const Element* const keyword : children(child(docdata, "key-list"), "keyword")) {
    record.tags.emplace_back(attribute(*keyword, "key"));
  }
  std::erase(record.tags, std::string());
}

/// Of a text that is given twice, whole and as its first paragraph, the whole one.
std::string body_text(const Element* body) {
  const Element* const content = child(body, "body.content");
  for (const Element* const block : children(content, "block")) {
    if (attribute(*block, "class") == "full_text") {
      return markup_text(block);
    }
  }
  return markup_text(content);
}

void set_title(const Element* head, const Element* body_head, ArticleRecord& record) {
  const Element* const hedline = child(body_head, "hedline");
  set_if_empty(record.title, line_of(child(hedline, "hl1")));
  set_if_empty(record.title, line_of(hedline));
  set_if_empty(record.title, line_of(child(head, "title")));
  for (const Element* const second : children(hedline, "hl2")) {
    add_line(record, "subtitle", second);
  }
}

}  // namespace

void read_nitf(const Element& nitf, FoundArticle& found) {
  ArticleRecord& record = found.article.record;
  const Element* const head = child(&nitf, "head");
  const Element* const body = child(&nitf, "body");
  const Element* const body_head = child(body, "body.head");
  const Element* const docdata = child(head, "docdata");
  const Element* const pubdata = child(head, "pubdata");
  set_title(head, body_head, record);
  set_if_empty(record.id, attribute_of(child(docdata, "doc-id"), "id-string"));
  set_if_empty(record.url, attribute_of(pubdata, "ex-ref"));
  set_if_empty(record.source, attribute_of(pubdata, "name"));
  set_if_empty(record.source, attribute_of(child(docdata, "doc.copyright"), "holder"));
  set_if_empty(record.section, attribute_of(pubdata, "position.section"));
  set_if_empty(record.section, meta_of(head, "online_sections"));
  set_if_empty(record.language, language_code(attribute(nitf, "lang")));
  set_if_empty(record.language, language_code(attribute_of(body, "lang")));
  set_authors(body_head, record);
  set_tags(head, record);
  if (record.date.empty()) {
    const std::string written = written_date(head, body_head);
    set_date(found, written, dates::parse_date(written, record.language));
  }
  for (const Element* const meta : children(head, "meta")) {
    add_metadata(record, attribute(*meta, "name"), attribute(*meta, "content"));
  }
  add_line(record, "dateline", child(body_head, "dateline"));
  const std::string abstract = markup_text(child(body_head, "abstract"));
  if (found.article.text.empty()) {
    found.article.text = body_text(body);
  }
  if (found.article.text.empty()) {
    found.article.text = abstract;
  } else {
    add_metadata(record, "abstract", abstract);
  }
  add_metadata(record, "captions", captions_of(body));
}

namespace {

bool has_nitf_root(std::string_view local) {
  return local == "nitf";
}

bool is_nitf(Path path) {
  return path.back().local == "nitf";
}

std::optional<FoundArticle> read_record(const Element& record, const Outer& /*outer*/) {
  FoundArticle found;
  read_nitf(record, found);
  return found;
}

}  // namespace

const Vocabulary kNitf = {"NITF", has_nitf_root, is_nitf, read_record};

}  // namespace nutgraf::read::xml
