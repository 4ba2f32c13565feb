// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "query/search/compile/plan.h"
#include "query/search/views/corpus.h"
#include "query/view/collocation.h"

namespace nutgraf::search::views {

/// Words near the occurrences of the query, in byte order. A token near two of them counts once; the query's own places
/// count as no neighbours.
[[nodiscard]] std::vector<view::Collocate> count_collocates(const compile::Plan& plan, Corpus& corpus,
                                                            const view::CollocateOptions& options);

/// Words of the passages that match `a` against those that match `b`; in byte order.
[[nodiscard]] std::vector<view::KeyWord> compare_words(const compile::Plan& a, const compile::Plan& b);

/// The same against the passages that the filters of `whole` let through and that do not match `a`.
[[nodiscard]] std::vector<view::KeyWord> compare_with_rest(const compile::Plan& a, const compile::Plan& whole,
                                                           Corpus& corpus);

}  // namespace nutgraf::search::views
