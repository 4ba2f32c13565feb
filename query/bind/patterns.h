// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "query/bind/lexicon.h"
#include "query/bind/word_regex.h"

/// The words of an index that a pattern matches, found by walking through its vocabulary.
namespace nutgraf::bind {

struct MatchedWords {
  std::vector<std::string> words;  // in byte order, at most `limit`
  std::size_t count = 0;           // of all that match
};

class Patterns {
 public:
  /// At most `limit` words are kept of each pattern, all are counted.
  Patterns(const Lexicon& lexicon, std::size_t limit) : lexicon_(lexicon), limit_(limit) {}

  /// `pattern` folded but for * (any text) and ? (one character).
  [[nodiscard]] MatchedWords wildcard(std::string_view pattern) const;
  /// `beginning`: what every match begins with, folded; may be empty.
  [[nodiscard]] MatchedWords regex(const WordRegex& regex, const std::string& beginning) const;
  /// Words that `changes` or fewer changes make of `word`, which is folded.
  [[nodiscard]] MatchedWords fuzzy(std::string_view word, std::uint32_t changes) const;

 private:
  [[nodiscard]] MatchedWords scan(const std::string& beginning,
                                  const std::function<bool(std::string_view)>& matches) const;

  const Lexicon& lexicon_;
  std::size_t limit_;
};

}  // namespace nutgraf::bind
