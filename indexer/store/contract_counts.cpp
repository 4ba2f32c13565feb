// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/store/contract_counts.h"

#include <algorithm>

#include "core/schema/slots.h"
#include "indexer/store/document.h"

namespace nutgraf::store {
namespace {

using schema::Slot;

std::string value(const Xapian::Document& passage, Slot slot) {
  return passage.get_value(static_cast<Xapian::valueno>(slot));
}

void change_by(std::uint64_t& count, std::int64_t by) {
  const auto changed = static_cast<std::int64_t>(count) + by;
  count = changed < 0 ? 0 : static_cast<std::uint64_t>(changed);
}

LanguageCount& find_or_add(Contract& contract, const std::string& language) {
  auto& all = contract.languages;
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const LanguageCount& l) { return l.language == language; });
  return found != all.end() ? *found : all.emplace_back(LanguageCount{language, 0, 0, 0});
}

}  // namespace

void ContractCounts::change(const Xapian::Document& passage, std::int64_t by) {
  LanguageCount& language = find_or_add(contract_, language_of(passage));
  const std::int64_t tokens = by * static_cast<std::int64_t>(schema::decode_u32(value(passage, Slot::Tokens)));
  change_by(contract_.passages, by);
  change_by(language.passages, by);
  change_by(contract_.tokens, tokens);
  change_by(language.tokens, tokens);
  if (schema::decode_u32(value(passage, Slot::Ordinal)) == 0) {
    change_by(contract_.articles, by);
    change_by(language.articles, by);
    change_by(contract_.undated, value(passage, Slot::Date).empty() ? by : 0);
  }
}

Contract ContractCounts::contract() const {
  Contract counted = contract_;
  auto& all = counted.languages;
  all.erase(std::remove_if(all.begin(), all.end(), [](const LanguageCount& l) { return l.articles == 0; }), all.end());
  std::stable_sort(all.begin(), all.end(),
                   [](const LanguageCount& a, const LanguageCount& b) { return a.articles > b.articles; });
  return counted;
}

}  // namespace nutgraf::store
