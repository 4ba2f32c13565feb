// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/text/suffix_stemmer.h"

#include <algorithm>
#include <utility>

#include "core/base/ascii.h"
#include "core/base/utf8.h"

namespace nutgraf {
namespace {

/// Calls `use` with each word of a text whose words are separated by single spaces.
template <typename Use>
void for_each_word(std::string_view text, Use use) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    use(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

/// `from>to`; without a sign `to` is empty.
std::pair<std::string_view, std::string_view> rewriting(std::string_view rule) {
  const std::size_t sign = std::min(rule.find('>'), rule.size());
  return {rule.substr(0, sign), rule.substr(std::min(sign + 1, rule.size()))};
}

bool is_one_digit(std::string_view word) {
  return word.size() == 1 && ascii::is_digit(word.front());
}

}  // namespace

SuffixStemmer::SuffixStemmer(const SuffixTable& table) {
  for_each_word(table.letters, [&](std::string_view rule) { letters_.insert(rewriting(rule)); });
  std::ranges::transform(table.steps, steps_.begin(), parse);
}

SuffixStemmer::Step SuffixStemmer::parse(std::string_view text) {
  Step step;
  std::size_t letters = 0;
  for_each_word(text, [&](std::string_view word) {
    if (is_one_digit(word)) {
      letters = static_cast<std::size_t>(word.front() - '0');
      return;
    }
    const auto [ending, put] = rewriting(word);
    step.rules.emplace(ending, Rule{letters, put});
    step.longest = std::max(step.longest, ending.size());
  });
  return step;
}

/// The longest ending with letters enough before it, once.
void SuffixStemmer::apply(const Step& step, std::string& word) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < word.size(); at += utf8::decode(word, at).size, ++letters) {
    if (letters == 0 || word.size() - at > step.longest) {
      continue;
    }
    const auto found = step.rules.find(std::string_view(word).substr(at));
    if (found != step.rules.end() && letters >= found->second.letters) {
      word.replace(at, std::string::npos, found->second.put);
      return;
    }
  }
}

std::string SuffixStemmer::stem(std::string_view word) const {
  std::string out;
  for (std::size_t at = 0; at < word.size();) {
    const std::string_view letter = word.substr(at, utf8::decode(word, at).size);
    const auto found = letters_.find(letter);
    out += found != letters_.end() ? found->second : letter;
    at += letter.size();
  }
  for (const Step& step : steps_) {
    apply(step, out);
  }
  return out;
}

}  // namespace nutgraf
