// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/article.h"
#include "indexer/clean/clean.h"
#include "indexer/survey/boilerplate.h"

namespace nutgraf::preview {

/// Finds what sites print on many of the pages previewed, as a build of these articles would: (see)* find cut*.
class SiteSurvey {
 public:
  /// A later article with the id of an earlier one takes its place. The article must stay where it is until find().
  void see(const Article& article);
  void find();
  /// As a build cuts it, also from articles that were not seen. Leaves those that a build takes as they stand.
  [[nodiscard]] std::vector<clean::Cut> cut(Article& article) const;

 private:
  std::vector<const Article*> seen_;
  survey::Boilerplate found_;
};

}  // namespace nutgraf::preview
