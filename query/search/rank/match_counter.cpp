// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/rank/match_counter.h"

#include <utility>

#include "query/search/postings/index_reader.h"

namespace nutgraf::search::rank {

void MatchCounter::operator()(const Xapian::Document& document, double /*weight*/) {
  if (passages_ < most_) {
    add(document.get_value(postings::slot(schema::Slot::Article)),
        reads_groups() ? document.get_value(postings::slot(schema::Slot::Group)) : std::string());
  }
}

void MatchCounter::add(std::string article, std::string group) {
  if (passages_ == most_) {
    return;
  }
  ++passages_;
  std::string key = group.empty() ? article : std::move(group);
  articles_.insert(std::move(article));
  std::uint32_t& shown = shown_[std::move(key)];
  if (shown < per_article_) {
    ++shown;
    ++rows_;
  }
}

}  // namespace nutgraf::search::rank
