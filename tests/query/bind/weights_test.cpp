// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <set>
#include <string>

#include "core/index/class_table.h"
#include "query/bind/binder.h"
#include "query/parse/parse.h"

namespace nutgraf {
namespace {

/// Holds words in English and German; `check-in` is the one compound.
class TwoLanguages final : public bind::Lexicon {
 public:
  TwoLanguages() { contract_.languages = {{"en", 2, 2, 20}, {"de", 2, 2, 20}}; }

  [[nodiscard]] const Contract& contract() const override { return contract_; }
  [[nodiscard]] std::vector<std::string> metadata(const std::string& key) const override {
    return key == compound_metadata_key("checkin") ? std::vector<std::string>{encode_list({"check in"})}
                                                   : std::vector<std::string>();
  }
  [[nodiscard]] bool has_term(const std::string& term) const override { return terms_.contains(term); }
  void terms_from(const std::string&, const std::function<bool(const std::string&)>&) const override {}
  [[nodiscard]] std::optional<schema::DayRange> days() const override { return std::nullopt; }

 private:
  Contract contract_;
  std::set<std::string> terms_ = {"sepsis", "river", "wie", "die", "hard", "what", "is"};
};

struct WeightRow {
  const char* query;
  const char* words;
};

// Shares of the weight other than 1 follow the word.
constexpr WeightRow kWeights[] = {
    {"what is sepsis", "what*0.3 is*0.3 sepsis"},
    {"wie heißt der river", "wie*0.3 heißt der*0.3 river"},
    {"what is", "what is"},
    {"what-is river", "what-is*0.3 what*0.15 is*0.15 river"},
    {"what", "what"},
    {"\"what is\" sepsis", "what*0.3 is*0.3 sepsis"},
    {"river die hard is what", "river die hard is*0.3 what*0.3"},
    {"BSkyB-Portfolio river", "BSkyB-Portfolio BSkyB*0.5 Portfolio*0.5 river"},
    {"check-in river", "check-in check*0.3 in*0.09 river"},
};

TEST_CASE("words that only make the sentence, and parts of hyphenated words, weigh less") {
  const TwoLanguages lexicon;
  for (const WeightRow& row : kWeights) {
    CAPTURE(row.query);
    bind::Binder binder(lexicon);
    const parse::AstPtr ast = row.query[0] == '"' ? parse::parse(row.query) : parse::parse_plain(row.query);
    const bind::Syntax syntax = row.query[0] == '"' ? bind::Syntax::Full : bind::Syntax::Plain;
    const bind::BoundQuery query = binder.bind({row.query, *ast, syntax});
    std::string words;
    for (const bind::RankedWord& ranked : query.ranked) {
      words += words.empty() ? "" : " ";
      words += ranked.word.text;
      words += ranked.word.share < 1 ? fmt::format("*{:.2g}", ranked.word.share) : "";
    }
    CHECK(words == row.words);
  }
}

TEST_CASE("pairs of characters reach over the words of a run") {
  const TwoLanguages lexicon;
  bind::Binder binder(lexicon);
  const parse::AstPtr ast = parse::parse_plain("一个中国原则");
  const bind::BoundQuery query = binder.bind({"一个中国原则", *ast, bind::Syntax::Plain});
  std::string pairs;
  for (const bind::RankedWord& ranked : query.ranked) {
    for (const std::string& bigram : ranked.word.bigrams) {
      pairs += bigram + " ";
    }
  }
  CHECK(pairs == "XB:一个 XB:个中 XB:中国 XB:国原 XB:原则 ");
}

}  // namespace
}  // namespace nutgraf
