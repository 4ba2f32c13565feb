// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "core/base/ascii.h"
#include "indexer/read/dates/dates.h"
#include "indexer/read/html/byline.h"
#include "indexer/read/people.h"
#include "indexer/read/xml/markup_text.h"
#include "indexer/read/xml/nitf.h"
#include "indexer/read/xml/vocabulary.h"

/// NewsML 1.0 to 1.2.
namespace nutgraf::read::xml {
namespace {

bool has_newsml_1_root(std::string_view local) {
  return local == "NewsML";
}

bool is_news_item(Path path) {
  return path.back().local == "NewsItem";
}

std::string formal_name(const Element* element) {
  return element == nullptr ? std::string() : std::string(attribute(*element, "FormalName"));
}

/// All components of an item, in document order; they may be in one another.
void add_components(const Element& parent, std::vector<const Element*>& components) {
  for (const Element* const component : children(&parent, "NewsComponent")) {
    components.push_back(component);
    add_components(*component, components);
  }
}

/// The first value that is written, whichever component has it.
template <typename Read>
std::string first_of(const std::vector<const Element*>& components, const Read& read) {
  for (const Element* const component : components) {
    std::string value = read(*component);
    if (!value.empty()) {
      return value;
    }
  }
  return {};
}

std::string first_line(const std::vector<const Element*>& components, std::string_view name) {
  return first_of(components, [&](const Element& one) { return line_of(child(child(&one, "NewsLines"), name)); });
}

/// NITF, XHTML or plain text; the content of anything else, such as a picture in Base64, is in an Encoding.
void add_content(const Element& content, FoundArticle& found) {
  FoundArticle part;
  const Element* const html = inner(&content, "html");
  if (const Element* const nitf = inner(&content, "nitf")) {
    read_nitf(*nitf, part);
    ArticleRecord& record = found.article.record;
    record.title = record.title.empty() ? part.article.record.title : record.title;
    record.authors = record.authors.empty() ? part.article.record.authors : record.authors;
    record.meta.insert(record.meta.end(), part.article.record.meta.begin(), part.article.record.meta.end());
  } else if (html != nullptr) {
    part.article.text = markup_text(inner(html, "body"));
  } else {
    const bool holds_elements =
        std::ranges::any_of(content.content, [](const Node& one) { return one.element != nullptr; });
    part.article.text = holds_elements ? markup_text(&content) : text_of_field(text_of(&content));
  }
  std::string& text = found.article.text;
  text.append(text.empty() || part.article.text.empty() ? "" : "\n\n").append(part.article.text);
}

/// The texts of all components but those that repeat the title.
void add_texts(const std::vector<const Element*>& components, FoundArticle& found) {
  for (const Element* const component : components) {
    if (formal_name(child(component, "Role")) == "Title") {
      continue;
    }
    for (const Element* const item : children(component, "ContentItem")) {
      if (const Element* const content = child(item, "DataContent")) {
        add_content(*content, found);
      }
    }
  }
}

void set_authors(const std::vector<const Element*>& components, ArticleRecord& record) {
  const std::string line = first_line(components, "ByLine");
  record.authors = html::names_in_byline(line);
  if (record.authors.empty()) {
    record.authors = split_authors(line);
  }
}

/// Agencies write keywords as lines or as properties. Codes of subjects without a name are no tags.
void set_tags(const std::vector<const Element*>& components, ArticleRecord& record) {
  const auto add = [&](std::string tag) {
    if (!tag.empty() && std::ranges::find(record.tags, tag) == record.tags.end()) {
      record.tags.push_back(std::move(tag));
    }
  };
  for (const Element* const component : components) {
    for (const Element* const line : children(child(component, "NewsLines"), "KeywordLine")) {
      add(line_of(line));
    }
    for (const Element* const property : children(child(component, "DescriptiveMetadata"), "Property")) {
      if (formal_name(property) == "Keyword") {
        add(std::string(attribute(*property, "Value")));
      }
    }
  }
}

std::string source_of(const std::vector<const Element*>& components, const Element* identifier) {
  for (const std::string_view role : {"Provider", "Source"}) {
    std::string name = first_of(components, [&](const Element& one) {
      return formal_name(child(child(child(&one, "AdministrativeMetadata"), role), "Party"));
    });
    if (!name.empty()) {
      return name;
    }
  }
  return line_of(child(identifier, "ProviderId"));
}

std::string language_of(const Element& item, const std::vector<const Element*>& components) {
  const std::string language = first_of(components, [](const Element& one) {
    const Element* const declared = child(child(&one, "DescriptiveMetadata"), "Language");
    return declared == nullptr ? std::string(attribute(one, "lang")) : formal_name(declared);
  });
  return language_code(language.empty() ? attribute(item, "lang") : std::string_view(language));
}

void set_fields(const Element& item, const std::vector<const Element*>& components, FoundArticle& found) {
  ArticleRecord& record = found.article.record;
  const Element* const identifier = child(child(&item, "Identification"), "NewsIdentifier");
  const Element* const management = child(&item, "NewsManagement");
  record.id = line_of(child(identifier, "PublicIdentifier"));
  record.title = first_line(components, "HeadLine");
  record.source = source_of(components, identifier);
  record.language = language_of(item, components);
  set_authors(components, record);
  set_tags(components, record);
  std::string written = line_of(child(management, "FirstCreated"));
  written = written.empty() ? line_of(child(identifier, "DateId")) : written;
  set_date(found, written, dates::parse_date(written, record.language));
  const std::string status = formal_name(child(management, "Status"));
  if (ascii::lowered(status) != "usable") {
    add_metadata(record, "status", status);
  }
  add_metadata(record, "updated", line_of(child(management, "ThisRevisionCreated")));
  add_metadata(record, "subtitle", first_line(components, "SubHeadLine"));
  add_metadata(record, "dateline", first_line(components, "DateLine"));
  add_metadata(record, "slugline", first_line(components, "SlugLine"));
  add_metadata(record, "creditline", first_line(components, "CreditLine"));
  add_metadata(record, "copyright", first_line(components, "CopyrightLine"));
}

std::optional<FoundArticle> read_news_item(const Element& item, const Outer& /*outer*/) {
  std::vector<const Element*> components;
  add_components(item, components);
  FoundArticle found;
  set_fields(item, components, found);
  add_texts(components, found);
  return found.article.text.empty() ? std::nullopt : std::optional(std::move(found));
}

}  // namespace

const Vocabulary kNewsml1 = {"NewsML 1", has_newsml_1_root, is_news_item, read_news_item};

}  // namespace nutgraf::read::xml
