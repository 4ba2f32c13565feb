// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/passage/word_count.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "core/text/characters.h"
#include "indexer/passage/ascii_words.h"

namespace nutgraf::passage {
namespace {

enum class Kind : std::uint8_t { White, Mark, Stop, Letter, Lead, Continuation };

constexpr std::array<Kind, 256> make_kinds() {
  std::array<Kind, 256> kinds{};
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    const auto c = static_cast<unsigned char>(i);
    const bool letter = ascii::is_alphanumeric(static_cast<char>(c));
    kinds[i] = c >= 0xC0   ? Kind::Lead
               : c >= 0x80 ? Kind::Continuation
               : letter    ? Kind::Letter
               : c <= ' '  ? Kind::White
                           : Kind::Mark;
  }
  kinds['.'] = kinds['!'] = kinds['?'] = Kind::Stop;
  return kinds;
}
constexpr std::array<Kind, 256> kKinds = make_kinds();

Kind kind_of(char c) {
  return kKinds[static_cast<unsigned char>(c)];
}

/// What a character beyond ASCII that ends no sentence is to the count.
enum class Wide : std::uint8_t { Letter, Dense, Light, Mark, White };

struct WideRange {
  char32_t first;
  char32_t last;
  Wide kind;
};
/// The first range that contains a character counts; one in none is a letter.
constexpr auto kWideRanges = std::to_array<WideRange>({
    {0xC0, 0x0DFF, Wide::Letter},  // most letters of most texts
    {0xA0, 0xA0, Wide::White},       {0xAA, 0xAA, Wide::Letter},
    {0xB5, 0xB5, Wide::Letter},      {0xBA, 0xBA, Wide::Letter},
    {0xA1, 0xBF, Wide::Mark},        {0x2000, 0x200B, Wide::White},
    {0x2028, 0x2029, Wide::White},   {0x200C, 0x206F, Wide::Mark},
    {0x3000, 0x3000, Wide::White},   {0x3001, 0x303F, Wide::Mark},
    {0x3040, 0xA4CF, Wide::Dense},   {0xF900, 0xFAFF, Wide::Dense},
    {0xFF00, 0xFF0F, Wide::Mark},    {0x0E00, 0x0EFF, Wide::Light},
    {0x1000, 0x109F, Wide::Light},   {0x1780, 0x17FF, Wide::Light},
    {0x20000, 0x3FFFF, Wide::Dense}, {0xE0000, 0xE007F, Wide::Mark},  // tags, of which marks of pages are made
});

Wide wide_kind(char32_t c) {
  const auto* const found = std::find_if(std::begin(kWideRanges), std::end(kWideRanges),
                                         [c](const WideRange& range) { return c >= range.first && c <= range.last; });
  return found == std::end(kWideRanges) ? Wide::Letter : found->kind;
}

// A run of bytes without a new word (base64, a ruler of dashes) counts too, so that passages stay small.
constexpr std::size_t kMaxRun = 4096;
constexpr Quarters kRunWords = 20 * kWord;

/// Walks a text word by word; tells a visitor where a sentence may have ended and asks it whether to continue.
template <typename Visitor>
class Walk {
 public:
  Walk(std::string_view text, Visitor& visitor) : text_(text), visitor_(visitor) {}

  Quarters run() {
    while (at_ < text_.size() && visitor_.wants_more(words_, in_word_)) {
      const Quarters before = words_;
      step();
      if (words_ != before) {
        counted_ = at_;
      } else if (at_ - counted_ > kMaxRun) {
        words_ += kRunWords;
        counted_ = at_;
        in_word_ = false;
      }
    }
    return words_;
  }
  [[nodiscard]] std::size_t place() const { return at_; }

 private:
  void step() {
    const char c = text_[at_];
    switch (kind_of(c)) {
      case Kind::Letter:
        letter();
        skip_letters();
        break;
      case Kind::White:
        in_word_ = false;
        ++at_;
        break;
      case Kind::Stop:
        ++at_;
        after_stop(Space::Needed);
        break;
      case Kind::Lead:
        wide();
        break;
      case Kind::Mark:
      case Kind::Continuation:
        ++at_;
        break;
    }
  }

  void letter() {
    words_ += in_word_ ? 0 : kWord;
    in_word_ = true;
  }

