// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/views/concordance.h"

#include <xxhash.h>

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "core/base/utf8.h"
#include "query/search/postings/articles.h"
#include "query/search/postings/doc_values.h"
#include "query/search/views/article_context.h"
#include "query/search/views/occurrences.h"
#include "query/search/views/passage_reader.h"
#include "query/search/views/stories.h"
#include "query/view/one_line.h"

namespace nutgraf::search::views {
namespace {

struct Found {
  Xapian::docid document = 0;
  match::PositionSpan place;
};

std::vector<Found> first_places(const compile::Plan& plan, std::uint64_t limit) {
  std::vector<Found> found;
  Occurrences reader(plan.reader, plan.bound);
  for (const Xapian::docid document : matched_documents(plan)) {
    for (const match::PositionSpan& place : reader.read(document)) {
      if (found.size() >= limit) {
        return found;
      }
      found.push_back({document, place});
    }
  }
  return found;
}

/// The `size` places with the smallest hashes, in the order of the index.
std::vector<Found> sampled_places(const compile::Plan& plan, std::uint64_t size, std::uint64_t seed) {
  using Drawn = std::pair<std::uint64_t, Found>;
  const auto smaller = [](const Drawn& a, const Drawn& b) {
    return a.first != b.first ? a.first < b.first : a.second.place < b.second.place;
  };
  std::vector<Drawn> drawn;  // a heap, the largest hash on top
  Occurrences reader(plan.reader, plan.bound);
  postings::DocValues articles(plan.reader, schema::Slot::Article);
  postings::DocValues ordinals(plan.reader, schema::Slot::Ordinal);
  for (const Xapian::docid document : matched_documents(plan)) {
    std::string passage(articles.at(document));
    passage += ordinals.at(document);
    for (const match::PositionSpan& place : reader.read(document)) {
      const std::string name = passage + schema::encode_u32(place.begin);
      drawn.emplace_back(XXH64(name.data(), name.size(), seed), Found{document, place});
      std::push_heap(drawn.begin(), drawn.end(), smaller);
      if (drawn.size() > size) {
        std::pop_heap(drawn.begin(), drawn.end(), smaller);
        drawn.pop_back();
      }
    }
  }
  std::vector<Found> found;
  std::transform(drawn.begin(), drawn.end(), std::back_inserter(found), [](const Drawn& d) { return d.second; });
  std::sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
    return a.document != b.document ? a.document < b.document : a.place < b.place;
  });
  return found;
}

std::vector<Found> chosen_places(const compile::Plan& plan, const view::ConcordanceOptions& options) {
  if (options.sample) {
    return sampled_places(plan, *options.sample, options.seed);
  }
  // All of them where their order decides which come first.
  return first_places(plan, options.sort.empty() ? options.limit : view::ConcordanceOptions{}.limit);
}

class LineMaker {
 public:
  LineMaker(const compile::Plan& plan, const view::ConcordanceOptions& options)
      : reader_(plan.reader.database),
        around_(plan.reader.database, reader_),
        records_(plan.reader.database),
        options_(options) {}

  view::ConcordanceLine make(const Found& found) {
    if (found.document != document_) {
      document_ = found.document;
      reader_.read(document_);
      around_.move_to(document_);
    }
    view::ConcordanceLine line;
    line.id = reader_.id();
    line.passage = reader_.ordinal();
    line.record = records_.of(line.id).record;
    line.record.origin.page = line.passage == 0 ? line.record.origin.page : reader_.page();
    const ByteSpan node = reader_.span_of(found.place);
    line.node = view::one_line(slice(node));
    line.place = place_of_node(node, line);
    add_context(node, line);
    add_words(node, line);
    return line;
  }

 private:
  [[nodiscard]] std::string_view slice(ByteSpan span) const {
    return reader_.text().substr(span.begin, span.end - span.begin);
  }

  [[nodiscard]] std::optional<view::CodePoints> place_of_node(ByteSpan node, const view::ConcordanceLine& line) const {
    const std::size_t title = line.passage == 0 ? postings::title_bytes(reader_.text(), line.record.title) : 0;
    if (node.begin < title) {
      return std::nullopt;
    }
    const auto begin = static_cast<std::uint32_t>(utf8::count(reader_.text().substr(title, node.begin - title)));
    return view::CodePoints{begin, begin + static_cast<std::uint32_t>(utf8::count(slice(node)))};
  }

  void add_context(ByteSpan node, view::ConcordanceLine& line) {
    const auto [count, unit] = options_.context;
    if (unit == view::ContextUnit::Sentence) {
      const ByteSpan sentence = reader_.sentence_of(node);
      line.left = view::one_line(slice({sentence.begin, node.begin}));
      line.right = view::one_line(slice({node.end, sentence.end}));
      return;
    }
    const bool characters = unit == view::ContextUnit::Characters;
    line.left = view::one_line(characters ? around_.characters_before(node, count) : around_.words_before(node, count));
    line.right = view::one_line(characters ? around_.characters_after(node, count) : around_.words_after(node, count));
  }

  /// No more than the order of the lines asks for.
  void add_words(ByteSpan node, view::ConcordanceLine& line) {
    int left = 0;
    int right = 0;
    for (const int key : options_.sort) {
      const bool is_place = std::abs(key) <= view::kMostSortKey;
      left = is_place ? std::max(left, -key) : left;
      right = is_place ? std::max(right, key) : right;
    }
    line.words_left = around_.positions_before(node, static_cast<std::size_t>(left));
    line.words_right = around_.positions_after(node, static_cast<std::size_t>(right));
  }

  PassageReader reader_;
  ArticleContext around_;
  postings::ArticleRecords records_;
  const view::ConcordanceOptions& options_;
  Xapian::docid document_ = 0;
};

}  // namespace

void make_concordance(const compile::Plan& plan, const view::ConcordanceOptions& options, const view::TakeLine& take) {
  LineMaker maker(plan, options);
  const std::vector<Found> places = chosen_places(plan, options);
  if (options.sort.empty()) {
    for (std::size_t i = 0; i < std::min<std::uint64_t>(places.size(), options.limit); ++i) {
      take(maker.make(places[i]));
    }
    return;
  }
  std::vector<view::ConcordanceLine> lines;
  lines.reserve(places.size());
  for (const Found& found : places) {
    lines.push_back(maker.make(found));
  }
  view::sort_lines(lines, options.sort);
  for (std::size_t i = 0; i < std::min<std::uint64_t>(lines.size(), options.limit); ++i) {
    take(lines[i]);
  }
}

}  // namespace nutgraf::search::views
