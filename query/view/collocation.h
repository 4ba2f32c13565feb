// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "query/view/association.h"
#include "query/view/keyness.h"

/// Words beside the query, and words of one part of the index against another.
namespace nutgraf::view {

/// Tokens before and after a node that count as near it.
struct WordSpan {
  std::uint32_t before = 5;
  std::uint32_t after = 5;
};

enum class SpanLimit : std::uint8_t { Article, Sentence };

struct CollocateOptions {
  WordSpan span;
  SpanLimit limit = SpanLimit::Article;
};

struct Collocate {
  std::string word;
  PairCounts counts;
};

struct KeyWord {
  std::string word;
  KeynessCounts counts;
};

}  // namespace nutgraf::view
