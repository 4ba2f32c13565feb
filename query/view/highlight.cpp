// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/view/highlight.h"

#include <algorithm>
#include <iterator>
#include <unordered_map>
#include <utility>

#include "core/base/ascii.h"
#include "core/schema/terms.h"
#include "query/match/proximity.h"
#include "query/view/position_offsets.h"

namespace nutgraf::view {
namespace {

struct Occurrence {
  std::uint32_t position = 0;
  ByteSpan span;
  ByteSpan first;  // what takes the position: of a bigram its first character
};

/// Index terms of a text that a query asks for, each with its places in order.
class TermOccurrences {
 public:
  TermOccurrences(const std::vector<bind::Clause>& clauses, const Analysis& analysis) {
    for (const bind::Clause& clause : clauses) {
      for (const bind::BoundWord& part : clause.parts) {
        for (const bind::Form& form : part.forms) {
          for (const std::string& term : form.terms) {
            places_.try_emplace(term);
          }
        }
      }
    }
    read_position_offsets(analysis, positions_);
    auto position = positions_.begin();
    for (const Token& token : analysis.tokens) {
      position += position->position < token.position.value ? 1 : 0;  // tokens ascend
      const auto found = places_.find(schema::make_term(schema::prefix_of(token.kind), analysis.term(token)));
      if (found != places_.end()) {
        found->second.push_back({token.position.value, token.span, position->span});
      }
    }
  }

  [[nodiscard]] const std::vector<Occurrence>& of(const std::string& term) const {
    static const std::vector<Occurrence> kNone;
    const auto found = places_.find(term);
    return found == places_.end() ? kNone : found->second;
  }

  [[nodiscard]] const Occurrence* at(const std::string& term, std::uint32_t position) const {
    const std::vector<Occurrence>& places = of(term);
    const auto found = std::lower_bound(places.begin(), places.end(), position,
                                        [](const Occurrence& o, std::uint32_t p) { return o.position < p; });
    return found != places.end() && found->position == position ? &*found : nullptr;
  }

  /// Whatever takes each position.
  [[nodiscard]] const PositionOffsets& positions() const { return positions_; }

 private:
  std::unordered_map<std::string, std::vector<Occurrence>> places_;
  PositionOffsets positions_;
};

/// One way in which a clause occurs in a text.
struct ClauseMatch {
  match::PositionSpan place;
  std::vector<ByteSpan> spans;  // of its words
};

/// Follows a clause through a text.
class Matcher {
 public:
  Matcher(const bind::Clause& clause, const TermOccurrences& occurrences, std::string_view language)
      : clause_(clause), occurrences_(occurrences), language_(language) {}

  [[nodiscard]] std::vector<ClauseMatch> all() {
    if (clause_.parts.front().kind == bind::WordKind::Any) {
      for (const PositionOffset& start : occurrences_.positions()) {
        spans_.clear();
        begin_ = start.position;
        part(0, start.position);
      }
      return std::move(found_);
    }
    for (const bind::Form& first : clause_.parts.front().forms) {
      for (const Occurrence& start : occurrences_.of(first.terms.front())) {
        spans_.clear();
        begin_ = start.position;
        with_form(0, first, start.position);
      }
    }
    return std::move(found_);
  }

 private:
  [[nodiscard]] bool counts(const bind::Form& form) const {
    return form.language.empty() || form.language == language_;
  }

  /// Everything from this part on, in every way that fits.
  void part(std::size_t number, std::uint32_t position) {
    if (number == clause_.parts.size()) {
      found_.push_back({{begin_, position}, spans_});
      return;
    }
    const bind::BoundWord& word = clause_.parts[number];
    if (word.kind == bind::WordKind::Any) {
      if (const PositionOffset* found = find_position(occurrences_.positions(), position)) {
        spans_.push_back(found->span);
        part(number + 1, position + 1);
        spans_.pop_back();
      }
      return;
    }
    for (const bind::Form& form : word.forms) {
      with_form(number, form, position);
    }
  }

  void with_form(std::size_t number, const bind::Form& form, std::uint32_t position) {
    const std::size_t before = spans_.size();
    if (add(form, position)) {
      part(number + 1, position + form.positions());
    }
    spans_.resize(before);
  }

  bool add(const bind::Form& form, std::uint32_t position) {
    for (const std::string& term : form.terms) {
      const Occurrence* found = counts(form) ? occurrences_.at(term, position++) : nullptr;
      if (found == nullptr) {
        return false;
      }
      spans_.push_back(form.kind == bind::FormKind::Character ? found->first : found->span);
    }
    return true;
  }

