// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/bind/field_values.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/base/ascii.h"
#include "core/base/edit_distance.h"
#include "core/base/nearest_name.h"
#include "core/base/utf8.h"
#include "core/schema/terms.h"
#include "core/text/accents.h"
#include "core/text/fold.h"
#include "query/bind/name_words.h"
#include "query/bind/pattern_words.h"
#include "query/bind/wildcard.h"

namespace nutgraf::bind {
namespace {

constexpr std::size_t kMostOffered = 3;
// A beginning so short that no term of it is shortened.
constexpr std::size_t kBeginningBytes = 60;

bool is_folded(const schema::Field& field) {
  return field.kind == schema::FieldKind::Keyword;
}

constexpr std::string_view kMeta = "meta.";

std::string key_of(const schema::Field& field, std::string_view name) {
  return field.prefix == schema::kMetaPrefix ? std::string(name.substr(kMeta.size())) + "=" : std::string();
}

bool has_beginning(const Lexicon& lexicon, const std::string& beginning) {
  bool found = false;
  lexicon.terms_from(beginning, [&found](const std::string& /*term*/) {
    found = true;
    return false;
  });
  return found;
}

/// The name as the records of the index have it: of meta.KEY in another case the first that there is.
std::string name_in_records(const Lexicon& lexicon, const schema::Field& field, std::string_view typed) {
  const std::string key = key_of(field, typed);
  if (key.empty() || has_beginning(lexicon, std::string(field.prefix) + key)) {
    return std::string(typed);
  }
  const std::string wanted = ascii::lowered(key);
  std::string found(typed);
  lexicon.terms_from(std::string(field.prefix), [&](const std::string& term) {
    const std::string_view other = std::string_view(term).substr(field.prefix.size());
    const bool same = ascii::lowered(other.substr(0, wanted.size())) == wanted;
    if (same) {
      found = std::string(kMeta) + std::string(other.substr(0, wanted.size() - 1));
    }
    return !same;
  });
  return found;
}

/// Does it have letters that are written for one another: Turkish i, Romanian s and t, apostrophes, Hebrew and Arabic?
bool may_be_spelled_otherwise(std::string_view value) {
  constexpr auto kLetters = std::to_array<std::pair<char32_t, char32_t>>({{0x0130, 0x0131},
                                                                          {0x015E, 0x0163},
                                                                          {0x0218, 0x021B},
                                                                          {0x02B9, 0x02EE},
                                                                          {0x0590, 0x08FF},
                                                                          {0x2010, 0x2033},
                                                                          {0xFB1D, 0xFEFF}});
  for (std::size_t at = 0; at < value.size(); at += utf8::decode(value, at).size) {
    const char32_t c = utf8::decode(value, at).code;
    if (std::ranges::any_of(kLetters, [c](const auto& range) { return c >= range.first && c <= range.second; })) {
      return true;
    }
  }
  return false;
}

/// Equal for values that words would take for the same.
std::string alike_key(std::string_view value) {
  const std::string folded = schema::fold_value(value);
  std::string key;
  for (std::size_t begin = 0; begin <= folded.size();) {
    const std::size_t end = std::min(folded.find(' ', begin), folded.size());
    append_fold(std::string_view(folded).substr(begin, end - begin), LetterCase::Folded, key);
    key += ' ';
    begin = end + 1;
  }
  return with_dotted_i(key);
}

/// One change in three characters still leaves most of a value.
std::uint32_t most_changes(std::string_view value) {
  return static_cast<std::uint32_t>((utf8::count(value) + 1) / 3);
}

/// The best so far, by distance and then by how many passages have them.
class Nearer {
 public:
  void add(const std::string& term, std::uint32_t distance, std::uint64_t passages) {
    const Found found{distance, passages, term};
    best_.insert(std::upper_bound(best_.begin(), best_.end(), found), found);
    best_.resize(std::min(best_.size(), kMostOffered));
  }

  [[nodiscard]] std::vector<std::string> terms() const {
    std::vector<std::string> out;
    for (const Found& found : best_) {
      if (found.distance == best_.front().distance) {
        out.push_back(found.term);
      }
    }
    return out;
  }

