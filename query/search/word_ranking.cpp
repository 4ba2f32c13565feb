// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/word_ranking.h"

#include <algorithm>
#include <array>
#include <bit>
#include <iterator>
#include <limits>
#include <span>
#include <utility>

#include "query/search/phrase_holders.h"
#include "query/search/word_weight.h"

namespace nutgraf {
namespace {

constexpr std::uint32_t kStretch = 4096;  // documents
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

bool is_heavier(const RankedPassage& a, const RankedPassage& b) {
  return a.weight != b.weight ? a.weight > b.weight : a.document < b.document;
}

}  // namespace

struct WordRanking::Word {
  const BoundWord* word = nullptr;
  Role role = Role::Optional;
  std::vector<FormPostings> forms;
  std::size_t row = 0;              // of the table of frequencies: one for the word, then one for each open compound
  double passages = 0;              // that hold it, about
  double weight = 0;                // as the frequency grows
  double bound = 0;                 // the most it weighs in any passage
  double ahead = 0;                 // and with it all that are looked up after it
  std::array<double, 16> bounds{};  // the most it weighs where it stands so often
  Xapian::termcount here = 0;       // how often it stands in the passage at hand
  std::vector<Xapian::termcount> open;  // and how much of that is due to an open compound whose places were not read

  void start(const Xapian::Database& database) {
    forms.clear();
    for (const Form& form : word->forms) {
      if (!form.absent) {
        forms.emplace_back(database, form);
      }
    }
    // Compounds last, so that the rows come in the order of the forms.
    std::stable_partition(forms.begin(), forms.end(), [](const FormPostings& form) { return !form.is_compound(); });
    const auto compounds = std::ranges::count_if(forms, &FormPostings::is_compound);
    open.assign(static_cast<std::size_t>(compounds), 0);
  }

  [[nodiscard]] std::size_t sure_forms() const { return forms.size() - open.size(); }
  [[nodiscard]] FormPostings& compound(std::size_t i) { return forms[sure_forms() + i]; }

  [[nodiscard]] double bound_of(Xapian::termcount frequency) const {
    return frequency < bounds.size() ? bounds[frequency] : bound;
  }

  void look_up(Xapian::docid document) {
    here = 0;
    for (std::size_t i = 0; i < forms.size(); ++i) {
      forms[i].skip_to(document);
      const Xapian::termcount more = forms[i].document() == document ? forms[i].frequency() : 0;
      here += more;
      if (i >= sure_forms()) {
        open[i - sure_forms()] = more;
      }
    }
    if (role == Role::Excluded) {
      read_compounds(document);
    }
  }

  /// Leaves only what stands side by side.
  void read_compounds(Xapian::docid document) {
    for (std::size_t i = 0; i < open.size(); ++i) {
      if (open[i] > 0 && !compound(i).holds(document)) {
        here -= open[i];
      }
      open[i] = 0;
    }
  }