  const bind::Clause& clause_;
  const TermOccurrences& occurrences_;
  std::string_view language_;
  std::uint32_t begin_ = 0;
  std::vector<ByteSpan> spans_;
  std::vector<ClauseMatch> found_;
};

void add_marks(const std::vector<ByteSpan>& spans, std::string_view text, Mark mark, std::vector<Mark>& marks) {
  bool joins = false;
  for (const ByteSpan& span : spans) {
    joins =
        joins && span.begin >= marks.back().span.end &&
        std::ranges::all_of(text.substr(marks.back().span.end, span.begin - marks.back().span.end), ascii::is_space);
    if (joins) {
      marks.back().span.end = span.end;
    } else {
      mark.span = span;
      marks.push_back(mark);
    }
    joins = true;
  }
}

/// Ascending and apart; of overlapping marks the one that begins first, then the longest, takes in the others.
void settle(std::vector<Mark>& marks) {
  std::sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) {
    return std::pair(a.span.begin, b.span.end) < std::pair(b.span.begin, a.span.end);
  });
  std::vector<Mark> apart;
  for (const Mark& mark : marks) {
    if (!apart.empty() && mark.span.begin < apart.back().span.end) {
      apart.back().span.end = std::max(apart.back().span.end, mark.span.end);
      apart.back().is_phrase = apart.back().is_phrase || mark.is_phrase;
    } else {
      apart.push_back(mark);
    }
  }
  marks = std::move(apart);
}

/// The places of a condition's clauses in an analysed text.
class AnalysedPositions final : public match::PassagePositions {
 public:
  AnalysedPositions(const std::vector<std::vector<ClauseMatch>>& matches, const Analysis& analysis) {
    for (const std::vector<ClauseMatch>& clause : matches) {
      match::PositionSpans& places = places_.emplace_back();
      for (const ClauseMatch& match : clause) {
        places.push_back(match.place);
      }
      std::sort(places.begin(), places.end());
      places.erase(std::unique(places.begin(), places.end()), places.end());
    }
    const auto position = [](const Boundary& boundary) { return boundary.position.value; };
    std::transform(analysis.sentences.begin(), analysis.sentences.end(), std::back_inserter(sentences_), position);
    std::transform(analysis.paragraphs.begin(), analysis.paragraphs.end(), std::back_inserter(paragraphs_), position);
  }

  [[nodiscard]] const match::PositionSpans& of(std::size_t clause) override { return places_[clause]; }
  [[nodiscard]] const std::vector<std::uint32_t>& starts(parse::TextUnit unit) override {
    return unit == parse::TextUnit::Sentence ? sentences_ : paragraphs_;
  }

 private:
  std::vector<match::PositionSpans> places_;
  std::vector<std::uint32_t> sentences_;
  std::vector<std::uint32_t> paragraphs_;
};

/// An analysed text whose marks are being found.
class Marking {
 public:
  Marking(std::string_view text, const Analysis& analysis, std::string_view language)
      : text_(text), analysis_(analysis), language_(language) {}

  void add(const std::vector<bind::Clause>& clauses) {
    const std::vector<std::vector<ClauseMatch>> matches = matches_of(clauses);
    for (std::size_t u = 0; u < clauses.size(); ++u) {
      for (const ClauseMatch& match : matches[u]) {
        add_marks(match.spans, text_, {{}, first_ + u, clauses[u].is_phrase()}, marks_);
      }
    }
    first_ += clauses.size();
  }

  void add(const bind::PositionCondition& condition) {
    const std::vector<bind::Clause>& clauses = condition.clauses;
    const std::vector<std::vector<ClauseMatch>> matches = matches_of(clauses);
    AnalysedPositions places(matches, analysis_);
    const std::vector<match::PositionSpans> kept = condition.tree.taking_part(places);
    for (std::size_t u = 0; u < clauses.size(); ++u) {
      for (const ClauseMatch& match : matches[u]) {
        if (std::binary_search(kept[u].begin(), kept[u].end(), match.place)) {
          add_marks(match.spans, text_, {{}, first_ + u, clauses[u].is_phrase()}, marks_);
        }
      }
    }
    first_ += clauses.size();
  }

  std::vector<Mark> marks() {
    settle(marks_);
    return std::move(marks_);
  }

 private:
  [[nodiscard]] std::vector<std::vector<ClauseMatch>> matches_of(const std::vector<bind::Clause>& clauses) const {
    const TermOccurrences occurrences(clauses, analysis_);
    std::vector<std::vector<ClauseMatch>> matches;
    matches.reserve(clauses.size());
    for (const bind::Clause& clause : clauses) {
      matches.push_back(Matcher(clause, occurrences, language_).all());
    }
    return matches;
  }

  std::string_view text_;
  const Analysis& analysis_;
  std::string_view language_;
  std::size_t first_ = 0;
  std::vector<Mark> marks_;
};

}  // namespace

std::vector<Mark> find_marks(const std::vector<bind::Clause>& clauses, std::string_view text, const Analysis& analysis,
                             std::string_view language) {
  Marking marking(text, analysis, language);
  marking.add(clauses);
  return marking.marks();
}

std::vector<Mark> find_marks(const bind::BoundQuery& query, std::string_view text, const Analysis& analysis,
                             std::string_view language) {
  Marking marking(text, analysis, language);
  marking.add(query.clauses);
  for (const bind::PositionConditionPtr& condition : query.conditions) {
    marking.add(*condition);
  }
  return marking.marks();
}

}  // namespace nutgraf::view
