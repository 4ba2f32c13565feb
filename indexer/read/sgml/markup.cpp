// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/sgml/markup.h"

#include <algorithm>
#include <map>
#include <utility>

#include "core/base/ascii.h"
#include "indexer/read/lines/flattened.h"
#include "indexer/read/lines/paragraphs.h"

namespace nutgraf::read::sgml {
namespace {

/// Text without tags, `paragraph` in the place of each P.
std::string without_tags(std::string_view markup, std::string_view paragraph) {
  std::string text;
  TagScanner scanner(markup);
  while (const auto token = scanner.next()) {
    if (token->kind == TokenKind::Text) {
      text.append(token->text);
    } else if (is_name(token->text, "P")) {
      text.append(paragraph);
    }
  }
  return without_references(text);
}

}  // namespace

Markup::Markup(std::string_view text) : text_(text) {
  TagScanner scanner(text);
  while (auto token = scanner.next()) {
    tokens_.push_back(std::move(*token));
  }
  closes_.assign(tokens_.size(), tokens_.size());
  std::map<std::string, std::size_t> next_close;
  for (std::size_t i = tokens_.size(); i-- > 0;) {
    if (tokens_[i].kind == TokenKind::Close) {
      next_close[in_capitals(tokens_[i].text)] = i;
    } else if (tokens_[i].kind == TokenKind::Open) {
      const auto found = next_close.find(in_capitals(tokens_[i].text));
      closes_[i] = found == next_close.end() ? tokens_.size() : found->second;
    }
  }
}

std::string_view Markup::Element::attribute(std::string_view name_in_capitals) const {
  const auto found = std::ranges::find_if(attributes, [&](const auto& one) { return one.first == name_in_capitals; });
  return found == attributes.end() ? std::string_view{} : std::string_view(found->second);
}

std::size_t Markup::close_of(std::size_t open) const {
  return closes_[open];
}

Markup::Element Markup::element_at(std::size_t open, std::size_t close) const {
  const std::size_t begin = tokens_[open].end;
  std::size_t end = close < tokens_.size() ? tokens_[close].begin : begin;
  if (close == tokens_.size() && open + 1 < tokens_.size() && tokens_[open + 1].kind == TokenKind::Text) {
    end = tokens_[open + 1].end;
  }
  return {in_capitals(tokens_[open].text), tokens_[open].attributes, text_.substr(begin, end - begin)};
}

Markup::Parts Markup::parts() const {
  Parts parts;
  std::string loose;
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    const Token& token = tokens_[i];
    if (token.kind == TokenKind::Text) {
      loose.append(token.text);
    } else if (token.kind == TokenKind::Close) {
      if (!ascii::trimmed(loose).empty() && i > 0 && tokens_[i - 1].kind == TokenKind::Text) {
        parts.elements.push_back({in_capitals(token.text), {}, tokens_[i - 1].text});
        loose.clear();
      }
    } else {
      const std::size_t close = close_of(i);
      parts.elements.push_back(element_at(i, close));
      if (close < tokens_.size()) {
        i = close;
      } else if (i + 1 < tokens_.size() && tokens_[i + 1].kind == TokenKind::Text) {
        ++i;
      }
    }
  }
  parts.loose = std::move(loose);
  return parts;
}

std::optional<Markup::Element> Markup::find(std::string_view name_in_capitals) const {
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    if (tokens_[i].kind == TokenKind::Open && is_name(tokens_[i].text, name_in_capitals)) {
      return element_at(i, close_of(i));
    }
  }
  return std::nullopt;
}

std::string line_of(std::string_view markup) {
  return lines::flattened(without_tags(markup, " "));
}

std::string text_of(std::string_view markup) {
  return lines::lay_out_paragraphs(without_tags(markup, "\n\n"));
}

}  // namespace nutgraf::read::sgml
