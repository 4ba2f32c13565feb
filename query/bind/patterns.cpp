// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/bind/patterns.h"

#include "core/base/edit_distance.h"
#include "query/bind/wildcard.h"

namespace nutgraf::bind {

MatchedWords Patterns::scan(const std::string& beginning, const std::function<bool(std::string_view)>& matches) const {
  MatchedWords found;
  lexicon_.words_from(beginning, [&](const std::string& word) {
    if (matches(word)) {
      if (++found.count <= limit_) {
        found.words.push_back(word);
      }
    }
    return true;
  });
  return found;
}

MatchedWords Patterns::wildcard(std::string_view pattern) const {
  const std::string beginning(pattern.substr(0, pattern.find_first_of("*?")));
  return scan(beginning, [pattern](std::string_view word) { return matches_wildcards(word, pattern); });
}

MatchedWords Patterns::regex(const WordRegex& regex, const std::string& beginning) const {
  return scan(beginning, [&regex](std::string_view word) { return regex.matches(word); });
}

MatchedWords Patterns::fuzzy(std::string_view word, std::uint32_t changes) const {
  EditDistance distance(word);
  return scan({}, [&](std::string_view other) { return distance.to(other, changes) <= changes; });
}

}  // namespace nutgraf::bind
