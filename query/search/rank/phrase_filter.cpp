// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/rank/phrase_filter.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

#include "query/search/postings/positions.h"
#include "query/search/postings/posting_cursor.h"
#include "query/search/rank/bm25.h"

namespace nutgraf::search::rank {
namespace {

/// Where the phrase may begin in a document, by the words read so far.
struct Beginnings {
  Xapian::docid document = 0;
  std::vector<std::uint32_t> positions;  // ascending
};

struct Part {
  std::uint32_t offset = 0;  // from the first word of the phrase
  const bind::BoundWord* word = nullptr;
  double passages = 0;
};

/// Nothing where a part may take more than one position, or is any word.
std::vector<Part> parts_of(const postings::IndexReader& reader, const bind::Clause& clause) {
  std::vector<Part> parts;
  for (const bind::BoundWord& word : clause.parts) {
    const bool single = word.kind != bind::WordKind::Any &&
                        std::all_of(word.forms.begin(), word.forms.end(),
                                    [](const bind::Form& form) { return form.absent || form.positions() == 1; });
    if (!single) {
      return {};
    }
    parts.push_back({static_cast<std::uint32_t>(parts.size()), &word, count_passages(reader, word)});
  }
  std::sort(parts.begin(), parts.end(), [](const Part& a, const Part& b) { return a.passages < b.passages; });
  return parts;
}

/// The places of a word of one position. Those of its most frequent form are asked for without a look at its postings,
/// which for words such as `the` is most of the work.
class PartReader {
 public:
  PartReader(const postings::IndexReader& reader, const bind::BoundWord& word) {
    const auto rank = [&reader](const bind::Form& form) {
      return form.absent || !form.language.empty() || form.terms.size() > 1 ? 0
                                                                            : reader.passages_with(form.terms.front());
    };
    const auto common =
        std::max_element(word.forms.begin(), word.forms.end(),
                         [&rank](const bind::Form& a, const bind::Form& b) { return rank(a) < rank(b); });
    bind::BoundWord others = word;
    if (common != word.forms.end() && rank(*common) > 0) {
      common_.emplace(reader, common->terms.front());
      others.forms.erase(others.forms.begin() + (common - word.forms.begin()));
    }
    others_.emplace_back(reader, others);
  }

  /// Documents must ascend from call to call.
  const std::vector<std::uint32_t>& read(Xapian::docid document) {
    positions_.clear();
    if (common_) {
      common_->read(document, positions_);
    }
    if (others_.front().move_to(document)) {
      others_.front().read(places_);
      std::transform(places_.begin(), places_.end(), std::back_inserter(positions_),
                     [](const match::PositionSpan& place) { return place.begin; });
      std::sort(positions_.begin(), positions_.end());
    }
    return positions_;
  }

 private:
  std::optional<postings::TermPositions> common_;
  std::vector<postings::WordPositions> others_;  // one
  std::vector<std::uint32_t> positions_;
  match::PositionSpans places_;
};

void read_first(const postings::IndexReader& reader, const Part& part, std::vector<Beginnings>& found) {
  PartReader word(reader, *part.word);
  for (Beginnings& here : found) {
    for (const std::uint32_t position : word.read(here.document)) {
      if (position > part.offset) {
        here.positions.push_back(position - part.offset);
      }
    }
  }
}

void read_next(const postings::IndexReader& reader, const Part& part, std::vector<Beginnings>& found) {
  PartReader word(reader, *part.word);
  for (Beginnings& here : found) {
    const std::vector<std::uint32_t>& positions = word.read(here.document);
    std::erase_if(here.positions, [&](std::uint32_t beginning) {
      return !std::binary_search(positions.begin(), positions.end(), beginning + part.offset);
    });
  }
}

std::vector<Xapian::docid> one_by_one(const postings::IndexReader& reader, const bind::Clause& clause,
                                      const std::vector<Xapian::docid>& documents) {
  std::vector<Xapian::docid> holding;
  postings::ClausePositions positions(reader, clause);
  match::PositionSpans places;
  for (const Xapian::docid document : documents) {
    positions.read(document, places);
    if (!places.empty()) {
      holding.push_back(document);
    }
  }
  return holding;
}

}  // namespace

std::vector<Xapian::docid> filter_by_phrase(const postings::IndexReader& reader, const bind::Clause& clause,
                                            const std::vector<Xapian::docid>& documents) {
  const std::vector<Part> parts = parts_of(reader, clause);
  if (parts.empty()) {
    return one_by_one(reader, clause, documents);
  }
  std::vector<Beginnings> found;
  found.reserve(documents.size());
  for (const Xapian::docid document : documents) {
    found.push_back({document, {}});
  }
  for (const Part& part : parts) {
    if (&part == &parts.front()) {
      read_first(reader, part, found);
    } else {
      read_next(reader, part, found);
    }
    std::erase_if(found, [](const Beginnings& here) { return here.positions.empty(); });
  }
  std::vector<Xapian::docid> holding;
  holding.reserve(found.size());
  for (const Beginnings& here : found) {
    holding.push_back(here.document);
  }
  return holding;
}

}  // namespace nutgraf::search::rank
