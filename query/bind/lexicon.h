// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/ascii.h"
#include "core/index/contract.h"
#include "core/schema/day.h"

namespace nutgraf::bind {

/// Terms with a prefix begin with a capital, body words never do. No term with a prefix sorts after this.
inline constexpr std::string_view kAfterPrefixes = "[";
[[nodiscard]] inline bool has_prefix(std::string_view term) {
  return !term.empty() && ascii::is_upper(term.front());
}

/// What binding a query needs to know of an index: its vocabulary, not its passages.
class Lexicon {
 public:
  Lexicon() = default;
  Lexicon(const Lexicon&) = delete;
  Lexicon& operator=(const Lexicon&) = delete;
  Lexicon(Lexicon&&) = delete;
  Lexicon& operator=(Lexicon&&) = delete;
  virtual ~Lexicon() = default;

  [[nodiscard]] virtual const Contract& contract() const = 0;
  /// The value of a metadata key in each shard that has one.
  [[nodiscard]] virtual std::vector<std::string> metadata(const std::string& key) const = 0;
  [[nodiscard]] virtual bool has_term(const std::string& term) const = 0;
  /// Terms that begin with these bytes, in byte order, until `take` returns false.
  virtual void terms_from(const std::string& beginning, const std::function<bool(const std::string&)>& take) const = 0;
  /// The same of body words only: no term with a prefix.
  virtual void words_from(const std::string& beginning, const std::function<bool(const std::string&)>& take) const;
  /// Given a word and its distance, says from which distance on words are of no interest any more.
  using TakeNear = std::function<std::uint32_t(const std::string& word, std::uint32_t changes)>;
  /// Body words at a distance below `beyond` from `word`, in any order.
  virtual void words_near(const std::string& word, std::uint32_t beyond, const TakeNear& take) const;
  /// Does it occur in a passage of this language?
  [[nodiscard]] virtual bool occurs_in(const std::string& term, const std::string& /*language*/) const {
    return has_term(term);
  }
  /// In how many passages it occurs.
  [[nodiscard]] virtual std::uint64_t passages_with(const std::string& term) const { return has_term(term) ? 1 : 0; }
  /// First and last day of the index's articles; nothing where all are undated.
  [[nodiscard]] virtual std::optional<schema::DayRange> days() const = 0;
};

}  // namespace nutgraf::bind
