// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/text/capitals.h"

#include <algorithm>

#include "core/text/fold.h"
#include "core/text/variants.h"

namespace nutgraf {
namespace {

struct Letters {
  std::uint16_t flags = 0;
  std::uint32_t count = 0;
};

/// The letters before the apostrophe of a possessive ending.
Letters letters_of_owner(const CharacterTable& table, std::string_view word) {
  Letters all;
  Letters owner;
  for (std::size_t at = 0; at < word.size();) {
    const Glyph glyph = table.at(word, at);
    if (glyph.character->kind == CharClass::Apostrophe) {
      owner = all;
    }
    all.flags |= glyph.character->flags;
    all.count += (glyph.character->flags & chars::kLetter) != 0 ? 1 : 0;
    at += glyph.size;
  }
  return owner;
}

bool is_all_caps(const Letters& letters) {
  return letters.count >= 2 && (letters.flags & chars::kUpper) != 0 && (letters.flags & chars::kLower) == 0;
}

}  // namespace

WrittenAs written_as(const CharacterTable& table, std::string_view written, const WordShape& word,
                     std::string_view term) {
  if (word.first == 0) {
    return WrittenAs::Uncased;
  }
  if ((word.first & chars::kUpper) == 0) {
    return WrittenAs::Lower;
  }
  Letters letters{word.flags, word.letters};
  if ((word.flags & chars::kInner) != 0 && without_possessive(term).size() != term.size()) {
    letters = letters_of_owner(table, written);
  }
  return is_all_caps(letters) ? WrittenAs::AllCaps : WrittenAs::LeadingCapital;
}

void append_exact_case(std::string_view word, std::string& out) {
  const std::size_t begin = out.size();
  if (std::ranges::all_of(word, [](char c) { return static_cast<unsigned char>(c) < 0x80; })) {
    out += word;
  } else {
    append_fold(word, LetterCase::Kept, out);
  }
  if (out.size() - begin > 2 && (out.ends_with("'s") || out.ends_with("'S"))) {
    out.resize(out.size() - 2);
    // Yahoo!'s; stops go below.
    if (out.size() - begin > 1 && (out.back() == '!' || out.back() == '?')) {
      out.pop_back();
    }
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
  if (paragraph_.is_capital()) {
    move(paragraph_decides_, capital_);
  } else if (!paragraph_.decides()) {
    move(paragraph_decides_, whole_decides_);
  }
  paragraph_decides_.clear();
  whole_ += paragraph_;
  paragraph_ = {};
}

void CapitalText::end_text() {
  end_paragraph();
  if (whole_.is_capital()) {
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
