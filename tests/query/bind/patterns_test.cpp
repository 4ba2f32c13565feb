// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/bind/patterns.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "core/base/edit_distance.h"
#include "query/bind/suggestion.h"
#include "query/bind/word_regex.h"
#include "query/parse/parse.h"

namespace nutgraf {
namespace {

using Words = std::vector<std::string>;

/// Words and how many passages hold each.
class WordList final : public bind::Lexicon {
 public:
  explicit WordList(const Words& words) : words_(words.begin(), words.end()) {
    contract_.languages = {{"en", 1, 1, 10}};
  }

  [[nodiscard]] const Contract& contract() const override { return contract_; }
  [[nodiscard]] std::vector<std::string> metadata(const std::string& /*key*/) const override { return {}; }
  [[nodiscard]] bool has_term(const std::string& term) const override { return words_.contains(term); }
  void terms_from(const std::string& beginning, const std::function<bool(const std::string&)>& take) const override {
    for (auto it = words_.lower_bound(beginning); it != words_.end() && it->starts_with(beginning); ++it) {
      if (!take(*it)) {
        return;
      }
    }
  }
  [[nodiscard]] std::uint64_t passages_with(const std::string& term) const override { return term.size(); }
  [[nodiscard]] std::optional<schema::DayRange> days() const override { return std::nullopt; }

