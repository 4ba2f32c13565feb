// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/view/snippet.h"

#include <algorithm>
#include <set>

namespace nutgraf {
namespace {

// A phrase is what was asked for; its words alone are not.
constexpr std::size_t kPhraseWorth = 100;
constexpr std::size_t kWordWorth = 10;
// How far a cut may move to fall between words.
constexpr std::uint32_t kMaxMove = 24;

bool continues(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

/// Code point offsets of a text.
class Characters {
 public:
  explicit Characters(std::string_view text) : text_(text) {
    for (std::uint32_t i = 0; i < text.size(); ++i) {
      if (!continues(text[i])) {
        starts_.push_back(i);
      }
    }
  }

  [[nodiscard]] std::uint32_t count() const { return static_cast<std::uint32_t>(starts_.size()); }
  /// The character that holds this byte.
  [[nodiscard]] std::uint32_t at(std::uint32_t byte) const {
    return static_cast<std::uint32_t>(std::lower_bound(starts_.begin(), starts_.end(), byte) - starts_.begin());
  }
  [[nodiscard]] std::uint32_t byte(std::uint32_t character) const {
    return character < count() ? starts_[character] : static_cast<std::uint32_t>(text_.size());
  }
  [[nodiscard]] bool is_blank(std::uint32_t character) const {
    const char c = text_[starts_[character]];
    return c == ' ' || (c >= '\t' && c <= '\r') || text_.substr(starts_[character], 3) == "\u3000";
  }
  /// Part of the character before it on the page: accents, joiners, variation selectors.
  [[nodiscard]] bool is_attached(std::uint32_t character) const;

 private:
  std::string_view text_;
  std::vector<std::uint32_t> starts_;
};

char32_t code_at(std::string_view text, std::uint32_t byte) {
  const auto lead = static_cast<unsigned char>(text[byte]);
  if (lead < 0xC0) {
    return lead;
  }
  char32_t code = lead & (lead < 0xE0 ? 0x1FU : lead < 0xF0 ? 0x0FU : 0x07U);
  for (std::size_t i = byte + 1; i < text.size() && continues(text[i]); ++i) {
    code = (code << 6U) | (static_cast<unsigned char>(text[i]) & 0x3FU);
  }
  return code;
}

bool Characters::is_attached(std::uint32_t character) const {
  const char32_t c = code_at(text_, starts_[character]);
  const char32_t before = character > 0 ? code_at(text_, starts_[character - 1]) : 0;
  return (c >= 0x0300 && c <= 0x036F) || (c >= 0x0483 && c <= 0x0489) || (c >= 0x0591 && c <= 0x05C7) ||
         (c >= 0x0610 && c <= 0x061A) || (c >= 0x064B && c <= 0x065F) || (c >= 0x0900 && c <= 0x0903) ||
         (c >= 0x093A && c <= 0x094F) || (c >= 0x0E31 && c <= 0x0E3A) || (c >= 0x0E47 && c <= 0x0E4E) ||
         (c >= 0x1AB0 && c <= 0x1AFF) || (c >= 0x1DC0 && c <= 0x1DFF) || (c >= 0x200C && c <= 0x200F) ||
         (c >= 0x20D0 && c <= 0x20FF) || (c >= 0x3099 && c <= 0x309A) || (c >= 0xFE00 && c <= 0xFE0F) ||
         (c >= 0x1F3FB && c <= 0x1F3FF) || (c >= 0xE0100 && c <= 0xE01EF) || before == 0x200D;
}

struct Stretch {
  std::uint32_t begin = 0;  // in characters
  std::uint32_t end = 0;
};

std::size_t worth(const std::vector<Mark>& marks, std::size_t first, std::size_t last) {
  std::set<std::size_t> units;
  std::size_t sum = 0;
  for (std::size_t i = first; i < last; ++i) {
    if (units.insert(marks[i].unit).second) {
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

}  // namespace nutgraf
