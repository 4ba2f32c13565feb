// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <span>
#include <string>
#include <vector>

#include "query/search/compile/plan.h"
#include "query/search/views/corpus.h"
#include "query/view/facets.h"

namespace nutgraf::search::views {

/// Matches by the values of each of these fields: most passages first, then by value, those without the field last. A
/// passage counts under each of its article's values. `fields` are names of facet fields or keys of other metadata, or
/// two of them, "source,year", which are crossed. Throws Failure(Usage) for other names.
[[nodiscard]] std::vector<view::Facet> count_facets(const compile::Plan& plan, Corpus& corpus,
                                                    std::span<const std::string> fields);
/// One for each of the fields. Passages without a value are no part.
[[nodiscard]] std::vector<view::FacetDispersion> measure_dispersion(const compile::Plan& plan, Corpus& corpus,
                                                                    std::span<const std::string> fields);

}  // namespace nutgraf::search::views
