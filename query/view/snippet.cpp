// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/view/snippet.h"

#include <algorithm>
#include <set>

#include "core/base/utf8.h"
#include "core/text/unicode.h"

namespace nutgraf::view {
namespace {

// A phrase is what was asked for; its words alone are not.
constexpr std::size_t kPhraseWorth = 100;
constexpr std::size_t kWordWorth = 10;
// How far a cut may move to fall between words.
constexpr std::uint32_t kMaxMove = 24;

/// Code point offsets of a text.
class Characters {
 public:
  explicit Characters(std::string_view text) : text_(text) {
    for (std::uint32_t i = 0; i < text.size(); ++i) {
      if (!utf8::is_continuation(text[i])) {
        starts_.push_back(i);
      }
    }
  }

  [[nodiscard]] std::uint32_t count() const { return static_cast<std::uint32_t>(starts_.size()); }
  /// The character that contains this byte.
  [[nodiscard]] std::uint32_t at(std::uint32_t byte) const {
    return static_cast<std::uint32_t>(std::lower_bound(starts_.begin(), starts_.end(), byte) - starts_.begin());
  }
  [[nodiscard]] std::uint32_t byte(std::uint32_t character) const {
    return character < count() ? starts_[character] : static_cast<std::uint32_t>(text_.size());
  }
  [[nodiscard]] bool is_blank(std::uint32_t character) const {
    return unicode::is_space(utf8::decode(text_, starts_[character]).code);
  }
  /// Part of the character before it on the page: accents, joiners, variation selectors.
  [[nodiscard]] bool is_attached(std::uint32_t character) const;

 private:
  std::string_view text_;
  std::vector<std::uint32_t> starts_;
};

bool Characters::is_attached(std::uint32_t character) const {
  constexpr char32_t kJoiner = 0x200D;
  return unicode::extends_character(utf8::decode(text_, starts_[character]).code) ||
         (character > 0 && utf8::decode(text_, starts_[character - 1]).code == kJoiner);
}

struct Stretch {
  std::uint32_t begin = 0;  // in characters
  std::uint32_t end = 0;
};

std::size_t worth(const std::vector<Mark>& marks, std::size_t first, std::size_t last) {
  std::set<std::size_t> clauses;
  std::size_t sum = 0;
  for (std::size_t i = first; i < last; ++i) {
    if (clauses.insert(marks[i].clause).second) {
      sum += marks[i].is_phrase ? kPhraseWorth : kWordWorth;
    } else {
      sum += 1;
    }
  }
  return sum;
}

/// The marks that are worth most within the width; without marks, the beginning.
Stretch best_stretch(const Characters& characters, const std::vector<Mark>& marks, std::uint32_t width) {
  Stretch best;
  std::size_t most = 0;
  for (std::size_t first = 0, last = 0; first < marks.size(); ++first) {
    const std::uint32_t begin = characters.at(marks[first].span.begin);
    last = std::max(last, first + 1);
    while (last < marks.size() && characters.at(marks[last].span.end) <= begin + width) {
      ++last;
    }
    const std::size_t sum = worth(marks, first, last);
    if (sum > most) {
      most = sum;
      best = {begin, std::min(characters.at(marks[last - 1].span.end), begin + width)};
    }
  }
  return best;
}

std::uint32_t move_begin(const Characters& characters, std::uint32_t begin, std::uint32_t limit) {
  if (begin == 0) {
    return 0;
  }
  const std::uint32_t stop = std::min(limit, begin + kMaxMove);
  for (std::uint32_t i = begin; i < stop; ++i) {
    if (characters.is_blank(i - 1) && !characters.is_blank(i)) {
      return i;
    }
  }
  while (begin < limit && characters.is_attached(begin)) {
    ++begin;
  }
  return begin;
}

std::uint32_t move_end(const Characters& characters, std::uint32_t end, std::uint32_t limit) {
  if (end >= characters.count()) {
    return characters.count();
  }
  const std::uint32_t stop = std::max(limit, end > kMaxMove ? end - kMaxMove : 0);
  for (std::uint32_t i = end; i > stop; --i) {
    if (characters.is_blank(i) && !characters.is_blank(i - 1)) {
      return i;
    }
  }
  while (end > limit && characters.is_attached(end)) {
    --end;
  }
  return end;
}

}  // namespace

ByteSpan snippet_span(std::string_view text, const std::vector<Mark>& marks, std::uint32_t width) {
  const Characters characters(text);
  if (characters.count() <= width) {
    return {0, static_cast<std::uint32_t>(text.size())};
  }
  const Stretch core = best_stretch(characters, marks, width);
  const std::uint32_t spare = width - (core.end - core.begin);
  // A little more room after than before: what follows explains more than what precedes.
  std::uint32_t begin = core.begin - std::min(core.begin, spare * 2 / 5);
  std::uint32_t end = std::min(characters.count(), begin + width);
  begin = end > width ? std::min(begin, end - width) : 0;
  begin = move_begin(characters, begin, core.begin);
  end = move_end(characters, end, core.end);
  return {characters.byte(begin), characters.byte(end)};
}

std::vector<CodePoints> code_points(std::string_view text, const std::vector<Mark>& marks, ByteSpan part) {
  const Characters characters(text.substr(part.begin, part.end - part.begin));
  std::vector<CodePoints> out;
  for (const Mark& mark : marks) {
    if (mark.span.end > part.begin && mark.span.begin < part.end) {
      const std::uint32_t begin = std::max(mark.span.begin, part.begin) - part.begin;
      const std::uint32_t end = std::min(mark.span.end, part.end) - part.begin;
      out.push_back({characters.at(begin), characters.at(end)});
    }
  }
  return out;
}

}  // namespace nutgraf::view
