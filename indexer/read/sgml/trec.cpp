// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/sgml/trec.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "core/base/ascii.h"
#include "indexer/read/dates/dates.h"
#include "indexer/read/html/fragment.h"
#include "indexer/read/html/page.h"
#include "indexer/read/people.h"
#include "indexer/read/sgml/markup.h"

namespace nutgraf::read::sgml {
namespace {

enum class Role : std::uint8_t { Id, Title, Text, Date, Source, Url, Language, Authors, Section, Tags, Page, Header };

struct KnownElement {
  std::string_view name;
  Role role;
};

/// Of those with one role the first in this order counts, but all texts are taken.
constexpr auto kElements = std::to_array<KnownElement>({
    {"DOCNO", Role::Id},          {"DOCID", Role::Id},        {"HEADLINE", Role::Title}, {"HL", Role::Title},
    {"TITLE", Role::Title},       {"TI", Role::Title},        {"HEAD", Role::Title},     {"DOCTITLE", Role::Title},
    {"LP", Role::Text},           {"LEADPARA", Role::Text},   {"TEXT", Role::Text},      {"BODY", Role::Text},
    {"DATE", Role::Date},         {"DATE_TIME", Role::Date},  {"PUBDATE", Role::Date},   {"DATE1", Role::Date},
    {"DD", Role::Date},           {"SOURCE", Role::Source},   {"SO", Role::Source},      {"URL", Role::Url},
    {"LANGUAGE", Role::Language}, {"LANG", Role::Language},   {"BYLINE", Role::Authors}, {"AUTHOR", Role::Authors},
    {"AU", Role::Authors},        {"SECTION", Role::Section}, {"SUBJECT", Role::Tags},   {"KEYWORDS", Role::Tags},
    {"KEYWORD", Role::Tags},      {"HTML", Role::Page},       {"DOCHDR", Role::Header},
});

const KnownElement* known_element(std::string_view name) {
  const auto* const found = std::ranges::find_if(kElements, [&](const KnownElement& one) { return one.name == name; });
  return found == kElements.end() ? nullptr : found;
}

/// The elements of a document, each taken once.
class Elements {
 public:
  explicit Elements(std::vector<Markup::Element> all) : all_(std::move(all)), taken_(all_.size()) {}

  /// Null where no element has that role.
  const Markup::Element* take(Role role) {
    const KnownElement* best = nullptr;
    std::size_t place = all_.size();
    for (std::size_t i = 0; i < all_.size(); ++i) {
      const KnownElement* const known = taken_[i] ? nullptr : known_element(all_[i].name);
      if (known != nullptr && known->role == role && (best == nullptr || known < best)) {
        best = known;
        place = i;
      }
    }
    if (best == nullptr) {
      return nullptr;
    }
    taken_[place] = true;
    return &all_[place];
  }
  std::string take_line(Role role) {
    const Markup::Element* const element = take(role);
    return element == nullptr ? std::string() : line_of(element->content);
  }

  /// All of a role, in the order of the document.
  std::string take_texts() {
    std::string text;
    for (std::size_t i = 0; i < all_.size(); ++i) {
      const KnownElement* const known = known_element(all_[i].name);
      if (known != nullptr && known->role == Role::Text) {
        taken_[i] = true;
        const std::string more = text_of(all_[i].content);
        text.append(text.empty() || more.empty() ? "" : "\n\n").append(more);
      }
    }
    return text;
  }

  void add_rest(ArticleRecord& record) const {
    for (std::size_t i = 0; i < all_.size(); ++i) {
      if (!taken_[i]) {
        add_metadata(record, ascii::lowered(all_[i].name), line_of(all_[i].content));
      }
    }
  }

 private:
  std::vector<Markup::Element> all_;
  std::vector<bool> taken_;
};

/// What is before the close tag of the document, which may be missing.
std::string_view content_of(std::string_view behind_open_tag) {
  const std::size_t last = behind_open_tag.rfind("</");
  const bool closes = last != std::string_view::npos && is_name(behind_open_tag.substr(last + 2, 3), "DOC") &&
                      behind_open_tag.find('>', last) + 1 == behind_open_tag.size();
  return closes ? behind_open_tag.substr(0, last) : behind_open_tag;
}

/// The address that the header of a page begins with: "http://www.example.gov/a.html 192.0.2.1 20040101...".
std::string url_of(std::string_view header) {
  header = ascii::trimmed(header);
  const std::size_t end = header.find_first_of(" \t\r\n");
  return header.starts_with("http") ? std::string(header.substr(0, end)) : std::string();
}

/// A page of a collection is a document of it, whatever kind of page it is.
void read_page(std::string_view html, std::string_view header, FoundArticle& found) {
  std::string id = std::move(found.article.record.id);
  found.article = html::extract(html, {url_of(header), {}}).article;
  found.article.record.id = std::move(id);
  if (found.article.text.empty()) {
    found.article.text = html::html_to_text(html);
  }
}

/// The fields of a document of news; without an element of text, what stands between the elements is the text.
void read_fields(Elements& elements, std::string_view loose, FoundArticle& found) {
  ArticleRecord& record = found.article.record;
  record.title = elements.take_line(Role::Title);
  record.source = elements.take_line(Role::Source);
  record.url = elements.take_line(Role::Url);
  record.language = language_code(elements.take_line(Role::Language));
  record.authors = split_authors(elements.take_line(Role::Authors));
  record.section = elements.take_line(Role::Section);
  record.tags = split_tags(elements.take_line(Role::Tags));
  const std::string date = elements.take_line(Role::Date);
  set_date(found, date, dates::parse_date(date, record.language));
  found.article.text = elements.take_texts();
  if (found.article.text.empty()) {
    found.article.text = text_of(loose);
  }
}

}  // namespace

FoundArticle read_trec(std::string_view document) {
  FoundArticle found;
  ArticleRecord& record = found.article.record;
  TagScanner scanner(document);
  const auto root = scanner.next();
  if (!root) {
    return found;
  }
  const std::string_view content = content_of(document.substr(root->end));
  Markup::Parts parts = Markup(content).parts();
  Elements elements(std::move(parts.elements));
  record.id = elements.take_line(Role::Id);
  for (const auto& [name, value] : root->attributes) {
    if (name == "ID" && record.id.empty()) {
      record.id = value;
    } else {
      add_metadata(record, ascii::lowered(name), value);
    }
  }
  const Markup::Element* const header = elements.take(Role::Header);
  const std::string_view head = header == nullptr ? std::string_view{} : header->content;
  if (const Markup::Element* const page = elements.take(Role::Page)) {
    read_page(page->content, head, found);
    elements.add_rest(record);
    return found;
  }
  if (header != nullptr) {
    // A page without its root element: all that follows the header.
    const std::size_t begin = static_cast<std::size_t>(head.data() - content.data()) + head.size();
    const std::string_view rest = content.substr(std::min(content.find('>', begin), content.size()));
    read_page(rest.substr(rest.empty() ? 0 : 1), head, found);
    return found;
  }
  read_fields(elements, parts.loose, found);
  elements.add_rest(record);
  return found;
}

}  // namespace nutgraf::read::sgml
