// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/text/stem_classes.h"
#include "indexer/passage/word_counts.h"

/// Which words of a vocabulary are listed as forms of one another. The one place that decides it: a build and an update
/// must come to the same lists.
namespace nutgraf::passage {

/// A word beside the key of its class.
using ClassMember = std::pair<std::string, std::string_view>;

/// May the word be a member of its class? Of the terms that one token emits only the plainest may: with `china's`
/// beside `china` a passage would count twice. It is the spelling that tells, never what else a text has at its
/// position.
[[nodiscard]] bool may_join_class(std::string_view word);

/// All members of the language's classes, sorted; views of `words`.
[[nodiscard]] std::vector<ClassMember> class_members(const WordCounts& words, std::string_view language,
                                                     ClassKeys& keys);

/// A class whose only word is its key is not listed: whoever has the key has the word.
template <typename Members>
[[nodiscard]] bool is_listed(std::string_view key, const Members& members) {
  return members.size() > 1 || *members.begin() != key;
}

/// Words with accents by each of their base spellings (core/text/accents.h). Also marked ones: the list of `#cafe` is
/// another than that of `cafe`.
[[nodiscard]] std::map<std::string, std::vector<std::string>> accented_words(const WordCounts& words,
                                                                             std::string_view language);

}  // namespace nutgraf::passage
