// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/views/corpus.h"

#include "query/bind/filters.h"
#include "query/search/compile/compiler.h"
#include "query/search/postings/doc_values.h"
#include "query/search/postings/index_lexicon.h"
#include "query/search/views/article_days.h"
#include "query/search/views/stories.h"

namespace nutgraf::search::views {

WordCounts count_words(const Xapian::Database& database, const postings::Documents& documents) {
  WordCounts counts;
  for (const Xapian::docid document : documents) {
    postings::each_unprefixed_term(database.termlist_begin(document), database.termlist_end(document),
                                   [&](const std::string& word, const Xapian::TermIterator& at) {
                                     counts[word] += at.get_wdf();
                                     return true;
                                   });
  }
  return counts;
}

std::uint64_t count_tokens(const postings::IndexReader& reader, const postings::Documents& documents) {
  postings::DocValues tokens(reader, schema::Slot::Tokens);
  std::uint64_t count = 0;
  for (const Xapian::docid document : documents) {
    const std::string_view value = tokens.at(document);
    count += value.empty() ? 0 : schema::decode_u32(value);
  }
  return count;
}

void Corpus::choose(const compile::Plan& plan) {
  const bind::BoundQuery filters = bind::filters_of(plan.bound);
  query_ = compile::Compiler(filters, nullptr, plan.reader.sharding).query();
  std::string name = (plan.counted == compile::Counted::Stories ? "stories " : "") + query_.get_description();
  if (name == filters_) {
    return;
  }
  filters_ = std::move(name);
  counted_ = plan.counted;
  is_whole_ = counted_ == compile::Counted::Articles && bind::children_of(filters.root).empty();
  documents_.reset();
  days_.reset();
  words_.reset();
}

const postings::Documents& Corpus::documents() {
  if (!documents_) {
    const compile::Plan filters{
        .reader = reader_, .bound = {}, .query = query_, .full_phrase = {}, .ranked = {}, .counted = counted_};
    documents_ = matched_documents(filters);
  }
  return *documents_;
}

const postings::Documents& Corpus::documents(const compile::Plan& plan) {
  choose(plan);
  return documents();
}

const view::Timeline& Corpus::tokens_by_day(const compile::Plan& plan) {
  choose(plan);
  if (!days_) {
    days_.emplace();
    ArticleDays days(reader_);
    postings::DocValues tokens(reader_, schema::Slot::Tokens);
    for (const Xapian::docid document : documents()) {
      const std::string_view count = tokens.at(document);
      days.counts_of(document, *days_).tokens += count.empty() ? 0 : schema::decode_u32(count);
    }
  }
  return *days_;
}

std::uint64_t Corpus::tokens(const compile::Plan& plan) {
  const view::Timeline& timeline = tokens_by_day(plan);
  std::uint64_t sum = timeline.undated.tokens;
  for (const auto* const dated : {&timeline.days, &timeline.months}) {
    for (const auto& [number, counts] : *dated) {
      sum += counts.tokens;
    }
  }
  return sum;
}

const WordCounts& Corpus::words(const compile::Plan& plan) {
  choose(plan);
  if (words_) {
    return *words_;
  }
  if (!is_whole_) {
    words_ = count_words(reader_.database, documents());
    return *words_;
  }
  words_.emplace();
  postings::each_unprefixed_term(reader_.database.allterms_begin(), reader_.database.allterms_end(),
                                 [&](const std::string& word, const Xapian::TermIterator&) {
                                   if (const std::uint64_t count = reader_.database.get_collection_freq(word);
                                       count > 0) {
                                     words_->emplace(word, count);
                                   }
                                   return true;
                                 });
  return *words_;
}

std::uint64_t Corpus::frequency(const compile::Plan& plan, const std::string& word) {
  choose(plan);
  if (is_whole_) {
    return reader_.database.get_collection_freq(word);
  }
  const WordCounts& all = words(plan);
  const auto found = all.find(word);
  return found == all.end() ? 0 : found->second;
}

}  // namespace nutgraf::search::views
