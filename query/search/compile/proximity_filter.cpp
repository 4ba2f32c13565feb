// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/compile/proximity_filter.h"

#include <utility>

#include "core/base/time_limit.h"
#include "core/schema/terms.h"

namespace nutgraf::search::compile {
namespace {

using Conditions = std::vector<bind::PositionConditionPtr>;

class ProximityDecider final : public Xapian::MatchDecider {
 public:
  ProximityDecider(postings::IndexReader shard, Conditions conditions)
      : shard_(std::move(shard)), conditions_(std::move(conditions)) {}

  [[nodiscard]] bool operator()(const Xapian::Document& document) const override {
    const Xapian::docid number = document.get_docid();
    if (number <= last_) {
      spans_.clear();  // another run: spans are only visited at ascending documents
    }
    last_ = number;
    open();
    for (std::size_t i = 0; i < conditions_.size(); ++i) {
      spans_[i]->move_to(number);
      if (!conditions_[i]->tree.holds(*spans_[i])) {
        return false;
      }
    }
    return true;
  }

 private:
  void open() const {
    for (std::size_t i = spans_.size(); i < conditions_.size(); ++i) {
      spans_.push_back(std::make_unique<StoredPositions>(shard_, conditions_[i]->clauses));
    }
  }

  postings::IndexReader shard_;
  Conditions conditions_;
  // Xapian's interface is const; a plan is used by one thread.
  mutable std::vector<std::unique_ptr<StoredPositions>> spans_;
  mutable Xapian::docid last_ = 0;
};

}  // namespace

StoredPositions::StoredPositions(const postings::IndexReader& reader, const std::vector<bind::Clause>& clauses)
    : marks_{Marks{{reader, std::string(schema::kSentenceMark)}, {}, 0},
             Marks{{reader, std::string(schema::kParagraphMark)}, {}, 0}} {
  for (const bind::Clause& clause : clauses) {
    clauses_.push_back({{reader, clause}, {}, 0});
  }
}

void StoredPositions::move_to(Xapian::docid document) {
  TimeLimit::check();
  document_ = document;
}

const match::PositionSpans& StoredPositions::of(std::size_t clause) {
  CachedPositions& here = clauses_[clause];
  if (here.read_at != document_) {
    here.positions.read(document_, here.spans);
    here.read_at = document_;
  }
  return here.spans;
}

const std::vector<std::uint32_t>& StoredPositions::starts(parse::TextUnit unit) {
  Marks& marks = marks_[unit == parse::TextUnit::Sentence ? 0 : 1];
  if (marks.read_at != document_) {
    marks.starts.clear();
    if (marks.cursor.move_to(document_)) {
      marks.cursor.read(marks.starts);
    }
    marks.read_at = document_;
  }
  return marks.starts;
}

void ProximitySource::init(const Xapian::Database& database) {
  spans_.emplace(postings::IndexReader{database, mapped_}, condition_->clauses);
  documents_ = database.get_doccount();
  last_ = database.get_lastdocid();
  at_ = 0;
  set_maxweight(0);
}

void ProximitySource::next(double least_weight) {
  skip_to(at_ + 1, least_weight);
}

void ProximitySource::skip_to(Xapian::docid document, double least_weight) {
  while (document <= last_ && !check(document, least_weight)) {
    ++document;
  }
  at_ = document;
}

bool ProximitySource::check(Xapian::docid document, double /*least_weight*/) {
  at_ = document;
  spans_->move_to(document);
  return condition_->tree.holds(*spans_);
}

std::shared_ptr<Xapian::MatchDecider> make_proximity_decider(const postings::IndexReader& reader,
                                                             std::vector<bind::PositionConditionPtr> conditions) {
  return std::make_shared<ProximityDecider>(reader, std::move(conditions));
}

}  // namespace nutgraf::search::compile
