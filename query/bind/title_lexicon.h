// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "query/bind/lexicon.h"

namespace nutgraf::bind {

/// The vocabulary of titles, for patterns: its words come without their prefix.
class TitleLexicon final : public Lexicon {
 public:
  /// `lexicon` must outlive it.
  explicit TitleLexicon(const Lexicon& lexicon) : lexicon_(lexicon) {}

  [[nodiscard]] const Contract& contract() const override { return lexicon_.contract(); }
  [[nodiscard]] std::vector<std::string> metadata(const std::string& key) const override {
    return lexicon_.metadata(key);
  }
  [[nodiscard]] bool has_term(const std::string& term) const override;
  [[nodiscard]] bool occurs_in(const std::string& term, const std::string& language) const override;
  void terms_from(const std::string& beginning, const std::function<bool(const std::string&)>& take) const override;
  [[nodiscard]] std::uint64_t passages_with(const std::string& term) const override;
  [[nodiscard]] std::optional<schema::DayRange> days() const override { return lexicon_.days(); }

 private:
  const Lexicon& lexicon_;
};

}  // namespace nutgraf::bind
