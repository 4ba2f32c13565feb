// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/text/scalar.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "indexer/read/hex_digit.h"

namespace nutgraf::read::text {
namespace {

/// The character that `\u00e9`, `\x41` or `\U0001F600` stands for, by the digits behind the letter; 0 if it is none.
char32_t code_in(std::string_view digits) {
  constexpr int kHex = 16;
  char32_t code = 0;
  for (const char c : digits) {
    const int digit = hex_digit(c);
    if (digit < 0) {
      return 0;
    }
    code = code * kHex + static_cast<char32_t>(digit);
  }
  constexpr char32_t kLast = 0x10FFFF;
  const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
  return code > kLast || surrogate ? 0 : code;
}

/// How many digits follow the letter of an escape.
std::size_t digits_behind(char letter) {
  return letter == 'x' ? 2 : letter == 'u' ? 4 : letter == 'U' ? 8 : 0;
}

/// A text in double quotes, without them and its escapes. Line ends and tabs are blanks.
std::string without_escapes(std::string_view text) {
  std::string plain;
  while (!text.empty()) {
    if (text.front() != '\\' || text.size() == 1) {
      plain += text.front();
      text.remove_prefix(1);
      continue;
    }
    const char letter = text[1];
    const std::size_t digits = digits_behind(letter);
    const char32_t code = text.size() >= 2 + digits ? code_in(text.substr(2, digits)) : 0;
    if (digits > 0 && code != 0) {
      utf8::append(plain, code);
    } else {
      plain += letter == 'n' || letter == 't' || letter == 'r' ? ' ' : letter;
    }
    text.remove_prefix(2 + (code != 0 ? digits : 0));
  }
  return plain;
}

/// A text in single quotes, without them: two of them are one.
std::string with_single_quotes(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    plain += text[i];
    i += text.substr(i).starts_with("''") ? 1U : 0U;
  }
  return plain;
}

/// What stands in the quotes that `value` begins with; nothing where it begins with none, or they are not closed.
std::optional<std::string> quoted_value(std::string_view value) {
  if (value.empty() || (value.front() != '"' && value.front() != '\'')) {
    return std::nullopt;
  }
  const char quote = value.front();
  for (std::size_t at = 1; at < value.size(); ++at) {
    if (quote == '"' && value[at] == '\\') {
      ++at;
    } else if (value[at] == quote) {
      const bool doubled = quote == '\'' && value.substr(at + 1).starts_with(quote);
      if (!doubled) {
        const std::string_view inside = value.substr(1, at - 1);
        return quote == '"' ? without_escapes(inside) : with_single_quotes(inside);
      }
      ++at;
    }
  }
  return std::nullopt;
}

/// "[[Jane Roe]]", as Obsidian links to notes -> "Jane Roe".
std::string without_link(const std::string& value) {
  const bool link = value.starts_with("[[") && value.ends_with("]]") && value.size() > 4;
  return link ? value.substr(2, value.size() - 4) : value;
}

/// "{name: Jane Roe}" -> "Jane Roe".
std::string_view name_in_braces(std::string_view value) {
  constexpr std::string_view kName = "name:";
  const std::string_view inside =
      value.starts_with('{') && value.ends_with('}') ? ascii::trimmed(value.substr(1, value.size() - 2)) : "";
  return inside.starts_with(kName) && inside.find(',') == std::string_view::npos
             ? ascii::trimmed(inside.substr(kName.size()))
             : value;
}

/// The three quotes that a text of TOML over several lines begins with; empty where `value` is none.
std::string_view triple_quotes(std::string_view value) {
  const std::string_view front = value.substr(0, 3);
  return front == "\"\"\"" || front == "'''" ? front : std::string_view();
}

/// What stands between such quotes.
std::optional<std::string> value_on_lines(std::string_view value) {
  const std::string_view quotes = triple_quotes(value);
  const std::size_t close = quotes.empty() ? std::string_view::npos : value.find(quotes, quotes.size());
  if (close == std::string_view::npos) {
    return std::nullopt;
  }
  const std::string_view inside = ascii::trimmed(value.substr(quotes.size(), close - quotes.size()));
  return quotes.front() == '"' ? without_escapes(inside) : std::string(inside);
}

/// "title: ..." or "title = ..." at the left edge.
bool begins_with_key(std::string_view line) {
  const auto end = std::ranges::find_if_not(line, [](char c) { return ascii::is_word_byte(c) || c == '-'; });
  const std::string_view rest = ascii::trimmed(line.substr(static_cast<std::size_t>(end - line.begin())));
  return end != line.begin() && (rest == ":" || rest.starts_with(": ") || rest.starts_with("= "));
}

bool is_whole(std::string_view value) {
  if (!triple_quotes(value).empty()) {
    return value_on_lines(value).has_value();
  }
  return value.starts_with('[') ? value.ends_with(']') : quoted_value(value).has_value();
}

}  // namespace

std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return line;
}

std::string whole_value(std::string_view value, std::string_view& block) {
  std::string whole(value);
  std::string_view rest = block;
  const bool opens = !value.empty() && (value.front() == '[' || value.front() == '"' || value.front() == '\'');
  while (opens && !is_whole(whole) && !rest.empty()) {
    const std::string_view line = take_line(rest);
    if (begins_with_key(line)) {
      break;  // nothing closes it
    }
    whole.append(" ").append(ascii::trimmed(line));
  }
  if (!opens || !is_whole(whole)) {
    return std::string(value);
  }
  block = rest;
  return whole.ends_with(",]") ? whole.substr(0, whole.size() - 2) + "]" : whole;
}

std::string plain_value(std::string_view value) {
  value = name_in_braces(ascii::trimmed(value));
  if (auto lines = value_on_lines(value)) {
    return *std::move(lines);
  }
  if (auto quoted = quoted_value(value)) {
    return without_link(*std::move(quoted));
  }
  return std::string(ascii::trimmed(value.substr(0, value.find(" #"))));
}

std::vector<std::string> inline_list(std::string_view value) {
  std::vector<std::string> items;
  std::string item;
  char quote = '\0';
  bool escaped = false;
  for (const char c : value.substr(1, value.size() - 2)) {
    quote = quote == '\0' && (c == '"' || c == '\'') ? c : c == quote && !escaped ? '\0' : quote;
    escaped = quote == '"' && c == '\\' && !escaped;
    if (c == ',' && quote == '\0') {
      items.push_back(plain_value(item));
      item.clear();
    } else {
      item += c;
    }
  }
  items.push_back(plain_value(item));
  std::erase(items, std::string());
  return items;
}

}  // namespace nutgraf::read::text
