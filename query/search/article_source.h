// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <memory>

#include "query/match/article_set.h"

namespace nutgraf {

/// All passages of some articles, as a part of Xapian queries. Owned by the query that takes it.
[[nodiscard]] Xapian::PostingSource* new_article_source(std::shared_ptr<const ArticleSet> articles);

}  // namespace nutgraf
