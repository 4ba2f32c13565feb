// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/text/analyzer.h"
#include "query/parse/ast.h"

/// A second reading of the query language, for tests: slow, plain, from the texts of passages alone. It shares the
/// analyzer with the product and nothing else: no positions of an index, no evaluator.
namespace nutgraf::test {

/// A text as the scan sees it.
struct ScannedText {
  std::unordered_map<std::string, std::vector<std::uint32_t>> positions;  // of words and variants
  std::vector<std::uint32_t> words;                                       // positions that hold one, ascending
  std::vector<std::uint32_t> sentences;
  std::vector<std::uint32_t> paragraphs;
};

struct ScannedArticle {
  std::string id;
  std::vector<ScannedText> passages;
};

[[nodiscard]] ScannedText scan_text(const Analyzer& analyzer, Analyzer::Scratch& scratch, std::string_view text);

enum class ScanKind : std::uint8_t { Leaf, And, Or, Not, Near, Sentence, Paragraph, Article };

/// A query, both as text and as what it should mean.
struct ScanQuery {
  using Sequence = std::vector<std::string>;  // terms at consecutive positions; * and ? as in queries

  ScanKind kind = ScanKind::Leaf;
  std::string text;
  parse::Closeness closeness = parse::Closeness::Near;  // of a Near
  std::uint32_t distance = 0;                           // likewise
  std::vector<Sequence> alternatives;                   // of a leaf
  std::vector<ScanQuery> children;
};

struct Scanned {
  std::vector<bool> matches;               // by passage
  std::vector<std::uint64_t> occurrences;  // by passage, 0 where it does not match
};

[[nodiscard]] Scanned scan(const ScanQuery& query, const ScannedArticle& article);

}  // namespace nutgraf::test
