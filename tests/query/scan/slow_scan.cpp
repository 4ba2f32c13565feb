// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/query/scan/slow_scan.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <map>
#include <set>
#include <utility>

namespace nutgraf::test {
namespace {

using Span = std::pair<std::uint32_t, std::uint32_t>;  // first and last position

bool fits(const char* word, const char* pattern) {
  if (*pattern == '\0') {
    return *word == '\0';
  }
  if (*pattern == '*') {
    return fits(word, pattern + 1) || (*word != '\0' && fits(word + 1, pattern));
  }
  return *word != '\0' && (*pattern == '?' || *pattern == *word) && fits(word + 1, pattern + 1);
}

using Positions = std::vector<std::uint32_t>;  // ascending

Positions positions_of(const ScannedText& text, const std::string& term) {
  if (term == "*") {
    return text.words;
  }
  if (term.find_first_of("*?") == std::string::npos) {
    const auto entry = text.positions.find(term);
    return entry == text.positions.end() ? Positions() : entry->second;
  }
  Positions found;
  for (const auto& [word, at] : text.positions) {
    if (fits(word.c_str(), term.c_str())) {
      found.insert(found.end(), at.begin(), at.end());
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::vector<Span> places_of(const ScannedText& text, const ScanQuery& leaf) {
  std::vector<Span> found;
  for (const ScanQuery::Sequence& sequence : leaf.alternatives) {
    Positions starts = positions_of(text, sequence.front());
    for (std::uint32_t i = 1; i < sequence.size() && !starts.empty(); ++i) {
      const Positions next = positions_of(text, sequence[i]);
      std::erase_if(starts,
                    [&](std::uint32_t start) { return !std::binary_search(next.begin(), next.end(), start + i); });
    }
    for (const std::uint32_t start : starts) {
      found.emplace_back(start, start + static_cast<std::uint32_t>(sequence.size()) - 1);
    }
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

/// A passage with what was found in it: the same leaf is asked about for every sentence.
class Passage {
 public:
  explicit Passage(const ScannedText& text) : text_(text) {}
  [[nodiscard]] const ScannedText& text() const { return text_; }
  [[nodiscard]] const std::vector<Span>& places(const ScanQuery& leaf) {
    const auto [entry, is_new] = places_.try_emplace(&leaf);
    if (is_new) {
      entry->second = places_of(text_, leaf);
    }
    return entry->second;
  }

 private:
  const ScannedText& text_;
  std::map<const ScanQuery*, std::vector<Span>> places_;
};

/// Words between the last of one and the first of the other, plus one; 0 where they overlap.
std::uint32_t distance(const Span& a, const Span& b) {
  return b.first > a.second ? b.first - a.second : a.first > b.second ? a.first - b.second : 0;
}

/// A passage, or one sentence or paragraph of it: from `begin` to before `end`.
struct Window {
  Passage* passage;
  std::uint32_t begin = 0;
  std::uint32_t end = std::numeric_limits<std::uint32_t>::max();
};

bool is_spoilt(const Span& a, const std::vector<Span>& others, std::uint32_t most) {
  return std::any_of(others.begin(), others.end(), [&](const Span& b) { return a != b && distance(a, b) <= most; });
}

bool leaves_out(const ScanQuery& query) {
  return query.kind == ScanKind::Near && query.closeness == parse::Closeness::NotNear;
}

bool is_pair(const ScanQuery& query, const Span& a, const Span& b) {
  const std::uint32_t apart = distance(a, b);
  const bool near = apart >= 1 && apart <= query.distance;
  switch (query.closeness) {
    case parse::Closeness::Near:
      return near;
    case parse::Closeness::Adjacent:
      return near && b.first > a.second;
    case parse::Closeness::NotNear:
      break;
  }
  return false;
}

/// Every stretch that meets an operator of closeness, from its first word to its last.
std::vector<Span> ways(const ScanQuery& query, const Window& window) {
  std::vector<Span> found;
  if (query.kind == ScanKind::Leaf) {
    for (const Span& span : window.passage->places(query)) {
      if (span.second >= window.begin && span.first < window.end) {
        found.push_back(span);
      }
    }
    return found;
  }
  if (query.kind == ScanKind::Or) {
    for (const ScanQuery& child : query.children) {
      const std::vector<Span> some = ways(child, window);
      found.insert(found.end(), some.begin(), some.end());
    }
    return found;
  }
  const std::vector<Span> left = ways(query.children[0], window);
  const std::vector<Span> right = ways(query.children[1], window);
  for (const Span& a : left) {
    if (leaves_out(query)) {
      if (!is_spoilt(a, right, query.distance)) {
        found.push_back(a);
      }
      continue;
    }
    for (const Span& b : right) {
      if (is_pair(query, a, b)) {
        found.emplace_back(std::min(a.first, b.first), std::max(a.second, b.second));
      }
    }
  }
  return found;
}

std::vector<Window> parts(const ScanQuery& query, const Window& window) {
  const std::vector<std::uint32_t>& starts =
      query.kind == ScanKind::Sentence ? window.passage->text().sentences : window.passage->text().paragraphs;
  std::vector<Window> found;
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const std::uint32_t end = i + 1 < starts.size() ? starts[i + 1] : std::numeric_limits<std::uint32_t>::max();
    const Window part{window.passage, std::max(starts[i], window.begin), std::min(end, window.end)};
    if (part.begin < part.end) {
      found.push_back(part);
    }
  }
  return found;
}

bool article_holds(const ScanQuery& query, const ScannedArticle& article);

bool holds(const ScanQuery& query, const Window& window, const ScannedArticle& article) {
  const auto child_holds = [&](const ScanQuery& child) { return holds(child, window, article); };
  switch (query.kind) {
    case ScanKind::And:
      return std::all_of(query.children.begin(), query.children.end(), child_holds);
    case ScanKind::Or:
      return std::any_of(query.children.begin(), query.children.end(), child_holds);
    case ScanKind::Not:
      return !holds(query.children[0], window, article);
    case ScanKind::Sentence:
    case ScanKind::Paragraph: {
      const std::vector<Window> all = parts(query, window);
      return std::any_of(all.begin(), all.end(),
                         [&](const Window& part) { return holds(query.children[0], part, article); });
    }
    case ScanKind::Article:
      return article_holds(query.children[0], article);
    case ScanKind::Leaf:
    case ScanKind::Near:
      break;
  }
  return !ways(query, window).empty();
}

bool article_holds(const ScanQuery& query, const ScannedArticle& article) {
  const auto child_holds = [&](const ScanQuery& child) { return article_holds(child, article); };
  switch (query.kind) {
    case ScanKind::And:
      return std::all_of(query.children.begin(), query.children.end(), child_holds);
    case ScanKind::Or:
      return std::any_of(query.children.begin(), query.children.end(), child_holds);
    case ScanKind::Not:
      return !article_holds(query.children[0], article);
    case ScanKind::Article:
      return article_holds(query.children[0], article);
    case ScanKind::Sentence:
    case ScanKind::Paragraph:
    case ScanKind::Leaf:
    case ScanKind::Near:
      break;
  }
  return std::any_of(article.passages.begin(), article.passages.end(), [&](const ScannedText& text) {
    Passage passage(text);
    return holds(query, {&passage}, article);
  });
}

using Spans = std::set<Span>;
using Counts = std::function<bool(const Span&)>;

/// The occurrences of a leaf or an operator of closeness, of those stretches alone that count: of a leaf the longest
/// from each first word, of NEAR and ADJ what does not hold another one, of an OR what either side has.
void add_occurrences(const ScanQuery& query, const Window& window, const Counts& counts, Spans& found) {
  if (query.kind == ScanKind::Or) {
    for (const ScanQuery& child : query.children) {
      add_occurrences(child, window, counts, found);
    }
    return;
  }
  if (leaves_out(query)) {
    const std::vector<Span> right = ways(query.children[1], window);
    const auto survives = [&](const Span& span) { return counts(span) && !is_spoilt(span, right, query.distance); };
    add_occurrences(query.children[0], window, survives, found);
    return;
  }
  std::vector<Span> spans = ways(query, window);
  std::erase_if(spans, [&](const Span& span) { return !counts(span); });
  const auto yields_to = [&](const Span& span, const Span& other) {
    if (span == other) {
      return false;
    }
    return query.kind == ScanKind::Leaf ? other.first == span.first && other.second > span.second
                                        : other.first >= span.first && other.second <= span.second;
  };
  for (const Span& span : spans) {
    if (std::none_of(spans.begin(), spans.end(), [&](const Span& other) { return yields_to(span, other); })) {
      found.insert(span);
    }
  }
}

/// What counts in a passage that matches. Inside a sentence or paragraph only what holds there does.
void collect(const ScanQuery& query, const Window& window, const ScannedArticle& article, bool placed, Spans& found) {
  switch (query.kind) {
    case ScanKind::Not:
      return;
    case ScanKind::And:
    case ScanKind::Or:
    case ScanKind::Article:
      for (const ScanQuery& child : query.children) {
        if (!placed || holds(child, window, article)) {
          collect(child, window, article, placed, found);
        }
      }
      return;
    case ScanKind::Sentence:
    case ScanKind::Paragraph:
      for (const Window& part : parts(query, window)) {
        if (holds(query.children[0], part, article)) {
          collect(query.children[0], part, article, true, found);
        }
      }
      return;
    case ScanKind::Leaf:
    case ScanKind::Near:
      break;
  }
  add_occurrences(
      query, window, [](const Span&) { return true; }, found);
}

}  // namespace

ScannedText scan_text(const Analyzer& analyzer, Analyzer::Scratch& scratch, std::string_view text) {
  Analysis analysis;
  analyzer.analyze(text, scratch, analysis);
  ScannedText scanned;
  for (const Token& token : analysis.tokens) {
    scanned.words.push_back(token.position.value);
    if (token.kind == TokenKind::Word || token.kind == TokenKind::Variant) {
      scanned.positions[std::string(analysis.term(token))].push_back(token.position.value);
    }
  }
  std::sort(scanned.words.begin(), scanned.words.end());
  for (const Boundary& boundary : analysis.sentences) {
    scanned.sentences.push_back(boundary.position.value);
  }
  for (const Boundary& boundary : analysis.paragraphs) {
    scanned.paragraphs.push_back(boundary.position.value);
  }
  return scanned;
}

Scanned scan(const ScanQuery& query, const ScannedArticle& article) {
  Scanned scanned;
  for (const ScannedText& text : article.passages) {
    Spans found;
    Passage passage(text);
    const bool match = holds(query, {&passage}, article);
    if (match) {
      collect(query, {&passage}, article, false, found);
    }
    scanned.matches.push_back(match);
    scanned.occurrences.push_back(found.size());
  }
  return scanned;
}

}  // namespace nutgraf::test