  /// The rest of a word in one go, but never past what run() must see.
  void skip_letters() {
    const std::size_t end = std::min(text_.size(), counted_ + kMaxRun);
    do {
      ++at_;
    } while (at_ < end && kind_of(text_[at_]) == Kind::Letter);
  }

  void wide() {
    constexpr unsigned kStops = chars::kFullStop | chars::kTerminal | chars::kEllipsis;
    const utf8::Decoded decoded = utf8::decode(text_, at_);
    const unsigned flags = table_.of(decoded.code).flags;
    at_ += decoded.size;
    if ((flags & kStops) != 0) {
      after_stop((flags & chars::kWideStop) != 0 ? Space::Optional : Space::Needed);
      return;
    }
    switch (wide_kind(decoded.code)) {
      case Wide::Letter:
        letter();
        break;
      case Wide::Dense:
        words_ += kWord / 2;
        in_word_ = false;
        break;
      case Wide::Light:
        words_ += kWord / 4;
        in_word_ = false;
        break;
      case Wide::White:
        in_word_ = false;
        break;
      case Wide::Mark:
        break;
    }
  }

  enum class Space : std::uint8_t { Needed, Optional };

  /// After a stop: closing quotes and brackets, then white space.
  void after_stop(Space space) {
    std::size_t end = at_;
    while (end < text_.size()) {
      const Glyph glyph = table_.at(text_, end);
      if ((glyph.character->flags & chars::kCloser) == 0) {
        break;
      }
      end += glyph.size;
    }
    std::size_t next = end;
    auto place = Candidate::At::Inside;
    while (next < text_.size() && kind_of(text_[next]) == Kind::White) {
      place = text_[next] == '\n' ? Candidate::At::LineEnd : place;
      ++next;
    }
    if (next >= text_.size() || (next == end && space == Space::Needed)) {
      return;
    }
    in_word_ = false;
    at_ = next;
    visitor_.sentence_end({next, words_, place});
  }

  const CharacterTable& table_ = CharacterTable::instance();
  std::string_view text_;
  Visitor& visitor_;
  std::size_t at_ = 0;
  std::size_t counted_ = 0;  // where the last word was counted
  Quarters words_ = 0;
  bool in_word_ = false;
};

struct Counter {
  static bool wants_more(Quarters /*words*/, bool /*in_word*/) { return true; }
  void sentence_end(const Candidate& candidate) const {
    if (candidates != nullptr) {
      candidates->push_back(candidate);
    }
  }
  std::vector<Candidate>* candidates = nullptr;
};

struct Finder {
  [[nodiscard]] bool wants_more(Quarters words, bool in_word) const { return words < wanted || in_word; }
  static void sentence_end(const Candidate& /*candidate*/) {}
  Quarters wanted = 0;
};

/// Up to the white space after the first character beyond ASCII.
std::string_view word_beyond_ascii(std::string_view text) {
  const auto other = std::ranges::find_if(text, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  return {text.begin(), std::find_if(other, text.end(), [](char c) { return kind_of(c) == Kind::White; })};
}

}  // namespace

Quarters walk_words(std::string_view text) {
  Counter counter;
  return Walk(text, counter).run();
}

/// ASCII counts eight bytes at a time, and only words with other characters are walked; texts with long gaps between
/// words are, since kMaxRun applies to them.
Quarters count_words(std::string_view text) {
  Quarters words = 0;
  std::string_view rest = text;
  while (!rest.empty()) {
    const AsciiWords ascii = count_ascii_words(rest);
    const std::string_view other = word_beyond_ascii(rest.substr(ascii.end));
    if (ascii.has_long_gap || other.size() > kLongGap) {
      return walk_words(text);
    }
    words += ascii.words * kWord + walk_words(other);
    rest.remove_prefix(ascii.end + other.size());
  }
  return words;
}

Quarters count_words(std::string_view text, std::vector<Candidate>& candidates) {
  Counter counter{&candidates};
  return Walk(text, counter).run();
}

std::size_t byte_after(std::string_view text, Quarters words) {
  Finder finder{words};
  Walk walk(text, finder);
  walk.run();
  return walk.place();
}

}  // namespace nutgraf::passage
