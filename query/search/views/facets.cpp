// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/views/facets.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <unordered_map>

#include "core/base/failure.h"
#include "core/base/nearest_name.h"
#include "core/base/time_limit.h"
#include "core/index/record.h"
#include "core/schema/fields.h"
#include "core/schema/terms.h"
#include "query/search/postings/articles.h"
#include "query/search/postings/doc_values.h"
#include "query/search/postings/matches.h"
#include "query/search/views/facet_fields.h"

namespace nutgraf::search::views {
namespace {

struct MatchedArticle {
  Xapian::docid first = 0;  // of its passages that match
  std::uint64_t passages = 0;
};

struct ValueCounts {
  std::uint64_t passages = 0;
  std::uint64_t articles = 0;
};

std::vector<MatchedArticle> matched_articles(const compile::Plan& plan) {
  std::vector<MatchedArticle> articles;
  std::unordered_map<std::string, std::size_t> place;
  postings::DocValues keys(plan.reader, schema::Slot::Article);
  for (const Xapian::docid document : postings::matching_documents(plan.reader.database, plan.query)) {
    const auto [known, is_new] = place.emplace(std::string(keys.at(document)), articles.size());
    if (is_new) {
      articles.push_back({document, 0});
    }
    ++articles[known->second].passages;
  }
  return articles;
}

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

class FieldCounts {
 public:
  FieldCounts(const Xapian::Database& database, FacetField field) : database_(database), field_(std::move(field)) {}

  void add(const MatchedArticle& article) {
    TimeLimit::check();
    auto term = database_.termlist_begin(article.first);
    const auto end = database_.termlist_end(article.first);
    term.skip_to(field_.prefix);
    bool none = true;
    for (; term != end && (*term).compare(0, field_.prefix.size(), field_.prefix) == 0; ++term) {
      add_to(by_term_[*term], article);
      none = false;
    }
    if (none) {
      add_to(without_, article);
    }
  }

  void append_to(std::vector<view::Facet>& rows) const {
    std::vector<view::Facet> found;
    for (const auto& [term, counts] : by_term_) {
      found.push_back({field_.name, value_of(term), counts.passages, counts.articles});
    }
    std::sort(found.begin(), found.end(), [](const view::Facet& a, const view::Facet& b) {
      return a.passages != b.passages ? a.passages > b.passages : a.value < b.value;
    });
    rows.insert(rows.end(), found.begin(), found.end());
    if (without_.articles > 0) {
      rows.push_back({field_.name, std::nullopt, without_.passages, without_.articles});
    }
  }

 private:
  static void add_to(ValueCounts& counts, const MatchedArticle& article) {
    counts.passages += article.passages;
    ++counts.articles;
  }

  /// As the first article of the index writes it, so that it does not change from query to query.
  [[nodiscard]] std::string value_of(const std::string& term) const {
    const Xapian::PostingIterator first = database_.postlist_begin(term);
    postings::ArticleRecords records(database_);
    const std::string id = decode_passage_text(database_.get_document(*first).get_data()).id;
    return written_value(field_, term, records.of(id).record).value_or(facet_value(field_, term));
  }

  const Xapian::Database& database_;
  FacetField field_;
  std::map<std::string, ValueCounts> by_term_;
  ValueCounts without_;
};

}  // namespace

std::vector<view::Facet> count_facets(const compile::Plan& plan, std::span<const std::string> fields) {
  std::vector<FieldCounts> counts;
  for (const std::string& name : fields) {
    counts.emplace_back(plan.reader.database, field_named(plan.reader.database, name));
  }
  for (const MatchedArticle& article : matched_articles(plan)) {
    for (FieldCounts& field : counts) {
      field.add(article);
    }
  }
  std::vector<view::Facet> rows;
  for (const FieldCounts& field : counts) {
    field.append_to(rows);
  }
  return rows;
}

}  // namespace nutgraf::search::views
