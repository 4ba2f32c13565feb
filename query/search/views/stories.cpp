// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/views/stories.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string>
#include <unordered_map>
#include <utility>

#include "query/search/postings/doc_values.h"

namespace nutgraf::search::views {
namespace {

/// Whose passage it is.
struct Membership {
  std::uint64_t article = 0;
  std::uint64_t story = 0;  // of the article that stands for it
};

class Memberships {
 public:
  explicit Memberships(const postings::IndexReader& reader)
      : articles_(reader, schema::Slot::Article), groups_(reader, schema::Slot::Group) {}

  /// Documents must ascend from call to call.
  [[nodiscard]] Membership of(Xapian::docid document) {
    const std::uint64_t article = match::article_number(articles_.at(document));
    const std::string_view group = groups_.at(document);
    return {article, group.empty() ? article : match::article_number(group)};
  }

 private:
  postings::DocValues articles_;
  postings::DocValues groups_;
};

/// The article that a story is counted by.
struct Chosen {
  std::pair<std::string, std::string> by_day;  // its date and order, where it is a copy
  std::uint64_t article = 0;
};

/// The choice of each story of which a copy matches.
std::unordered_map<std::uint64_t, Chosen> choose(const postings::IndexReader& reader,
                                                 const postings::Documents& documents) {
  std::unordered_map<std::uint64_t, Chosen> chosen;
  Memberships places(reader);
  postings::DocValues dates(reader, schema::Slot::Date);
  postings::DocValues orders(reader, schema::Slot::Order);
  for (const Xapian::docid document : documents) {
    const Membership place = places.of(document);
    if (place.story == place.article) {
      continue;
    }
    std::string date(dates.at(document));
    date.insert(0, 1, date.empty() ? '1' : '0');  // undated ones last
    std::pair<std::string, std::string> by_day{std::move(date), orders.at(document)};
    const auto [known, is_new] = chosen.try_emplace(place.story);
    if (is_new || by_day < known->second.by_day) {
      known->second = {std::move(by_day), place.article};
    }
  }
  Memberships again(reader);
  for (const Xapian::docid document : documents) {
    const Membership place = again.of(document);
    const auto known = place.story == place.article ? chosen.find(place.story) : chosen.end();
    if (known != chosen.end()) {
      known->second.article = place.article;
    }
  }
  return chosen;
}

}  // namespace

postings::Documents matched_documents(const compile::Plan& plan) {
  postings::Documents documents = postings::matching_documents(plan.reader.database, plan.query);
  if (plan.counted == compile::Counted::Articles || !has_copies(plan.reader)) {
    return documents;
  }
  const std::unordered_map<std::uint64_t, Chosen> chosen = choose(plan.reader, documents);
  Memberships places(plan.reader);
  std::erase_if(documents, [&](Xapian::docid document) {
    const Membership place = places.of(document);
    const auto known = chosen.find(place.story);
    return known != chosen.end() && known->second.article != place.article;
  });
  return documents;
}

bool has_copies(const postings::IndexReader& reader) {
  return reader.database.get_value_freq(postings::slot(schema::Slot::Group)) > 0;
}

void add_stories(const postings::IndexReader& shard, const postings::Documents& passages,
                 match::ArticleSet::Keys& stories) {
  Memberships places(shard);
  for (const Xapian::docid passage : passages) {
    stories.insert(places.of(passage).story);
  }
}

postings::Documents without_stories(const postings::IndexReader& reader, const postings::Documents& passages,
                                    const match::ArticleSet::Keys& stories) {
  Memberships places(reader);
  postings::Documents rest;
  std::copy_if(passages.begin(), passages.end(), std::back_inserter(rest),
               [&](Xapian::docid passage) { return !stories.contains(places.of(passage).story); });
  return rest;
}

}  // namespace nutgraf::search::views
