// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/clean/page_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "core/base/ascii.h"
#include "core/text/stops.h"
#include "indexer/clean/lines.h"

namespace nutgraf::clean {
namespace {

/// What a line is judged by.
enum Feature : std::size_t {
  Sentence,   // it ends as a sentence does
  Commas,     // in thirds, at most 1
  LinkWords,  // twice the share of its words, at most 1
  Capitals,   // share of its words that begin with one
  Before,     // are the lines before it long sentences? The nearest counts most
  After,      // and those after it?
};
constexpr std::size_t kFeatures = Feature::After + 1;

// Fitted by logistic regression to the pages of article-extraction-benchmark as text; scripts/eval flat repeats it,
// site by site. The length of a line multiplies its score; the share of function words added nothing.
constexpr std::array<double, kFeatures> kWeights = {1.6, 0.6, -1.5, -1.2, 2.5, 2.3};
constexpr double kBias = -2.2;
constexpr double kMostScore = 4;  // of a line, either way, before its length
constexpr std::array<double, 3> kNearness = {0.5, 0.3, 0.2};
constexpr std::size_t kLongSentence = 15;  // words

// When a page is cut.
constexpr std::size_t kLeastLongLine = 120;  // bytes; texts without one are wrapped
constexpr std::size_t kLeastLinesCut = 10;
constexpr double kLeastShortShare = 0.6;  // of the lines cut
constexpr std::size_t kShort = 8;         // words
constexpr std::size_t kLeastLinkLines = 3;
constexpr std::size_t kLeastWordsLeft = 80;

constexpr auto kLinks = std::to_array<std::string_view>(
    {"share",       "comment",   "comments",    "subscribe",   "newsletter", "newsletters",   "cookie",
     "cookies",     "privacy",   "login",       "log",         "sign",       "follow",        "facebook",
     "twitter",     "instagram", "whatsapp",    "pinterest",   "linkedin",   "youtube",       "telegram",
     "rss",         "email",     "copyright",   "rights",      "reserved",   "advertisement", "advertise",
     "terms",       "menu",      "sitemap",     "careers",     "related",    "click",         "tweet",
     "print",       "read",      "more",        "contact",     "register",   "account",       "search",
     "home",        "teilen",    "anmelden",    "datenschutz", "impressum",  "kommentare",    "partager",
     "connexion",   "abonnez",   "commentaire", "compartir",   "privacidad", "compartilhar",  "contato",
     "privacidade", "condividi", "accedi",      "udostępnij",  "поделиться", "подписаться"});

/// By first byte, in lower case, a bit for each length that a link word has: most words are none by that alone.
constexpr std::array<std::uint32_t, 256> kLinkLengths = [] {
  std::array<std::uint32_t, 256> lengths{};
  for (const std::string_view word : kLinks) {
    lengths[static_cast<unsigned char>(word[0])] |= std::uint32_t{1} << word.size();
  }
  return lengths;
}();
constexpr std::size_t kLongestLink = 31;  // bytes
static_assert(std::ranges::all_of(kLinks, [](std::string_view word) { return word.size() <= kLongestLink; }));

bool is_link_word(std::string_view word) {
  const auto first = static_cast<unsigned char>(ascii::to_lower(word[0]));
  return word.size() <= kLongestLink && ((kLinkLengths[first] >> word.size()) & 1U) != 0 &&
         std::ranges::find(kLinks, ascii::lowered(word)) != kLinks.end();
}

struct Line {
  std::size_t begin = 0;  // in the text
  std::size_t end = 0;
  std::size_t words = 0;
  std::array<double, kFeatures> features{};
  bool has_link_word = false;

