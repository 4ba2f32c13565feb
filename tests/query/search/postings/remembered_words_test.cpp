// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/postings/remembered_words.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "core/index/contract.h"

namespace nutgraf::search::postings {
namespace {

/// Some words; counts how often all of them were visited.
class Words final : public bind::Lexicon {
 public:
  [[nodiscard]] const Contract& contract() const override { return contract_; }
  [[nodiscard]] std::vector<std::string> metadata(const std::string& /*key*/) const override { return {}; }
  [[nodiscard]] bool has_term(const std::string& /*term*/) const override { return false; }
  void terms_from(const std::string& /*beginning*/,
                  const std::function<bool(const std::string&)>& /*take*/) const override {}
  void words_from(const std::string& beginning, const std::function<bool(const std::string&)>& take) const override {
    visits_ += beginning.empty() ? 1U : 0U;
    for (const std::string word : {"hill", "mill", "river"}) {
      if (word.starts_with(beginning) && !take(word)) {
        return;
      }
    }
  }
  [[nodiscard]] std::optional<schema::DayRange> days() const override { return std::nullopt; }
  [[nodiscard]] unsigned visits() const { return visits_; }

 private:
  Contract contract_;
  mutable unsigned visits_ = 0;
};

/// The words from `beginning` on, `most` of them at most.
std::string visited(const RememberedWords& words, const std::string& beginning = {}, std::size_t most = 100) {
  std::string text;
  words.words_from(beginning, [&](const std::string& word) {
    text += word + " ";
    return --most > 0;
  });
  return text;
}

}  // namespace

TEST_CASE("words are visited once, and then remembered") {
  const Words lexicon;
  const RememberedWords words(lexicon);
  CHECK(visited(words, {}, 2) == "hill mill ");  // not all of them
  CHECK(visited(words) == "hill mill river ");
  CHECK(visited(words) == "hill mill river ");
  CHECK(visited(words, {}, 2) == "hill mill ");
  CHECK(visited(words, "r") == "river ");
  CHECK(lexicon.visits() == 2);
}

TEST_CASE("more words than there is room for are not remembered") {
  const Words lexicon;
  const RememberedWords words(lexicon, 10);
  CHECK(visited(words) == "hill mill river ");
  CHECK(visited(words) == "hill mill river ");
  CHECK(lexicon.visits() == 2);
}

}  // namespace nutgraf::search::postings
