// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>
#include <utility>

#include "core/base/ascii.h"
#include "indexer/read/dates/dates.h"
#include "indexer/read/lines/flattened.h"
#include "indexer/read/lines/paragraphs.h"
#include "indexer/read/people.h"
#include "indexer/read/xml/vocabulary.h"

namespace nutgraf::read::xml {
namespace {

bool has_factiva_root(std::string_view local) {
  return local == "PPSResponse" || local == "ppsArticleResponse";
}

bool is_factiva_record(Path path) {
  return path.back().local == "article" && path.size() > 1 && path[path.size() - 2].local == "ppsarticle";
}

/// Its paragraphs, each on one line; text without them as it is wrapped.
std::string text_in(const Element* part) {
  const std::vector<const Element*> paragraphs = children(part, "paragraph");
  if (paragraphs.empty()) {
    return lines::lay_out_paragraphs(text_of(part));
  }
  std::string text;
  for (const Element* const paragraph : paragraphs) {
    const std::string line = line_of(paragraph);
    text.append(text.empty() || line.empty() ? "" : "\n\n").append(line);
  }
  return text;
}

void add_text(const Element* part, std::string& text) {
  const std::string more = text_in(part);
  text.append(text.empty() || more.empty() ? "" : "\n\n").append(more);
}

/// The names of coded things: "United States; Minnesota".
std::string names_of(const Element& article, std::string_view kind) {
  std::string names;
  for (const Element* const one : children(&article, kind)) {
    const std::string name = line_of(child(one, "name"));
    names.append(names.empty() || name.empty() ? "" : "; ").append(name);
  }
  return names;
}

/// Children that hold nothing but text and are no field: word count, page, copyright, ...
void add_rest(const Element& article, ArticleRecord& record) {
  constexpr auto kTaken = std::to_array<std::string_view>({"accessionNo", "baseLanguage", "headline", "byline",
                                                           "leadParagraph", "tailParagraphs", "publicationDate",
                                                           "sourceName", "sectionName", "newsSubject", "region"});
  for (const Node& node : article.content) {
    if (node.element == nullptr || std::ranges::find(kTaken, node.element->name.local) != kTaken.end()) {
      continue;
    }
    const std::string line = line_of(node.element.get());
    const auto same =
        std::ranges::find_if(record.meta, [&](const auto& pair) { return pair.first == node.element->name.local; });
    if (same == record.meta.end()) {
      add_metadata(record, node.element->name.local, line);
    } else if (!line.empty()) {
      same->second.append("; ").append(line);
    }
  }
}

std::optional<FoundArticle> read_article(const Element& article, const Outer& /*outer*/) {
  FoundArticle found;
  ArticleRecord& record = found.article.record;
  record.id = line_of(child(&article, "accessionNo"));
  record.title = line_of(child(&article, "headline"));
  record.language = language_code(line_of(child(&article, "baseLanguage")));
  record.source = line_of(child(&article, "sourceName"));
  record.section = line_of(child(&article, "sectionName"));
  record.authors = split_authors(line_of(child(&article, "byline")));
  for (const Element* const subject : children(&article, "newsSubject")) {
    record.tags.push_back(line_of(child(subject, "name")));
  }
  std::erase(record.tags, std::string());
  const std::string written = line_of(child(&article, "publicationDate"));
  set_date(found, written, dates::parse_date(written, record.language));
  add_text(child(&article, "leadParagraph"), found.article.text);
  add_text(child(&article, "tailParagraphs"), found.article.text);
  for (const std::string_view kind : {"region", "company", "industry"}) {
    add_metadata(record, kind, names_of(article, kind));
  }
  add_rest(article, record);
  return found;
}

}  // namespace

const Vocabulary kFactiva = {"Factiva", has_factiva_root, is_factiva_record, read_article};

}  // namespace nutgraf::read::xml
