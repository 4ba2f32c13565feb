// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/press/factiva_page.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "core/base/ascii.h"
#include "indexer/read/found_article.h"
#include "indexer/read/html/dom.h"
#include "indexer/read/lines/flattened.h"
#include "indexer/read/people.h"
#include "indexer/read/press/factiva_uncoded.h"
#include "indexer/read/press/page_source.h"
#include "indexer/read/press/page_text.h"
#include "indexer/read/press/written_day.h"

namespace nutgraf::read::press {
namespace {

using html::Dom;
using html::NodeIndex;
using html::Tag;

/// The language in a class such as "article frArticle" or "article zhcnArticle", which may be no code; nothing where
/// the element is no article.
std::optional<std::string> article_language(const Dom& dom, NodeIndex node) {
  constexpr std::string_view kEnd = "Article";
  const std::string_view classes = dom.attribute(node, "class");
  const std::size_t blank = classes.find(' ');
  const std::string_view second = blank == std::string_view::npos ? std::string_view{} : classes.substr(blank + 1);
  const bool article = classes.substr(0, blank) == "article" && second.size() > kEnd.size() && second.ends_with(kEnd) &&
                       second.find(' ') == std::string_view::npos;
  return article ? std::optional(language_code(second.substr(0, 2))) : std::nullopt;
}

bool is_code(std::string_view text) {
  return (text.size() == 2 || text.size() == 3) && std::ranges::all_of(text, ascii::is_upper);
}

struct Field {
  std::string code;
  std::string text;
};

/// The cells of a row: a code and its value.
std::optional<Field> field_of(const Dom& dom, NodeIndex row) {
  std::vector<NodeIndex> cells;
  for (NodeIndex node = row + 1; node < dom[row].end; ++node) {
    if (dom[node].tag == Tag::Td && dom[node].parent == row) {
      cells.push_back(node);
    }
  }
  if (cells.size() != 2) {
    return std::nullopt;
  }
  Field field{lines::flattened(text_inside(dom, cells[0])), text_inside(dom, cells[1])};
  return is_code(field.code) ? std::optional(std::move(field)) : std::nullopt;
}

/// Names in English of the codes that are metadata.
std::string metadata_name(std::string_view code) {
  constexpr auto kNames = std::to_array<std::pair<std::string_view, std::string_view>>({{"WC", "length"},
                                                                                        {"PG", "page"},
                                                                                        {"ED", "edition"},
                                                                                        {"SC", "source_code"},
                                                                                        {"CY", "copyright"},
                                                                                        {"NS", "subject"},
                                                                                        {"RE", "region"},
                                                                                        {"CO", "company"},
                                                                                        {"IN", "industry"},
                                                                                        {"PUB", "publisher"},
                                                                                        {"CR", "credit"},
                                                                                        {"CT", "contact"},
                                                                                        {"ART", "caption"},
                                                                                        {"RF", "reference"}});
  const auto* const found = std::ranges::find_if(kNames, [&](const auto& pair) { return pair.first == code; });
  return found == kNames.end() ? ascii::lowered(code) : std::string(found->second);
}

/// "gpol : Domestic Politics | gvote : Elections" without the codes.
void add_factiva_subjects(ArticleRecord& record, std::string_view value) {
  while (!value.empty()) {
    const std::size_t end = std::min(value.find('|'), value.size());
    std::string_view subject = value.substr(0, end);
    const std::size_t colon = subject.find(" : ");
    subject = ascii::trimmed(colon == std::string_view::npos ? subject : subject.substr(colon + 3));
    if (!subject.empty()) {
      record.tags.emplace_back(subject);
    }
    value.remove_prefix(std::min(end + 1, value.size()));
  }
}

struct Dates {
  std::string day;   // PD
  std::string time;  // ET
};

void set_factiva_field(FoundArticle& found, Dates& dates, const Field& field) {
  ArticleRecord& record = found.article.record;
  const std::string line = lines::flattened(field.text);
  if (line.empty()) {
    return;
  }
  if (field.code == "HD") {
    record.title = line;
  } else if (field.code == "BY") {
    record.authors = split_authors(line);
  } else if (field.code == "SN") {
    record.source = line;
  } else if (field.code == "SE") {
    record.section = line;
  } else if (field.code == "PD") {
    dates.day = line;
  } else if (field.code == "ET") {
    dates.time = line;
  } else if (field.code == "LA") {
    record.language = language_code(line).empty() ? record.language : language_code(line);
  } else if (field.code == "LP" || field.code == "TD") {
    found.article.text.append(found.article.text.empty() ? "" : "\n\n").append(field.text);
  } else if (field.code == "AN") {
    record.id = line.substr(line.rfind(' ') + 1);  // "Document TIMESI0020190402ef4200055", in the reader's language
  } else {
    if (field.code == "NS") {
      add_factiva_subjects(record, line);
    }
    record.meta.emplace_back(metadata_name(field.code), line);
  }
}

FoundArticle article_of(const Dom& dom, NodeIndex element) {
  FoundArticle found;
  Dates dates;
  found.article.record.language = article_language(dom, element).value_or(std::string());
  bool any = false;
  for (NodeIndex node = element; node < dom[element].end; ++node) {
    const auto field = dom[node].tag == Tag::Tr ? field_of(dom, node) : std::nullopt;
    if (field) {
      any = true;
      set_factiva_field(found, dates, *field);
    }
  }
  if (!any) {
    read_uncoded(dom, element, found);
    return found;
  }
  set_date(found, dates.day, find_date(dates.day + " " + dates.time, found.article.record.language));
  return found;
}

}  // namespace

Evidence sniff_factiva(std::string_view front) {
  // The articles come behind a long style sheet.
  return front.starts_with('<') && front.find("<title>Factiva</title>") != std::string_view::npos ? Evidence::Strong
                                                                                                  : Evidence::None;
}

void read_factiva(Peeked& bytes, const Document& document, ArticleEmitter& emitter) {
  const Dom dom(page_text(bytes, document, emitter));
  std::vector<FoundArticle> found;
  for (NodeIndex node = 0; node < dom.size(); ++node) {
    if (dom[node].tag == Tag::Div && article_language(dom, node)) {
      found.push_back(article_of(dom, node));
    }
  }
  if (found.empty()) {
    emitter.reject(document, 0, 0, "it is no export of Factiva: it holds no element of class 'article'");
    return;
  }
  emit_all(std::move(found), document, emitter);
}

}  // namespace nutgraf::read::press
