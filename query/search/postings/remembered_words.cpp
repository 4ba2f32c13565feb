// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/postings/remembered_words.h"

#include <utility>

#include "core/base/time_limit.h"

namespace nutgraf::search::postings {

void RememberedWords::words_from(const std::string& beginning,
                                 const std::function<bool(const std::string&)>& take) const {
  if (!beginning.empty()) {
    lexicon_.words_from(beginning, take);
    return;
  }
  if (words_.empty()) {
    visit_and_keep(take);
    return;
  }
  std::string word;
  for (std::size_t begin = 0; begin < words_.size(); begin += word.size() + 1) {
    TimeLimit::check();
    word.assign(words_, begin, words_.find('\n', begin) - begin);
    if (!take(word)) {
      return;
    }
  }
}

void RememberedWords::visit_and_keep(const std::function<bool(const std::string&)>& take) const {
  std::string words;
  bool is_whole = true;
  lexicon_.words_from({}, [&](const std::string& word) {
    is_whole = is_whole && words.size() + word.size() < most_ && word.find('\n') == std::string::npos;
    if (is_whole) {
      words += word;
      words += '\n';
    }
    if (!take(word)) {
      is_whole = false;
      return false;
    }
    return true;
  });
  if (is_whole) {
    words_ = std::move(words);
  }
}

}  // namespace nutgraf::search::postings
