// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/time_limit.h"
#include "core/index/open.h"
#include "query/bind/lexicon.h"
#include "query/view/word_count.h"

namespace nutgraf::search::postings {

/// The vocabulary of an open index, which must outlive it.
class IndexLexicon final : public bind::Lexicon {
 public:
  explicit IndexLexicon(const OpenIndex& index) : index_(index) {}

  [[nodiscard]] const Contract& contract() const override { return index_.contract; }
  [[nodiscard]] std::vector<std::string> metadata(const std::string& key) const override;
  [[nodiscard]] bool has_term(const std::string& term) const override;
  [[nodiscard]] bool occurs_in(const std::string& term, const std::string& language) const override;
  void terms_from(const std::string& beginning, const std::function<bool(const std::string&)>& take) const override;
  void words_from(const std::string& beginning, const std::function<bool(const std::string&)>& take) const override;
  [[nodiscard]] std::uint64_t passages_with(const std::string& term) const override;
  [[nodiscard]] std::optional<schema::DayRange> days() const override;

 private:
  const OpenIndex& index_;
};

/// Does `pattern` (folded; `*` is any text, `?` one character; empty = all) match the word, and is it a spelling that
/// is asked for?
[[nodiscard]] bool is_listed(std::string_view word, std::string_view pattern, view::Spellings spellings);

/// Which words list_terms lists.
struct TermFilter {
  std::string_view pattern;
  view::Spellings spellings = view::Spellings::Plain;
};
/// The surface words of the index that are listed, in byte order, as long as `take` returns true. Throws
/// Failure(Missing) for a damaged index.
void list_terms(const OpenIndex& index, const TermFilter& filter,
                const std::function<bool(const view::WordCount&)>& take);

/// Calls take(term, iterator) with every term from `at` on that has no prefix, in byte order, until it returns false.
template <class Take>
void each_unprefixed_term(Xapian::TermIterator at, const Xapian::TermIterator& end, Take take) {
  while (at != end) {
    TimeLimit::check();
    const std::string term = *at;
    if (bind::has_prefix(term)) {
      at.skip_to(std::string(bind::kAfterPrefixes));
      continue;
    }
    if (!take(term, at)) {
      return;
    }
    ++at;
  }
}

}  // namespace nutgraf::search::postings
