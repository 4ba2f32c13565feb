// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/views/article_context.h"

#include <algorithm>
#include <iterator>

#include "core/base/utf8.h"
#include "core/index/record.h"
#include "core/schema/terms.h"
#include "core/text/unicode.h"
#include "query/view/one_line.h"

namespace nutgraf::search::views {
namespace {

constexpr std::string_view kBetweenPassages = "\n\n";

std::string joined(std::string_view first, std::string_view second) {
  std::string text(first);
  text += kBetweenPassages;
  text += second;
  return text;
}

/// A text cut at its beginning or end, without what is left of the character that was cut: marks without their letter,
/// a letter without its marks.
std::string_view without_marks_before(std::string_view text) {
  while (!text.empty() && unicode::extends_character(utf8::decode(text, 0).code)) {
    text.remove_prefix(utf8::decode(text, 0).size);
  }
  return text;
}

std::string_view whole_characters(std::string_view text, std::size_t end) {
  while (end > 0 && end < text.size() && unicode::extends_character(utf8::decode(text, end).code)) {
    end = utf8::floor(text, end - 1);
  }
  return text.substr(0, end);
}

}  // namespace

void ArticleContext::move_to(Xapian::docid document) {
  if (reader_.id() != id_) {
    id_.clear();  // read when asked for
    read_.clear();
  }
  document_ = document;
}

std::string ArticleContext::characters_before(ByteSpan node, std::uint32_t count) {
  std::string text(utf8::last(reader_.text().substr(0, node.begin), count));
  for (Distance at = -1; utf8::count(text) < count && exists(at); --at) {
    text = joined(utf8::last(passage(at).text, count), text);
  }
  return std::string(without_marks_before(utf8::last(text, count)));
}

std::string ArticleContext::characters_after(ByteSpan node, std::uint32_t count) {
  // One more tells whether the last is whole.
  std::string text(utf8::first(reader_.text().substr(node.end), count + 1));
  for (Distance at = 1; utf8::count(text) <= count && exists(at); ++at) {
    text = joined(text, utf8::first(passage(at).text, count + 1));
  }
  return std::string(whole_characters(text, utf8::first(text, count).size()));
}

std::string ArticleContext::words_before(ByteSpan node, std::uint32_t count) {
  const std::vector<Token>& words = reader_.words();
  const auto [left, right] = reader_.words_around(node);
  const bool is_cut = count > 0 && left < right && words[left].span.begin < node.begin;
  std::string whole(reader_.text().substr(0, node.begin));
  const std::size_t here = std::min<std::size_t>(left, count);
  const std::size_t begin = here > 0 ? words[left - here].span.begin : is_cut ? words[left].span.begin : node.begin;
  std::string text = whole.substr(begin);
  count -= static_cast<std::uint32_t>(here);
  for (Distance at = -1; count > 0 && exists(at); --at) {
    const Passage& before = analysed(at);
    const std::size_t there = std::min<std::size_t>(before.words.size(), count);
    if (there > 0) {
      text = joined(std::string_view(before.text).substr((before.words.end() - static_cast<Distance>(there))->begin),
                    whole);
    }
    whole = joined(before.text, whole);
    count -= static_cast<std::uint32_t>(there);
  }
  return text;
}

std::string ArticleContext::words_after(ByteSpan node, std::uint32_t count) {
  const std::vector<Token>& words = reader_.words();
  const auto [left, right] = reader_.words_around(node);
  const bool is_cut = count > 0 && left < right && words[right - 1].span.end > node.end;
  std::string whole(reader_.text().substr(node.end));
  const std::size_t here = std::min<std::size_t>(words.size() - right, count);
  const std::size_t end = here > 0 ? words[right + here - 1].span.end : is_cut ? words[right - 1].span.end : node.end;
  std::string text = whole.substr(0, end - node.end);
  count -= static_cast<std::uint32_t>(here);
  for (Distance at = 1; count > 0 && exists(at); ++at) {
    const Passage& after = analysed(at);
    const std::size_t there = std::min<std::size_t>(after.words.size(), count);
    if (there > 0) {
      text = joined(whole, std::string_view(after.text).substr(0, after.words[there - 1].end));
    }
    whole = joined(whole, after.text);
    count -= static_cast<std::uint32_t>(there);
  }
  return text;
}

std::vector<std::string> ArticleContext::positions_before(ByteSpan node, std::size_t count) {
  std::vector<std::string> found;
  const auto take = [&](std::string_view text, const view::PositionOffsets& positions, std::uint32_t end) {
    for (auto at = positions.rbegin(); at != positions.rend() && found.size() < count; ++at) {
      if (at->span.end <= end) {
        found.emplace_back(text.substr(at->span.begin, at->span.end - at->span.begin));
      }
    }
  };
  take(reader_.text(), reader_.positions(), node.begin);
  for (Distance at = -1; found.size() < count && exists(at); --at) {
    const Passage& before = analysed(at);
    take(before.text, before.positions, static_cast<std::uint32_t>(before.text.size()));
  }
  return found;
}

std::vector<std::string> ArticleContext::positions_after(ByteSpan node, std::size_t count) {
  std::vector<std::string> found;
  const auto take = [&](std::string_view text, const view::PositionOffsets& positions, std::uint32_t begin) {
    for (auto at = positions.begin(); at != positions.end() && found.size() < count; ++at) {
      if (at->span.begin >= begin) {
        found.emplace_back(text.substr(at->span.begin, at->span.end - at->span.begin));
      }
    }
  };
  take(reader_.text(), reader_.positions(), node.end);
  for (Distance at = 1; found.size() < count && exists(at); ++at) {
    const Passage& after = analysed(at);
    take(after.text, after.positions, 0);
  }
  return found;
}

/// Finds the passages of the article where they are not known yet.
bool ArticleContext::exists(Distance distance) {
  if (id_.empty()) {
    id_ = reader_.id();
    const std::string term = schema::make_term(schema::kIdPrefix, id_);
    documents_.assign(database_.postlist_begin(term), database_.postlist_end(term));
  }
  here_ = std::lower_bound(documents_.begin(), documents_.end(), document_) - documents_.begin();
  return here_ + distance >= 0 && here_ + distance < static_cast<Distance>(documents_.size());
}

ArticleContext::Passage& ArticleContext::passage(Distance distance) {
  const Xapian::docid document = documents_[static_cast<std::size_t>(here_ + distance)];
  const auto [entry, is_new] = read_.try_emplace(document);
  if (is_new) {
    const std::string data = database_.get_document(document, Xapian::DOC_ASSUME_VALID).get_data();
    entry->second.text = decode_passage_text(data).text;
  }
  return entry->second;
}

ArticleContext::Passage& ArticleContext::analysed(Distance distance) {
  Passage& passage = this->passage(distance);
  if (!passage.is_analysed) {
    analyzer_.analyze(passage.text, scratch_, analysis_);
    for (const Token& token : analysis_.tokens) {
      if (token.kind == TokenKind::Word) {
        passage.words.push_back(token.span);
      }
    }
    view::read_position_offsets(analysis_, passage.positions);
    passage.is_analysed = true;
  }
  return passage;
}

}  // namespace nutgraf::search::views