 private:
  struct Found {
    std::uint32_t distance = 0;
    std::uint64_t passages = 0;
    std::string term;
    friend bool operator<(const Found& a, const Found& b) {
      return a.distance != b.distance   ? a.distance < b.distance
             : a.passages != b.passages ? a.passages > b.passages
                                        : a.term < b.term;
    }
  };
  std::vector<Found> best_;
};

}  // namespace

FieldValues::FieldValues(const Lexicon& lexicon, const schema::Field& field, std::string_view name)
    : lexicon_(lexicon),
      field_(field),
      name_(name_in_records(lexicon, field, name)),
      prefix_(std::string(field.prefix) + key_of(field, name_)) {}

std::string FieldValues::term_of(std::string_view value) const {
  return schema::field_term(field_, name_, value);
}

std::string_view FieldValues::value_of(std::string_view term) const {
  std::string_view value = term.substr(prefix_.size());
  value.remove_prefix(prefix_.size() == 1 && value.starts_with(':') ? 1 : 0);
  return value;
}

void FieldValues::walk(std::string_view beginning, const Take& take) const {
  const std::string_view sure = beginning.substr(0, kBeginningBytes);
  const std::string start = sure.empty() ? prefix_ : schema::make_term(prefix_, sure);
  lexicon_.terms_from(start, [&](const std::string& term) {
    take(term, value_of(term));
    return true;
  });
}

bool FieldValues::is_like(std::string_view value, std::string_view folded) const {
  if (!is_folded(field_)) {
    return matches_wildcards(value, folded, WildcardSigns::Star);
  }
  if (matches_wildcards(value, folded)) {
    return true;
  }
  const std::vector<std::string> words = is_found_by_words(field_) ? words_of_name(value) : std::vector<std::string>();
  return std::any_of(words.begin(), words.end(),
                     [&](const std::string& word) { return matches_wildcards(word, folded); });
}

FieldValues::Matched FieldValues::like(std::string_view pattern, std::size_t limit) const {
  const std::string folded = is_folded(field_) ? schema::fold_value(pattern) : std::string(pattern);
  const std::string_view signs = is_folded(field_) ? "*?" : "*";
  const bool anywhere = is_found_by_words(field_);
  Matched found;
  walk(anywhere ? std::string() : folded.substr(0, folded.find_first_of(signs)),
       [&](const std::string& term, std::string_view value) {
         if (is_like(value, folded) && ++found.count <= limit) {
           found.terms.push_back(term);
         }
       });
  return found;
}

FieldValues::Matched FieldValues::alike(std::string_view value, std::size_t limit) const {
  const std::string exact = term_of(value);
  Matched found;
  const bool is_there = lexicon_.has_term(exact);
  if (!is_folded(field_) || (is_there && !may_be_spelled_otherwise(value))) {
    found.terms.push_back(exact);
    found.count = is_there ? 1 : 0;
    return found;
  }
  const std::string wanted = alike_key(value);
  walk({}, [&](const std::string& term, std::string_view other) {
    if ((term == exact || alike_key(other) == wanted) && ++found.count <= limit) {
      found.terms.push_back(term);
    }
  });
  return found;
}

FieldValues::Matched FieldValues::with_words(std::string_view words, std::size_t limit) const {
  const std::vector<std::string> wanted = words_of_name(words);
  Matched found;
  walk({}, [&](const std::string& term, std::string_view value) {
    if (holds_words(words_of_name(value), wanted) && ++found.count <= limit) {
      found.terms.push_back(term);
    }
  });
  return found;
}

FieldValues::Nearest FieldValues::nearest(std::string_view value) const {
  const std::string folded = schema::fold_value(value);
  const std::vector<std::string> words = words_of_name(folded);
  const std::uint32_t limit = most_changes(folded);
  EditDistance distance(folded);
  const auto changes_to = [&](std::string_view other) {
    const std::vector<std::string> parts = words_of_name(other);
    std::uint32_t least = holds_words(parts, words) ? 0 : distance.to(other, limit);
    for (const std::string& part : parts) {
      least = words.size() == 1 ? std::min(least, distance.to(part, limit)) : least;
    }
    return least;
  };
  Nearer similar;
  Nearer frequent;
  walk({}, [&](const std::string& term, std::string_view other) {
    const std::uint64_t passages = lexicon_.passages_with(term);
    const std::uint32_t changes = changes_to(other);
    if (changes <= limit) {
      similar.add(term, changes, passages);
    }
    frequent.add(term, 0, passages);
  });
  std::vector<std::string> terms = similar.terms();
  const bool is_similar = !terms.empty();
  return {is_similar ? std::move(terms) : frequent.terms(), is_similar};
}

bool FieldValues::has_any() const {
  return has_beginning(lexicon_, prefix_);
}

std::string FieldValues::nearest_name() const {
  std::vector<std::string> names;
  lexicon_.terms_from(std::string(schema::kMetaPrefix), [&names](const std::string& term) {
    const std::size_t begin = schema::kMetaPrefix.size();
    std::string name = std::string(kMeta) + term.substr(begin, term.find('=', begin) - begin);
    if (names.empty() || names.back() != name) {
      names.push_back(std::move(name));
    }
    return true;
  });
  return nutgraf::nearest_name(name_, names);
}

bool is_found_by_words(const schema::Field& field) {
  return field.prefix == schema::kAuthorPrefix;
}

bool holds_wildcards(const schema::Field& field, std::string_view value) {
  return is_folded(field) ? holds_wildcards(value) : value.find('*') != std::string_view::npos;
}

}  // namespace nutgraf::bind
