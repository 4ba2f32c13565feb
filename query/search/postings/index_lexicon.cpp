// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/postings/index_lexicon.h"

#include "core/base/failure.h"
#include "core/schema/slots.h"
#include "core/schema/terms.h"
#include "core/text/variants.h"
#include "query/bind/lexicon.h"
#include "query/bind/wildcard.h"

namespace nutgraf::search::postings {
namespace {

schema::Day day_of_value(const std::string& value) {
  return schema::day_of(schema::whole_days(schema::decode_time(value)));
}

}  // namespace

std::vector<std::string> IndexLexicon::metadata(const std::string& key) const {
  std::vector<std::string> values;
  for (const Xapian::Database& shard : index_.shards) {
    std::string value = shard.get_metadata(key);
    if (!value.empty()) {
      values.push_back(std::move(value));
    }
  }
  return values;
}

bool IndexLexicon::has_term(const std::string& term) const {
  return index_.database.term_exists(term);
}

bool IndexLexicon::occurs_in(const std::string& term, const std::string& language) const {
  const std::string filter = schema::make_term(schema::kLanguagePrefix, language);
  const Xapian::Database& database = index_.database;
  auto of_language = database.postlist_begin(filter);
  auto of_term = database.postlist_begin(term);
  while (of_term != database.postlist_end(term) && of_language != database.postlist_end(filter)) {
    if (*of_term == *of_language) {
      return true;
    }
    if (*of_term < *of_language) {
      of_term.skip_to(*of_language);
    } else {
      of_language.skip_to(*of_term);
    }
  }
  return false;
}

void IndexLexicon::terms_from(const std::string& beginning, const std::function<bool(const std::string&)>& take) const {
  for (auto it = index_.database.allterms_begin(beginning); it != index_.database.allterms_end(beginning); ++it) {
    TimeLimit::check();
    if (!take(*it)) {
      return;
    }
  }
}

void IndexLexicon::words_from(const std::string& beginning, const std::function<bool(const std::string&)>& take) const {
  each_unprefixed_term(index_.database.allterms_begin(beginning), index_.database.allterms_end(beginning),
                       [&](const std::string& term, const Xapian::TermIterator&) { return take(term); });
}

std::uint64_t IndexLexicon::passages_with(const std::string& term) const {
  return index_.database.get_termfreq(term);
}

std::optional<schema::DayRange> IndexLexicon::days() const {
  constexpr auto kSlot = static_cast<Xapian::valueno>(schema::Slot::Date);
  if (index_.database.get_value_freq(kSlot) == 0) {
    return std::nullopt;
  }
  const std::string first = index_.database.get_value_lower_bound(kSlot);
  const std::string last = index_.database.get_value_upper_bound(kSlot);
  // Bounds may be shorter than values; these are not, so anything else means no bound is kept.
  if (first.size() != last.size() || first.size() != schema::encode_time(0).size()) {
    return schema::DayRange{schema::kFirstDay, schema::kLastDay};
  }
  return schema::DayRange{day_of_value(first), day_of_value(last)};
}

bool is_listed(std::string_view word, std::string_view pattern, view::Spellings spellings) {
  return (spellings == view::Spellings::All || !is_marked_spelling(word)) &&
         (pattern.empty() || bind::matches_wildcards(word, pattern));
}

void list_terms(const OpenIndex& index, const TermFilter& filter,
                const std::function<bool(const view::WordCount&)>& take) {
  const std::string prefix(filter.pattern.substr(0, filter.pattern.find_first_of("*?")));
  try {
    const Xapian::Database& database = index.database;
    for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
      TimeLimit::check();
      const std::string word = *term;
      if (bind::has_prefix(word) || !is_listed(word, filter.pattern, filter.spellings)) {
        continue;
      }
      if (!take({word, term.get_termfreq(), database.get_collection_freq(word)})) {
        return;
      }
    }
  } catch (const Xapian::Error& error) {
    throw Failure(ExitCode::Missing, describe(error, index.path));
  }
}

}  // namespace nutgraf::search::postings
