// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/compile/complement.h"

#include <cstddef>
#include <string>

#include "query/search/postings/matches.h"

namespace nutgraf::search::compile {
namespace {

class ComplementSource final : public Xapian::PostingSource {
 public:
  explicit ComplementSource(const Xapian::Query& query) : query_(query) {}

  [[nodiscard]] Xapian::doccount get_termfreq_min() const override { return count_; }
  [[nodiscard]] Xapian::doccount get_termfreq_est() const override { return count_; }
  [[nodiscard]] Xapian::doccount get_termfreq_max() const override { return count_; }

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
  [[nodiscard]] bool at_end() const override { return started_ && at_ == end_; }
  [[nodiscard]] Xapian::docid get_docid() const override { return *at_; }
  [[nodiscard]] ComplementSource* clone() const override { return new ComplementSource(query_); }
  void init(const Xapian::Database& shard) override {
    without_ = postings::matching_documents(shard, query_);
    count_ = shard.get_doccount() - static_cast<Xapian::doccount>(without_.size());
    at_ = shard.postlist_begin(std::string());
    end_ = shard.postlist_end(std::string());
    next_without_ = 0;
    started_ = false;
    set_maxweight(0);
  }
  [[nodiscard]] std::string get_description() const override { return "all but " + query_.get_description(); }

 private:
  /// Goes on to the first passage that does not meet the query, from here.
  void settle() {
    for (; at_ != end_; ++at_) {
      while (next_without_ < without_.size() && without_[next_without_] < *at_) {
        ++next_without_;
      }
      if (next_without_ == without_.size() || without_[next_without_] != *at_) {
        return;
      }
    }
  }

  Xapian::Query query_;
  postings::Documents without_;  // those that meet it
  std::size_t next_without_ = 0;
  Xapian::doccount count_ = 0;
  Xapian::PostingIterator at_;
  Xapian::PostingIterator end_;
  bool started_ = false;
};

}  // namespace

Xapian::PostingSource* new_complement_source(const Xapian::Query& query) {
  return (new ComplementSource(query))->release();
}

}  // namespace nutgraf::search::compile
