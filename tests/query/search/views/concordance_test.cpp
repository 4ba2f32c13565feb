// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/view/concordance.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "core/base/utf8.h"
#include "query/search/searcher.h"
#include "query/view/one_line.h"
#include "tests/query/small_index.h"

namespace nutgraf::search {
namespace {

using test::SmallArticle;
using test::SmallIndex;

Request request_of(const std::string& query) {
  Request request;
  request.query = query;
  return request;
}

std::vector<view::ConcordanceLine> lines_of(Searcher& searcher, const std::string& query,
                                            view::ConcordanceOptions options = {}) {
  std::vector<view::ConcordanceLine> lines;
  searcher.concordance(request_of(query), options, [&](const view::ConcordanceLine& line) { lines.push_back(line); });
  return lines;
}

/// Lines of a query as left[node]right, with words as context.
std::vector<std::string> in_context(Searcher& searcher, const std::string& query, view::ContextSize context) {
  view::ConcordanceOptions options;
  options.context = context;
  std::vector<std::string> out;
  for (const view::ConcordanceLine& line : lines_of(searcher, query, options)) {
    out.push_back(line.left + "[" + line.node + "]" + line.right);
  }
  return out;
}

std::string sentences(const std::string& first, const std::string& last) {
  std::string text = first;
  for (int i = 0; i < 30; ++i) {
    text += " The men of the town saw it.";
  }
  return text + " " + last;
}

}  // namespace

TEST_CASE("concordance: context goes on in the passages before and after, and in no other article") {
  const std::string text = sentences("“Alpha rose.", "It met omega.”") + "\n\n" +
                           sentences("Beta sank.", "So did psi!") + "\n\n" + sentences("Gamma stood.", "Chi.");
  const SmallIndex index({{"x", "Before it."}, {"a", text, "Letters"}, {"y", "After it."}});
  Searcher searcher(index.open());
  using Lines = std::vector<std::string>;
  const view::ContextSize words = {3, view::ContextUnit::Words};
  CHECK(in_context(searcher, "beta", words) == Lines{"It met omega.” [Beta] sank. The men"});
  CHECK(in_context(searcher, "omega", words) == Lines{"it. It met [omega].” Beta sank. The"});
  CHECK(in_context(searcher, "psi", words) == Lines{"it. So did [psi]! Gamma stood. The"});
  CHECK(in_context(searcher, "chi", words) == Lines{"town saw it. [Chi]"});
  CHECK(in_context(searcher, "letters", words) == Lines{"[Letters] “Alpha rose. The"});
  CHECK(in_context(searcher, "beta", {0, view::ContextUnit::Words}) == Lines{"[Beta]"});
  const view::ContextSize characters = {15, view::ContextUnit::Characters};
  CHECK(in_context(searcher, "beta", characters) == Lines{"t met omega.” [Beta] sank. The men "});
  CHECK(in_context(searcher, "omega", characters) == Lines{"saw it. It met [omega].” Beta sank. "});
  CHECK(in_context(searcher, "chi", characters) == Lines{"e town saw it. [Chi]."});
  // From end to end of the article, each passage once.
  const Lines all = in_context(searcher, "beta", {100000, view::ContextUnit::Characters});
  std::string whole = view::one_line("Letters\n\n" + text);
  whole.replace(whole.find("Beta"), 4, "[Beta]");
  CHECK(all == Lines{whole});
  CHECK(in_context(searcher, "beta", {100000, view::ContextUnit::Words})[0] + "." == whole);
  view::ConcordanceOptions sorted;
  sorted.sort = {-2, 3};
  const auto line = lines_of(searcher, "beta", sorted).front();
  CHECK(line.words_left == Lines{"omega", "met"});
  CHECK(line.words_right == Lines{"sank", "The", "men"});
  CHECK(lines_of(searcher, "psi", sorted).front().words_right == Lines{"Gamma", "stood", "The"});
  CHECK(line.passage == 2);  // a long paragraph is cut
  CHECK(*line.place == view::CodePoints{0, 4});
}

namespace {

/// The nodes of kwic with what start and end cut out of the passage, and what search marks there.
struct Marked {
  std::vector<std::string> nodes;
  std::vector<std::string> places;
  std::vector<std::string> marks;
  friend bool operator==(const Marked&, const Marked&) = default;
};

std::string cut_out(const std::string& text, view::CodePoints part) {
  const std::string_view from = std::string_view(text).substr(utf8::first(text, part.begin).size());
  return std::string(utf8::first(from, part.end - part.begin));
}

Marked marked(Searcher& searcher, const std::string& query) {
  const view::Answer answer = searcher.search(request_of(query));
  Marked out;
  if (answer.hits.empty()) {
    return out;
  }
  const view::Hit& hit = answer.hits.front();
  for (const view::CodePoints& mark : hit.highlights) {
    out.marks.push_back(cut_out(hit.text, mark));
  }
  for (const view::ConcordanceLine& line : lines_of(searcher, query)) {
    out.nodes.push_back(line.node);
    out.places.push_back(cut_out(hit.text, *line.place));
  }
  return out;
}

}  // namespace

TEST_CASE("concordance: the node is what matched, and what search marks, in scripts without blanks too") {
  struct Row {
    const char* text;
    const char* query;
    std::vector<std::string> nodes;
  };
  for (const Row& row : {Row{"欢迎李明远总书记来访", "李明远", {"李明远"}},
                         Row{"欢迎李明远总书记来访", "\"李明远\"", {"李明远"}},
                         Row{"欢迎李明远总书记来访", "总书记来访", {"总书记来访"}},
                         Row{"欢迎李明远总书记来访", "欢", {"欢"}},
                         Row{"欢迎李明远总书记来访", "访", {"访"}},
                         Row{"北大校园开放，校车停开。校", "校", {"校", "校", "校"}},
                         Row{"欢迎李明远总书记来访", "\"李明远 *\"", {"李明远总"}},
                         Row{"欢迎李明远总书记来访", "\"* 书记\"", {"总书记"}},
                         Row{"昨日東京都庁で会議", "東京", {"東京"}},
                         Row{"新しいアメリカ大統領", "アメ*", {"アメリカ"}},

                         Row{"新しいアメリカ大統領", "アメリカ", {"アメリカ"}},
                         Row{"新しいアメリカ大統領", "\"アメ * カ\"", {"アメリカ"}},
                         Row{"全長は五㌔東の町", "五キロ", {"五㌔"}},
                         Row{"全長は五㌔東の町", "東", {"東"}},
                         Row{"ประเทศไทยเมื่อวานนี้", "ไทย", {"ไทย"}},
                         Row{"ประเทศไทยเมื่อวานนี้", "เมื่อ", {"เมื่อ"}},
                         Row{"어제 서울에서 만났다", "서울", {"서울"}},
                         Row{"어제 서울에서 만났다", "\"서울에서 만났다\"", {"서울에서 만났다"}},
                         Row{"我们用AI时代的AI芯片", "AI", {"AI", "AI"}},
                         Row{"我们用AI时代的AI芯片", "AI时代", {"AI时代"}},
                         Row{"我们用AI时代的AI芯片", "用AI", {"用AI"}},
                         Row{"我们用AI时代的AI芯片", "\"的 AI\"", {"的AI"}},
                         Row{"李明\u200D远说", "明", {"明"}},
                         Row{"李明\u200D远说", "李明", {"李明"}},
                         Row{"李明\u200D远说", "明远", {"明\u200D远"}}}) {
    const SmallIndex index({{"a", row.text, "", "", "und"}});
    Searcher searcher(index.open());
    INFO(std::string(row.text) << " / " << std::string(row.query));
    CHECK(marked(searcher, row.query) == Marked{row.nodes, row.nodes, row.nodes});
    CHECK(searcher.count(request_of(row.query)).occurrences == row.nodes.size());
  }
}

TEST_CASE("collocates: the word after the node is a neighbour in scripts without blanks too") {
  const SmallIndex index({SmallArticle{"a", "我们研究气候变化问题"}});
  Searcher searcher(index.open());
  std::vector<std::string> words;
  for (const view::Collocate& collocate :
       searcher.collocates(request_of("气候变化"), {{1, 1}, view::SpanLimit::Article})) {
    words.push_back(collocate.word);
  }
  CHECK(words == std::vector<std::string>{"研究", "问题"});
}

TEST_CASE("concordance: NEAR in scripts without blanks is one stretch") {
  const SmallIndex index({SmallArticle{"a", "欢迎李明远总书记来访，新しいアメリカの大統領"}});
  Searcher searcher(index.open());
  using Nodes = std::vector<std::string>;
  CHECK(marked(searcher, "李明远 NEAR/2 书记").nodes == Nodes{"李明远总书记"});
  CHECK(marked(searcher, "李明远 NEAR/1 书记").nodes.empty());
  CHECK(marked(searcher, "アメ* ADJ/2 大統領").nodes == Nodes{"アメリカの大統領"});
  CHECK(marked(searcher, "アメ* ADJ/1 大統領").nodes.empty());
}

TEST_CASE("concordance: lines sort by the neighbouring character in scripts without blanks, else by the word") {
  const SmallIndex index(
      {{"d1", "来南京西人很多"}, {"d2", "去南京大家很好"}, {"d3", "来AI南京八路很久"}, {"d4", "在南京iPhone很新"}});
  Searcher searcher(index.open());
  const auto order = [&](const view::SortKeys& keys) {
    view::ConcordanceOptions options;
    options.sort = keys;
    std::vector<std::string> out;
    for (const view::ConcordanceLine& line : lines_of(searcher, "南京", options)) {
      out.push_back(keys[0] > 0 ? line.words_right.back() : line.words_left.back());
    }
    return out;
  };
  using Words = std::vector<std::string>;
  CHECK(order({1}) == Words{"iPhone", "八", "大", "西"});
  CHECK(order({2}) == Words{"人", "家", "很", "路"});
  CHECK(order({-1}) == Words{"AI", "去", "在", "来"});
}

TEST_CASE("concordance: a word that the node cuts is context") {
  const SmallIndex index({SmallArticle{"a", "ประเทศไทยเมื่อวานนี้"}});
  Searcher searcher(index.open());
  CHECK(in_context(searcher, "ไทย", {1, view::ContextUnit::Words}) == std::vector<std::string>{"ประเทศ[ไทย]เมื่อ"});
}

}  // namespace nutgraf::search
