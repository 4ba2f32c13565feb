// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/sgml/reuters.h"

#include <array>
#include <string>
#include <utility>
#include <vector>

#include "core/base/ascii.h"
#include "indexer/read/dates/dates.h"
#include "indexer/read/people.h"
#include "indexer/read/sgml/markup.h"

namespace nutgraf::read::sgml {
namespace {

std::string line_in(const Markup& item, std::string_view name) {
  const auto element = item.find(name);
  return element ? line_of(element->content) : std::string();
}

/// The D elements of a list.
std::vector<std::string> list_in(const Markup& item, std::string_view name) {
  std::vector<std::string> list;
  const auto element = item.find(name);
  if (!element) {
    return list;
  }
  for (const Markup::Element& one : Markup(element->content).parts().elements) {
    std::string text = line_of(one.content);
    if (one.name == "D" && !text.empty()) {
      list.push_back(std::move(text));
    }
  }
  return list;
}

void add_lists(const Markup& item, ArticleRecord& record) {
  for (const std::string_view name : {"PLACES", "PEOPLE", "ORGS", "EXCHANGES", "COMPANIES"}) {
    std::string joined;
    for (const std::string& one : list_in(item, name)) {
      joined.append(joined.empty() ? "" : "; ").append(one);
    }
    add_metadata(record, ascii::lowered(name), joined);
  }
}

/// An item whose text was not processed has no BODY: all of TEXT but its title is the text.
std::string text_in(const Markup& item) {
  if (const auto body = item.find("BODY")) {
    return text_of(body->content);
  }
  const auto text = item.find("TEXT");
  return text && text->attribute("TYPE") == "UNPROC" ? text_of(text->content) : std::string();
}

}  // namespace

FoundArticle read_reuters(std::string_view item) {
  const Markup markup(item);
  FoundArticle found;
  ArticleRecord& record = found.article.record;
  record.title = line_in(markup, "TITLE");
  record.authors = split_authors(line_in(markup, "AUTHOR"));
  record.tags = list_in(markup, "TOPICS");
  const std::string date = line_in(markup, "DATE");
  set_date(found, date, dates::parse_date(date, "en"));
  if (const auto root = markup.find("REUTERS")) {
    record.id = root->attribute("NEWID");
    for (const auto& [name, value] : root->attributes) {
      if (name != "NEWID") {
        add_metadata(record, ascii::lowered(name), value);
      }
    }
  }
  add_lists(markup, record);
  add_metadata(record, "dateline", line_in(markup, "DATELINE"));
  add_metadata(record, "unknown", line_in(markup, "UNKNOWN"));
  found.article.text = text_in(markup);
  return found;
}

}  // namespace nutgraf::read::sgml
