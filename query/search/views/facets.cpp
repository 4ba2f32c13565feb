// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/views/facets.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <numeric>
#include <tuple>
#include <unordered_set>
#include <utility>

#include "core/base/failure.h"
#include "core/base/nearest_name.h"
#include "core/base/time_limit.h"
#include "core/index/record.h"
#include "core/schema/fields.h"
#include "core/schema/terms.h"
#include "query/search/postings/articles.h"
#include "query/search/postings/doc_values.h"
#include "query/search/postings/posting_cursor.h"
#include "query/search/views/facet_fields.h"
#include "query/search/views/occurrences.h"
#include "query/search/views/stories.h"

namespace nutgraf::search::views {
namespace {

/// Keys of other metadata that the index knows.
std::vector<std::string> metadata_keys(const Xapian::Database& database) {
  constexpr std::size_t kMost = 50;
  std::vector<std::string> keys;
  const std::string prefix(schema::kMetaPrefix);
  for (auto at = database.allterms_begin(prefix); at != database.allterms_end(prefix) && keys.size() < kMost;) {
    const std::string term = *at;
    const std::size_t equals = term.find('=', prefix.size());
    if (equals == std::string::npos) {
      ++at;
      continue;
    }
    keys.push_back(term.substr(prefix.size(), equals - prefix.size()));
    at.skip_to(term.substr(0, equals) + '>');  // the character after '='
  }
  return keys;
}

FacetField field_named(const Xapian::Database& database, const std::string& name) {
  std::optional<FacetField> field = find_facet_field(name);
  const bool is_other = !field && schema::find_field(name) == nullptr;
  field = is_other ? find_facet_field("meta." + name) : field;
  const bool is_empty = field && field->name.substr(0, 5) == "meta." &&
                        database.allterms_begin(field->prefix) == database.allterms_end(field->prefix);
  if (field && !is_empty) {
    return *field;
  }
  std::string keys;
  std::vector<std::string> names{"year", "month", "day"};
  for (const schema::Field& known : schema::fields()) {
    if (known.kind == schema::FieldKind::Keyword) {
      names.emplace_back(known.name);
    }
  }
  for (const std::string& key : metadata_keys(database)) {
    keys += ", meta." + key;
    names.push_back("meta." + key);
  }
  throw Failure(ExitCode::Usage, fmt::format("no facets by `{}`", name),
                fmt::format("{}fields: {}{}", did_you_mean("", nearest_name(name, names)), facet_field_names(),
                            keys.empty() ? "" : "; here" + keys.substr(1)));
}

/// One, or the two of "source,year".
std::vector<FacetField> fields_named(const Xapian::Database& database, const std::string& names) {
  const std::size_t comma = names.find(',');
  if (comma == std::string::npos) {
    return {field_named(database, names)};
  }
  return {field_named(database, names.substr(0, comma)), field_named(database, names.substr(comma + 1))};
}

/// The values of a field by document, as numbers of its terms.
class FieldValues {
 public:
  FieldValues(const postings::IndexReader& reader, FacetField field) : reader_(reader), field_(std::move(field)) {
    std::vector<std::pair<Xapian::docid, std::uint32_t>> entries;
    const Xapian::Database& database = reader.database;
    for (auto term = database.allterms_begin(field_.prefix); term != database.allterms_end(field_.prefix); ++term) {
      postings::PostingCursor at(reader, *term);
      for (; at.document() != postings::PostingCursor::kEnd; at.next()) {
        entries.emplace_back(at.document(), static_cast<std::uint32_t>(terms_.size()));
      }
      terms_.push_back(*term);
    }
    group(entries, static_cast<std::size_t>(database.get_lastdocid()) + 1);
  }

  /// kNone alone where the document has none.
  [[nodiscard]] std::span<const std::uint32_t> of(Xapian::docid document) const {
    const std::size_t begin = first_[document];
    const std::size_t end = first_[document + 1];
    return begin == end ? std::span(&kNone, 1) : std::span(values_).subspan(begin, end - begin);
  }
  [[nodiscard]] const std::string& name() const { return field_.name; }

  /// As the first article of the index writes it, so that it does not change from query to query.
  [[nodiscard]] std::optional<std::string> written(std::uint32_t value) const {
    if (value == kNone) {
      return std::nullopt;
    }
    const std::string& term = terms_[value];
    const Xapian::PostingIterator first = reader_.database.postlist_begin(term);
    postings::ArticleRecords records(reader_.database);
    const std::string id = decode_passage_text(reader_.database.get_document(*first).get_data()).id;
    return written_value(field_, term, records.of(id).record).value_or(facet_value(field_, term));
  }

  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

 private:
  /// By document, and of each by term.
  void group(const std::vector<std::pair<Xapian::docid, std::uint32_t>>& entries, std::size_t documents) {
    first_.assign(documents + 1, 0);
    for (const auto& [document, value] : entries) {
      ++first_[document + 1];
    }
    std::partial_sum(first_.begin(), first_.end(), first_.begin());
    std::vector<std::size_t> next(first_.begin(), std::prev(first_.end()));
    values_.resize(entries.size());
    for (const auto& [document, value] : entries) {
      values_[next[document]++] = value;
    }
  }

  const postings::IndexReader& reader_;
  FacetField field_;
  std::vector<std::string> terms_;
  std::vector<std::size_t> first_;  // by document: the first of its values
  std::vector<std::uint32_t> values_;
};

/// What counts in each document.
class DocumentCounts {
 public:
  struct Counts {
    std::uint32_t tokens = 0;  // where the filters let it through
    std::uint32_t occurrences = 0;
    bool matches = false;
    bool begins_article = false;  // the first of its article that matches
  };

