// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/preview/site_survey.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>

#include "indexer/build/batch.h"
#include "indexer/read/exported_text.h"
#include "indexer/survey/survey.h"

namespace nutgraf::preview {
namespace {

/// A build cuts these into passages before it looks at its articles.
bool is_cut_before(const Article& article) {
  return read::is_exported(article) || article.text.size() >= build::kOversizedBytes;
}

}  // namespace

void SiteSurvey::see(const Article& article) {
  seen_.push_back(&article);
}

void SiteSurvey::find() {
  survey::SurveyOptions options;
  options.scratch = std::filesystem::temp_directory_path();
  options.memory = std::uint64_t{1} << 30U;  // what is held of the articles does not reach it
  survey::Survey survey(options);
  survey::Observations observations;
  std::unordered_map<std::string_view, std::uint32_t> last;
  for (std::uint32_t number = 0; number < seen_.size(); ++number) {
    const Article& article = *seen_[number];
    observations.add(number, article.record, {is_cut_before(article) ? std::string_view() : article.text});
    last[article.record.id] = number;
  }
  survey.add(observations);
  found_ = survey
               .find({[&](std::uint32_t number) { return last.at(seen_[number]->record.id) == number; },
                      [&](std::uint32_t number) { return seen_[number]->text; },
                      [&](std::uint32_t number) { return seen_[number]->record.id; }})
               .boilerplate;
  seen_.clear();
}

std::vector<clean::Cut> SiteSurvey::cut(Article& article) const {
  return is_cut_before(article) ? std::vector<clean::Cut>() : found_.cut(survey::site_of(article.record), article.text);
}

}  // namespace nutgraf::preview
