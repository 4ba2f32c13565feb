// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/base/edit_distance.h"

#include <algorithm>

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

/// More bits than `limit`?
bool has_more_bits(std::uint64_t bits, std::uint32_t limit) {
  for (; limit > 0 && bits != 0; --limit) {
    bits &= bits - 1;
  }
  return bits != 0;
}

}  // namespace

WordOutline outline_of(std::string_view word) {
  WordOutline outline;
  for (const char c : word) {
    const std::uint64_t begins = utf8::is_continuation(c) ? 0 : 1;
    outline.characters += begins;
    outline.first_bytes |= begins << (static_cast<unsigned char>(c) % 64U);
  }
  return outline;
}

EditDistance::EditDistance(std::string_view word) : first_bytes_(outline_of(word).first_bytes) {
  append_characters(word, word_);
}

/// A change takes one character away at most, and adds one.
bool EditDistance::may_reach(const WordOutline& other, std::uint32_t limit) const {
  const std::size_t longer = std::max(word_.size(), other.characters);
  return longer - std::min(word_.size(), other.characters) <= limit &&
         !has_more_bits(first_bytes_ & ~other.first_bytes, limit) &&
         !has_more_bits(other.first_bytes & ~first_bytes_, limit);
}

std::uint32_t EditDistance::to(std::string_view other, std::uint32_t limit) {
  const std::uint32_t beyond = limit + 1;
  if (other.size() + limit < word_.size() || !may_reach(outline_of(other), limit)) {
    return beyond;
  }
  append_characters(other, other_);
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
