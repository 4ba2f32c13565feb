// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/store/word_classes.h"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "core/index/class_table.h"
#include "core/schema/terms.h"
#include "core/text/stem_classes.h"
#include "indexer/passage/class_members.h"

namespace nutgraf::store {
namespace {

using Members = std::set<std::string, std::less<>>;
using Classes = std::map<std::string, Members, std::less<>>;  // by class key, of one language

void write_list(Xapian::WritableDatabase& database, const std::string& key, const Members& members) {
  std::string value = encode_list({members.begin(), members.end()});
  if (value != database.get_metadata(key)) {
    database.set_metadata(key, value);
  }
}

void add_members(const std::string& list, Members& members) {
  for (std::string& member : decode_list(list)) {
    members.insert(std::move(member));
  }
}

/// Does `word` occur in a passage of this language?
bool occurs_in(const Xapian::Database& database, const std::string& word, const std::string& language_term) {
  const std::string term = schema::make_term({}, word);
  Xapian::PostingIterator words = database.postlist_begin(term);
  Xapian::PostingIterator passages = database.postlist_begin(language_term);
  while (words != database.postlist_end(term) && passages != database.postlist_end(language_term)) {
    if (*words == *passages) {
      return true;
    }
    if (*words < *passages) {
      words.skip_to(*passages);
    } else {
      passages.skip_to(*words);
    }
  }
  return false;
}

/// A class whose only word is its key has no entry: that word, if the index has it.
void add_key_word(const Xapian::Database& database, const std::string& language, ClassKeys& keys,
                  Classes::value_type& word_class) {
  auto& [key, members] = word_class;
  if (!passage::may_join_class(key) || members.contains(key) || keys.key(language, key) != key) {
    return;
  }
  const std::string language_term = schema::make_term(schema::kLanguagePrefix, schema::fold_value(language));
  if (occurs_in(database, key, language_term)) {
    members.insert(key);
  }
}

Classes classes_of(const passage::Vocabulary& added, const std::string& language, ClassKeys& keys) {
  Classes classes;
  for (const auto& [key, word] : passage::class_members(added.languages().at(language), language, keys)) {
    classes[key].emplace(word);
  }
  return classes;
}

/// As Vocabulary's: accented words by their base spellings, and the base where it is a word.
void add_accents(Xapian::WritableDatabase& database, const passage::Vocabulary& added, const std::string& language) {
  const std::string language_term = schema::make_term(schema::kLanguagePrefix, schema::fold_value(language));
  const passage::WordCounts& words = added.languages().at(language);
  Classes spelled;
  for (const auto& [base, accented] : passage::accented_words(words, language)) {
    spelled[base].insert(accented.begin(), accented.end());
  }
  for (const auto& [word, counts] : words) {
    if (!database.get_metadata(accent_metadata_key(language, word)).empty()) {
      spelled[std::string(word)].emplace(word);
    }
  }
  for (auto& [base, members] : spelled) {
    const std::string key = accent_metadata_key(language, base);
    add_members(database.get_metadata(key), members);
    if (!members.contains(base) && occurs_in(database, base, language_term)) {
      members.insert(base);
    }
    write_list(database, key, members);
  }
}

void add_classes(Xapian::WritableDatabase& database, const passage::Vocabulary& added) {
  ClassKeys keys;
  for (const auto& [language, words] : added.languages()) {
    add_accents(database, added, language);
    if (!ClassKeys::has_rules(language)) {
      continue;
    }
    Classes classes = classes_of(added, language, keys);
    for (Classes::value_type& word_class : classes) {
      auto& [key, members] = word_class;
      const std::string entry = database.get_metadata(class_metadata_key(language, key));
      add_members(entry, members);
      // Other programs may have listed marked spellings: beside their plain words they would count twice.
      std::erase_if(members, [](const std::string& member) { return !passage::may_join_class(member); });
      if (entry.empty()) {
        add_key_word(database, language, keys, word_class);
      }
      if (passage::is_listed(key, members)) {
        write_list(database, class_metadata_key(language, key), members);
      }
    }
  }
}

std::uint64_t total(const CaseCounts& c) {
  return c.lower + c.leading_capital + c.start_capital + c.all_caps + c.in_capital_text;
}

void add_counts(Xapian::WritableDatabase& database, const passage::Vocabulary& added, const Contract& contract) {
  for (const auto& [language, words] : added.languages()) {
    for (const auto& [word, counts] : words) {
      const std::string key = case_metadata_key(language, word);
      const std::string entry = database.get_metadata(key);
      CaseCounts sum = counts;
      if (!entry.empty()) {
        sum += decode_counts(entry);
      } else if (total(counts) == counts.lower) {
        continue;
      } else if (contract.languages.size() == 1) {
        // No entry: until now it was written in lower case only, as often as it occurred.
        const std::uint64_t occurrences = database.get_collection_freq(schema::make_term({}, word));
        sum.lower += occurrences > total(counts) ? occurrences - total(counts) : 0;
      }
      database.set_metadata(key, encode_counts(sum));
    }
  }
}

void add_compounds(Xapian::WritableDatabase& database, const passage::Vocabulary& added) {
  for (const auto& [joined, forms] : added.compounds()) {
    const std::string key = compound_metadata_key(joined);
    Members all(forms.begin(), forms.end());
    add_members(database.get_metadata(key), all);
    write_list(database, key, all);
  }
}

}  // namespace

void add_words(Xapian::WritableDatabase& database, const passage::Vocabulary& added, const Contract& contract) {
  add_classes(database, added);
  add_counts(database, added, contract);
  add_compounds(database, added);
}

}  // namespace nutgraf::store
