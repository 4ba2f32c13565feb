// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/edit_distance.h"
#include "query/bind/lexicon.h"

namespace nutgraf::search::postings {

/// A lexicon that keeps its words in memory once all of them are asked for, since every word that the index lacks is
/// compared with all of them. For one thread.
class RememberedWords final : public bind::Lexicon {
 public:
  /// Words that need more than `most` bytes of text in all are not kept. The lexicon must outlive it.
  explicit RememberedWords(const bind::Lexicon& lexicon, std::size_t most = std::size_t{16} << 20U)
      : lexicon_(lexicon), most_(most) {}

  [[nodiscard]] const Contract& contract() const override { return lexicon_.contract(); }
  [[nodiscard]] std::vector<std::string> metadata(const std::string& key) const override {
    return lexicon_.metadata(key);
  }
  [[nodiscard]] bool has_term(const std::string& term) const override { return lexicon_.has_term(term); }
  [[nodiscard]] bool occurs_in(const std::string& term, const std::string& language) const override {
    return lexicon_.occurs_in(term, language);
  }
  void terms_from(const std::string& beginning, const std::function<bool(const std::string&)>& take) const override {
    lexicon_.terms_from(beginning, take);
  }
  void words_from(const std::string& beginning, const std::function<bool(const std::string&)>& take) const override;
  void words_near(const std::string& word, std::uint32_t beyond, const TakeNear& take) const override;
  [[nodiscard]] std::uint64_t passages_with(const std::string& term) const override {
    return lexicon_.passages_with(term);
  }
  [[nodiscard]] std::optional<schema::DayRange> days() const override { return lexicon_.days(); }

 private:
  struct Word {
    WordOutline outline;
    std::size_t begin = 0;  // in words_
  };
  void keep() const;
  [[nodiscard]] std::string word_at(std::size_t begin) const;

  const bind::Lexicon& lexicon_;
  std::size_t most_;
  // A lexicon is asked through const references.
  mutable bool was_asked_ = false;           // for all words
  mutable std::string words_;                // each ends with a line feed, which no word contains; empty = not kept
  mutable std::vector<Word> by_characters_;  // the same, the shortest first
};

}  // namespace nutgraf::search::postings
