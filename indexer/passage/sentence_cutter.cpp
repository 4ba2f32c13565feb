// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/passage/sentence_cutter.h"

#include <algorithm>

#include "indexer/passage/word_edge.h"

namespace nutgraf::passage {
namespace {

// A boundary at the end of a line is worth going this much farther for: it mostly ends a paragraph.
constexpr Quarters kLineEndBonus = 20 * kWord;

// Boundaries asked about for one cut; a page of initials has a boundary a word, all of them soft.
constexpr std::size_t kMaxQuestions = 24;

Quarters distance(const Candidate& candidate, Quarters goal) {
  const Quarters far = candidate.before > goal ? candidate.before - goal : goal - candidate.before;
  return far + (candidate.at == Candidate::At::LineEnd ? 0 : kLineEndBonus);
}

}  // namespace

SentenceCutter::SentenceCutter(HardBoundaries& boundaries, std::string_view paragraph)
    : boundaries_(boundaries), text_(paragraph) {
  all_ = count_words(text_, candidates_);
}

SentenceCutter::Piece SentenceCutter::next(Quarters open) {
  const Quarters rest = open + all_ - done_;
  if (rest <= kMaxPassage) {
    return take(text_.size(), all_);
  }
  const Quarters share = rest / ((rest + kMaxPassage - 1) / kMaxPassage);
  // In words of the paragraph: what is open counts as if it stood before it.
  const Quarters start = done_;
  const auto to_place = [&](Quarters words) { return start + std::max(words, open) - open; };
  const Bounds bounds{to_place(share / 2), to_place(share), to_place(kMaxPassage)};
  auto cut = nearest(bounds);
  if (!cut) {
    cut = first_after({bounds.most, bounds.most, to_place(kMaxSentence)});
  }
  const bool endless = last_cut_ == Last::BetweenWords;  // still inside a sentence that is too long
  if (cut && !(endless && cut->before > bounds.most)) {
    last_cut_ = Last::Boundary;
    return take(cut->byte, cut->before);
  }
  if (rest <= kMaxSentence && !endless) {
    return take(text_.size(), all_);
  }
  last_cut_ = Last::BetweenWords;
  return take_words(std::max(bounds.goal - start, kWord));
}

std::optional<Candidate> SentenceCutter::nearest(const Bounds& bounds) {
  std::vector<Candidate> within;
  for (std::size_t i = candidate_; i < candidates_.size() && candidates_[i].before <= bounds.most; ++i) {
    if (candidates_[i].before >= bounds.least) {
      within.push_back(candidates_[i]);
    }
  }
  const auto questions = static_cast<std::ptrdiff_t>(std::min(within.size(), kMaxQuestions));
  std::partial_sort(within.begin(), within.begin() + questions, within.end(),
                    [&](const auto& a, const auto& b) { return distance(a, bounds.goal) < distance(b, bounds.goal); });
  const auto found = std::find_if(within.begin(), within.begin() + questions,
                                  [&](const Candidate& c) { return boundaries_.is_hard(text_, c.byte); });
  return found == within.begin() + questions ? std::nullopt : std::optional(*found);
}

std::optional<Candidate> SentenceCutter::first_after(const Bounds& bounds) {
  std::size_t questions = 0;
  for (std::size_t i = candidate_; i < candidates_.size() && candidates_[i].before <= bounds.most; ++i) {
    if (candidates_[i].before < bounds.least) {
      continue;
    }
    if (++questions > kMaxQuestions) {
      break;
    }
    if (boundaries_.is_hard(text_, candidates_[i].byte)) {
      return candidates_[i];
    }
  }
  return std::nullopt;
}

SentenceCutter::Piece SentenceCutter::take_words(Quarters words) {
  const std::string_view rest = text_.substr(at_);
  const std::size_t end = byte_after(rest, words);
  const std::size_t edge = word_edge(rest, end);
  const Quarters taken = edge == end ? words : count_words(rest.substr(0, edge));
  return take(at_ + edge, std::min(all_, done_ + taken));
}

SentenceCutter::Piece SentenceCutter::take(std::size_t end, Quarters before) {
  const Piece piece{text_.substr(at_, end - at_), before - done_};
  at_ = end;
  done_ = before;
  while (candidate_ < candidates_.size() && candidates_[candidate_].byte <= at_) {
    ++candidate_;
  }
  return piece;
}

}  // namespace nutgraf::passage
