// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/base/edit_distance.h"

#include <algorithm>
#include <bit>

#include "core/base/utf8.h"

namespace nutgraf {
namespace {

void append_characters(std::string_view text, std::u32string& out) {
  out.clear();
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Decoded c = utf8::decode(text, at);
    out += c.code;
    at += c.size;
  }
}

/// A bit for each character that occurs; some share one.
std::uint64_t characters_in(const std::u32string& text) {
  std::uint64_t bits = 0;
  for (const char32_t c : text) {
    bits |= std::uint64_t{1} << (c % 64);
  }
  return bits;
}

/// No more than the distance: a change takes one character away at most, and adds one.
std::uint32_t least_distance(const std::u32string& a, const std::u32string& b) {
  const std::uint64_t in_a = characters_in(a);
  const std::uint64_t in_b = characters_in(b);
  return static_cast<std::uint32_t>(std::max(std::popcount(in_a & ~in_b), std::popcount(in_b & ~in_a)));
}

}  // namespace

EditDistance::EditDistance(std::string_view word) {
  append_characters(word, word_);
}

std::uint32_t EditDistance::to(std::string_view other, std::uint32_t limit) {
  const std::uint32_t beyond = limit + 1;
  // No character takes more than four bytes, so most words are distinguished without being read.
  if (other.size() > 4 * (word_.size() + limit) || other.size() + limit < word_.size()) {
    return beyond;
  }
  append_characters(other, other_);
  const std::size_t longer = std::max(word_.size(), other_.size());
  if (longer - std::min(word_.size(), other_.size()) > limit || least_distance(word_, other_) > limit) {
    return beyond;
  }
  width_ = other_.size() + 1;
  cells_.assign((word_.size() + 1) * width_, 0);
  last_row_.assign(width_, 0);
  for (std::size_t j = 0; j < width_; ++j) {
    cell(0, j) = static_cast<std::uint32_t>(j);
  }
  for (std::size_t i = 1; i <= word_.size(); ++i) {
    fill_row(i);
    const auto row = cells_.begin() + static_cast<std::ptrdiff_t>(i * width_);
    // Whatever comes later costs at least as much as the cheapest of this row.
    if (*std::min_element(row, row + static_cast<std::ptrdiff_t>(width_)) > limit) {
      return beyond;
    }
  }
  return std::min(cell(word_.size(), other_.size()), beyond);
}

void EditDistance::fill_row(std::size_t i) {
  cell(i, 0) = static_cast<std::uint32_t>(i);
  std::size_t last_column = 0;  // the last column so far whose character is this row's
  for (std::size_t j = 1; j < width_; ++j) {
    const bool same = word_[i - 1] == other_[j - 1];
    std::uint32_t least = std::min({cell(i - 1, j) + 1, cell(i, j - 1) + 1, cell(i - 1, j - 1) + (same ? 0U : 1U)});
    const std::size_t swap_row = last_row_[j];
    if (swap_row > 0 && last_column > 0) {
      const std::size_t between = (i - swap_row - 1) + (j - last_column - 1);
      least = std::min(least, cell(swap_row - 1, last_column - 1) + static_cast<std::uint32_t>(between) + 1);
    }
    cell(i, j) = least;
    last_column = same ? j : last_column;
  }
  for (std::size_t j = 1; j < width_; ++j) {
    last_row_[j] = word_[i - 1] == other_[j - 1] ? i : last_row_[j];
  }
}

}  // namespace nutgraf