  DocumentCounts(const compile::Plan& plan, Corpus& corpus)
      : counts_(static_cast<std::size_t>(plan.reader.database.get_lastdocid()) + 1) {
    postings::DocValues tokens(plan.reader, schema::Slot::Tokens);
    for (const Xapian::docid document : corpus.documents(plan)) {
      const std::string_view value = tokens.at(document);
      counts_[document].tokens = value.empty() ? 0 : schema::decode_u32(value);
    }
    std::unordered_set<std::uint64_t> seen;
    postings::DocValues articles(plan.reader, schema::Slot::Article);
    Occurrences occurrences(plan.reader, plan.bound);
    for (const Xapian::docid document : matched_documents(plan)) {
      TimeLimit::check();
      Counts& counts = counts_[document];
      counts.matches = true;
      counts.begins_article = seen.insert(match::article_number(articles.at(document))).second;
      counts.occurrences = static_cast<std::uint32_t>(occurrences.count(document));
    }
  }

  [[nodiscard]] const std::vector<Counts>& by_document() const { return counts_; }

 private:
  std::vector<Counts> counts_;
};

using Cell = std::pair<std::uint32_t, std::uint32_t>;  // a value of the field, and of the one it is crossed with
using Cells = std::map<Cell, view::Facet>;

Cells cells_of(const DocumentCounts& counts, const FieldValues& rows, const FieldValues* columns) {
  static constexpr std::uint32_t kNoField = FieldValues::kNone;
  Cells cells;
  for (Xapian::docid document = 1; document < counts.by_document().size(); ++document) {
    TimeLimit::check();
    const DocumentCounts::Counts& here = counts.by_document()[document];
    if (here.tokens == 0 && !here.matches) {
      continue;
    }
    for (const std::uint32_t row : rows.of(document)) {
      for (const std::uint32_t column : columns == nullptr ? std::span(&kNoField, 1) : columns->of(document)) {
        view::Facet& facet = cells[{row, column}];
        facet.passages += here.matches ? 1U : 0U;
        facet.articles += here.begins_article ? 1U : 0U;
        facet.occurrences += here.occurrences;
        facet.tokens += here.tokens;
      }
    }
  }
  return cells;
}

bool comes_before(const view::Facet& a, const view::Facet& b) {
  using Text = const std::optional<std::string>&;
  using Key = std::tuple<bool, std::uint64_t, Text, bool, Text>;
  const auto key = [](const view::Facet& facet) {
    return Key(!facet.value, ~facet.passages, facet.value, !facet.cross_value, facet.cross_value);
  };
  return key(a) < key(b);
}

void append_facets(Cells&& cells, const FieldValues& rows, const FieldValues* columns,
                   std::vector<view::Facet>& facets) {
  std::vector<view::Facet> found;
  for (auto& [cell, facet] : cells) {
    if (facet.passages == 0) {
      continue;
    }
    facet.field = rows.name();
    facet.value = rows.written(cell.first);
    if (columns != nullptr) {
      facet.cross_field = columns->name();
      facet.cross_value = columns->written(cell.second);
    }
    found.push_back(std::move(facet));
  }
  std::sort(found.begin(), found.end(), comes_before);
  std::move(found.begin(), found.end(), std::back_inserter(facets));
}

view::FacetDispersion dispersion_of(const Cells& cells) {
  view::FacetDispersion found;
  std::vector<view::CorpusPart> parts;
  for (const auto& [cell, facet] : cells) {
    if (cell.first == FieldValues::kNone || facet.tokens == 0) {
      continue;
    }
    parts.push_back({facet.occurrences, facet.tokens});
    ++found.parts;
    found.with_match += facet.occurrences > 0 ? 1U : 0U;
    found.occurrences += facet.occurrences;
    found.tokens += facet.tokens;
  }
  found.dispersion = view::dispersion(parts);
  return found;
}

/// take(cells, rows, columns) for each of the fields, or two of them crossed.
template <typename Take>
void each_table(const compile::Plan& plan, Corpus& corpus, std::span<const std::string> fields, Take take) {
  std::vector<std::vector<FacetField>> wanted;
  for (const std::string& name : fields) {
    wanted.push_back(fields_named(plan.reader.database, name));
  }
  const DocumentCounts counts(plan, corpus);
  for (const std::vector<FacetField>& crossed : wanted) {
    const FieldValues rows(plan.reader, crossed.front());
    if (crossed.size() == 1) {
      take(cells_of(counts, rows, nullptr), rows, nullptr);
    } else {
      const FieldValues columns(plan.reader, crossed.back());
      take(cells_of(counts, rows, &columns), rows, &columns);
    }
  }
}

}  // namespace

std::vector<view::Facet> count_facets(const compile::Plan& plan, Corpus& corpus, std::span<const std::string> fields) {
  std::vector<view::Facet> facets;
  each_table(plan, corpus, fields, [&](Cells cells, const FieldValues& rows, const FieldValues* columns) {
    append_facets(std::move(cells), rows, columns, facets);
  });
  return facets;
}

std::vector<view::FacetDispersion> measure_dispersion(const compile::Plan& plan, Corpus& corpus,
                                                      std::span<const std::string> fields) {
  std::vector<view::FacetDispersion> found;
  each_table(plan, corpus, fields, [&](const Cells& cells, const FieldValues& rows, const FieldValues* columns) {
    found.push_back(dispersion_of(cells));
    found.back().field = rows.name();
    found.back().cross_field = columns == nullptr ? std::string() : columns->name();
  });
  return found;
}

}  // namespace nutgraf::search::views
