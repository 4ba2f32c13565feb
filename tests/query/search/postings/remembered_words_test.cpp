// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/postings/remembered_words.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "core/index/contract.h"
#include "tests/random.h"

namespace nutgraf::search::postings {
namespace {

/// Some words; counts how often all of them were visited.
class Words final : public bind::Lexicon {
 public:
  explicit Words(std::vector<std::string> words = {"hill", "mill", "river"}) : words_(std::move(words)) {}

  [[nodiscard]] const Contract& contract() const override { return contract_; }
  [[nodiscard]] std::vector<std::string> metadata(const std::string& /*key*/) const override { return {}; }
  [[nodiscard]] bool has_term(const std::string& /*term*/) const override { return false; }
  void terms_from(const std::string& /*beginning*/,
                  const std::function<bool(const std::string&)>& /*take*/) const override {}
  void words_from(const std::string& beginning, const std::function<bool(const std::string&)>& take) const override {
    visits_ += beginning.empty() ? 1U : 0U;
    for (const std::string& word : words_) {
      if (word.starts_with(beginning) && !take(word)) {
        return;
      }
    }
  }
  [[nodiscard]] std::optional<schema::DayRange> days() const override { return std::nullopt; }
  [[nodiscard]] unsigned visits() const { return visits_; }

 private:
  std::vector<std::string> words_;
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

/// All words from which `word` is at most two changes away, with the number of changes, in their order.
std::vector<std::pair<std::string, std::uint32_t>> near(const RememberedWords& words, const std::string& word) {
  std::vector<std::pair<std::string, std::uint32_t>> found;
  words.words_near(word, 3, [&](const std::string& other, std::uint32_t changes) {
    found.emplace_back(other, changes);
    return 3U;
  });
  std::ranges::sort(found);
  return found;
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
  CHECK(lexicon.visits() == 1);
}

TEST_CASE("more words than there is room for are not remembered") {
  const Words lexicon;
  const RememberedWords words(lexicon, 10);
  CHECK(visited(words) == "hill mill river ");
  CHECK(visited(words) == "hill mill river ");
  CHECK(lexicon.visits() == 3);  // once to find that out
}

TEST_CASE("near words are those at the distance, remembered or not") {
  test::Random random(7);
  std::vector<std::string> all;
  for (int i = 0; i < 400; ++i) {
    std::string word;
    for (auto length = 1 + random() % 7; length > 0; --length) {
      constexpr std::array<const char*, 5> kLetters = {"a", "b", "\u00e9", "\u4e2d", "\U0001f600"};
      word += kLetters.at(random() % kLetters.size());
    }
    all.push_back(word);
  }
  std::ranges::sort(all);
  const Words lexicon(all);
  const RememberedWords remembered(lexicon);
  const RememberedWords not_remembered(lexicon, 10);
  for (std::size_t i = 0; i < all.size(); i += 9) {
    CAPTURE(all[i]);
    std::vector<std::pair<std::string, std::uint32_t>> wanted;
    for (const std::string& other : all) {
      if (const std::uint32_t changes = EditDistance(all[i]).to(other, 9); changes < 3) {
        wanted.emplace_back(other, changes);
      }
    }
    CHECK(near(remembered, all[i]) == wanted);
    CHECK(near(not_remembered, all[i]) == wanted);
  }
}

TEST_CASE("the distance of interest may shrink to nothing") {
  const Words lexicon;
  const RememberedWords words(lexicon);
  std::string found;
  words.words_near("hill", 3, [&](const std::string& word, std::uint32_t changes) {
    found += word + " ";
    return changes;
  });
  CHECK(found == "hill ");
}

}  // namespace nutgraf::search::postings
