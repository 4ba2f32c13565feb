// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/compile/posting_sources.h"

#include <cstddef>
#include <string>
#include <utility>

#include "core/schema/slots.h"
#include "query/search/postings/index_reader.h"
#include "query/search/postings/matches.h"

namespace nutgraf::search::compile {
namespace {

/// Walks over passages and stops at those that it accepts. `Iterator` is one of Xapian's, by ascending docid.
template <typename Iterator>
class FilteredSource : public Xapian::PostingSource {
 public:
  void next(double /*least_weight*/) final {
    if (started_) {
      ++at_;
    }
    started_ = true;
    settle();
  }
  void skip_to(Xapian::docid document, double /*least_weight*/) final {
    started_ = true;
    at_.skip_to(document);
    settle();
  }
  [[nodiscard]] bool at_end() const final { return started_ && at_ == end_; }

 protected:
  /// Call it from init().
  void walk(Iterator begin, Iterator end) {
    at_ = std::move(begin);
    end_ = std::move(end);
    started_ = false;
    set_maxweight(0);
  }
  /// The current passage; the walk only ascends.
  [[nodiscard]] virtual bool accepts() = 0;

  Iterator at_;
  bool started_ = false;

 private:
  void settle() {
    while (at_ != end_ && !accepts()) {
      ++at_;
    }
  }

  Iterator end_;
};

class ArticleSource final : public FilteredSource<Xapian::ValueIterator> {
 public:
  explicit ArticleSource(std::shared_ptr<const match::ArticleSet> articles) : articles_(std::move(articles)) {}

  [[nodiscard]] Xapian::doccount get_termfreq_min() const override { return 0; }
  [[nodiscard]] Xapian::doccount get_termfreq_est() const override { return documents_ / 2; }
  [[nodiscard]] Xapian::doccount get_termfreq_max() const override { return documents_; }
  [[nodiscard]] bool check(Xapian::docid document, double /*least_weight*/) override {
    started_ = true;
    return !at_.check(document) ? false : at_end() || accepts();
  }
  [[nodiscard]] Xapian::docid get_docid() const override { return at_.get_docid(); }
  [[nodiscard]] ArticleSource* clone() const override { return new ArticleSource(articles_); }
  void init(const Xapian::Database& database) override {
    documents_ = database.get_doccount();
    const Xapian::valueno slot = postings::slot(schema::Slot::Article);
    walk(database.valuestream_begin(slot), database.valuestream_end(slot));
  }
  [[nodiscard]] std::string get_description() const override { return "articles"; }

 private:
  [[nodiscard]] bool accepts() override { return articles_->contains(match::article_number(*at_)); }

  std::shared_ptr<const match::ArticleSet> articles_;
  Xapian::doccount documents_ = 0;
};

class ComplementSource final : public FilteredSource<Xapian::PostingIterator> {
 public:
  explicit ComplementSource(Xapian::Query query) : query_(std::move(query)) {}

  [[nodiscard]] Xapian::doccount get_termfreq_min() const override { return count_; }
  [[nodiscard]] Xapian::doccount get_termfreq_est() const override { return count_; }
  [[nodiscard]] Xapian::doccount get_termfreq_max() const override { return count_; }
  [[nodiscard]] Xapian::docid get_docid() const override { return *at_; }
  [[nodiscard]] ComplementSource* clone() const override { return new ComplementSource(query_); }
  void init(const Xapian::Database& shard) override {
    unwanted_ = postings::matching_documents(shard, query_);
    next_unwanted_ = 0;
    count_ = shard.get_doccount() - static_cast<Xapian::doccount>(unwanted_.size());
    walk(shard.postlist_begin(std::string()), shard.postlist_end(std::string()));
  }
  [[nodiscard]] std::string get_description() const override { return "all but " + query_.get_description(); }

 private:
  [[nodiscard]] bool accepts() override {
    while (next_unwanted_ < unwanted_.size() && unwanted_[next_unwanted_] < *at_) {
      ++next_unwanted_;
    }
    return next_unwanted_ == unwanted_.size() || unwanted_[next_unwanted_] != *at_;
  }

  Xapian::Query query_;
  postings::Documents unwanted_;  // those that meet it
  std::size_t next_unwanted_ = 0;
  Xapian::doccount count_ = 0;
};

}  // namespace

Xapian::PostingSource* new_article_source(std::shared_ptr<const match::ArticleSet> articles) {
  return (new ArticleSource(std::move(articles)))->release();
}

Xapian::PostingSource* new_complement_source(const Xapian::Query& query) {
  return (new ComplementSource(query))->release();
}

}  // namespace nutgraf::search::compile
