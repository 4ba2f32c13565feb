// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/view/highlight.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "core/schema/terms.h"

namespace nutgraf {
namespace {

struct Occurrence {
  std::uint32_t position = 0;
  ByteSpan span;
  ByteSpan first;  // of a bigram: its first character
};

/// A bigram goes on where the next one of its run begins.
ByteSpan first_of_bigram(const Analysis& analysis, std::size_t index) {
  ByteSpan first = analysis.tokens[index].span;
  while (++index < analysis.tokens.size() && analysis.tokens[index].span.begin < first.end) {
    const Token& next = analysis.tokens[index];
    if (next.kind == TokenKind::Bigram && next.span.begin > first.begin) {
      first.end = next.span.begin;
    }
  }
  return first;
}

/// Index terms of a text that a query asks for, each with its places in order.
class Occurrences {
 public:
  Occurrences(const std::vector<BoundUnit>& units, const Analysis& analysis) {
    for (const BoundUnit& unit : units) {
      for (const BoundWord& part : unit.parts) {
        for (const Form& form : part.forms) {
          for (const std::string& term : form.terms) {
            places_.try_emplace(term);
          }
        }
      }
    }
    for (std::size_t i = 0; i < analysis.tokens.size(); ++i) {
      const Token& token = analysis.tokens[i];
      const auto found = places_.find(schema::make_term(schema::prefix_of(token.kind), analysis.term(token)));
      if (found != places_.end()) {
        found->second.push_back({token.position.value, token.span, first_of_bigram(analysis, i)});
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

 private:
  std::unordered_map<std::string, std::vector<Occurrence>> places_;
};

/// Follows a unit through a text from one place on.
class Matcher {
 public:
  Matcher(const BoundUnit& unit, const Occurrences& occurrences, std::string_view language)
      : unit_(unit), occurrences_(occurrences), language_(language) {}

  /// Spans of the words of the occurrence that begins with this form here; empty where none does.
  std::vector<ByteSpan> from(const Form& first, std::uint32_t position) {
    spans_.clear();
    return form(first, position) && rest(1, position + first.positions()) ? spans_ : std::vector<ByteSpan>();
  }

  [[nodiscard]] bool counts(const Form& form) const { return form.language.empty() || form.language == language_; }

 private:
  bool form(const Form& form, std::uint32_t position) {
    const std::size_t before = spans_.size();
    for (const std::string& term : form.terms) {
      const Occurrence* found = counts(form) ? occurrences_.at(term, position++) : nullptr;
      if (found == nullptr) {
        spans_.resize(before);
        return false;
      }
      spans_.push_back(form.kind == FormKind::Character ? found->first : found->span);
    }
    return true;
  }

  bool rest(std::size_t part, std::uint32_t position) {
    if (part == unit_.parts.size()) {
      return true;
    }
    const std::size_t before = spans_.size();
    for (const Form& candidate : unit_.parts[part].forms) {
      if (form(candidate, position) && rest(part + 1, position + candidate.positions())) {
        return true;
      }
      spans_.resize(before);
    }
    return false;
  }

  const BoundUnit& unit_;
  const Occurrences& occurrences_;
  std::string_view language_;
  std::vector<ByteSpan> spans_;
};

bool is_white(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); });
}

void add_marks(const std::vector<ByteSpan>& spans, std::string_view text, Mark mark, std::vector<Mark>& marks) {
  bool joins = false;
  for (const ByteSpan& span : spans) {
    joins = joins && span.begin >= marks.back().span.end &&
            is_white(text.substr(marks.back().span.end, span.begin - marks.back().span.end));
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

}  // namespace

std::vector<Mark> find_marks(const std::vector<BoundUnit>& units, std::string_view text, const Analysis& analysis,
                             std::string_view language) {
  const Occurrences occurrences(units, analysis);
  std::vector<Mark> marks;
  for (std::size_t u = 0; u < units.size(); ++u) {
    Matcher matcher(units[u], occurrences, language);
    for (const Form& form : units[u].parts.front().forms) {
      if (!matcher.counts(form)) {
        continue;
      }
      for (const Occurrence& start : occurrences.of(form.terms.front())) {
        add_marks(matcher.from(form, start.position), text, {{}, u, units[u].is_phrase()}, marks);
      }
    }
  }
  settle(marks);
  return marks;
}

}  // namespace nutgraf
