// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/survey/boilerplate.h"

#include <algorithm>
#include <iterator>
#include <unordered_map>

#include "core/base/ascii.h"

namespace nutgraf::survey {
namespace {

// A record's value: number of the article, words, kind.
constexpr unsigned kKindBits = 1;
constexpr unsigned kWordsBits = 7;
constexpr std::uint32_t kMostWords = (1U << kWordsBits) - 1;

constexpr std::size_t kLeastStories = 5;  // of a site

/// How often a segment must recur to be boilerplate: in so many stories of its site, and in this share of them. Long
/// ones do not recur by chance; a sentence in a paragraph may be a journalist's habit.
struct Threshold {
  std::size_t stories;
  double share;
};
constexpr std::uint32_t kLongWords = 8;
constexpr Threshold kLongLine{4, 0.05};
constexpr Threshold kShortLine{4, 0.2};
constexpr Threshold kSentence{4, 0.25};
constexpr std::uint32_t kLeastSentence = 3;  // words

bool reaches(const Threshold& threshold, std::size_t count, std::size_t stories) {
  return count >= threshold.stories && static_cast<double>(count) >= threshold.share * static_cast<double>(stories);
}

std::uint64_t key_of(std::uint64_t site, std::uint64_t segment) {
  return spread(site ^ segment);
}

SegmentKind kind_of(std::uint64_t value) {
  return (value & 1U) == 0 ? SegmentKind::Line : SegmentKind::Sentence;
}

std::uint32_t article_of(std::uint64_t value) {
  return static_cast<std::uint32_t>(value >> (kKindBits + kWordsBits));
}

/// Distinct numbers; sorts them.
std::size_t distinct(std::vector<std::uint32_t>& numbers) {
  std::ranges::sort(numbers);
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  return numbers.size();
}

std::unordered_map<std::uint64_t, std::size_t> stories_by_site(std::span<const SurveyedArticle> articles,
                                                               std::span<const std::uint32_t> stories) {
  std::unordered_map<std::uint64_t, std::unordered_set<std::uint32_t>> seen;
  for (std::size_t i = 0; i < articles.size(); ++i) {
    if (articles[i].state == SurveyedArticle::State::Live && articles[i].site != 0) {
      seen[articles[i].site].insert(stories[i]);
    }
  }
  std::unordered_map<std::uint64_t, std::size_t> counts;
  for (const auto& [site, numbers] : seen) {
    counts.emplace(site, numbers.size());
  }
  return counts;
}

/// Tells whether the articles of one segment make it boilerplate.
class Judge {
 public:
  Judge(std::span<const SurveyedArticle> articles, std::span<const std::uint32_t> stories)
      : articles_(articles), stories_(stories), by_site_(stories_by_site(articles, stories)) {}

  bool is_boilerplate(std::span<const std::uint64_t> values) {
    if (values.size() < kLongLine.stories) {
      return false;
    }
    lines_.clear();
    all_.clear();
    for (const std::uint64_t value : values) {
      const std::uint32_t article = article_of(value);
      if (articles_[article].state == SurveyedArticle::State::Live) {
        all_.push_back(stories_[article]);
        if (kind_of(value) == SegmentKind::Line) {
          lines_.push_back(stories_[article]);
        }
      }
    }
    if (all_.empty()) {
      return false;
    }
    const std::size_t stories = by_site_.at(articles_[article_of(values[0])].site);
    const auto words = static_cast<std::uint32_t>((values[0] >> kKindBits) & kMostWords);
    const Threshold& line = words >= kLongWords ? kLongLine : kShortLine;
    return stories >= kLeastStories && (reaches(line, distinct(lines_), stories) ||
                                        (words >= kLeastSentence && reaches(kSentence, distinct(all_), stories)));
  }

