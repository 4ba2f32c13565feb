// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/compile/plan.h"

#include <utility>

#include "query/search/compile/compiler.h"
#include "query/search/compile/operators.h"
#include "query/search/compile/proximity_filter.h"
#include "query/search/compile/words.h"

namespace nutgraf::search::compile {
namespace {

/// A ranked search wants few of many candidates; Xapian asks a decider only about those whose weight is high enough, so
/// that most positions are never read.
void defer_positions(const Compiler& compiler, Plan& plan) {
  if (plan.reader.sharding != postings::Sharding::One || plan.bound.conditions.empty()) {
    return;
  }
  std::vector<bind::PositionConditionPtr> unchecked;
  const Xapian::Query query = compiler.unchecked_query(unchecked);
  if (!unchecked.empty()) {
    plan.ranked = query;
    plan.decider = make_proximity_decider(plan.reader, std::move(unchecked));
  }
}

}  // namespace

Plan make_plan(bind::BoundQuery bound, const postings::IndexReader& reader, FullPhrase full_phrase) {
  Plan plan{.reader = reader, .bound = std::move(bound), .query = {}, .full_phrase = {}, .ranked = {}};
  const Compiler compiler(plan.bound, reader.mapped, reader.sharding);
  plan.query = plan.ranked = compiler.query();
  defer_positions(compiler, plan);
  if (!plan.bound.full_phrase.parts.empty() && full_phrase == FullPhrase::Wanted) {
    plan.full_phrase = filtered(plan.query, phrase_query(plan.bound.full_phrase, Mixtures::SomeIfMany));
  }
  return plan;
}

}  // namespace nutgraf::search::compile