  [[nodiscard]] bool forbids() const {
    return (role == Role::Required && here == 0) || (role == Role::Excluded && here > 0);
  }
};

WordRanking::WordRanking(const Xapian::Database& database, const WordQuery& query, const RankingParameters& parameters,
                         DocumentLengths& lengths)
    : database_(database), query_(query), parameters_(parameters), lengths_(lengths) {
  average_length_ = std::max(1.0, database.get_average_length());
  const double all = database.get_doccount();
  const double shortest =
      parameters.k1 * (1 - parameters.b + parameters.b * database.get_doclength_lower_bound() / average_length_);
  for (const WordQuery::Word& given : query.words) {
    Word& word = words_.emplace_back();
    word.word = given.word;
    word.role = given.role;
    word.start(database);
    word.row = rows_;
    rows_ += 1 + word.open.size();
    has_compounds_ = has_compounds_ || !word.open.empty();
    word.passages = estimate_passages(database, *given.word);
    word.weight = given.scale * (parameters.k1 + 1) * inverse_document_frequency(all, word.passages);
    double most = 0;
    for (const Form& form : given.word->forms) {
      most += form.absent ? 0 : database.get_wdf_upper_bound(form.terms.front());
    }
    const auto weigh = [&](double frequency) {
      return frequency > 0 ? word.weight * frequency / (frequency + shortest) : 0;
    };
    word.bound = weigh(most);
    for (std::size_t i = 0; i < word.bounds.size(); ++i) {
      word.bounds[i] = weigh(static_cast<double>(i));
    }
  }
}

WordRanking::~WordRanking() = default;

std::vector<RankedPassage> WordRanking::best(std::size_t count) {
  count_ = query_.phrase != nullptr ? std::numeric_limits<std::size_t>::max() : count;
  full_ = count_ < std::numeric_limits<std::size_t>::max() / 2 ? std::max<std::size_t>(2 * count_, 1) : count_;
  std::vector<Word*> required;
  std::vector<Word*> optional;
  std::vector<Word*> excluded;
  for (Word& word : words_) {
    (word.role == Role::Required ? required : word.role == Role::Excluded ? excluded : optional).push_back(&word);
  }
  std::ranges::sort(required, {}, &Word::passages);
  std::ranges::sort(optional, std::greater<>(), &Word::bound);
  if (query_.phrase != nullptr) {
    take_late(required, required.front());
    take_late(optional, required.front());
  }
  if (!required.empty()) {
    std::vector<Word*> others(std::next(required.begin()), required.end());
    others.insert(others.end(), excluded.begin(), excluded.end());
    others.insert(others.end(), optional.begin(), optional.end());
    rank({required.front()}, std::move(others));
  } else {
    rank_any(optional, excluded);
  }
  if (query_.phrase != nullptr) {
    return holders(*query_.phrase, count);
  }
  prune();
  std::ranges::sort(kept_, is_heavier);
  return std::move(kept_);
}

std::vector<double> WordRanking::weights_in(Xapian::docid document) {
  std::vector<double> weights;
  for (Word& word : words_) {
    word.start(database_);
    word.look_up(document);
    word.read_compounds(document);
    weights.push_back(weight_of(word, lengths_.of(document)));
  }
  return weights;
}

void WordRanking::take_late(std::vector<Word*>& words, const Word* deciding) {
  const double frequent = kFrequentShare * database_.get_doccount();
  const double light = kLateShare * std::ranges::max(words_, {}, &Word::bound).bound;
  std::erase_if(words, [&](Word* word) {
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
void WordRanking::rank_any(const std::vector<Word*>& optional, const std::vector<Word*>& excluded) {
  std::size_t heavy = optional.size();
  double light_bound = 0;
  while (heavy > 1 && light_bound + optional[heavy - 1]->bound < kLightShare * optional.front()->bound) {
    light_bound += optional[--heavy]->bound;
  }
  const auto border = optional.begin() + static_cast<std::ptrdiff_t>(heavy);
  std::vector<Word*> others = excluded;
  others.insert(others.end(), border, optional.end());
  if (heavy == optional.size()) {
    rank(optional, others);
    return;
  }
  ranked_.assign(database_.get_lastdocid() / kBits + 1, 0);
  rank({optional.begin(), border}, std::move(others));
  prune();
  if (light_bound < threshold_) {
    return;
  }
  for (Word& word : words_) {
    word.start(database_);
    word.here = 0;
  }
  rank({border, optional.end()}, excluded);
}

void WordRanking::rank(std::vector<Word*> deciding, std::vector<Word*> others) {
  set_ahead(others);
  while (!deciding.empty()) {
    Xapian::docid first = FormPostings::kEnd;
    for (const Word* word : deciding) {
      for (const FormPostings& form : word->forms) {
        first = std::min(first, form.document());
      }
    }
    if (first == FormPostings::kEnd) {
      return;
    }
    if (deciding.size() == 1 && deciding.front()->forms.size() == 1 && deciding.front()->open.empty()) {
      rank_alone(*deciding.front(), deciding.front()->forms.front(), others, first);
    } else {
      rank_stretch(deciding, others, first);
    }
    demote(deciding, others);
  }
}

void WordRanking::rank_alone(Word& deciding, FormPostings& postings, const std::vector<Word*>& others,
                             Xapian::docid first) {
  const Xapian::docid stop = end_of_stretch(first);
  const double ahead = others.empty() ? 0 : others.front()->ahead;
  for (; postings.document() < stop; postings.next()) {
    if (is_news(postings.document())) {
      deciding.here = postings.frequency();
      judge(postings.document(), ahead + deciding.bound_of(deciding.here), others);
    }
  }
}

void WordRanking::rank_stretch(const std::vector<Word*>& deciding, const std::vector<Word*>& others,
                               Xapian::docid first) {
  add_up(deciding, first);
  const double ahead = others.empty() ? 0 : others.front()->ahead;
  for (std::size_t i = 0; i < touched_.size(); ++i) {
    for (std::uint64_t bits = std::exchange(touched_[i], 0); bits != 0; bits &= bits - 1) {
      const std::size_t offset = i * kBits + static_cast<std::size_t>(std::countr_zero(bits));
      double bound = ahead;
      for (Word* word : deciding) {
        std::uint32_t* row = &frequencies_[word->row * kStretch + offset];
        word->here = std::exchange(*row, 0);
        for (Xapian::termcount& open : word->open) {
          row += kStretch;
          open = std::exchange(*row, 0);
          word->here += open;
        }
        bound += word->bound_of(word->here);
      }
      const Xapian::docid document = first + static_cast<Xapian::docid>(offset);
      if (is_news(document)) {
        judge(document, bound, others);
      }
    }
  }
}

/// A word decides no longer once it cannot bring a passage among the best, together with all that are looked up.
void WordRanking::demote(std::vector<Word*>& deciding, std::vector<Word*>& others) const {
  const auto is_optional = [](const Word* word) { return word->role == Role::Optional; };
  while (!deciding.empty() && is_optional(deciding.back()) &&
         deciding.back()->bound + (others.empty() ? 0 : others.front()->ahead) < threshold_) {
    const auto place = std::ranges::find_if(others, is_optional);
    others.insert(place, deciding.back());
    deciding.pop_back();
    set_ahead(others);
  }
}

void WordRanking::set_ahead(std::vector<Word*>& others) {
  double sum = 0;
  for (auto word = others.rbegin(); word != others.rend(); ++word) {
    sum += (*word)->bound;
    (*word)->ahead = sum;
  }
}

void WordRanking::add_up(const std::vector<Word*>& deciding, Xapian::docid first) {
  frequencies_.resize(rows_ * kStretch);
  touched_.resize(kStretch / kBits);
  const Xapian::docid stop = end_of_stretch(first);
  for (Word* word : deciding) {
    std::size_t row = word->row;
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
  if (ranked_.empty()) {
    return true;
  }
  std::uint64_t& bits = ranked_[document / kBits];
  const std::uint64_t bit = std::uint64_t{1} << (document % kBits);
  return (std::exchange(bits, bits | bit) & bit) == 0;
}

/// A passage in which the deciding words stand as they say; `bound` is the most it may weigh.
void WordRanking::judge(Xapian::docid document, double bound, const std::vector<Word*>& others) {
  for (Word* word : others) {
    if (bound < threshold_) {
      return;
    }
    word->look_up(document);
    if (word->forbids()) {
      return;
    }
    bound += word->bound_of(word->here) - word->bound;
  }
  if (bound < threshold_ || (has_compounds_ && !holds_words(document))) {
    return;
  }
  const double weight = weight_here(lengths_.of(document)) + late_bound_;
  if (weight >= threshold_) {
    keep({document, weight});
  }
}

/// Reads the places of open compounds: does something stand there still, and all that must?
bool WordRanking::holds_words(Xapian::docid document) {
  bool any = false;
  for (Word& word : words_) {
    word.read_compounds(document);
    if (word.forbids()) {
      return false;
    }
    any = any || word.here > 0;
  }
  return any;
}

/// In the order of the query, so that the same passage weighs the same to the last bit wherever it stands.
double WordRanking::weight_here(double length) const {
  double sum = 0;
  for (const Word& word : words_) {
    sum += weight_of(word, length);
  }
  return sum;
}

double WordRanking::weight_of(const Word& word, double length) const {
  const double damping = parameters_.k1 * (1 - parameters_.b + parameters_.b * length / average_length_);
  const double frequency = std::min<double>(word.here, length);
  return frequency > 0 ? word.weight * frequency / (frequency + damping) : 0;
}

void WordRanking::keep(const RankedPassage& passage) {
  kept_.push_back(passage);
  if (kept_.size() >= full_) {
    prune();
    full_ = std::max(full_, 2 * kept_.size());
  }
}

/// Leaves the best and what equals the last of them.
void WordRanking::prune() {
  if (count_ == 0 || kept_.size() < count_) {
    return;
  }
  std::ranges::nth_element(kept_, kept_.begin() + static_cast<std::ptrdiff_t>(count_ - 1), is_heavier);
  threshold_ = kept_[count_ - 1].weight - kEqual;
  std::erase_if(kept_, [this](const RankedPassage& passage) { return passage.weight < threshold_; });
}

/// Positions cost more than weights: they are read from the heaviest passage down, until there are enough.
std::vector<RankedPassage> WordRanking::holders(const BoundUnit& phrase, std::size_t count) {
  std::vector<RankedPassage> holders;
  std::ranges::sort(kept_, is_heavier);
  std::size_t begin = 0;
  for (std::size_t chunk = std::max<std::size_t>(2 * count, 1); begin < kept_.size(); chunk *= 2) {
    if (holders.size() >= count && count > 0 && kept_[begin].weight < holders[count - 1].weight - kEqual) {
      break;
    }
    const auto some = std::span(kept_).subspan(begin, std::min(chunk, kept_.size() - begin));
    std::ranges::sort(some, {}, &RankedPassage::document);
    append_holders(phrase, some, holders);
    std::ranges::sort(holders, is_heavier);
    begin += some.size();
  }
  if (count > 0 && holders.size() > count) {
    const double last = holders[count - 1].weight - kEqual;
    std::erase_if(holders, [last](const RankedPassage& passage) { return passage.weight < last; });
  }
  return holders;
}

/// Those of some passages, by ascending docid, that hold the phrase, with what the late words weigh in them.
void WordRanking::append_holders(const BoundUnit& phrase, std::span<const RankedPassage> some,
                                 std::vector<RankedPassage>& holders) {
  std::vector<Xapian::docid> documents(some.size());
  std::ranges::transform(some, documents.begin(), &RankedPassage::document);
  const std::vector<Xapian::docid> holding = phrase_holders(database_, phrase, documents);
  for (Word* word : late_) {
    word->start(database_);
  }
  auto passage = some.begin();
  for (const Xapian::docid document : holding) {
    passage = std::lower_bound(passage, some.end(), document,
                               [](const RankedPassage& p, Xapian::docid d) { return p.document < d; });
    double weight = passage->weight - late_bound_;
    for (Word* word : late_) {
      word->look_up(document);
      word->read_compounds(document);
      weight += weight_of(*word, lengths_.of(document));
    }
    holders.push_back({document, weight});
  }
}

}  // namespace nutgraf
