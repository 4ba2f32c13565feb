// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/text/function_words.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "core/text/fold.h"
#include "core/text/function_word_lists.h"

namespace nutgraf {
namespace {

using Words = std::set<std::string, std::less<>>;

Words words_of(std::string_view list) {
  Words words;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(' '), list.size());
    std::string word;
    append_fold(list.substr(0, end), LetterCase::Folded, word);
    words.insert(std::move(word));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return words;
}

const Words& function_words(std::string_view language) {
  static const std::map<std::string_view, Words> all = [] {
    std::map<std::string_view, Words> languages;
    for (const FunctionWordList& list : function_word_lists()) {
      languages.emplace(list.language, words_of(list.words));
    }
    return languages;
  }();
  static const Words none;
  const auto found = all.find(language);
  return found == all.end() ? none : found->second;
}

}  // namespace

bool is_function_word(std::string_view language, std::string_view word) {
  return function_words(language).contains(word);
}

std::string language_by_function_words(std::span<const std::string> words, std::span<const std::string> languages) {
  std::string best;
  std::ptrdiff_t most = 0;
  for (const std::string& language : languages) {
    const Words& own = function_words(language);
    const auto count = std::ranges::count_if(words, [&own](const std::string& word) { return own.contains(word); });
    if (count > most) {
      most = count;
      best = language;
    }
  }
  return best;
}

}  // namespace nutgraf
