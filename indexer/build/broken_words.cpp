// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/broken_words.h"

#include <unordered_set>
#include <utility>
#include <vector>

#include "indexer/clean/line_end_hyphens.h"
#include "indexer/clean/repair.h"

namespace nutgraf::build {

std::uint64_t join_broken_words(Item& item, const std::function<bool(const std::string& word)>& is_one_word) {
  Article& article = item.article;
  std::unordered_set<std::string> joined;
  for (std::string& word : std::exchange(article.broken_words, {})) {
    if (!joined.contains(word) && is_one_word(word)) {
      joined.insert(word);
      article.broken_words.push_back(std::move(word));
    }
  }
  if (joined.empty()) {
    return 0;
  }
  std::uint64_t places = clean::join_words(article.text, joined);
  if (item.passages.empty()) {
    clean::note_joined_words(article.record, places);
  }
  for (std::string& passage : item.passages) {
    places += clean::join_words(passage, joined);
  }
  return places;
}

}  // namespace nutgraf::build
