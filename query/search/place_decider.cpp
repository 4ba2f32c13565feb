// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/place_decider.h"

#include <algorithm>
#include <utility>

#include "query/search/compile.h"
#include "query/search/stored_places.h"

namespace nutgraf {
namespace {

using Proximities = std::vector<std::shared_ptr<const Proximity>>;

class PlaceDecider final : public Xapian::MatchDecider {
 public:
  PlaceDecider(Tables shard, Proximities proximities)
      : shard_(std::move(shard)), proximities_(std::move(proximities)) {}

  [[nodiscard]] bool operator()(const Xapian::Document& document) const override {
    const Xapian::docid number = document.get_docid();
    if (number <= last_) {
      places_.clear();  // another run: places are only visited at ascending documents
    }
    last_ = number;
    open();
    for (std::size_t i = 0; i < proximities_.size(); ++i) {
      places_[i]->move_to(number);
      if (!proximities_[i]->holds(*places_[i])) {
        return false;
      }
    }
    return true;
  }

 private:
  void open() const {
    for (std::size_t i = places_.size(); i < proximities_.size(); ++i) {
      places_.push_back(std::make_unique<StoredPlaces>(shard_, proximities_[i]->units()));
    }
  }

  Tables shard_;
  Proximities proximities_;
  // Xapian's interface is const; a plan is used by one thread.
  mutable std::vector<std::unique_ptr<StoredPlaces>> places_;
  mutable Xapian::docid last_ = 0;
};

}  // namespace

void defer_places(Plan& plan) {
  Proximities unchecked;
  plan.ranked = plan.query;
  if (plan.shards.size() != 1 || plan.has_remote_shards || plan.bound.proximities.empty()) {
    return;
  }
  const Xapian::Query query = Compiler(plan.bound, plan.tables.in_place).unchecked_query(unchecked);
  if (!unchecked.empty()) {
    plan.ranked = query;
    plan.decider = std::make_shared<PlaceDecider>(plan.tables, std::move(unchecked));
  }
}

}  // namespace nutgraf
