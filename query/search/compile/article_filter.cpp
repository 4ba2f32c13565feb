// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/compile/article_filter.h"

#include <string>
#include <utility>
#include <vector>

#include "core/schema/slots.h"
#include "core/schema/terms.h"
#include "query/search/postings/index_reader.h"

namespace nutgraf::search::compile {
namespace {

class ArticleSource final : public Xapian::PostingSource {
 public:
  explicit ArticleSource(std::shared_ptr<const match::ArticleSet> articles) : articles_(std::move(articles)) {}

  [[nodiscard]] Xapian::doccount get_termfreq_min() const override { return 0; }
  [[nodiscard]] Xapian::doccount get_termfreq_est() const override { return documents_ / 2; }
  [[nodiscard]] Xapian::doccount get_termfreq_max() const override { return documents_; }

  void next(double /*least_weight*/) override {
    if (started_) {
      ++at_;
    }
    started_ = true;
    settle();
  }
  void skip_to(Xapian::docid document, double /*least_weight*/) override {
    started_ = true;
    at_.skip_to(document);
    settle();
  }
  [[nodiscard]] bool check(Xapian::docid document, double /*least_weight*/) override {
    started_ = true;
    return !at_.check(document) ? false : at_end() || holds();
  }
  [[nodiscard]] bool at_end() const override { return started_ && at_ == end_; }
  [[nodiscard]] Xapian::docid get_docid() const override { return at_.get_docid(); }
  [[nodiscard]] ArticleSource* clone() const override { return new ArticleSource(articles_); }
  void init(const Xapian::Database& database) override {
    documents_ = database.get_doccount();
    at_ = database.valuestream_begin(postings::slot(schema::Slot::Article));
    end_ = database.valuestream_end(postings::slot(schema::Slot::Article));
    started_ = false;
    set_maxweight(0);
  }
  [[nodiscard]] std::string get_description() const override { return "articles"; }

 private:
  [[nodiscard]] bool holds() const { return articles_->contains(match::article_number(*at_)); }
  /// Goes on to the first passage of one of the articles, from here.
  void settle() {
    while (at_ != end_ && !holds()) {
      ++at_;
    }
  }

  std::shared_ptr<const match::ArticleSet> articles_;
  Xapian::ValueIterator at_;
  Xapian::ValueIterator end_;
  Xapian::doccount documents_ = 0;
  bool started_ = false;
};

}  // namespace

Xapian::PostingSource* new_article_source(std::shared_ptr<const match::ArticleSet> articles) {
  return (new ArticleSource(std::move(articles)))->release();
}

Xapian::Query named_query(const bind::PassageNames& names) {
  std::vector<Xapian::Query> queries;
  queries.reserve(names.size());
  for (const bind::NamedPassage& name : names) {
    const Xapian::Query article(schema::make_term(schema::kIdPrefix, name.id));
    if (name.ordinal) {
      const std::string ordinal = schema::encode_u32(*name.ordinal);
      queries.emplace_back(
          Xapian::Query::OP_FILTER, article,
          Xapian::Query(Xapian::Query::OP_VALUE_RANGE, postings::slot(schema::Slot::Ordinal), ordinal, ordinal));
    } else {
      queries.push_back(article);
    }
  }
  return {0.0, Xapian::Query(Xapian::Query::OP_OR, queries.begin(), queries.end())};
}

}  // namespace nutgraf::search::compile
