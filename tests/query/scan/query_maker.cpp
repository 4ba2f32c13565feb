// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/query/scan/query_maker.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "query/parse/operators.h"

namespace nutgraf::test {
namespace {

bool is_simple(ScanKind kind) {
  return kind == ScanKind::Leaf || kind == ScanKind::Sentence || kind == ScanKind::Paragraph ||
         kind == ScanKind::Article;
}

std::string in_brackets(const ScanQuery& query) {
  return is_simple(query.kind) ? query.text : "(" + query.text + ")";
}

ScanQuery either(const ScanQuery& one, const ScanQuery& other) {
  ScanQuery query;
  query.kind = ScanKind::Or;
  query.children = {one, other};
  query.text = in_brackets(one) + " OR " + in_brackets(other);
  return query;
}

}  // namespace

std::string QueryMaker::wildcard(const std::string& word) {
  if (word.size() < 5) {
    return word;
  }
  switch (below(4)) {
    case 0:
      return word.substr(0, word.size() - 2) + "*";
    case 1:
      return "*" + word.substr(1);
    case 2:
      return word.substr(0, 2) + "?" + word.substr(3);
    default:
      return word.substr(0, 3) + "*" + word.substr(word.size() - 1);
  }
}

/// Every mixture of what its words may stand for.
std::vector<ScanQuery::Sequence> QueryMaker::phrase(const std::vector<std::string>& words) const {
  std::vector<ScanQuery::Sequence> sequences(1);
  for (const std::string& word : words) {
    std::vector<ScanQuery::Sequence> choices = {{word}};
    if (word.find_first_of("*?") == std::string::npos) {
      if (const auto forms = forms_(word, Written::Quoted); !forms.empty()) {
        choices = forms;
      }
    }
    std::vector<ScanQuery::Sequence> longer;
    for (const ScanQuery::Sequence& sequence : sequences) {
      for (const ScanQuery::Sequence& choice : choices) {
        longer.push_back(sequence);
        longer.back().insert(longer.back().end(), choice.begin(), choice.end());
      }
    }
    sequences = std::move(longer);
  }
  return sequences;
}

ScanQuery QueryMaker::leaf() {
  const std::vector<std::string>& run = runs_[below(static_cast<std::uint32_t>(runs_.size()))];
  const std::uint32_t kind = below(10);
  const std::uint32_t length =
      kind < 4 ? 1 : std::min<std::uint32_t>(2 + below(2), static_cast<std::uint32_t>(run.size()));
  const std::uint32_t first = below(static_cast<std::uint32_t>(run.size()) - length + 1);
  std::vector<std::string> words(run.begin() + first, run.begin() + first + length);
  ScanQuery leaf;
  if (kind == 0) {
    leaf.alternatives = forms_(words[0], Written::Bare);
  }
  if (!leaf.alternatives.empty()) {
    leaf.text = words[0];
    return leaf;
  }
  if (kind < 3) {
    leaf.text = "=" + words[0];
  } else if (kind == 3) {
    words[0] = wildcard(words[0]);
    leaf.text = (words[0].find_first_of("*?") == std::string::npos ? "=" : "") + words[0];
  } else {
    if (kind > 6 && length > 1) {
      std::string& word = words[below(length)];
      word = kind == 9 ? "*" : wildcard(word);
    }
    for (const std::string& word : words) {
      leaf.text += (leaf.text.empty() ? "\"" : " ") + word;
    }
    leaf.text += "\"";
  }
  leaf.alternatives = kind < 4 ? std::vector<ScanQuery::Sequence>{words} : phrase(words);
  return leaf;
}

ScanQuery QueryMaker::operand(int depth) {
  const std::uint32_t kind = below(6);
  if (depth > 0 && kind == 0) {
    return near(depth - 1);
  }
  if (depth > 0 && kind == 1) {
    const ScanQuery first = operand(depth - 1);
    return either(first, operand(depth - 1));
  }
  return leaf();
}

ScanQuery QueryMaker::near(int depth) {
  const parse::ClosenessOperator& chosen = parse::kOperators[below(std::size(parse::kOperators))];
  ScanQuery query;
  query.kind = ScanKind::Near;
  query.closeness = chosen.closeness;
  query.distance = below(4) == 0 ? 1 + below(120) : 1 + below(9);
  query.children = {operand(depth), operand(depth)};
  if (below(5) == 0) {  // the sides have words in common
    query.children[1] = either(query.children[0], query.children[1]);
  }
  query.text = fmt::format("{} {}/{} {}", in_brackets(query.children[0]), chosen.name, query.distance,
                           in_brackets(query.children[1]));
  return query;
}

ScanQuery QueryMaker::boolean(ScanKind kind, int depth, bool passage) {
  ScanQuery query;
  query.kind = kind;
  const std::uint32_t count = kind == ScanKind::Not ? 1 : 2 + below(2);
  for (std::uint32_t i = 0; i < count; ++i) {
    query.children.push_back(passage ? any(depth - 1) : inside(depth - 1));
    const std::string text = in_brackets(query.children.back());
    query.text += kind == ScanKind::Not ? "NOT " + text
                                        : (i == 0                  ? ""
                                           : kind == ScanKind::And ? " AND "
                                                                   : " OR ") +
                                              text;
  }
  return query;
}

/// What may be inside a sentence or paragraph.
ScanQuery QueryMaker::inside(int depth) {
  const std::uint32_t kind = below(8);
  if (depth > 0 && kind < 4) {
    static constexpr ScanKind kKinds[] = {ScanKind::And, ScanKind::And, ScanKind::Or, ScanKind::Not};
    return boolean(kKinds[kind], depth, false);
  }
  return kind < 6 ? leaf() : near(1);
}

ScanQuery QueryMaker::any(int depth) {
  const std::uint32_t kind = below(12);
  if (depth > 0 && kind < 5) {
    static constexpr ScanKind kKinds[] = {ScanKind::And, ScanKind::And, ScanKind::Or, ScanKind::Or, ScanKind::Not};
    return boolean(kKinds[kind], depth, true);
  }
  if (kind < 8) {
    ScanQuery within;
    within.kind = kind == 5 ? ScanKind::Sentence : kind == 6 ? ScanKind::Paragraph : ScanKind::Article;
    within.children = {within.kind == ScanKind::Article ? any(depth - 1) : boolean(ScanKind::And, depth, false)};
    within.text = fmt::format("WITHIN {} ({})",
                              kind == 5   ? "sentence"
                              : kind == 6 ? "paragraph"
                                          : "article",
                              within.children[0].text);
    return within;
  }
  return kind < 10 ? near(2) : leaf();
}

ScanQuery QueryMaker::query() {
  return any(3);
}

}  // namespace nutgraf::test
