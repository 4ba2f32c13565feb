// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/match/proximity.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "query/match/article_set.h"
#include "query/search/searcher.h"
#include "tests/query/small_index.h"

namespace nutgraf {
namespace {

using test::SmallIndex;

/// One article; what a query marks in its only passage, joined by |; "-" where it does not match.
std::string marked(const std::string& text, const std::string& query) {
  const SmallIndex index({{"a", text}});
  search::Searcher searcher(index.open());
  search::Request request;
  request.query = query;
  const view::Answer answer = searcher.search(request);
  if (answer.hits.empty()) {
    return "-";
  }
  const view::Hit& hit = answer.hits.front();
  std::string out;
  for (const view::CodePoints& mark : hit.highlights) {
    out += (out.empty() ? "" : "|") + hit.text.substr(mark.begin, mark.end - mark.begin);  // the texts are ASCII
  }
  return out;
}

/// The nodes of kwic in it, joined by |. As many as count counts.
std::string nodes(const std::string& text, const std::string& query) {
  const SmallIndex index({{"a", text}});
  search::Searcher searcher(index.open());
  search::Request request;
  request.query = query;
  std::string out;
  std::uint64_t lines = 0;
  searcher.concordance(request, {}, [&](const view::ConcordanceLine& line) {
    out += (out.empty() ? "" : "|") + line.node;
    ++lines;
  });
  CHECK(searcher.count(request).occurrences == lines);
  return out;
}

struct Row {
  const char* query;
  const char* marks;
};

}  // namespace

TEST_CASE("closeness: what matches and what is marked") {
  const char* text = "The old stone bridge fell on a red car. Old men saw a red bridge. The car stood.";
  for (const Row& row : {Row{"bridge NEAR/5 car", "bridge|car|bridge|car"},
                         Row{"bridge NEAR/2 car", "-"},
                         Row{"bridge NEAR/3 car", "bridge|car"},
                         Row{"\"stone bridge\" NEAR/4 \"red car\"", "stone bridge|red car"},
                         Row{"\"stone bridge\" NEAR/3 \"red car\"", "-"},
                         Row{"car ADJ/2 old", "car|Old"},
                         Row{"car ADJ/1 old", "-"},
                         Row{"old ADJ/2 bridge", "old|bridge"},
                         Row{"bridge ADJ/2 old", "-"},
                         Row{"old NEAR/1 old", "-"},
                         Row{"red NEAR/8 red", "red|red"},
                         Row{"red NOTNEAR/1 car", "red"},
                         Row{"bridge NOTNEAR/1 \"stone bridge\"", "bridge"},
                         Row{"car NOTNEAR/5 car", "car|car"},
                         Row{"=old NEAR/3 (bridge OR men)", "old|bridge|Old|men"},
                         Row{"old NEAR/2 stone NEAR/2 bridge", "old|stone|bridge"},
                         Row{"(old NEAR/2 stone) ADJ/5 car", "-"},
                         Row{"(old NEAR/2 stone) ADJ/6 car", "old|stone|car"},
                         Row{"(old NEAR/9 car) ADJ/2 men", "car|Old|men"},
                         Row{"sto* NEAR/1 /br.*ge/", "stone|bridge"},
                         Row{"\"old * bridge\"", "old stone bridge"},
                         Row{"\"car *\"", "car stood"},
                         Row{"\"* old\"", "The old"},
                         Row{"\"* * * stood\"", "-"},
                         Row{"\"stood *\"", "-"}}) {
    CAPTURE(row.query);
    CHECK(marked(text, row.query) == row.marks);
  }
}

TEST_CASE("one sentence and one paragraph") {
  const char* text = "The miller slept. A fox came to Mr. Miller today.\n\nNo fox! The dog ran; the miller saw it.";
  for (const Row& row :
       {Row{"WITHIN sentence (miller slept)", "miller|slept"}, Row{"WITHIN sentence (dog miller)", "dog|miller"},
        Row{"WITHIN sentence (fox slept)", "-"}, Row{"WITHIN paragraph (fox slept)", "slept|fox"},
        Row{"WITHIN paragraph (slept dog)", "-"}, Row{"WITHIN sentence (\"mr miller\" fox)", "fox|Mr|Miller"},
        Row{"WITHIN sentence (fox AND NOT came)", "fox"}, Row{"WITHIN sentence (dog OR slept)", "slept|dog"},
        Row{"WITHIN sentence (miller NEAR/3 fox)", "-"},
        Row{"WITHIN paragraph (miller NEAR/4 fox)", "miller|fox|Miller"},
        Row{"WITHIN paragraph (WITHIN sentence (fox came) AND slept)", "slept|fox|came"},
        Row{"WITHIN paragraph (WITHIN sentence (fox came) AND dog)", "-"},
        Row{"NOT WITHIN sentence (fox slept)", ""}}) {
    CAPTURE(row.query);
    CHECK(marked(text, row.query) == row.marks);
  }
}

TEST_CASE("places that begin together, and places in one another") {
  const match::PositionSpans places = {{1, 2}, {1, 4}, {2, 3}, {2, 3}, {5, 9}, {6, 9}, {7, 8}, {8, 12}};
  match::PositionSpans longest = places;
  match::keep_longest(longest);
  CHECK(longest == match::PositionSpans{{1, 4}, {2, 3}, {5, 9}, {6, 9}, {7, 8}, {8, 12}});
  match::PositionSpans innermost = places;
  match::keep_innermost(innermost);
  CHECK(innermost == match::PositionSpans{{1, 2}, {2, 3}, {7, 8}, {8, 12}});
}

TEST_CASE("an occurrence of NEAR and ADJ is the shortest stretch that meets it") {
  const char* text = "Arms, Taiwan, arms. Old old red cars and a red car; United Nations, the united nations.";
  for (const Row& row :
       {Row{"arms NEAR/3 taiwan", "Arms, Taiwan|Taiwan, arms"}, Row{"taiwan NEAR/3 arms", "Arms, Taiwan|Taiwan, arms"},
        Row{"arms ADJ/3 taiwan", "Arms, Taiwan"}, Row{"arms NEAR/3 arms", "Arms, Taiwan, arms"},
        Row{"arms NEAR/3 arms NEAR/1 taiwan", ""}, Row{"(arms NEAR/1 taiwan) NEAR/1 arms", "Arms, Taiwan, arms"},
        // One stretch, however many words it is made of.
        Row{"old NEAR/3 red", "old red"}, Row{"old ADJ/3 cars", "old red cars"},
        Row{"red NEAR/9 car*", "red cars|cars and a red|red car"},
        Row{"(old OR \"old red\") ADJ/2 cars", "old red cars"}, Row{"(old ADJ/2 red) ADJ/5 car", "old red cars"},
        Row{"(old ADJ/2 red) ADJ/5 =car", "old red cars and a red car"},
        // The same thing counts the same.
        Row{"\"united nations\"", "United Nations|united nations"},
        Row{"=united ADJ/1 =nations", "United Nations|united nations"},
        Row{"\"united nations\" OR =united ADJ/1 =nations", "United Nations|united nations"},
        Row{"WITHIN sentence (united ADJ/1 nations)", "United Nations|united nations"},
        Row{"+united +nations", "United|Nations|united|nations"},
        Row{"united AND nations", "United|Nations|united|nations"},
        Row{"WITHIN sentence (united AND nations)", "United|Nations|united|nations"},
        // Operands of AND and OR each have their own.
        Row{"taiwan AND arms ADJ/2 taiwan", "Arms, Taiwan|Taiwan"},
        Row{"arms AND arms ADJ/2 taiwan", "Arms|Arms, Taiwan|arms"},
        Row{"nations OR \"united nations\"", "United Nations|Nations|united nations|nations"},
        Row{"united OR \"united nations\"", "United|United Nations|united|united nations"},
        Row{"united OR united OR =united", "United|united"},
        // What is left of the left side.
        Row{"arms NOTNEAR/2 old", "Arms"}, Row{"(arms NEAR/3 taiwan) NOTNEAR/2 old", "Arms, Taiwan"},
        Row{"(united OR \"united nations\") NOTNEAR/3 car", "united|united nations"},
        Row{"(arms NEAR/3 taiwan) NOTNEAR/2 (arms NEAR/3 taiwan)", ""}}) {
    CAPTURE(row.query);
    CHECK(nodes(text, row.query) == row.marks);
  }
}

TEST_CASE("sets of articles and their complements") {
  using Sense = match::ArticleSet::Sense;
  struct Case {
    Sense a;
    Sense b;
  };
  for (const Case& c : {Case{Sense::These, Sense::These}, Case{Sense::These, Sense::AllButThese},
                        Case{Sense::AllButThese, Sense::These}, Case{Sense::AllButThese, Sense::AllButThese}}) {
    const match::ArticleSet a({1, 2, 3}, c.a);
    const match::ArticleSet b({2, 3, 4, 5}, c.b);
    const match::ArticleSet both = match::ArticleSet(a).both(b);
    const match::ArticleSet either = match::ArticleSet(a).either(b);
    const match::ArticleSet rest = match::ArticleSet(a).without_these();
    for (std::uint64_t key = 0; key < 8; ++key) {
      CHECK(both.contains(key) == (a.contains(key) && b.contains(key)));
      CHECK(either.contains(key) == (a.contains(key) || b.contains(key)));
      CHECK(rest.contains(key) == !a.contains(key));
    }
  }
}

}  // namespace nutgraf
