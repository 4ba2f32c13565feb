// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/word_positions.h"

#include <algorithm>

#include "core/schema/terms.h"

namespace nutgraf {
namespace {

void sort_distinct(std::vector<Place>& places) {
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
}

}  // namespace

TermCursor::TermCursor(const Xapian::Database& database, const std::string& term)
    : database_(database), term_(term), at_(database.postlist_begin(term)), end_(database.postlist_end(term)) {}

bool TermCursor::move_to(Xapian::docid document) {
  if (at_ == end_) {
    return false;
  }
  if (*at_ < document) {
    at_.skip_to(document);
  }
  return at_ != end_ && *at_ == document;
}

void TermCursor::read(std::vector<std::uint32_t>& positions) const {
  const auto end = database_.positionlist_end(*at_, term_);
  for (auto it = database_.positionlist_begin(*at_, term_); it != end; ++it) {
    positions.push_back(*it);
  }
}

WordPositions::WordPositions(const Xapian::Database& database, const BoundWord& word) {
  for (const Form& form : word.forms) {
    FormCursor cursor;
    cursor.typed = form.kind == FormKind::Typed;
    cursor.positions = form.positions();
    for (const std::string& term : form.terms) {
      cursor.terms.emplace_back(database, term);
    }
    if (!form.language.empty()) {
      cursor.language.emplace_back(database, schema::make_term(schema::kLanguagePrefix, form.language));
    }
    const auto nowhere = [](const TermCursor& c) { return c.is_empty(); };
    if (std::none_of(cursor.terms.begin(), cursor.terms.end(), nowhere)) {
      forms_.push_back(std::move(cursor));
    }
  }
}

bool WordPositions::move_to(Xapian::docid document) {
  bool here = false;
  typed_ = false;
  const auto holds = [document](TermCursor& c) { return c.move_to(document); };
  for (FormCursor& form : forms_) {
    form.here = std::all_of(form.terms.begin(), form.terms.end(), holds) &&
                std::all_of(form.language.begin(), form.language.end(), holds);
    here = here || form.here;
    typed_ = typed_ || (form.here && form.typed);
  }
  return here;
}

void WordPositions::read(std::vector<Place>& places) {
  places.clear();
  for (const FormCursor& form : forms_) {
    if (form.here) {
      read(form, places);
    }
  }
  sort_distinct(places);
}

void WordPositions::read(const FormCursor& form, std::vector<Place>& places) {
  scratch_.clear();
  form.terms.front().read(scratch_);
  const auto length = static_cast<std::uint32_t>(form.terms.size());
  for (std::uint32_t i = 1; i < length; ++i) {
    next_.clear();
    form.terms[i].read(next_);
    scratch_.erase(
        std::remove_if(scratch_.begin(), scratch_.end(),
                       [&](std::uint32_t p) { return !std::binary_search(next_.begin(), next_.end(), p + i); }),
        scratch_.end());
  }
  std::transform(scratch_.begin(), scratch_.end(), std::back_inserter(places), [&form](std::uint32_t p) {
    return Place{p, p + form.positions};
  });
}

UnitPositions::UnitPositions(const Xapian::Database& database, const BoundUnit& unit) {
  for (const BoundWord& part : unit.parts) {
    parts_.emplace_back(database, part);
  }
}

void UnitPositions::read(Xapian::docid document, std::vector<Place>& places) {
  places.clear();
  bool all = true;
  for (WordPositions& part : parts_) {
    all = part.move_to(document) && all;
  }
  if (!all || parts_.empty()) {
    return;
  }
  parts_.front().read(places);
  for (std::size_t i = 1; i < parts_.size() && !places.empty(); ++i) {
    parts_[i].read(part_);
    longer_.clear();
    for (const Place& so_far : places) {
      for (auto it = std::lower_bound(part_.begin(), part_.end(), Place{so_far.end, 0});
           it != part_.end() && it->begin == so_far.end; ++it) {
        longer_.push_back({so_far.begin, it->end});
      }
    }
    places.swap(longer_);
  }
  sort_distinct(places);
}

}  // namespace nutgraf