 private:
  std::span<const SurveyedArticle> articles_;
  std::span<const std::uint32_t> stories_;
  std::unordered_map<std::uint64_t, std::size_t> by_site_;
  std::vector<std::uint32_t> lines_;
  std::vector<std::uint32_t> all_;
};

/// "Yes.", in a line of its own: somebody may have said that in many stories.
bool is_aside(std::string_view text, const Segment& segment) {
  constexpr std::string_view kEnds = ".!?";
  return segment.kind == SegmentKind::Line && segment.words < kLongWords &&
         kEnds.find(text[segment.end - 1]) != std::string_view::npos;
}

/// Leaves asides that stand in the story: neither at an end of the text nor beside other boilerplate.
std::vector<Segment> without_asides(std::string_view text, const std::vector<Segment>& segments) {
  const auto is_blank = [text](std::size_t begin, std::size_t end) {
    return ascii::trimmed(text.substr(begin, end - begin)).empty();
  };
  std::vector<Segment> left;
  for (auto first = segments.begin(); first != segments.end();) {
    auto last = std::next(first);
    while (last != segments.end() && is_blank(std::prev(last)->end, last->begin)) {
      ++last;
    }
    const bool is_inside = !is_blank(0, first->begin) && !is_blank(std::prev(last)->end, text.size());
    if (!is_inside || !std::all_of(first, last, [text](const Segment& piece) { return is_aside(text, piece); })) {
      left.insert(left.end(), first, last);
    }
    first = last;
  }
  return left;
}

/// Takes segments out of a text; line ends stay, so that paragraphs stay apart.
std::string without(std::string_view text, const std::vector<Segment>& segments) {
  std::string left;
  std::size_t done = 0;
  for (const Segment& segment : segments) {
    left += text.substr(done, segment.begin - done);
    done = segment.end;
    if (left.ends_with(' ') && text.substr(done).starts_with(' ')) {
      ++done;
    }
  }
  left += text.substr(done);
  return left;
}

}  // namespace

Record Boilerplate::record_of(std::uint64_t site, std::uint32_t article, const Segment& segment) {
  const std::uint64_t words = std::min(segment.words, kMostWords);
  const std::uint64_t kind = segment.kind == SegmentKind::Line ? 0 : 1;
  return {key_of(site, segment.hash), (((std::uint64_t{article} << kWordsBits) | words) << kKindBits) | kind};
}

Boilerplate Boilerplate::find(const RecordSorter& segments, std::span<const SurveyedArticle> articles,
                              std::span<const std::uint32_t> stories) {
  Boilerplate found;
  found.articles_.resize(articles.size());
  Judge judge(articles, stories);
  segments.each_group([&](std::uint64_t key, std::span<const std::uint64_t> values) {
    if (judge.is_boilerplate(values)) {
      found.keys_.insert(key);
      std::ranges::for_each(values, [&](std::uint64_t value) { found.articles_[article_of(value)] = true; });
    }
  });
  return found;
}

Boilerplate Boilerplate::of(std::span<const std::uint64_t> keys) {
  Boilerplate known;
  known.keys_.insert(keys.begin(), keys.end());
  return known;
}

std::vector<std::uint64_t> Boilerplate::keys() const {
  std::vector<std::uint64_t> keys(keys_.begin(), keys_.end());
  std::ranges::sort(keys);
  return keys;
}

std::vector<clean::Cut> Boilerplate::cut(std::uint64_t site, std::string& text) const {
  std::vector<WordHash> words;
  std::vector<Segment> segments;
  hash_words(text, words);
  find_segments(text, words, segments);
  std::vector<Segment> cut;
  for (const Segment& segment : segments) {
    const bool is_inside = !cut.empty() && segment.begin < cut.back().end;
    if (!is_inside && keys_.contains(key_of(site, segment.hash))) {
      cut.push_back(segment);
    }
  }
  cut = without_asides(text, cut);
  std::uint32_t cut_words = 0;
  std::ranges::for_each(cut, [&cut_words](const Segment& segment) { cut_words += segment.words; });
  if (cut.empty() || cut_words >= word_count(words)) {
    return {};
  }
  std::vector<clean::Cut> cuts;
  cuts.reserve(cut.size());
  for (const Segment& segment : cut) {
    cuts.push_back({text.substr(segment.begin, segment.end - segment.begin), "boilerplate"});
  }
  text = without(text, cut);
  return cuts;
}

}  // namespace nutgraf::survey
