// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/bind/stray_sign.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "query/bind/chunks.h"
#include "query/bind/wildcard_letters.h"
#include "query/parse/query_error.h"

namespace nutgraf::bind {
namespace {

bool is_in(std::string_view sign, std::string_view signs) {
  return !sign.empty() && signs.find(sign) != std::string_view::npos;
}

/// Of money, per cent and the like: an amount has a term of its own, with its sign.
bool is_amount_sign(std::string_view sign) {
  const char32_t c = sign.empty() ? U' ' : utf8::decode(sign, 0).code;
  return is_in(sign, "$%\u00A2\u00A3\u00A4\u00A5\u2030\u00B0\u066A\uFF04\uFF05") || (c >= U'\u20A0' && c <= U'\u20CF');
}

std::string chunk_around(std::string_view text, std::size_t at) {
  std::string found;
  for_each_chunk(text, [&](std::string_view chunk, std::size_t begin) {
    if (at >= begin && at < begin + chunk.size()) {
      found = with_signs(chunk);
    }
  });
  return found;
}

/// As a regular expression for one word with its signs.
std::string as_regex(std::string_view chunk) {
  std::string expression;
  for (const char c : chunk) {
    if (c == '*' || c == '?') {
      expression += c == '*' ? ".*" : ".";
    } else {
      expression += ascii::is_word_byte(c) || c == '&' || c == '#' || c == '@' ? "" : "\\";
      expression += c;
    }
  }
  return "/" + expression + "/";
}

}  // namespace

void require_no_sign(std::string_view marked, ByteSpan word, TaggedWord tagged) {
  const std::string_view here = marked.substr(word.begin, word.end - word.begin);
  const bool lone = here == kStarLetter;
  const std::string_view before = utf8::last(marked.substr(0, word.begin), 1);
  const std::string_view after = utf8::first(marked.substr(word.end), 1);
  const std::string_view further = marked.substr(std::min(word.end + after.size(), marked.size()));
  const bool between = word.begin > before.size() && ascii::is_word_byte(marked[word.begin - before.size() - 1]);
  const bool goes_on = !further.empty() && ascii::is_word_byte(further.front());
  const bool stray_before =
      tagged == TaggedWord::No &&
      (is_amount_sign(before) || before == "&" || (lone && is_in(before, "+#@")) || (!between && is_in(before, "#@")));
  const bool stray_after =
      is_amount_sign(after) || after == "&" || (lone && is_in(after, "+#@")) || (!goes_on && is_in(after, "+#"));
  if (stray_before) {
    throw StraySign{std::string(before), with_signs(std::string(before) + std::string(here)),
                    chunk_around(marked, word.begin)};
  }
  if (stray_after) {
    throw StraySign{std::string(after), with_signs(std::string(here) + std::string(after)),
                    chunk_around(marked, word.begin)};
  }
}

void refuse_sign(std::string_view query, const parse::Ast& ast, const StraySign& stray) {
  std::size_t at = query.find(stray.place, ast.span.begin);
  at = at == std::string_view::npos ? ast.span.begin : at;
  if (stray.place.ends_with(stray.sign) && query.substr(at).starts_with(stray.place)) {
    at += stray.place.size() - stray.sign.size();
  }
  throw parse::QueryError(
      query, at, fmt::format("a wildcard cannot be searched for with a {} beside it", stray.sign),
      is_amount_sign(stray.sign)
          ? R"(leave the sign out; with it only whole amounts can be searched for: "$50", "50%")"
          : fmt::format("for words that contain the sign write {}; else leave it out", as_regex(stray.chunk)));
}

}  // namespace nutgraf::bind
