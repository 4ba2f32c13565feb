// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/exported_text.h"

namespace nutgraf::read {

std::vector<std::string> passages_of(const Article& article) {
  const std::vector<std::size_t>& begins = article.passage_begins;
  std::vector<std::string> passages;
  for (std::size_t i = 0; i < begins.size(); ++i) {
    const std::size_t end = i + 1 < begins.size() ? begins[i + 1] - kBetweenPassages.size() : article.text.size();
    passages.push_back(article.text.substr(begins[i], end - begins[i]));
  }
  return passages;
}

}  // namespace nutgraf::read
