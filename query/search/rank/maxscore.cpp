// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/rank/maxscore.h"

#include <algorithm>
#include <bit>
#include <functional>
#include <iterator>
#include <limits>
#include <span>
#include <utility>

#include "core/base/time_limit.h"
#include "query/search/rank/phrase_filter.h"

namespace nutgraf::search::rank {
namespace {

constexpr std::uint32_t kWindow = 2048;  // documents
constexpr std::uint32_t kBits = 64;

// Words that together weigh at most this share of the heaviest one are looked up from the beginning.
constexpr double kLightShare = 0.5;
// A word of a phrase that occurs in this share of all passages and weighs at most that share of the rarest is looked up
// only where the phrase occurs.
constexpr double kFrequentShare = 0.9;
constexpr double kDeferredShare = 0.2;

Xapian::docid end_of_window(Xapian::docid first) {
  return first < postings::FormPostings::kEnd - kWindow ? first + kWindow : postings::FormPostings::kEnd;
}

/// Of a phrase every match is wanted, or `depth`: which of them contain it is seen at the end.
std::size_t wanted(const BagOfWords& query, std::size_t count) {
  if (query.phrase == nullptr) {
    return count;
  }
  return query.depth > 0 ? query.depth : std::numeric_limits<std::size_t>::max() / 2;
}

/// How many passages to ask about a phrase, after `asked` of which some contain it, to have `count` that do.
std::size_t next_share(std::size_t asked, std::size_t holders, std::size_t count) {
  constexpr std::size_t kFewest = 32;
  if (asked == 0) {
    return std::max(count, kFewest);
  }
  const std::size_t missing = count > holders ? count - holders : 0;
  const std::size_t expected = missing * asked / std::max<std::size_t>(holders, 1);
  return std::clamp(expected + expected / 4, kFewest, 4 * asked);
}

}  // namespace

MaxScoreRetriever::MaxScoreRetriever(const postings::IndexReader& reader, const BagOfWords& query,
                                     const RankingParameters& parameters, postings::DocLengths& lengths)
    : reader_(reader),
      query_(query),
      lengths_(lengths),
      norm_{parameters.k1, parameters.b, std::max(1.0, reader.database.get_average_length())} {
  words_.reserve(query.words.size());
  for (const BagOfWords::Word& given : query.words) {
    words_.emplace_back(reader, given, norm_);
    has_compounds_ = has_compounds_ || !words_.back().open.empty();
  }
}

std::vector<RankedPassage> MaxScoreRetriever::best(std::size_t count) {
  count_ = count;
  top_ = TopK(wanted(query_, count));
  Words required;
  Words optional;
  Words excluded;
  for (TermScorer& word : words_) {
    (word.role == bind::Role::Required   ? required
     : word.role == bind::Role::Excluded ? excluded
                                         : optional)
        .push_back(&word);
  }
  std::ranges::sort(required, {}, &TermScorer::passages);
  std::ranges::sort(optional, std::greater<>(), &TermScorer::max_score);
  if (query_.phrase != nullptr) {
    defer_frequent(required, required.front());
    defer_frequent(optional, required.front());
  }
  if (!required.empty()) {
    Words non_essential(std::next(required.begin()), required.end());
    non_essential.insert(non_essential.end(), excluded.begin(), excluded.end());
    non_essential.insert(non_essential.end(), optional.begin(), optional.end());
    rank({required.front()}, std::move(non_essential));
  } else {
    rank_any(optional, excluded);
  }
  return query_.phrase == nullptr ? top_.take() : holders(top_.take_unsorted());
}

std::vector<double> MaxScoreRetriever::weights_in(Xapian::docid document) {
  std::vector<double> weights;
  for (TermScorer& word : words_) {
    word.restart(reader_);
    word.look_up(document);
    word.read_compounds(document);
    const double length = lengths_.of(document);
    weights.push_back(word.weight_in(length, norm_.at(length)));
  }
  return weights;
}

void MaxScoreRetriever::defer_frequent(Words& words, const TermScorer* essential) {
  const double frequent = kFrequentShare * reader_.database.get_doccount();
  const double light = kDeferredShare * std::ranges::max_element(words_, {}, &TermScorer::max_score)->max_score;
  std::erase_if(words, [&](TermScorer* word) {
    const bool deferred = word != essential && word->passages > frequent && word->max_score <= light;
    if (deferred) {
      word->role = bind::Role::Optional;  // whether it occurs there is seen from the phrase
      deferred_.push_back(word);
      deferred_max_score_ += word->max_score;
    }
    return deferred;
  });
}

/// Passages with a heavy word first; those that contain nothing but light words (the, of) only where they may be among
/// the best. `optional` by descending max_score.
void MaxScoreRetriever::rank_any(const Words& optional, const Words& excluded) {
  std::size_t heavy = optional.size();
  double light_max_score = 0;
  while (heavy > 1 && light_max_score + optional[heavy - 1]->max_score < kLightShare * optional.front()->max_score) {
    light_max_score += optional[--heavy]->max_score;
  }
  const auto border = optional.begin() + static_cast<std::ptrdiff_t>(heavy);
  Words non_essential = excluded;
  non_essential.insert(non_essential.end(), border, optional.end());
  if (heavy == optional.size()) {
    rank(optional, non_essential);
    return;
  }
  ranked_.assign(reader_.database.get_lastdocid() / kBits + 1, 0);
  rank({optional.begin(), border}, std::move(non_essential));
  top_.prune();
  if (light_max_score < top_.threshold()) {
    return;
  }
  for (TermScorer& word : words_) {
    word.restart(reader_);
  }
  rank({border, optional.end()}, excluded);
}

void MaxScoreRetriever::rank(Words essential, Words non_essential) {
  set_suffix_max_scores(non_essential);
  lay_out(essential);
  while (!essential.empty()) {
    TimeLimit::check();
    Xapian::docid first = postings::FormPostings::kEnd;
    for (const TermScorer* word : essential) {
      for (const postings::FormPostings& form : word->forms) {
        first = std::min(first, form.document());
      }
    }
    if (first == postings::FormPostings::kEnd) {
      return;
    }
    const Xapian::docid stop = end_of_window(first);
    const double suffix_max_score = non_essential.empty() ? 0 : non_essential.front()->suffix_max_score;
    for (TermScorer* word : essential) {
      word->limit_lengths(top_.threshold() - suffix_max_score, norm_);
    }
    if (postings::FormPostings* const form = only_form(essential, stop); form != nullptr) {
      rank_alone(*essential.front(), *form, non_essential, stop);
    } else {
      rank_window(essential, non_essential, first);
    }
    demote(essential, non_essential);
  }
}

/// The one form that occurs before `stop`, where one word of one form is essential there; else none.
postings::FormPostings* MaxScoreRetriever::only_form(const Words& essential, Xapian::docid stop) {
  postings::FormPostings* only = nullptr;
  if (essential.size() != 1 || !essential.front()->open.empty()) {
    return only;
  }
  for (postings::FormPostings& form : essential.front()->forms) {
    if (form.document() < stop) {
      if (only != nullptr) {
        return nullptr;
      }
      only = &form;
    }
  }
  return only;
}

void MaxScoreRetriever::rank_alone(TermScorer& essential, postings::FormPostings& postings, const Words& non_essential,
                                   Xapian::docid stop) {
  const double suffix_max_score = non_essential.empty() ? 0 : non_essential.front()->suffix_max_score;
  for (; postings.document() < stop; postings.next()) {
    essential.here = postings.frequency();
    if (essential.reaches(essential.here, lengths_.of(postings.document())) && is_news(postings.document())) {
      judge(postings.document(), suffix_max_score + essential.max_score_of(essential.here), non_essential);
    }
  }
}

void MaxScoreRetriever::rank_window(const Words& essential, const Words& non_essential, Xapian::docid first) {
  add_up(essential, first);
  const double suffix_max_score = non_essential.empty() ? 0 : non_essential.front()->suffix_max_score;
  for (std::size_t i = 0; i < touched_.size(); ++i) {
    for (std::uint64_t bits = std::exchange(touched_[i], 0); bits != 0; bits &= bits - 1) {
      const std::size_t offset = i * kBits + static_cast<std::size_t>(std::countr_zero(bits));
      const Standing standing = take(essential, offset);
      const Xapian::docid document = first + static_cast<Xapian::docid>(offset);
      const TermScorer* const only = standing.only;
      const bool reaches = only == nullptr || only->reaches(only->here, lengths_.of(document));
      if (reaches && is_news(document)) {
        judge(document, suffix_max_score + standing.max_score, non_essential);
      }
    }
  }
}

/// Takes out of the table how often the words occur in the passage at `offset`.
MaxScoreRetriever::Standing MaxScoreRetriever::take(const Words& essential, std::size_t offset) {
  Standing standing;
  std::size_t words = 0;
  for (TermScorer* word : essential) {
    std::uint32_t* row = &frequencies_[word->first_row * kWindow + offset];
    word->here = std::exchange(*row, 0);
    for (Xapian::termcount& open : word->open) {
      row += kWindow;
      open = std::exchange(*row, 0);
      word->here += open;
    }
    if (word->here > 0) {
      standing.max_score += word->max_score_of(word->here);
      standing.only = ++words == 1 ? word : nullptr;
    }
  }
  return standing;
}

/// A word is essential no longer once it cannot bring a passage among the best, together with all that are looked up.
void MaxScoreRetriever::demote(Words& essential, Words& non_essential) const {
  const auto is_optional = [](const TermScorer* word) { return word->role == bind::Role::Optional; };
  while (!essential.empty() && is_optional(essential.back()) &&
         essential.back()->max_score + (non_essential.empty() ? 0 : non_essential.front()->suffix_max_score) <
             top_.threshold()) {
    const auto place = std::ranges::find_if(non_essential, is_optional);
    non_essential.insert(place, essential.back());
    essential.pop_back();
    set_suffix_max_scores(non_essential);
  }
}

void MaxScoreRetriever::set_suffix_max_scores(Words& non_essential) {
  double sum = 0;
  std::for_each(non_essential.rbegin(), non_essential.rend(), [&sum](TermScorer* word) {
    sum += word->max_score;
    word->suffix_max_score = sum;
  });
}

/// Rows of the table for the essential words, and no more: to clear them costs as much as a small query.
void MaxScoreRetriever::lay_out(const Words& essential) {
  std::size_t rows = 0;
  for (TermScorer* word : essential) {
    word->first_row = rows;
    rows += word->rows();
  }
  if (frequencies_.size() < rows * kWindow) {
    frequencies_.resize(rows * kWindow);
  }
  touched_.resize(kWindow / kBits);
}

void MaxScoreRetriever::add_up(const Words& essential, Xapian::docid first) {
  const Xapian::docid stop = end_of_window(first);
  for (TermScorer* word : essential) {
    std::size_t row = word->first_row;
    for (postings::FormPostings& form : word->forms) {
      row += form.is_compound() ? 1U : 0U;
      std::uint32_t* const frequencies = &frequencies_[row * kWindow];
      for (; form.document() < stop; form.next()) {
        const std::uint32_t offset = form.document() - first;
        frequencies[offset] += form.frequency();
        touched_[offset / kBits] |= std::uint64_t{1} << (offset % kBits);
      }
    }
  }
}

/// Was the document not met before?
bool MaxScoreRetriever::is_news(Xapian::docid document) {
  if (document / kBits >= ranked_.size()) {
    return true;
  }
  std::uint64_t& bits = ranked_[document / kBits];
  const std::uint64_t bit = std::uint64_t{1} << (document % kBits);
  return (std::exchange(bits, bits | bit) & bit) == 0;
}

/// A passage in which the essential words occur as they say; `max_score` is the most it may weigh.
void MaxScoreRetriever::judge(Xapian::docid document, double max_score, const Words& non_essential) {
  for (TermScorer* word : non_essential) {
    if (max_score < top_.threshold()) {
      return;
    }
    word->look_up(document);
    if (word->forbids()) {
      return;
    }
    max_score += word->max_score_of(word->here) - word->max_score;
  }
  if (max_score < top_.threshold() || (has_compounds_ && !holds_words(document))) {
    return;
  }
  top_.offer({document, weight_here(document) + deferred_max_score_});
}

/// Reads the places of open compounds: does something still occur there, and all that must?
bool MaxScoreRetriever::holds_words(Xapian::docid document) {
  bool any = false;
  for (TermScorer& word : words_) {
    word.read_compounds(document);
    if (word.forbids()) {
      return false;
    }
    any = any || word.here > 0;
  }
  return any;
}

/// In the order of the query, so that the same passage weighs the same to the last bit wherever it occurs.
double MaxScoreRetriever::weight_here(Xapian::docid document) {
  const double length = lengths_.of(document);
  const double norm = norm_.at(length);
  double sum = 0;
  for (const TermScorer& word : words_) {
    sum += word.weight_in(length, norm);
  }
  return sum;
}

/// Positions cost more than weights: they are read from the heaviest passage down, until there are enough. Passages are
/// sorted no further than that.
std::vector<RankedPassage> MaxScoreRetriever::holders(std::vector<RankedPassage> passages) {
  std::vector<RankedPassage> holders;
  std::size_t begin = 0;
  while (begin < passages.size()) {
    if (holders.size() >= count_ && count_ > 0 && passages[begin].weight < holders[count_ - 1].weight - kEqualWeights) {
      break;
    }
    const std::size_t asked = std::min(next_share(begin, holders.size(), count_), passages.size() - begin);
    const auto from = passages.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto to = from + static_cast<std::ptrdiff_t>(asked);
    if (to != passages.end()) {
      std::nth_element(from, to, passages.end(), is_heavier);  // and the heaviest of the rest comes next
    }
    const auto some = std::span(passages).subspan(begin, asked);
    std::ranges::sort(some, {}, &RankedPassage::document);
    append_holders(some, holders);
    std::ranges::sort(holders, is_heavier);
    begin += asked;
  }
  if (count_ > 0 && holders.size() > count_) {
    const double last = holders[count_ - 1].weight - kEqualWeights;
    std::erase_if(holders, [last](const RankedPassage& passage) { return passage.weight < last; });
  }
  return holders;
}

/// Those of some passages, by ascending docid, that contain the phrase, with what the deferred words weigh in them.
void MaxScoreRetriever::append_holders(std::span<const RankedPassage> some, std::vector<RankedPassage>& holders) {
  TimeLimit::check();
  std::vector<Xapian::docid> documents(some.size());
  std::ranges::transform(some, documents.begin(), &RankedPassage::document);
  const std::vector<Xapian::docid> holding = filter_by_phrase(reader_, *query_.phrase, documents);
  for (TermScorer* word : deferred_) {
    word->restart(reader_);
  }
  auto passage = some.begin();
  for (const Xapian::docid document : holding) {
    passage = std::lower_bound(passage, some.end(), document,
                               [](const RankedPassage& p, Xapian::docid d) { return p.document < d; });
    const double length = lengths_.of(document);
    double weight = passage->weight - deferred_max_score_;
    for (TermScorer* word : deferred_) {
      word->look_up(document);
      word->read_compounds(document);
      weight += word->weight_in(length, norm_.at(length));
    }
    holders.push_back({document, weight});
  }
}

}  // namespace nutgraf::search::rank
