// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/prepare.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "indexer/clean/debris.h"
#include "indexer/language/language.h"

namespace nutgraf::build {
namespace {

void clean_in_place(std::string& text, std::vector<clean::Cut>& cuts) {
  if (!clean::may_hold_debris(text)) {
    return;
  }
  clean::Cleaned cleaned = clean::clean_text(text);
  text = std::move(cleaned.text);
  std::move(cleaned.cuts.begin(), cleaned.cuts.end(), std::back_inserter(cuts));
}

std::string language_of(const Article& article, std::string_view default_language) {
  std::string declared = language::normalize(article.record.language);
  if (declared.empty()) {
    declared = language::normalize(default_language);
  }
  return declared.empty() ? language::detect(article.text.empty() ? article.record.title : article.text) : declared;
}

}  // namespace

std::vector<clean::Cut> prepare(Article& article, std::string_view default_language) {
  std::vector<clean::Cut> cuts;
  clean_in_place(article.record.title, cuts);
  for (std::string& author : article.record.authors) {
    clean_in_place(author, cuts);
  }
  std::erase_if(article.record.authors, [](const std::string& author) { return author.empty(); });
  clean_in_place(article.text, cuts);
  article.record.language = language_of(article, default_language);
  return cuts;
}

}  // namespace nutgraf::build