  [[nodiscard]] bool is_sentence() const { return features[Feature::Sentence] > 0; }
  [[nodiscard]] bool is_long_sentence() const { return is_sentence() && words >= kLongSentence; }
  [[nodiscard]] bool is_short() const { return !is_sentence() && words < kShort; }
};

/// Cut off by an ellipsis, as links to other articles are.
bool is_teaser(std::string_view line) {
  return line.ends_with("\u2026") || line.ends_with("...");
}

void look_at_words(std::string_view text, Line& line) {
  std::size_t links = 0;
  std::size_t capitals = 0;
  each_word(text, [&](std::string_view word) {
    ++line.words;
    capitals += ascii::is_upper(word[0]) ? 1U : 0U;
    links += is_link_word(word) ? 1U : 0U;
  });
  const auto words = static_cast<double>(std::max<std::size_t>(line.words, 1));
  line.features[Feature::Capitals] = static_cast<double>(capitals) / words;
  line.features[Feature::LinkWords] = std::min(1.0, 2.0 * static_cast<double>(links) / words);
  line.has_link_word = links > 0;
}

Line look_at(std::string_view text, std::size_t begin, std::size_t end) {
  Line line;
  line.begin = begin;
  line.end = end;
  const std::string_view piece = ascii::trimmed(text.substr(begin, end - begin));
  line.features[Feature::Sentence] = ends_sentence(piece) && !is_teaser(piece) ? 1 : 0;
  const auto commas = std::ranges::count_if(piece, [](char c) { return c == ',' || c == ';'; });
  line.features[Feature::Commas] = std::min(1.0, static_cast<double>(commas) / 3);
  look_at_words(piece, line);
  return line;
}

/// One look that tells most texts from pages.
bool may_be_page(std::string_view text) {
  constexpr std::size_t kShortBytes = 60;
  std::size_t longest = 0;
  std::size_t short_lines = 0;
  each_line(text, [&](std::size_t begin, std::size_t end) {
    longest = std::max(longest, end - begin);
    short_lines += end - begin < kShortBytes ? 1U : 0U;
  });
  return longest >= kLeastLongLine && static_cast<double>(short_lines) >= kLeastShortShare * kLeastLinesCut;
}

void look_around(std::vector<Line>& lines) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    for (std::size_t far = 0; far < kNearness.size(); ++far) {
      if (i > far && lines[i - far - 1].is_long_sentence()) {
        lines[i].features[Feature::Before] += kNearness[far];
      }
      if (i + far + 1 < lines.size() && lines[i + far + 1].is_long_sentence()) {
        lines[i].features[Feature::After] += kNearness[far];
      }
    }
  }
}

double score_of(const Line& line) {
  double score = kBias;
  for (std::size_t feature = 0; feature < kFeatures; ++feature) {
    score += kWeights[feature] * line.features[feature];
  }
  return std::clamp(score, -kMostScore, kMostScore) *
         std::sqrt(static_cast<double>(std::max<std::size_t>(line.words, 1)));
}

/// Half-open, in lines.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The span with the highest sum (Kadane).
Span best_span(const std::vector<Line>& lines) {
  Span best;
  double most = 0;
  double sum = 0;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    sum += score_of(lines[i]);
    if (sum < 0) {
      sum = 0;
      begin = i + 1;
    }
    if (sum > most) {
      most = sum;
      best = {begin, i + 1};
    }
  }
  return best;
}

bool is_sure(const std::vector<Line>& lines, const Span& span) {
  std::size_t cut = 0;
  std::size_t cut_short = 0;
  std::size_t links = 0;
  std::size_t left = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Line& line = lines[i];
    if (i >= span.begin && i < span.end) {
      left += line.words;
      continue;
    }
    ++cut;
    cut_short += line.is_short() ? 1U : 0U;
    links += line.words < kShort && line.has_link_word ? 1U : 0U;
  }
  return cut >= kLeastLinesCut && static_cast<double>(cut_short) >= kLeastShortShare * static_cast<double>(cut) &&
         links >= kLeastLinkLines && left >= kLeastWordsLeft;
}

}  // namespace

std::vector<Cut> cut_page(std::string& text) {
  if (!may_be_page(text)) {
    return {};
  }
  std::vector<Line> lines;
  each_line(text, [&](std::size_t begin, std::size_t end) { lines.push_back(look_at(text, begin, end)); });
  look_around(lines);
  const Span span = best_span(lines);
  if (!is_sure(lines, span)) {
    return {};
  }
  const std::size_t begin = lines[span.begin].begin;
  const std::size_t end = lines[span.end - 1].end;
  std::vector<Cut> cuts;
  for (const std::string_view piece : {std::string_view(text).substr(0, begin), std::string_view(text).substr(end)}) {
    if (const std::string_view cut = ascii::trimmed(piece); !cut.empty()) {
      cuts.push_back({std::string(cut), "page"});
    }
  }
  text = text.substr(begin, end - begin);
  return cuts;
}

}  // namespace nutgraf::clean
