// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/hits.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/base/time_limit.h"
#include "core/index/record.h"
#include "core/schema/slots.h"
#include "core/schema/terms.h"
#include "query/search/compile/operators.h"
#include "query/search/compile/words.h"
#include "query/search/rank/feedback.h"
#include "query/search/rank/retrieve.h"
#include "query/view/snippet.h"

namespace nutgraf::search {
namespace {

/// Marks of what comes after the first bytes, counted from there.
std::vector<view::Mark> after(std::size_t bytes, const std::vector<view::Mark>& marks) {
  const auto shift = static_cast<std::uint32_t>(bytes);
  std::vector<view::Mark> shifted;
  for (view::Mark mark : marks) {
    if (mark.span.begin >= shift) {
      mark.span = {mark.span.begin - shift, mark.span.end - shift};
      shifted.push_back(mark);
    }
  }
  return shifted;
}

}  // namespace

view::Hit HitMaker::make(const rank::ScoredPassage& row) {
  TimeLimit::check();
  view::Hit hit;
  hit.score = row.score;
  hit.passage = schema::ordinal_in_order(row.order);
  const auto id = schema::id_in_order(row.order);
  if (id && request_.texts == Texts::None) {
    hit.id = *id;
  } else {
    const std::string data =
        ranking_.plan.reader.database.get_document(row.document, Xapian::DOC_ASSUME_VALID).get_data();
    const PassageText passage = decode_passage_text(data);
    hit.id = passage.id;
    if (request_.texts != Texts::None) {
      const postings::ArticleRecords::Article& whole = articles_.of(hit.id);
      hit.record = whole.record;
      hit.record.origin.page = hit.passage == 0 ? hit.record.origin.page : passage.page;
      hit.passages = whole.passages;
      add_copies(hit);
      add_text(passage.text, hit);
    }
  }
  if (request_.explain == Explain::Yes) {
    explain(row, hit);
  }
  return hit;
}

void HitMaker::add_copies(view::Hit& hit) {
  for (const std::string& id : postings::copies_of(ranking_.plan.reader.database, hit.record)) {
    const ArticleRecord& record = articles_.of(id).record;
    hit.copies.push_back({id, record.source, record.date});
  }
}

void HitMaker::add_text(std::string_view passage, view::Hit& hit) {
  analyzer_.analyze(passage, scratch_, analysis_);
  const std::vector<view::Mark> all = view::find_marks(ranking_.plan.bound, passage, analysis_, hit.record.language);
  const std::size_t title = hit.passage == 0 ? postings::title_bytes(passage, hit.record.title) : 0;
  const std::string_view text = passage.substr(title);
  const std::vector<view::Mark> marks = after(title, all);
  const ByteSpan shown = view::snippet_span(text, marks, request_.snippet_width);
  hit.snippet = text.substr(shown.begin, shown.end - shown.begin);
  hit.snippet_highlights = view::code_points(text, marks, shown);
  if (request_.texts == Texts::Full) {
    hit.text = text;
    hit.highlights = view::code_points(text, marks, {0, static_cast<std::uint32_t>(text.size())});
  }
}

void HitMaker::explain(const rank::ScoredPassage& row, view::Hit& hit) const {
  const auto line = [&hit](const std::string& what, double part) {
    if (part != 0) {
      hit.explanation.push_back(fmt::format("{:10.6f}  {}", part, what));
    }
  };
  const compile::WordCompiler words(ranking_.plan.bound);
  const Xapian::Query here(schema::make_term(schema::kIdPrefix, hit.id));
  const auto weight_of = [&](const Xapian::Query& word) {
    Xapian::Enquire enquire = rank::ranked_enquire(ranking_, compile::filtered(word, here));
    const Xapian::MSet found = enquire.get_mset(0, ranking_.plan.reader.database.get_termfreq(*here.get_terms_begin()));
    const auto it = std::find(found.begin(), found.end(), row.document);
    return it == found.end() ? 0 : it.get_weight();
  };
  const std::vector<double> weights = rank::word_weights(ranking_, row.document);
  for (std::size_t i = 0; i < ranking_.plan.bound.ranked.size(); ++i) {
    const bind::RankedWord& ranked = ranking_.plan.bound.ranked[i];
    const std::string times = ranked.times > 1 ? fmt::format(" (typed {} times)", ranked.times) : "";
    const std::string share = ranked.word.share != 1 ? fmt::format(" (at {} of its weight)", ranked.word.share) : "";
    line(fmt::format("{}{}{}", ranked.word.text, times, share),
         weights.empty() ? weight_of(words.word(ranked.word)) : weights[i]);
  }
  for (const std::string& term : ranking_.plan.feedback) {
    line(fmt::format("{} (feedback)", term), weight_of(Xapian::Query(rank::kFeedbackWeight, Xapian::Query(term))));
  }
  line("words of the query side by side, in order", row.parts.ordered);
  line(fmt::format("words of the query within {} words", ranking_.options.parameters.near_span), row.parts.near);
  line("the longest run of words of the query", row.parts.chain);
  line("forms as typed", row.parts.typed);
  line("words in the title", row.parts.title);
  line("words in the whole article", row.parts.article);
  line("all content words of the query as a phrase", row.content);
  line("the whole query as a phrase", row.phrase);
  line("score", row.score);
}

}  // namespace nutgraf::search
