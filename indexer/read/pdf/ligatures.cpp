// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/pdf/ligatures.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/utf8.h"

namespace nutgraf::read::pdf {
namespace {

constexpr std::string_view kLam = "\u0644";

bool is_alef(std::string_view letter) {
  constexpr auto kAlefs = std::to_array<std::string_view>({"\u0627", "\u0622", "\u0623", "\u0625", "\u0671"});
  return std::ranges::find(kAlefs, letter) != kAlefs.end();
}

bool are_equal(double a, double b) {
  constexpr double kDifference = 0.002;
  return std::abs(a - b) <= kDifference * std::max(std::abs(a), std::abs(b));
}

std::vector<std::string_view> letters_of(std::string_view text) {
  std::vector<std::string_view> letters;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = utf8::decode(text, at).size;
    letters.push_back(text.substr(at, size));
    at += size;
  }
  return letters;
}

/// Whether letters `at` and `at + 1` of a word may be one glyph.
bool may_be_ligature(const std::vector<std::string_view>& letters, const Word& word, std::size_t at) {
  return at + 1 < letters.size() && letters[at] == kLam && is_alef(letters[at + 1]) &&
         are_equal(word.widths[at], word.widths[at + 1]);
}

/// The widths of the page's alefs and lams that are glyphs of their own, in parts of the size of type.
struct Widths {
  std::vector<double> alefs;
  std::vector<double> lams;
};

Widths own_widths(const PageWords& page) {
  Widths widths;
  for (const Word& word : page.words) {
    const std::vector<std::string_view> letters = letters_of(word.text);
    for (std::size_t i = 0; letters.size() == word.widths.size() && i < letters.size(); ++i) {
      if (may_be_ligature(letters, word, i)) {
        ++i;
      } else if (is_alef(letters[i])) {
        widths.alefs.push_back(word.widths[i] / word.size);
      } else if (letters[i] == kLam) {
        widths.lams.push_back(word.widths[i] / word.size);
      }
    }
  }
  return widths;
}

bool holds(const std::vector<double>& widths, double width) {
  return std::ranges::any_of(widths, [&](double other) { return are_equal(other, width); });
}

void spread_in(Word& word, const Widths& own) {
  const std::vector<std::string_view> letters = letters_of(word.text);
  if (letters.size() != word.widths.size()) {
    return;
  }
  std::string spread;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const double width = word.widths[i] / word.size;
    if (may_be_ligature(letters, word, i) && !(holds(own.alefs, width) && holds(own.lams, width))) {
      spread += letters[i + 1];
      ++i;
      spread += letters[i - 1];
    } else {
      spread += letters[i];
    }
  }
  word.text = spread;
}

}  // namespace

void spread_ligatures(PageWords& page) {
  const Widths own = own_widths(page);
  for (Word& word : page.words) {
    if (!word.widths.empty() && word.size > 0) {
      spread_in(word, own);
    }
  }
}

}  // namespace nutgraf::read::pdf
