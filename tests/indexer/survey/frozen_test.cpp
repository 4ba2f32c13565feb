// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/survey/frozen.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "core/base/failure.h"
#include "indexer/survey/candidates.h"
#include "indexer/survey/shingles.h"
#include "tests/temp_dir.h"

namespace nutgraf::survey {
namespace {

/// Sixty words that no other number's text has.
std::string story(int number) {
  std::string text;
  for (int i = 0; i < 60; ++i) {
    text += "t" + std::to_string(number) + "w" + std::to_string(i) + " ";
  }
  return text;
}

std::vector<WordHash> words_of(const std::string& text) {
  std::vector<WordHash> words;
  hash_words(text, words);
  return words;
}

/// Writes what a build found in these texts, one a day from 1970 on; their ids are a, b, c, ...
void freeze(const std::filesystem::path& file, const std::vector<std::string>& texts) {
  RecordSorter samples(file.string() + ".samples", 1'000'000);
  std::vector<SurveyedArticle> articles(texts.size());
  for (std::uint32_t i = 0; i < texts.size(); ++i) {
    const std::vector<WordHash> words = words_of(texts[i]);
    articles[i].day = static_cast<std::int32_t>(i);
    articles[i].state = SurveyedArticle::State::Live;
    std::vector<Record> records = {sample_record(hash_of(words), i, SampleKind::Whole)};
    for (const std::uint64_t sample : samples_of(words)) {
      records.push_back(sample_record(sample, i, SampleKind::Part));
    }
    samples.add(records);
  }
  samples.sort();
  const std::vector<std::uint64_t> keys = {3, 5};
  const Boilerplate boilerplate = Boilerplate::of(keys);
  const auto id_of = [](std::uint32_t article) { return std::string(1, static_cast<char>('a' + article)); };
  write_frozen(file, {articles, id_of, samples, {}, boilerplate});
}

TEST_CASE("candidates are found again in what a build left") {
  const test::TempDir folder;
  const std::filesystem::path file = folder.path() / kFrozenFile;
  freeze(file,
         {story(0), story(1), story(2) + story(3), "this one is too short for samples, yet long enough to be a copy"});
  const std::optional<Frozen> frozen = Frozen::open(file);
  REQUIRE(frozen);
  CHECK(frozen->boilerplate().keys() == std::vector<std::uint64_t>{3, 5});
  struct Row {
    std::string text;
    std::optional<std::int32_t> day;
    std::vector<std::string> expected;
  };
  for (const Row& row :
       std::vector<Row>{{story(1), 3, {"b"}},
                        {story(1), std::nullopt, {"b"}},
                        {story(1), 9, {}},  // outside the window
                        {story(3) + "and more", 3, {"c"}},
                        {story(4), 3, {}},
                        {"This one is too short for samples: yet long enough to be a copy!", 3, {"d"}}}) {
    CAPTURE(row.text);
    CHECK(frozen->candidates({words_of(row.text), row.day}, 7) == row.expected);
  }
}

TEST_CASE("what a build left may be missing, not damaged") {
  const test::TempDir folder;
  const std::filesystem::path file = folder.path() / kFrozenFile;
  CHECK_FALSE(Frozen::open(file));
  freeze(file, {story(0)});
  std::filesystem::resize_file(file, std::filesystem::file_size(file) - 1);
  CHECK_THROWS_AS((void)Frozen::open(file), Failure);
}

}  // namespace
}  // namespace nutgraf::survey
