// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/postings/remembered_words.h"

#include <algorithm>
#include <utility>

#include "core/base/time_limit.h"

namespace nutgraf::search::postings {
namespace {

constexpr std::size_t kWordsPerCheck = 64;  // a word is looked at sooner than the clock is

}  // namespace

void RememberedWords::words_from(const std::string& beginning,
                                 const std::function<bool(const std::string&)>& take) const {
  if (beginning.empty()) {
    keep();
  }
  if (!beginning.empty() || words_.empty()) {
    lexicon_.words_from(beginning, take);
    return;
  }
  std::string word;
  std::size_t visited = 0;
  for (std::size_t begin = 0; begin < words_.size(); begin += word.size() + 1) {
    if (++visited % kWordsPerCheck == 0) {
      TimeLimit::check();
    }
    word = word_at(begin);
    if (!take(word)) {
      return;
    }
  }
}

void RememberedWords::words_near(const std::string& word, std::uint32_t beyond, const TakeNear& take) const {
  keep();
  if (words_.empty()) {
    Lexicon::words_near(word, beyond, take);
    return;
  }
  EditDistance distance(word);
  const std::size_t fewest = distance.characters() - std::min<std::size_t>(distance.characters(), beyond);
  const auto characters = [](const Word& kept) { return kept.outline.characters; };
  std::size_t visited = 0;
  for (auto kept = std::ranges::lower_bound(by_characters_, fewest, {}, characters);
       beyond > 0 && kept != by_characters_.end() && characters(*kept) < distance.characters() + beyond; ++kept) {
    if (++visited % kWordsPerCheck == 0) {
      TimeLimit::check();
    }
    if (!distance.may_reach(kept->outline, beyond - 1)) {
      continue;
    }
    const std::string other = word_at(kept->begin);
    if (const std::uint32_t changes = distance.to(other, beyond - 1); changes < beyond) {
      beyond = take(other, changes);
    }
  }
}

std::string RememberedWords::word_at(std::size_t begin) const {
  return words_.substr(begin, words_.find('\n', begin) - begin);
}

/// Once, if they are few enough.
void RememberedWords::keep() const {
  if (was_asked_) {
    return;
  }
  std::string words;
  std::vector<Word> all;
  bool is_whole = true;
  lexicon_.words_from({}, [&](const std::string& word) {
    is_whole = words.size() + word.size() < most_ && word.find('\n') == std::string::npos;
    if (is_whole) {
      all.push_back({outline_of(word), words.size()});
      words += word;
      words += '\n';
    }
    return is_whole;
  });
  was_asked_ = true;
  if (is_whole) {
    std::ranges::stable_sort(all, {}, [](const Word& word) { return word.outline.characters; });
    words_ = std::move(words);
    by_characters_ = std::move(all);
  }
}

}  // namespace nutgraf::search::postings
