// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/prepare.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "indexer/clean/clean.h"
#include "indexer/clean/debris.h"
#include "indexer/clean/page_text.h"
#include "indexer/clean/widgets.h"
#include "indexer/language/language.h"
#include "indexer/page_marks.h"

namespace nutgraf::build {
namespace {

void note(std::vector<clean::Cut> cuts, ArticleRecord& record) {
  for (clean::Cut& cut : cuts) {
    record.cuts.emplace_back(std::move(cut.rule), std::move(cut.text));
  }
}

void clean_in_place(std::string& text, ArticleRecord& record) {
  if (!clean::may_hold_debris(text)) {
    return;
  }
  clean::Cleaned cleaned = clean::clean_text(text);
  text = std::move(cleaned.text);
  note(std::move(cleaned.cuts), record);
}

std::string language_of(const Article& article, const std::string& default_language) {
  std::string declared = language::normalize(article.record.language);
  if (!declared.empty() && article.language_source == LanguageSource::Theme) {
    std::string detected = language::detect(article.text);
    return detected == language::kUnknown ? declared : detected;
  }
  if (declared.empty()) {
    declared = language::normalize(default_language);
  }
  return declared.empty() ? language::detect(article.text.empty() ? article.record.title : article.text) : declared;
}

}  // namespace

void trim_page(Article& article, const read::ReadOptions& options) {
  const bool printed = article.record.origin.page != 0;  // tables and lists there are no menus
  if (!options.keep_boilerplate) {
    note(printed ? std::vector<clean::Cut>() : clean::cut_page(article.text), article.record);
    note(clean::cut_widgets(article.text), article.record);
  }
}

void prepare(Article& article, const read::ReadOptions& options) {
  clean_in_place(article.record.title, article.record);
  for (std::string& author : article.record.authors) {
    clean_in_place(author, article.record);
  }
  std::erase_if(article.record.authors, [](const std::string& author) { return author.empty(); });
  clean_in_place(article.text, article.record);
  article.record.language = language_of(article, options.language);
  if (article.record.origin.page != 0) {
    for (auto& [rule, text] : article.record.cuts) {
      text = without_page_marks(text);
    }
  }
}

std::vector<std::uint32_t> take_pages(const ArticleRecord& record, std::vector<std::string>& passages) {
  std::vector<std::uint32_t> pages;
  if (record.origin.page != 0) {
    PageFollower follower(record.origin.page);
    for (std::string& passage : passages) {
      pages.push_back(follower.follow(passage));
    }
  }
  return pages;
}

}  // namespace nutgraf::build
