// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/rank/retrieve.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "core/schema/slots.h"
#include "query/search/compile/operators.h"
#include "query/search/compile/words.h"
#include "query/search/postings/doc_values.h"
#include "query/search/postings/index_reader.h"
#include "query/search/rank/bag_of_words.h"
#include "query/search/rank/maxscore.h"

namespace nutgraf::search::rank {
namespace {

/// Counts the passages that Xapian's matcher looks at, or that it is given, their articles, and the rows that they
/// make.
class MatchCounter final : public Xapian::MatchSpy {
 public:
  /// `per_article` passages at most make rows; copies of one group make those of one article. Stops at `most` passages.
  MatchCounter(std::uint32_t per_article, Copies copies, std::uint64_t most = std::numeric_limits<std::uint64_t>::max())
      : per_article_(per_article), copies_(copies), most_(most) {}

  void operator()(const Xapian::Document& document, double weight) override;

  /// A passage by its values of the slots Article and, where groups are read, Group.
  void add(std::string article, std::string group);
  [[nodiscard]] bool reads_groups() const { return copies_ == Copies::OnePerGroup; }

  [[nodiscard]] std::uint64_t passages() const { return passages_; }
  [[nodiscard]] std::uint64_t articles() const { return articles_.size(); }
  [[nodiscard]] std::uint64_t rows() const { return rows_; }

