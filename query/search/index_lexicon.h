// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/index/open.h"
#include "query/bind/lexicon.h"

namespace nutgraf {

/// The vocabulary of an open index, which must outlive it.
class IndexLexicon final : public Lexicon {
 public:
  explicit IndexLexicon(const OpenIndex& index) : index_(index) {}

  [[nodiscard]] const Contract& contract() const override { return index_.contract; }
  [[nodiscard]] std::vector<std::string> metadata(const std::string& key) const override;
  [[nodiscard]] bool has_term(const std::string& term) const override;
  void terms_from(const std::string& beginning, const std::function<bool(const std::string&)>& take) const override;
  void words_from(const std::string& beginning, const std::function<bool(const std::string&)>& take) const override;
  [[nodiscard]] std::uint64_t passages_with(const std::string& term) const override;
  [[nodiscard]] std::optional<schema::DayRange> days() const override;

 private:
  const OpenIndex& index_;
};

}  // namespace nutgraf
