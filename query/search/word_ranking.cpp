// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/word_ranking.h"

#include <algorithm>
#include <bit>
#include <functional>
#include <iterator>
#include <limits>
#include <span>
#include <utility>

#include "query/search/phrase_holders.h"

namespace nutgraf {
namespace {

constexpr std::uint32_t kStretch = 2048;  // documents
constexpr std::uint32_t kBits = 64;

// Words that together weigh at most this share of the heaviest one are looked up from the beginning.
constexpr double kLightShare = 0.5;
// A word of a phrase that stands in this share of all passages and weighs at most that share of the rarest is looked up
// only where the phrase stands.
constexpr double kFrequentShare = 0.9;
constexpr double kLateShare = 0.2;

Xapian::docid end_of_stretch(Xapian::docid first) {
  return first < FormPostings::kEnd - kStretch ? first + kStretch : FormPostings::kEnd;
}

/// Of a phrase every match is wanted, or so many: which of them hold it is seen at the end.
std::size_t wanted(const WordQuery& query, std::size_t count) {
  if (query.phrase == nullptr) {
    return count;
  }
  return query.depth > 0 ? query.depth : std::numeric_limits<std::size_t>::max() / 2;
}

/// How many passages to ask about a phrase, after so many of which some hold it, to have `count` that do.
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

WordRanking::WordRanking(const Tables& tables, const WordQuery& query, const RankingParameters& parameters,
                         DocumentLengths& lengths, std::size_t count)
    : tables_(tables),
      query_(query),
      count_(count),
      lengths_(lengths),
      damping_{parameters.k1, parameters.b, std::max(1.0, tables.database.get_average_length())},
      top_(wanted(query, count)) {
  words_.reserve(query.words.size());
  for (const WordQuery::Word& given : query.words) {
    words_.emplace_back(tables, given, damping_);
    has_compounds_ = has_compounds_ || !words_.back().open.empty();
  }
}

std::vector<RankedPassage> WordRanking::best() {
  Words required;
  Words optional;
  Words excluded;
  for (RankingWord& word : words_) {
    (word.role == Role::Required ? required : word.role == Role::Excluded ? excluded : optional).push_back(&word);
  }
  std::ranges::sort(required, {}, &RankingWord::passages);
  std::ranges::sort(optional, std::greater<>(), &RankingWord::bound);
  if (query_.phrase != nullptr) {
    take_late(required, required.front());
    take_late(optional, required.front());
  }
  if (!required.empty()) {
    Words others(std::next(required.begin()), required.end());
    others.insert(others.end(), excluded.begin(), excluded.end());
    others.insert(others.end(), optional.begin(), optional.end());
    rank({required.front()}, std::move(others));
  } else {
    rank_any(optional, excluded);
  }
  return query_.phrase == nullptr ? top_.take() : holders(top_.take());
}

std::vector<double> WordRanking::weights_in(Xapian::docid document) {
  std::vector<double> weights;
  for (RankingWord& word : words_) {
    word.restart(tables_);
    word.look_up(document);
    word.read_compounds(document);
    const double length = lengths_.of(document);
    weights.push_back(word.weight_in(length, damping_.at(length)));
  }
  return weights;
}

void WordRanking::take_late(Words& words, const RankingWord* deciding) {
  const double frequent = kFrequentShare * tables_.database.get_doccount();
  const double light = kLateShare * std::ranges::max_element(words_, {}, &RankingWord::bound)->bound;
  std::erase_if(words, [&](RankingWord* word) {
    const bool late = word != deciding && word->passages > frequent && word->bound <= light;
    if (late) {
      word->role = Role::Optional;  // whether it stands there is seen from the phrase
      late_.push_back(word);
      late_bound_ += word->bound;
    }
    return late;
  });
}

/// Passages with a heavy word first; those that hold nothing but light words (the, of) only where they may be among the
/// best. `optional` by descending bound.
void WordRanking::rank_any(const Words& optional, const Words& excluded) {
  std::size_t heavy = optional.size();
  double light_bound = 0;
  while (heavy > 1 && light_bound + optional[heavy - 1]->bound < kLightShare * optional.front()->bound) {
    light_bound += optional[--heavy]->bound;
  }
  const auto border = optional.begin() + static_cast<std::ptrdiff_t>(heavy);
  Words others = excluded;
  others.insert(others.end(), border, optional.end());
  if (heavy == optional.size()) {
    rank(optional, others);
    return;
  }
  ranked_.assign(tables_.database.get_lastdocid() / kBits + 1, 0);
  rank({optional.begin(), border}, std::move(others));
  top_.prune();
  if (light_bound < top_.threshold()) {
    return;
  }
  for (RankingWord& word : words_) {
    word.restart(tables_);
  }
  rank({border, optional.end()}, excluded);
}

void WordRanking::rank(Words deciding, Words others) {
  set_ahead(others);
  lay_out(deciding);
  while (!deciding.empty()) {
    Xapian::docid first = FormPostings::kEnd;
    for (const RankingWord* word : deciding) {
      for (const FormPostings& form : word->forms) {
        first = std::min(first, form.document());
      }
    }
    if (first == FormPostings::kEnd) {
      return;
    }
    const Xapian::docid stop = end_of_stretch(first);
    const double ahead = others.empty() ? 0 : others.front()->ahead;
    for (RankingWord* word : deciding) {
      word->limit_lengths(top_.threshold() - ahead, damping_);
    }
    if (FormPostings* const form = only_form(deciding, stop); form != nullptr) {
      rank_alone(*deciding.front(), *form, others, stop);
    } else {
      rank_stretch(deciding, others, first);
    }
    demote(deciding, others);
  }
}

/// The one form that stands before `stop`, where one word of one form decides there; else none.
FormPostings* WordRanking::only_form(const Words& deciding, Xapian::docid stop) {
  FormPostings* only = nullptr;
  if (deciding.size() != 1 || !deciding.front()->open.empty()) {
    return only;
  }
  for (FormPostings& form : deciding.front()->forms) {
    if (form.document() < stop) {
      if (only != nullptr) {
        return nullptr;
      }
      only = &form;
    }
  }
  return only;
}

void WordRanking::rank_alone(RankingWord& deciding, FormPostings& postings, const Words& others, Xapian::docid stop) {
  const double ahead = others.empty() ? 0 : others.front()->ahead;
  for (; postings.document() < stop; postings.next()) {
    deciding.here = postings.frequency();
    if (deciding.reaches(deciding.here, lengths_.of(postings.document())) && is_news(postings.document())) {
      judge(postings.document(), ahead + deciding.bound_of(deciding.here), others);
    }
  }
}

void WordRanking::rank_stretch(const Words& deciding, const Words& others, Xapian::docid first) {
  add_up(deciding, first);
  const double ahead = others.empty() ? 0 : others.front()->ahead;
  for (std::size_t i = 0; i < touched_.size(); ++i) {
    for (std::uint64_t bits = std::exchange(touched_[i], 0); bits != 0; bits &= bits - 1) {
      const std::size_t offset = i * kBits + static_cast<std::size_t>(std::countr_zero(bits));
      const Standing standing = take(deciding, offset);
      const Xapian::docid document = first + static_cast<Xapian::docid>(offset);
      const RankingWord* const only = standing.only;
      const bool reaches = only == nullptr || only->reaches(only->here, lengths_.of(document));
      if (reaches && is_news(document)) {
        judge(document, ahead + standing.bound, others);
      }
    }
  }
}

/// Takes out of the table how often the words stand in the passage at `offset`.
WordRanking::Standing WordRanking::take(const Words& deciding, std::size_t offset) {
  Standing standing;
  std::size_t words = 0;
  for (RankingWord* word : deciding) {
    std::uint32_t* row = &frequencies_[word->first_row * kStretch + offset];
    word->here = std::exchange(*row, 0);
    for (Xapian::termcount& open : word->open) {
      row += kStretch;
      open = std::exchange(*row, 0);
      word->here += open;
    }
    if (word->here > 0) {
      standing.bound += word->bound_of(word->here);
      standing.only = ++words == 1 ? word : nullptr;
    }
  }
  return standing;
}

/// A word decides no longer once it cannot bring a passage among the best, together with all that are looked up.
void WordRanking::demote(Words& deciding, Words& others) const {
  const auto is_optional = [](const RankingWord* word) { return word->role == Role::Optional; };
  while (!deciding.empty() && is_optional(deciding.back()) &&
         deciding.back()->bound + (others.empty() ? 0 : others.front()->ahead) < top_.threshold()) {
    const auto place = std::ranges::find_if(others, is_optional);
    others.insert(place, deciding.back());
    deciding.pop_back();
    set_ahead(others);
  }
}

void WordRanking::set_ahead(Words& others) {
  double sum = 0;
  std::for_each(others.rbegin(), others.rend(), [&sum](RankingWord* word) {
    sum += word->bound;
    word->ahead = sum;
  });
}

/// Rows of the table for the words that decide, and no more: to clear them costs as much as a small query.
void WordRanking::lay_out(const Words& deciding) {
  std::size_t rows = 0;
  for (RankingWord* word : deciding) {
    word->first_row = rows;
    rows += word->rows();
  }
  if (frequencies_.size() < rows * kStretch) {
    frequencies_.resize(rows * kStretch);
  }
  touched_.resize(kStretch / kBits);
}

void WordRanking::add_up(const Words& deciding, Xapian::docid first) {
  const Xapian::docid stop = end_of_stretch(first);
  for (RankingWord* word : deciding) {
    std::size_t row = word->first_row;
    for (FormPostings& form : word->forms) {
      row += form.is_compound() ? 1U : 0U;
      std::uint32_t* const frequencies = &frequencies_[row * kStretch];
      for (; form.document() < stop; form.next()) {
        const std::uint32_t offset = form.document() - first;
        frequencies[offset] += form.frequency();
        touched_[offset / kBits] |= std::uint64_t{1} << (offset % kBits);
      }
    }
  }
}

/// Was the document not met before?
bool WordRanking::is_news(Xapian::docid document) {
  if (document / kBits >= ranked_.size()) {
    return true;
  }
  std::uint64_t& bits = ranked_[document / kBits];
  const std::uint64_t bit = std::uint64_t{1} << (document % kBits);
  return (std::exchange(bits, bits | bit) & bit) == 0;
}

/// A passage in which the deciding words stand as they say; `bound` is the most it may weigh.
void WordRanking::judge(Xapian::docid document, double bound, const Words& others) {
  for (RankingWord* word : others) {
    if (bound < top_.threshold()) {
      return;
    }
    word->look_up(document);
    if (word->forbids()) {
      return;
    }
    bound += word->bound_of(word->here) - word->bound;
  }
  if (bound < top_.threshold() || (has_compounds_ && !holds_words(document))) {
    return;
  }
  top_.offer({document, weight_here(document) + late_bound_});
}

/// Reads the places of open compounds: does something stand there still, and all that must?
bool WordRanking::holds_words(Xapian::docid document) {
  bool any = false;
  for (RankingWord& word : words_) {
    word.read_compounds(document);
    if (word.forbids()) {
      return false;
    }
    any = any || word.here > 0;
  }
  return any;
}

/// In the order of the query, so that the same passage weighs the same to the last bit wherever it stands.
double WordRanking::weight_here(Xapian::docid document) {
  const double length = lengths_.of(document);
  const double damping = damping_.at(length);
  double sum = 0;
  for (const RankingWord& word : words_) {
    sum += word.weight_in(length, damping);
  }
  return sum;
}

/// Positions cost more than weights: they are read from the heaviest passage down, until there are enough.
std::vector<RankedPassage> WordRanking::holders(std::vector<RankedPassage> passages) {
  std::vector<RankedPassage> holders;
  std::size_t begin = 0;
  while (begin < passages.size()) {
    if (holders.size() >= count_ && count_ > 0 && passages[begin].weight < holders[count_ - 1].weight - kEqualWeights) {
      break;
    }
    const std::size_t asked = std::min(next_share(begin, holders.size(), count_), passages.size() - begin);
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

/// Those of some passages, by ascending docid, that hold the phrase, with what the late words weigh in them.
void WordRanking::append_holders(std::span<const RankedPassage> some, std::vector<RankedPassage>& holders) {
  std::vector<Xapian::docid> documents(some.size());
  std::ranges::transform(some, documents.begin(), &RankedPassage::document);
  const std::vector<Xapian::docid> holding = phrase_holders(tables_, *query_.phrase, documents);
  for (RankingWord* word : late_) {
    word->restart(tables_);
  }
  auto passage = some.begin();
  for (const Xapian::docid document : holding) {
    passage = std::lower_bound(passage, some.end(), document,
                               [](const RankedPassage& p, Xapian::docid d) { return p.document < d; });
    const double length = lengths_.of(document);
    double weight = passage->weight - late_bound_;
    for (RankingWord* word : late_) {
      word->look_up(document);
      word->read_compounds(document);
      weight += word->weight_in(length, damping_.at(length));
    }
    holders.push_back({document, weight});
  }
}

}  // namespace nutgraf
