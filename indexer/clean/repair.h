// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "indexer/article.h"

/// Mends what happened to a text on its way here, where that is certain.
namespace nutgraf::clean {

struct Repair {
  std::string rule;
  std::string before;
  std::string after;
};

struct Repairs {
  std::map<std::string, std::size_t> counts;  // rule -> places: "entities", "mojibake", "line-end hyphens"
  std::vector<Repair> examples;               // the first of each rule
};

/// Mends the title, authors, section, tags and text of an article, and notes in its metadata under `repairs` what was
/// done. Words that the corpus must decide about become its `broken_words`.
Repairs repair(Article& article);

/// Adds to that note how many of the words that line ends broke were joined later.
void note_joined_words(ArticleRecord& record, std::size_t places);

}  // namespace nutgraf::clean
