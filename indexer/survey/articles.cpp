// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/survey/articles.h"

#include <xxhash.h>

#include <cstdlib>
#include <numeric>
#include <string_view>

#include "core/schema/terms.h"
#include "indexer/passage/article_terms.h"

namespace nutgraf::survey {

std::uint64_t site_of(const ArticleRecord& record) {
  std::string site = passage::host_of(record.url);
  if (site.empty()) {
    site = schema::fold_value(record.source);
  }
  return site.empty() ? 0 : XXH3_64bits(site.data(), site.size()) | 1U;
}

bool are_in_window(const SurveyedArticle& a, const SurveyedArticle& b, std::uint32_t window) {
  return !a.has_day() || !b.has_day() || std::abs(std::int64_t{a.day} - b.day) <= std::int64_t{window};
}

DisjointSets::DisjointSets(std::size_t count) : parents_(count) {
  std::iota(parents_.begin(), parents_.end(), 0U);
}

std::uint32_t DisjointSets::find(std::uint32_t element) {
  while (parents_[element] != element) {
    parents_[element] = parents_[parents_[element]];
    element = parents_[element];
  }
  return element;
}

void DisjointSets::unite(std::uint32_t a, std::uint32_t b) {
  a = find(a);
  b = find(b);
  parents_[a < b ? b : a] = a < b ? a : b;
}

}  // namespace nutgraf::survey
