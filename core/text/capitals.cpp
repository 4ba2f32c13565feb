// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/text/capitals.h"

#include <algorithm>

#include "core/base/utf8.h"
#include "core/text/fold.h"

namespace nutgraf {
namespace {

struct Letters {
  std::uint16_t flags = 0;
  std::uint32_t count = 0;
};

Letters letters_of(const CharacterTable& table, std::string_view word) {
  Letters letters;
  for (std::size_t at = 0; at < word.size();) {
    const Glyph glyph = table.at(word, at);
    letters.flags |= glyph.character->flags;
    letters.count += (glyph.character->flags & chars::kLetter) != 0 ? 1 : 0;
    at += glyph.size;
  }
  return letters;
}

bool is_all_caps(const Letters& letters) {
  return letters.count >= 2 && (letters.flags & chars::kUpper) != 0 && (letters.flags & chars::kLower) == 0;
}

/// Small letters alone, as after a name in capitals (TBMM'nin), or the possessive's.
bool is_ending(const CharacterTable& table, std::string_view letters) {
  constexpr unsigned kOthers = chars::kUpper | chars::kDigit | chars::kInner;
  const unsigned flags = letters_of(table, letters).flags;
  return letters == "S" || ((flags & chars::kLower) != 0 && (flags & kOthers) == 0);
}

/// What comes before the last apostrophe, if an ending comes after it: US of US's, TBMM of TBMM'nin. Else all.
std::string_view without_ending(const CharacterTable& table, std::string_view word) {
  for (std::size_t at = word.size(); at > 0;) {
    at = utf8::step_back(word, static_cast<std::uint32_t>(at));
    const Glyph glyph = table.at(word, at);
    if (glyph.character->kind == CharClass::Apostrophe) {
      return is_ending(table, word.substr(at + glyph.size)) ? word.substr(0, at) : word;
    }
  }
  return word;
}

}  // namespace

WrittenAs written_as(const CharacterTable& table, std::string_view written, const WordShape& word) {
  if (word.first == 0) {
    return WrittenAs::Uncased;
  }
  if ((word.first & chars::kUpper) == 0) {
    return WrittenAs::Lower;
  }
  Letters letters{word.flags, word.letters};
  if ((word.flags & chars::kInner) != 0) {
    letters = letters_of(table, without_ending(table, written));
  }
  return is_all_caps(letters) ? WrittenAs::AllCaps : WrittenAs::LeadingCapital;
}

void append_exact_case(std::string_view word, std::string& out) {
  const std::size_t begin = out.size();
  const std::string_view bare = without_ending(CharacterTable::instance(), word);
  append_fold(bare, LetterCase::Kept, out);
  // WHAM!'s; stops go below.
  if (bare.size() != word.size() && out.size() - begin > 1 && (out.back() == '!' || out.back() == '?')) {
    out.pop_back();
  }
  // A leading stop belongs to the name: .NET
  const auto inner = out.begin() + static_cast<std::ptrdiff_t>(std::min(begin + 1, out.size()));
  out.erase(std::remove(inner, out.end(), '.'), out.end());
}

CapitalText::Count& CapitalText::Count::operator+=(const Count& other) {
  words += other.words;
  capitals += other.capitals;
  return *this;
}

void CapitalText::move(std::vector<Range>& from, std::vector<Range>& to) {
  to.insert(to.end(), from.begin(), from.end());
  from.clear();
}

void CapitalText::end_sentence() {
  const auto end = static_cast<std::uint32_t>(out_.tokens.size());
  if (sentence_.capitals != 0) {
    if (sentence_.is_capital()) {
      capital_.push_back({begin_, end});
    } else if (!sentence_.decides()) {
      paragraph_decides_.push_back({begin_, end});
    }
  }
  paragraph_ += sentence_;
  sentence_ = {};
  begin_ = end;
}

void CapitalText::end_paragraph() {
  end_sentence();
  const bool is_heading = paragraph_.capitals == 2 && words_since(paragraph_begin_) == 2;
  if (paragraph_.is_capital() || is_heading) {
    move(paragraph_decides_, capital_);
  } else if (!paragraph_.decides()) {
    move(paragraph_decides_, whole_decides_);
  }
  paragraph_decides_.clear();
  whole_ += paragraph_;
  paragraph_ = {};
  paragraph_begin_ = begin_;
}

void CapitalText::end_text() {
  end_paragraph();
  const bool is_one_word = whole_.capitals == 1 && words_since(0) == 1;
  if (whole_.is_capital() || is_one_word) {
    move(whole_decides_, capital_);
  }
  if (capital_.empty()) {
    return;
  }
  for (const Range& range : capital_) {
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      Token& token = out_.tokens[i];
      token.written = token.written == WrittenAs::AllCaps ? WrittenAs::InCapitalText : token.written;
    }
  }
  remove_exact_case();
}

std::uint32_t CapitalText::words_since(std::uint32_t token) const {
  return static_cast<std::uint32_t>(std::count_if(out_.tokens.begin() + token, out_.tokens.end(),
                                                  [](const Token& one) { return one.kind == TokenKind::Word; }));
}

void CapitalText::remove_exact_case() {
  std::vector<std::uint32_t> places(out_.tokens.size());
  std::uint32_t kept = 0;
  for (std::size_t i = 0; i < out_.tokens.size(); ++i) {
    places[i] = kept;
    const Token& token = out_.tokens[i];
    if (token.kind != TokenKind::ExactCase || token.written != WrittenAs::InCapitalText) {
      out_.tokens[kept++] = token;
    }
  }
  out_.tokens.resize(kept);
  for (Compound& compound : out_.compounds) {
    compound.first = places[compound.first];
    compound.last = places[compound.last];
  }
}

}  // namespace nutgraf
