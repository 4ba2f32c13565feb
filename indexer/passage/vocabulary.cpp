// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/passage/vocabulary.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "core/base/varint.h"
#include "indexer/passage/class_members.h"

namespace nutgraf::passage {
namespace {

// Metadata keys are terms to glass: longer joined forms find no place, and no one asks for them.
constexpr std::size_t kMaxCompoundBytes = 200;

void count(WrittenAs written, CaseCounts& counts) {
  switch (written) {
    case WrittenAs::Uncased:
      break;
    case WrittenAs::StartCapital:
      ++counts.start_capital;
      break;
    case WrittenAs::Lower:
      ++counts.lower;
      break;
    case WrittenAs::LeadingCapital:
      ++counts.leading_capital;
      break;
    case WrittenAs::AllCaps:
      ++counts.all_caps;
      break;
    case WrittenAs::InCapitalText:
      ++counts.in_capital_text;
      break;
  }
}

void add_form(std::vector<std::string>& forms, std::string_view form) {
  if (std::find(forms.begin(), forms.end(), form) == forms.end()) {
    forms.emplace_back(form);
  }
}

bool is_ever_capital(const CaseCounts& c) {
  return c.leading_capital + c.start_capital + c.all_caps + c.in_capital_text > 0;
}

using Metadata = std::map<std::string, std::string>;

void add_classes(const Vocabulary& vocabulary, const std::string& language, ClassKeys& keys, Metadata& metadata) {
  const std::vector<ClassMember> members = class_members(vocabulary.languages().at(language), language, keys);
  for (auto first = members.begin(); first != members.end();) {
    const auto last = std::find_if(first, members.end(), [&](const auto& m) { return m.first != first->first; });
    std::vector<std::string> words;
    std::transform(first, last, std::back_inserter(words), [](const auto& m) { return std::string(m.second); });
    if (is_listed(first->first, words)) {
      metadata.emplace(class_metadata_key(language, first->first), encode_list(std::move(words)));
    }
    first = last;
  }
}

/// Every accented word by its base spellings, the base itself too where it is a word.
void add_accents(const Vocabulary& vocabulary, const std::string& language, Metadata& metadata) {
  const WordCounts& words = vocabulary.languages().at(language);
  for (auto& [base, members] : accented_words(words, language)) {
    if (words.contains(base)) {
      members.push_back(base);
    }
    metadata.emplace(accent_metadata_key(language, base), encode_list(std::move(members)));
  }
}

}  // namespace

void Vocabulary::add(std::string_view language, const Analysis& analysis, std::span<const std::uint64_t> hashes) {
  if (words_ == nullptr || language_ != language) {
    words_ = &words_of(language);
    language_ = language;
  }
  sightings_.clear();
  for (std::size_t i = 0; i < analysis.tokens.size(); ++i) {
    const Token& token = analysis.tokens[i];
    if (token.kind == TokenKind::Word || token.kind == TokenKind::Variant) {
      sightings_.push_back({analysis.term(token), hashes[i], token.written});
      words_->expect(sightings_.back().hash);
    }
  }
  for (const Sighting& sighting : sightings_) {
    words_->expect_soon(sighting.hash);
  }
  for (const Sighting& sighting : sightings_) {
    count(sighting.written, words_->at(sighting.word, sighting.hash));
  }
  add_compounds(analysis);
}

WordCounts& Vocabulary::words_of(std::string_view language) {
  const auto found = languages_.find(language);
  return found != languages_.end() ? found->second : languages_[std::string(language)];
}

void Vocabulary::add_compounds(const Analysis& analysis) {
  for (const Compound& compound : analysis.compounds) {
    const std::string_view joined = analysis.view(compound.joined);
    if (joined.size() > kMaxCompoundBytes) {
      continue;
    }
    open_form_.clear();
    for (std::uint32_t i = compound.first; i <= compound.last; ++i) {
      const Token& token = analysis.tokens[i];
      if (token.kind == TokenKind::Word) {
        open_form_.append(open_form_.empty() ? "" : " ").append(analysis.term(token));
      }
    }
    const auto found = compounds_.find(joined);
    add_form(found != compounds_.end() ? found->second : compounds_[std::string(joined)], open_form_);
  }
}

void Vocabulary::merge(Vocabulary&& other) {
  for (auto& [language, words] : other.languages_) {
    WordCounts& mine = languages_[language];
    if (mine.size() == 0) {
      mine = std::move(words);
    } else {
      mine += words;
    }
  }
  for (auto& [joined, forms] : other.compounds_) {
    std::vector<std::string>& mine = compounds_[joined];
    for (const std::string& form : forms) {
      add_form(mine, form);
    }
  }
  other = Vocabulary();
}

void Vocabulary::put(std::string& out) const {
  put_varint(out, languages_.size());
  for (const auto& [language, words] : languages_) {
    put_length_prefixed(out, language);
    put_varint(out, words.size());
    for (const auto& [word, counts] : words) {
      put_length_prefixed(out, word);
      for (const std::uint64_t count :
           {counts.lower, counts.leading_capital, counts.all_caps, counts.in_capital_text, counts.start_capital}) {
        put_varint(out, count);
      }
    }
  }
  put_varint(out, compounds_.size());
  for (const auto& [joined, forms] : compounds_) {
    put_length_prefixed(out, joined);
    put_varint(out, forms.size());
    for (const std::string& form : forms) {
      put_length_prefixed(out, form);
    }
  }
}

Vocabulary Vocabulary::get(const char*& at) {
  Vocabulary found;
  for (std::uint64_t left = get_varint(at); left > 0; --left) {
    WordCounts& words = found.languages_[std::string(get_length_prefixed(at))];
    for (std::uint64_t words_left = get_varint(at); words_left > 0; --words_left) {
      CaseCounts& counts = words[get_length_prefixed(at)];
      for (std::uint64_t* count :
           {&counts.lower, &counts.leading_capital, &counts.all_caps, &counts.in_capital_text, &counts.start_capital}) {
        *count = get_varint(at);
      }
    }
  }
  for (std::uint64_t left = get_varint(at); left > 0; --left) {
    std::vector<std::string>& forms = found.compounds_[std::string(get_length_prefixed(at))];
    for (std::uint64_t forms_left = get_varint(at); forms_left > 0; --forms_left) {
      forms.emplace_back(get_length_prefixed(at));
    }
  }
  return found;
}

std::map<std::string, std::string> class_metadata(const Vocabulary& vocabulary, ClassKeys& keys) {
  Metadata metadata;
  for (const auto& [language, words] : vocabulary.languages()) {
    if (ClassKeys::has_rules(language)) {
      add_classes(vocabulary, language, keys, metadata);
    }
    add_accents(vocabulary, language, metadata);
    for (const auto& [word, counts] : words) {
      if (is_ever_capital(counts)) {
        metadata.emplace(case_metadata_key(language, word), encode_counts(counts));
      }
    }
  }
  for (const auto& [joined, forms] : vocabulary.compounds()) {
    metadata.emplace(compound_metadata_key(joined), encode_list(forms));
  }
  return metadata;
}

}  // namespace nutgraf::passage
