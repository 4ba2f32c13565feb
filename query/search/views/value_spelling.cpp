// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/views/value_spelling.h"

#include <fmt/format.h>

#include "core/index/record.h"
#include "query/search/views/facet_fields.h"

namespace nutgraf::search::views {
namespace {

std::string spelling_of(const std::string& name, const std::string& term, const Xapian::Database& database) {
  const std::optional<FacetField> field = find_facet_field(name);
  if (!field) {
    return term;
  }
  // The first passage of an article holds its record.
  const Xapian::PostingIterator first = database.postlist_begin(term);
  if (first != database.postlist_end(term)) {
    const ArticleRecord record = decode_passage_data(database.get_document(*first).get_data()).record;
    if (const std::optional<std::string> written = written_value(*field, term, record)) {
      return *written;
    }
  }
  return facet_value(*field, term);
}

}  // namespace

std::string describe(const UnknownValue& unknown, const Xapian::Database& database) {
  std::string names;
  for (const std::string& term : unknown.nearest.terms) {
    names += fmt::format("{}\"{}\"", names.empty() ? "" : ", ", spelling_of(unknown.field, term, database));
  }
  const std::string said = fmt::format("no article has {} \"{}\"", unknown.field, unknown.value);
  if (names.empty()) {
    return said;
  }
  return unknown.nearest.similar ? fmt::format("{}; did you mean {}?", said, names)
                                 : fmt::format("{}; frequent ones: {}", said, names);
}

}  // namespace nutgraf::search::views
