// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>
#include <utility>

#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "indexer/read/dates/dates.h"
#include "indexer/read/html/fragment.h"
#include "indexer/read/lines/flattened.h"
#include "indexer/read/mime/transfer.h"
#include "indexer/read/people.h"
#include "indexer/read/xml/address.h"
#include "indexer/read/xml/feed_fields.h"
#include "indexer/read/xml/markup_text.h"
#include "indexer/read/xml/vocabulary.h"

/// Atom.
namespace nutgraf::read::xml {
namespace {

bool has_atom_root(std::string_view local) {
  return local == "feed";
}

bool is_entry(Path path) {
  return path.back().local == "entry" && has_atom_root(path.front().local);
}

/// Of a text construct: text, html or xhtml; the encoded content of anything else is no text.
std::string atom_text(const Element* element) {
  if (element == nullptr) {
    return {};
  }
  if (attribute(*element, "mode") == "base64") {  // of Atom 0.3
    const std::string decoded = mime::from_base64(text_of(element));
    return utf8::is_valid(decoded) ? html::field_to_text(decoded) : std::string();
  }
  const std::string type = ascii::lowered(attribute(*element, "type"));
  if (type == "xhtml" || type.ends_with("+xml") || type.ends_with("/xml")) {
    return markup_text(element);
  }
  if (type == "html" || type == "text/html") {
    return html::field_to_text(text_of(element));
  }
  return type.empty() || type.starts_with("text") ? text_of_field(text_of(element)) : std::string();
}

/// What references in an element begin at, `outer` being that of its parent.
std::string base_of(const Element& element, const std::string& outer) {
  const std::string own(attribute(element, "base"));
  return own.empty() ? outer : absolute_address(own, outer);
}

/// The address of the article itself.
std::string alternate_of(const Element& entry, const std::string& feed_base) {
  const std::string base = base_of(entry, feed_base);
  for (const std::string_view wanted : {"alternate", ""}) {
    for (const Element* const link : children(&entry, "link")) {
      if (attribute(*link, "rel") == wanted) {
        return absolute_address(std::string(attribute(*link, "href")), base_of(*link, base));
      }
    }
  }
  return {};
}

/// What Google's export of a blog calls the kind of an entry: "post", "page", "comment", "settings", ...
std::string_view kind_of(const Element& category) {
  const bool is_kind = attribute(category, "scheme").ends_with("schemas.google.com/g/2005#kind");
  const std::string_view term = attribute(category, "term");
  return is_kind ? term.substr(term.rfind('#') + 1) : std::string_view();
}

/// Whether an entry of such an export is something else than a text of the blog.
bool is_no_entry(const Element& entry) {
  return std::ranges::any_of(children(&entry, "category"), [](const Element* category) {
    const std::string_view kind = kind_of(*category);
    return !kind.empty() && kind != "post" && kind != "page";
  });
}

void add_terms(const Element& entry, ArticleRecord& record) {
  for (const Element* const category : children(&entry, "category")) {
    const std::string_view label = attribute(*category, "label");
    if (kind_of(*category).empty()) {
      record.tags.emplace_back(label.empty() ? attribute(*category, "term") : label);
    }
  }
  std::erase(record.tags, std::string());
}

/// English says nothing: programs for blogs write it in feeds of every language.
std::string language_of_feed(const Outer& outer) {
  const std::string language = language_code(outer("feed/@lang"));
  return language == "en" ? std::string() : language;
}

std::optional<FoundArticle> read_entry(const Element& entry, const Outer& outer) {
  if (is_no_entry(entry)) {
    return std::nullopt;
  }
  FoundArticle found;
  ArticleRecord& record = found.article.record;
  record.id = line_of(child(&entry, "id"));
  record.title = lines::flattened(atom_text(child(&entry, "title")));
  record.url = alternate_of(entry, outer("feed/@base"));
  record.language = language_code(attribute(entry, "lang"));
  record.language = record.language.empty() ? language_of_feed(outer) : record.language;
  const Element* const source = child(&entry, "source");
  record.source = source != nullptr ? line_of(child(source, "title")) : lines::flattened(outer("feed/title"));
  for (const Element* const author : children(&entry, "author")) {
    add_authors(record, name_in(child(author, "name")));
  }
  if (record.authors.empty()) {
    add_authors(record, lines::flattened(outer("feed/author/name")));
  }
  add_terms(entry, record);
  const std::string summary = atom_text(child(&entry, "summary"));
  found.article.text = atom_text(child(&entry, "content"));
  if (found.article.text.empty()) {
    found.article.text = summary;
  } else if (summary != found.article.text) {
    add_metadata(record, "summary", summary);
  }
  found.article.text = found.article.text.empty() ? media_text(entry) : std::move(found.article.text);
  // RFC 4287 asks every entry for the day of its last change; only where that is all it has, it is its day.
  const Element* published = child(&entry, "published");
  published = published != nullptr ? published : child(&entry, "issued");
  const std::string updated = line_of(child(&entry, "updated"));
  const std::string written = published != nullptr ? line_of(published) : updated;
  set_date(found, written, dates::parse_date(written, record.language));
  if (published != nullptr) {
    add_metadata(record, "updated", updated);
  }
  constexpr auto kTaken = std::to_array<std::string_view>(
      {"id", "title", "link", "author", "category", "summary", "content", "published", "issued", "updated", "source"});
  add_rest(entry, kTaken, record);
  return found;
}

}  // namespace

const Vocabulary kAtom = {"Atom", has_atom_root, is_entry, read_entry};

}  // namespace nutgraf::read::xml
