// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/views/near_words.h"

#include <algorithm>

#include "core/schema/terms.h"

namespace nutgraf::search::views {
namespace {

bool is_body_word(const Token& token) {
  return token.kind == TokenKind::Word || token.kind == TokenKind::Variant;
}

std::ptrdiff_t distance(std::size_t count) {
  return static_cast<std::ptrdiff_t>(count);
}

}  // namespace

NearWords::NearWords(const postings::IndexReader& reader, const view::CollocateOptions& options)
    : reader_(reader), options_(options), keys_(reader, schema::Slot::Article), text_(reader.database) {}

void NearWords::add(Xapian::docid document, const match::PositionSpans& nodes) {
  Article& article = article_of(document);
  text_.read(document);
  Passage& passage = article.passages[document];
  passage.near.resize(text_.words().size());
  for (const match::PositionSpan& node : nodes) {
    mark(text_.span_of(node), passage);
  }
  passage.analysis = text_.take_analysis();
  if (options_.limit != view::SpanLimit::Sentence) {
    go_on(document, article);
  }
}

void NearWords::finish() {
  for (Article& article : open_) {
    count_words_of(article);
  }
  open_.clear();
}

/// Passages of an article follow one another in its shard.
NearWords::Article& NearWords::article_of(Xapian::docid document) {
  const std::string_view key = keys_.at(document);
  const auto found = std::ranges::find(open_, key, &Article::key);
  if (found != open_.end()) {
    return *found;
  }
  if (open_.size() >= std::max<std::size_t>(reader_.shards.size(), 1)) {
    count_words_of(open_.front());
    open_.pop_front();
  }
  return open_.emplace_back(Article{std::string(key), {}, {}});
}

void NearWords::mark(ByteSpan node, Passage& passage) const {
  const auto [left, right] = text_.words_around(node);
  const std::size_t first = left - std::min<std::size_t>(left, options_.span.before);
  const std::size_t last = std::min<std::size_t>(passage.near.size(), right + options_.span.after);
  const ByteSpan whole{0, static_cast<std::uint32_t>(text_.text().size())};
  const ByteSpan limit = options_.limit == view::SpanLimit::Sentence ? text_.sentence_of(node) : whole;
  for (std::size_t i = first; i < last; ++i) {
    const ByteSpan word = text_.words()[i].span;
    passage.near[i] = passage.near[i] || (word.begin >= limit.begin && word.end <= limit.end);
  }
  passage.nodes.emplace_back(left, right);
}

/// What the windows of a passage still want of those before and after it.
void NearWords::go_on(Xapian::docid document, Article& article) {
  const Passage& passage = article.passages[document];
  std::size_t before = 0;
  std::size_t after = 0;
  for (const auto& [left, right] : passage.nodes) {
    const std::size_t rest = passage.near.size() - right;
    before = std::max(before, options_.span.before - std::min<std::size_t>(left, options_.span.before));
    after = std::max(after, options_.span.after - std::min<std::size_t>(rest, options_.span.after));
  }
  if (before + after > 0 && article.documents.empty()) {
    const std::string term = schema::make_term(schema::kIdPrefix, text_.id());
    article.documents.assign(reader_.database.postlist_begin(term), reader_.database.postlist_end(term));
  }
  mark_before(document, before, article);
  mark_after(document, after, article);
}

void NearWords::mark_before(Xapian::docid document, std::size_t count, Article& article) {
  auto at = std::ranges::lower_bound(article.documents, document);
  while (count > 0 && at != article.documents.begin()) {
    std::vector<bool>& near = read(*--at, article).near;
    const std::size_t here = std::min(count, near.size());
    std::fill(near.end() - distance(here), near.end(), true);
    count -= here;
  }
}

void NearWords::mark_after(Xapian::docid document, std::size_t count, Article& article) {
  for (auto at = std::ranges::upper_bound(article.documents, document); count > 0 && at != article.documents.end();
       ++at) {
    std::vector<bool>& near = read(*at, article).near;
    const std::size_t here = std::min(count, near.size());
    std::fill(near.begin(), near.begin() + distance(here), true);
    count -= here;
  }
}

NearWords::Passage& NearWords::read(Xapian::docid document, Article& article) {
  const auto [entry, is_new] = article.passages.try_emplace(document);
  if (is_new) {
    text_.read(document);
    entry->second.near.resize(text_.words().size());
    entry->second.analysis = text_.take_analysis();
  }
  return entry->second;
}

/// A word is followed by its variants.
void NearWords::count_words_of(Article& article) {
  for (auto& [document, passage] : article.passages) {
    for (const auto& [left, right] : passage.nodes) {
      std::fill(passage.near.begin() + distance(left), passage.near.begin() + distance(right), false);
    }
    std::size_t number = 0;  // of the next word
    bool counts = false;
    for (const Token& token : passage.analysis.tokens) {
      if (token.kind == TokenKind::Word) {
        counts = passage.near[number++];
        window_ += counts ? 1U : 0U;
      }
      if (counts && is_body_word(token)) {
        ++pairs_[schema::make_term("", passage.analysis.term(token))];
      }
    }
  }
}

}  // namespace nutgraf::search::views