 private:
  Contract contract_;
  std::set<std::string> words_;
};

const WordList kList({"Lprincipal",  "XC:PRINCIPAL", "collar", "color",     "colour",    "colours",
                      "millionaire", "naïve",        "prince", "principal", "principle", "principles",
                      "straße",      "taiwan",       "tawain", "thailand",  "woman",     "women",
                      "womn",        "中国",         "中国人", "été"});

}  // namespace

TEST_CASE("wildcards match whole words of the vocabulary, and no term with a prefix") {
  struct Row {
    const char* pattern;
    Words words;
  };
  for (const Row& row :
       {Row{"princip*", {"principal", "principle", "principles"}}, Row{"*naire", {"millionaire"}},
        Row{"wom?n", {"woman", "women"}}, Row{"na?ve", {"naïve"}}, Row{"*é", {"été"}}, Row{"p*p*e", {"principle"}},
        Row{"中国*", {"中国", "中国人"}}, Row{"*principal", {"principal"}}, Row{"x*", {}}}) {
    CAPTURE(row.pattern);
    const bind::MatchedWords found = bind::Patterns(kList, 10).wildcard(row.pattern);
    CHECK(found.words == row.words);
    CHECK(found.count == row.words.size());
  }
}

TEST_CASE("more words than the limit are counted, not kept") {
  const bind::MatchedWords found = bind::Patterns(kList, 2).wildcard("*");
  CHECK(found.words.size() == 2);
  CHECK(found.count == 20);
}

TEST_CASE("regular expressions match whole words without regard to case") {
  struct Row {
    const char* expression;
    const char* beginning;
    Words words;
  };
  for (const Row& row : {Row{"colou?r", "colo", {"color", "colour"}}, Row{"COLOU?R", "COLO", {"color", "colour"}},
                         Row{"colou?rs?", "colo", {"color", "colour", "colours"}},
                         Row{"col+a?o?u?r", "co", {"collar", "color", "colour"}},
                         Row{"wom(a|e)n", "", {"woman", "women"}}, Row{".*ship", "", {}}, Row{"na.ve", "na", {"naïve"}},
                         Row{"(pr)?in.*", "", {"prince", "principal", "principle", "principles"}},
                         Row{"\\p{Han}+", "", {"中国", "中国人"}}, Row{"x|y", "", {}}, Row{"été", "été", {"été"}},
                         Row{"é?té", "", {"été"}}}) {
    CAPTURE(row.expression);
    CHECK(bind::regex_beginning(row.expression) == row.beginning);
    const bind::WordRegex regex(row.expression);
    REQUIRE(regex.error().empty());
    CHECK(bind::Patterns(kList, 10).regex(regex, {}).words == row.words);
  }
}

TEST_CASE("letters of an expression are folded as words are") {
  struct Row {
    const char* expression;
    const char* folded;
  };
  for (const Row& row :
       {Row{"colou?r", "colou?r"}, Row{".*straße", ".*strasse"}, Row{"stra(ß|ss)e", "stra(ss|ss)e"},
        Row{"ß+", "(?:ss)+"}, Row{"aßß?", "ass(?:ss)?"}, Row{"İstanbul", "istanbul"}, Row{"ﾆｭｰｽ", "ニュース"},
        Row{"cafe\u0301s?", "cafés?"}, Row{"[äß]x", "[äß]x"}, Row{"\\p{Han}é", "\\p{Han}é"},
        Row{"\u0627\u0644\u0633\u0651", "\u0627\u0644\u0633"}, Row{"\u0640*a", "(?:)*a"},
        Row{"\u0E2A\u0E33.*", "\u0E2A\u0E4D\u0E32.*"}, Row{"a\uFF0A", "a\\*"}}) {
    CAPTURE(row.expression);
    CHECK(bind::folded_expression(row.expression) == row.folded);
  }
}

TEST_CASE("a wrong regular expression says where, a hungry one is refused or answered") {
  CHECK(bind::WordRegex("ab[c").error_byte() == 2);
  CHECK(bind::WordRegex("a(b").error().find("missing )") == 0);
  CHECK(bind::WordRegex("(?=a)b").error().find("invalid perl operator") == 0);
  CHECK_FALSE(bind::WordRegex("((a{1000}){1000}){1000}").error().empty());
  const bind::WordRegex evil("(a*)*(a*)*(a+)+b");
  REQUIRE(evil.error().empty());
  CHECK_FALSE(evil.matches(std::string(245, 'a')));
}

TEST_CASE("edit distance counts characters, swaps as one change, and stops at its limit") {
  struct Row {
    const char* a;
    const char* b;
    std::uint32_t changes;
  };
  for (const Row& row :
       {Row{"taiwn", "taiwan", 1}, Row{"taiwna", "taiwan", 1}, Row{"tawn", "taiwan", 2}, Row{"taiwan", "taiwan", 0},
        Row{"", "ab", 2}, Row{"ca", "abc", 2}, Row{"naive", "naïve", 1}, Row{"中国", "中华", 1}, Row{"中国", "国中", 1},
        Row{"été", "ete", 2}, Row{"kitten", "sitting", 3}}) {
    CAPTURE(row.a);
    CAPTURE(row.b);
    for (const std::uint32_t limit : {0U, 1U, 2U, 3U}) {
      CHECK(EditDistance(row.a).to(row.b, limit) == std::min(row.changes, limit + 1));
      CHECK(EditDistance(row.b).to(row.a, limit) == std::min(row.changes, limit + 1));
    }
  }
}

TEST_CASE("words within one change are those that one change makes") {
  std::mt19937 random(7);
  const std::string letters = "abc";
  const auto word_of = [&](std::size_t size) {
    std::string word;
    for (std::size_t i = 0; i < size; ++i) {
      word += letters[random() % letters.size()];
    }
    return word;
  };
  const auto changed = [&](const std::string& word) {
    std::set<std::string> all{word};
    for (std::size_t i = 0; i <= word.size(); ++i) {
      for (const char c : letters) {
        all.insert(word.substr(0, i) + c + word.substr(i));
        if (i < word.size()) {
          all.insert(word.substr(0, i) + c + word.substr(i + 1));
        }
      }
      if (i < word.size()) {
        all.insert(word.substr(0, i) + word.substr(i + 1));
      }
      if (i + 1 < word.size()) {
        all.insert(word.substr(0, i) + word[i + 1] + word[i] + word.substr(i + 2));
      }
    }
    return all;
  };
  for (int i = 0; i < 300; ++i) {
    const std::string a = word_of(random() % 6);
    const std::string b = word_of(random() % 6);
    const std::set<std::string> near = changed(a);
    const std::set<std::string> near_b = changed(b);
    const bool two = std::any_of(near.begin(), near.end(), [&](const std::string& c) { return near_b.contains(c); });
    CAPTURE(a);
    CAPTURE(b);
    CHECK((EditDistance(a).to(b, 1) <= 1) == near.contains(b));
    CHECK((EditDistance(a).to(b, 2) <= 2) == two);
  }
}

TEST_CASE("fuzzy words are looked up without a beginning") {
  CHECK(bind::Patterns(kList, 10).fuzzy("taiwn", 1).words == Words{"taiwan"});
  CHECK(bind::Patterns(kList, 10).fuzzy("taiwan", 2).words == Words{"taiwan", "tawain"});
  CHECK(bind::Patterns(kList, 10).fuzzy("aiwan", 1).words == Words{"taiwan"});
}

TEST_CASE("words that the index does not hold are named, with the nearest that it does") {
  const auto unknown = [](const std::string& query) {
    std::string found;
    for (const bind::UnknownWord& word : bind::unknown_words(kList, query, *parse::parse(query))) {
      found += (found.empty() ? "" : " ") + word.text + ">" + word.nearest;
    }
    return found;
  };
  CHECK(unknown("taiwn") == "taiwn>taiwan");
  CHECK(unknown("“Taiwn womn” AND pricnipal") == "Taiwn>taiwan pricnipal>principal");
  CHECK(unknown("taiwn taiwan taiwn") == "taiwn>taiwan");
  CHECK(unknown("taiwan") == "");
  CHECK(unknown("xyzzy taiwan") == "xyzzy>");
  CHECK(unknown("taiwan NOT colorr") == "");
  CHECK(unknown("taiwan -colorr") == "");
  CHECK(unknown("source:colorr taiwan") == "");
  CHECK(unknown("title:colorr taiwan") == "title:colorr>");
  CHECK(unknown("#taiwan @taiwn") == "#taiwan>taiwan @taiwn>taiwan");
  CHECK(unknown("=étés \"étes\" =été") == "étés>été étes>");
  CHECK(unknown("=principals \"principals\"") == "principals>principal");
  CHECK(unknown("+taiwn ~\"taiwn colorr\"") == "taiwn>taiwan colorr>colour");
  CHECK(unknown("\"taiwan colo*\" colo* /colorr/ taiwn~1") == "");
  CHECK(unknown("\"/colorr?x/ taiwn~1 wommen\"") == "wommen>women");
  CHECK(unknown("WITHIN sentence (colorr NEAR/3 wommen)") == "colorr>colour wommen>women");
  CHECK(unknown("2203") == "2203>");
}

TEST_CASE("a suggestion has most characters of what was typed, however many bytes they take") {
  const WordList list({"50", "a", "of", "на", "мир", "москва", "대통령", "台灣"});
  struct Row {
    const char* word;
    const char* nearest;
  };
  for (const Row& row : {Row{"臺灣", ""}, Row{"非法", ""}, Row{"ми", ""}, Row{"мор", ""}, Row{"моква", "москва"},
                         Row{"масквы", "москва"}, Row{"대통렁", "대통령"}, Row{"통렁", ""}}) {
    CAPTURE(row.word);
    const std::vector<bind::UnknownWord> found = bind::unknown_words(list, row.word, *parse::parse(row.word));
    REQUIRE_FALSE(found.empty());
    CHECK(found.front().nearest == row.nearest);
  }
}

}  // namespace nutgraf
