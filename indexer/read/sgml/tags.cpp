// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/sgml/tags.h"

#include <algorithm>

#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "indexer/read/entity.h"

namespace nutgraf::read::sgml {
namespace {

bool is_name_character(char c) {
  return ascii::is_alphanumeric(c) || c == '-' || c == '_' || c == '.' || c == ':';
}

std::size_t name_end(std::string_view text, std::size_t from) {
  while (from < text.size() && is_name_character(text[from])) {
    ++from;
  }
  return from;
}

std::size_t skip_blanks(std::string_view text, std::size_t from) {
  while (from < text.size() && ascii::is_space(text[from])) {
    ++from;
  }
  return from;
}

/// NAME="value", NAME='value', NAME=value or NAME, from `at` on, which moves behind it.
std::pair<std::string, std::string> read_attribute(std::string_view tag, std::size_t& at) {
  const std::size_t end = name_end(tag, at);
  std::string name = in_capitals(tag.substr(at, end - at));
  at = skip_blanks(tag, end);
  if (at >= tag.size() || tag[at] != '=') {
    return {std::move(name), std::string()};
  }
  at = skip_blanks(tag, at + 1);
  const bool quoted = at < tag.size() && (tag[at] == '"' || tag[at] == '\'');
  const std::size_t begin = quoted ? at + 1 : at;
  const std::size_t close = quoted ? tag.find(tag[at], begin) : tag.find_first_of(" \t\r\n>", begin);
  const std::string_view value = tag.substr(begin, std::min(close, tag.size()) - begin);
  at = close == std::string_view::npos ? tag.size() : close + (quoted ? 1 : 0);
  return {std::move(name), without_references(value)};
}

/// Behind the ">" of a tag; one inside quotes does not end it, unless the quotes do not end either.
std::size_t tag_end(std::string_view text, std::size_t from) {
  for (std::size_t at = from; at < text.size(); ++at) {
    if (text[at] == '>') {
      return at + 1;
    }
    const bool value = (text[at] == '"' || text[at] == '\'') && at > 0 && text[at - 1] == '=';
    const std::size_t close = value ? text.find(text[at], at + 1) : std::string_view::npos;
    if (close != std::string_view::npos) {
      at = close;
    }
  }
  return text.size();
}

bool is_control(char32_t code) {
  return (code < ' ' && code != '\n' && code != '\t') || (code >= 0x7F && code < 0xA0);
}

}  // namespace

std::size_t TagScanner::find_markup(std::size_t from) const {
  for (std::size_t at = text_.find('<', from); at != std::string_view::npos; at = text_.find('<', at + 1)) {
    const char next = at + 1 < text_.size() ? text_[at + 1] : ' ';
    const char behind = at + 2 < text_.size() ? text_[at + 2] : ' ';
    if (ascii::is_letter(next) || (next == '/' && ascii::is_letter(behind)) ||
        (next == '!' && (behind == '-' || ascii::is_letter(behind)))) {
      return at;
    }
  }
  return text_.size();
}

Token TagScanner::read_tag() {
  const std::size_t begin = at_;
  const bool close = text_[begin + 1] == '/';
  const std::size_t name = begin + (close ? 2 : 1);
  const std::size_t end = name_end(text_, name);
  at_ = tag_end(text_, end);
  Token token{close ? TokenKind::Close : TokenKind::Open, text_.substr(name, end - name), {}, begin, at_};
  const std::string_view tag = text_.substr(begin, at_ - begin);
  for (std::size_t at = end - begin; at < tag.size();) {
    at = skip_blanks(tag, at);
    if (at < tag.size() && is_name_character(tag[at])) {
      token.attributes.push_back(read_attribute(tag, at));
    } else {
      ++at;
    }
  }
  return token;
}

std::optional<Token> TagScanner::next() {
  while (at_ < text_.size()) {
    const std::size_t markup = find_markup(at_);
    if (markup > at_) {
      const Token token{TokenKind::Text, text_.substr(at_, markup - at_), {}, at_, markup};
      at_ = markup;
      return token;
    }
    if (text_[at_ + 1] != '!') {
      return read_tag();
    }
    const bool comment = text_.substr(at_).starts_with("<!--");
    const std::string_view mark = comment ? "-->" : ">";
    const std::size_t end = text_.find(mark, at_ + 2);
    at_ = end == std::string_view::npos ? text_.size() : end + mark.size();
  }
  return std::nullopt;
}

std::string without_references(std::string_view text) {
  std::string plain;
  while (!text.empty()) {
    const std::size_t sign = std::min(text.find('&'), text.size());
    plain.append(text.substr(0, sign));
    text.remove_prefix(sign);
    const std::string_view reference = leading_reference(text);
    if (!reference.empty()) {
      const char32_t code = *character_of_reference(reference.substr(1, reference.size() - 2));
      utf8::append(plain, is_control(code) ? U' ' : code);
      text.remove_prefix(reference.size());
    } else if (!text.empty()) {
      plain += '&';
      text.remove_prefix(1);
    }
  }
  std::ranges::replace_if(
      plain, [](char c) { return static_cast<unsigned char>(c) < ' ' && c != '\n' && c != '\t'; }, ' ');
  return plain;
}

std::string in_capitals(std::string_view name) {
  std::string capitals(name);
  std::ranges::transform(capitals, capitals.begin(),
                         [](char c) { return ascii::is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c; });
  return capitals;
}

bool is_name(std::string_view name, std::string_view name_in_capitals) {
  return std::ranges::equal(name, name_in_capitals, {},
                            [](char c) { return ascii::is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c; });
}

}  // namespace nutgraf::read::sgml
