// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/schema/fields.h"
#include "query/bind/lexicon.h"

namespace nutgraf::bind {

/// The values that the articles of an index have under one field with boolean terms, found by walking through its
/// terms.
class FieldValues {
 public:
  /// `name` as in the query: meta.KEY has the key in it, which may be in another case than in the records. The lexicon
  /// must outlive it.
  FieldValues(const Lexicon& lexicon, const schema::Field& field, std::string_view name);

  struct Matched {
    std::vector<std::string> terms;  // in byte order, at most `limit`
    std::size_t count = 0;           // of all that match
  };
  /// * is any text, and ? one character where the field is folded; elsewhere (ids, addresses) it is itself. Of a field
  /// that is found by words the pattern may also be that of one word.
  [[nodiscard]] Matched like(std::string_view pattern, std::size_t limit) const;
  /// Values that are this one but for case and letters that are written for one another (Turkish ı and i, Persian and
  /// Arabic ya, cedillas and commas), as in words.
  [[nodiscard]] Matched alike(std::string_view value, std::size_t limit) const;
  /// Values that have these words side by side: "smith" in Ann Smith, not in Jo Smithson. Accents count where typed.
  [[nodiscard]] Matched with_words(std::string_view words, std::size_t limit) const;

  struct Nearest {
    std::vector<std::string> terms;
    bool similar = false;  // else those that most passages have
  };
  /// The values that somebody may have meant who typed one that there is not: those that have all its words, or differ
  /// least in spelling.
  [[nodiscard]] Nearest nearest(std::string_view value) const;

  /// Has any article a value?
  [[nodiscard]] bool has_any() const;
  /// The name of the meta.KEY most like this one; empty where none is.
  [[nodiscard]] std::string nearest_name() const;

  /// Of a term of this field.
  [[nodiscard]] std::string_view value_of(std::string_view term) const;
  /// Of one value, exactly this.
  [[nodiscard]] std::string term_of(std::string_view value) const;

 private:
  using Take = std::function<void(const std::string& term, std::string_view value)>;
  void walk(std::string_view beginning, const Take& take) const;
  [[nodiscard]] bool is_like(std::string_view value, std::string_view folded) const;

  const Lexicon& lexicon_;
  const schema::Field& field_;
  std::string name_;  // with the key as records have it
  std::string prefix_;
};

/// Names of people are found by a part of them.
[[nodiscard]] bool is_found_by_words(const schema::Field& field);

/// Does the text of a field contain wildcards? Addresses and ids contain question marks.
[[nodiscard]] bool holds_wildcards(const schema::Field& field, std::string_view value);

}  // namespace nutgraf::bind
