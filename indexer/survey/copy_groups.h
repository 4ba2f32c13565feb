// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "indexer/survey/articles.h"
#include "indexer/survey/candidates.h"
#include "indexer/survey/shingles.h"

namespace nutgraf::survey {

/// By article: the number of the article whose copy it is, its own where it is none.
using Originals = std::vector<std::uint32_t>;

/// Groups the candidates that are copies. Each group is represented by its longest article, of those the earliest, and
/// each member is a copy of that one or near it, so that no chain of small changes joins different stories.
/// `shingles_of` gives the shingles of an article's text as it is indexed.
[[nodiscard]] Originals group_copies(std::span<const Candidate> candidates, std::span<const SurveyedArticle> articles,
                                     std::uint32_t window,
                                     const std::function<Shingles(std::uint32_t article)>& shingles_of);

}  // namespace nutgraf::survey
