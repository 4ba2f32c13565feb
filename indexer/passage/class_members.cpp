// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/passage/class_members.h"

#include <algorithm>

#include "core/text/accents.h"
#include "core/text/variants.h"

namespace nutgraf::passage {

bool may_join_class(std::string_view word) {
  return !is_marked_spelling(word);
}

std::vector<ClassMember> class_members(const WordCounts& words, std::string_view language, ClassKeys& keys) {
  std::vector<ClassMember> members;
  for (const auto& [word, counts] : words) {
    if (may_join_class(word)) {
      members.emplace_back(keys.key(language, word), word);
    }
  }
  std::sort(members.begin(), members.end());
  return members;
}

std::map<std::string, std::vector<std::string>> accented_words(const WordCounts& words, std::string_view language) {
  std::map<std::string, std::vector<std::string>> spelled;
  for (const auto& [word, counts] : words) {
    for (std::string& base : base_spellings(language, word)) {
      spelled[std::move(base)].emplace_back(word);
    }
  }
  return spelled;
}

}  // namespace nutgraf::passage