 private:
  std::uint32_t per_article_;
  Copies copies_;
  std::uint64_t most_;
  std::uint64_t passages_ = 0;
  std::uint64_t rows_ = 0;
  std::unordered_set<std::string> articles_;
  std::unordered_map<std::string, std::uint32_t> shown_;  // by article, or group of copies
};

void MatchCounter::operator()(const Xapian::Document& document, double /*weight*/) {
  if (passages_ < most_) {
    add(document.get_value(postings::slot(schema::Slot::Article)),
        reads_groups() ? document.get_value(postings::slot(schema::Slot::Group)) : std::string());
  }
}

void MatchCounter::add(std::string article, std::string group) {
  if (passages_ == most_) {
    return;
  }
  ++passages_;
  std::string key = group.empty() ? article : std::move(group);
  articles_.insert(std::move(article));
  std::uint32_t& shown = shown_[std::move(key)];
  if (shown < per_article_) {
    ++shown;
    ++rows_;
  }
}

/// The first `checked` passages that match, and perhaps more, go to the counter.
struct Counted {
  MatchCounter* counter = nullptr;
  Xapian::doccount checked = 0;  // 0 = no counter
};

std::vector<RankedPassage> passages_of(const Xapian::MSet& found) {
  std::vector<RankedPassage> passages;
  passages.reserve(found.size());
  for (auto it = found.begin(); it != found.end(); ++it) {
    passages.push_back({*it, it.get_weight()});
  }
  return passages;
}

/// To sort by the slot is to read it for nearly every match: it is done only where the last one taken has an equal that
/// finds no room. Enquire::set_cutoff would spare most of that, but loses matches of an OR of AND_MAYBEs in a FILTER.
BestPassages best_matches(Xapian::Enquire enquire, Xapian::doccount count, const Counted& counted,
                          const Xapian::MatchDecider* decider) {
  enquire.set_sort_by_relevance();
  if (counted.checked > 0) {
    enquire.add_matchspy(counted.counter);
  }
  const Xapian::MSet found = enquire.get_mset(0, count + 1, counted.checked, nullptr, decider);
  BestPassages best{passages_of(found), found.get_matches_estimated()};
  if (best.passages.size() <= count) {
    return best;
  }
  if (rounded(best.passages[count].weight) == rounded(best.passages[count - 1].weight)) {
    enquire.clear_matchspies();
    enquire.set_sort_by_relevance_then_value(postings::slot(schema::Slot::Order), false);
    best.passages = passages_of(enquire.get_mset(0, count, 0, nullptr, decider));
  }
  best.passages.resize(std::min<std::size_t>(best.passages.size(), count));
  return best;
}

/// Of passages of which more than `count` may equal the last one taken, the first by slot Order.
void cut(const postings::IndexReader& reader, std::size_t count, std::vector<RankedPassage>& passages) {
  if (passages.size() <= count) {
    return;
  }
  const double last = rounded(passages[count - 1].weight);
  std::erase_if(passages, [last](const RankedPassage& p) { return rounded(p.weight) < last; });
  const auto first_equal =
      std::ranges::find_if(passages, [last](const RankedPassage& p) { return rounded(p.weight) == last; });
  std::sort(first_equal, passages.end(),
            [](const RankedPassage& a, const RankedPassage& b) { return a.document < b.document; });
  std::vector<std::pair<std::string, RankedPassage>> equal;
  postings::DocValues orders(reader, schema::Slot::Order);
  for (auto at = first_equal; at != passages.end(); ++at) {
    equal.emplace_back(orders.at(at->document), *at);
  }
  std::ranges::sort(equal, {}, &std::pair<std::string, RankedPassage>::first);
  std::ranges::transform(equal, first_equal, &std::pair<std::string, RankedPassage>::second);
  passages.resize(count);
}

BestPassages best_of(const Ranking& ranking, const BagOfWords& query, Xapian::doccount count) {
  BestPassages best{
      MaxScoreRetriever(ranking.plan.reader, query, ranking.options.parameters, ranking.articles.lengths).best(count),
      0};
  cut(ranking.plan.reader, count, best.passages);
  return best;
}

/// In no order: Xapian stops once it has seen enough.
Xapian::doccount count_matches(const Ranking& ranking, const Counted& counted) {
  Xapian::Enquire enquire(ranking.plan.reader.database);
  enquire.set_query(ranking.plan.query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.add_matchspy(counted.counter);
  return enquire.get_mset(0, 0, counted.checked).get_matches_estimated();
}

/// A spy cannot be sent to a server: the values it would look at come with the matches.
Xapian::doccount count_from_here(const Ranking& ranking, const Counted& counted) {
  Xapian::Enquire enquire(ranking.plan.reader.database);
  enquire.set_query(ranking.plan.query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  enquire.set_collapse_key(postings::slot(schema::Slot::Article),
                           counted.checked);  // collapses nothing: it brings the key
  const Xapian::MSet found = enquire.get_mset(0, counted.checked, counted.checked);
  std::optional<postings::DocValues> groups;
  if (counted.counter->reads_groups()) {
    groups.emplace(ranking.plan.reader, schema::Slot::Group);
  }
  for (auto it = found.begin(); it != found.end(); ++it) {
    counted.counter->add(it.get_collapse_key(), groups ? std::string(groups->at(*it)) : std::string());
  }
  return found.get_matches_estimated();
}

std::optional<BagOfWords> words_of(const Ranking& ranking) {
  const bool as_bound = ranking.plan.feedback.empty() && ranking.plan.decider == nullptr;
  return as_bound ? bag_of_words(ranking.plan.bound) : std::nullopt;
}

Xapian::doccount count(const Ranking& ranking, const Counted& counted) {
  return ranking.plan.reader.has_remote_shards() ? count_from_here(ranking, counted) : count_matches(ranking, counted);
}

BestPassages best_and_counted(const Ranking& ranking, Xapian::doccount most, const Counted& counted) {
  const std::optional<BagOfWords> words = words_of(ranking);
  if (!words && !ranking.plan.reader.has_remote_shards()) {
    return best_matches(ranked_enquire(ranking, ranking.plan.ranked), most, counted, ranking.plan.decider.get());
  }
  BestPassages best = words ? best_of(ranking, *words, most)
                            : best_matches(ranked_enquire(ranking, ranking.plan.ranked), most, {}, nullptr);
  if (counted.checked > 0) {
    best.estimated = count(ranking, counted);
  }
  return best;
}

Xapian::doccount passages_to_count(const Ranking& ranking) {
  const Xapian::doccount all = ranking.plan.reader.database.get_doccount();
  switch (ranking.options.totals) {
    case Totals::None:
      return 0;
    case Totals::Bounded:
      return std::min(all, ranking.options.parameters.exact_total) + 1;
    case Totals::Exact:
      break;
  }
  return all + 1;
}

MatchCounter match_counter(const Ranking& ranking, Xapian::doccount most) {
  const bool grouped = ranking.plan.reader.database.get_value_freq(postings::slot(schema::Slot::Group)) > 0;
  return {ranking.options.per_article, grouped ? ranking.options.copies : Copies::All, most};
}

void take_counts(const Ranking& ranking, const Counted& counted, Xapian::doccount estimated, Retrieved& retrieved) {
  // The matcher looks at this many matches at least, and then leaves out those that cannot rank.
  retrieved.is_counted = counted.counter->passages() < counted.checked;
  retrieved.passages = counted.counter->passages();
  retrieved.articles = counted.counter->articles();
  retrieved.rows = counted.counter->rows();
  if (!retrieved.is_counted && counted.counter->passages() > 0) {
    const double factor =
        std::max(1.0, static_cast<double>(estimated) / static_cast<double>(counted.counter->passages()));
    const auto scaled = [factor](std::uint64_t n) {
      return static_cast<std::uint64_t>(std::llround(factor * static_cast<double>(n)));
    };
    retrieved.passages = scaled(retrieved.passages);
    // Where articles differ in length, the first ones are no fair sample of them.
    const auto most = static_cast<std::uint64_t>(ranking.articles.count);
    retrieved.rows = std::min(scaled(retrieved.rows), most * ranking.options.per_article);
    retrieved.articles = std::min(scaled(retrieved.articles), most);
  }
}

}  // namespace

Xapian::Enquire ranked_enquire(const Ranking& ranking, const Xapian::Query& query) {
  Xapian::Enquire enquire(ranking.plan.reader.database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(
      Xapian::BM25Weight(ranking.options.parameters.k1, 0, compile::kK3, ranking.options.parameters.b, 0));
  enquire.set_sort_by_relevance_then_value(postings::slot(schema::Slot::Order), false);
  return enquire;
}

BestPassages best_passages(const Ranking& ranking, Xapian::doccount count) {
  return best_and_counted(ranking, count, {});
}

Retrieved retrieve(const Ranking& ranking) {
  Retrieved retrieved;
  const compile::Plan& plan = ranking.plan;
  if (plan.ranked.empty()) {  // a word that must occur is not in the index
    retrieved.is_counted = retrieved.holds_all = true;
    return retrieved;
  }
  const Xapian::doccount checked = passages_to_count(ranking);
  MatchCounter counter = match_counter(ranking, checked);
  const Counted counted{&counter, checked};
  const BestPassages best = best_and_counted(ranking, ranking.options.parameters.window, counted);
  take_counts(ranking, counted, best.estimated, retrieved);
  retrieved.candidates = scored(best.passages);
  retrieved.holds_all = retrieved.candidates.size() < ranking.options.parameters.window;
  return retrieved;
}

void count_all(const Ranking& ranking, Retrieved& retrieved) {
  const Xapian::doccount checked = ranking.plan.reader.database.get_doccount() + 1;
  MatchCounter counter = match_counter(ranking, checked);
  const Counted counted{&counter, checked};
  take_counts(ranking, counted, count(ranking, counted), retrieved);
}

std::vector<double> word_weights(const Ranking& ranking, Xapian::docid document) {
  const std::optional<BagOfWords> words = words_of(ranking);
  if (!words) {
    return {};
  }
  const std::vector<double> weights =
      MaxScoreRetriever(ranking.plan.reader, *words, ranking.options.parameters, ranking.articles.lengths)
          .weights_in(document);
  std::unordered_map<std::string, double> by_forms;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    by_forms[bind::forms_key(*words->words[i].word)] += weights[i];
  }
  std::vector<double> of_ranked;
  for (const bind::RankedWord& ranked : ranking.plan.bound.ranked) {
    of_ranked.push_back(by_forms[bind::forms_key(ranked.word)]);
  }
  return of_ranked;
}

BestPassages best_phrase_holders(const Ranking& ranking, const bind::Clause& phrase, Xapian::doccount count,
                                 Xapian::doccount depth) {
  const std::optional<BagOfWords> words = words_of(ranking);
  if (std::optional<BagOfWords> holders = words ? as_phrase(*words, phrase) : std::nullopt) {
    holders->depth = depth;
    return best_of(ranking, *holders, count);
  }
  const Xapian::Query holders =
      compile::filtered(ranking.plan.query, compile::phrase_query(phrase, compile::Mixtures::SomeIfMany));
  return best_matches(ranked_enquire(ranking, holders), count, {}, nullptr);
}

}  // namespace nutgraf::search::rank
