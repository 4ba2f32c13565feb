// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/text/front_matter.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "indexer/read/hex_digit.h"
#include "indexer/read/text/head_fields.h"
#include "indexer/read/text/json_front_matter.h"

namespace nutgraf::read::text {
namespace {

constexpr std::string_view kYaml = "---";
constexpr std::string_view kToml = "+++";

std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return line;
}

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

/// A value without its quotes, or without the comment behind it.
std::string plain_value(std::string_view value) {
  value = name_in_braces(ascii::trimmed(value));
  if (auto quoted = quoted_value(value)) {
    return without_link(*std::move(quoted));
  }
  return std::string(ascii::trimmed(value.substr(0, value.find(" #"))));
}

/// "[a, 'b, c']": commas inside quotes part nothing.
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

/// The lines of a block that belong to the key before them: items of a list, or a text on more lines.
void take_indented(std::string_view& block, HeadEntry& entry) {
  while (!block.empty()) {
    std::string_view rest = block;
    const std::string_view whole = take_line(rest);
    const std::string_view line = ascii::trimmed(whole);
    const bool item = line.starts_with("- ");
    if (!line.empty() && !item && !ascii::is_space(whole.front())) {
      return;
    }
    block = rest;
    if (item) {
      entry.values.push_back(plain_value(line.substr(2)));
    } else if (!line.empty() && entry.values.empty()) {
      entry.values.emplace_back(line);
    } else if (!line.empty()) {
      entry.values.back().append(" ").append(line);
    }
  }
}

/// `list` of TOML may go on over lines, up to the bracket that closes it.
std::string whole_list(std::string_view value, std::string_view& block) {
  std::string list(value);
  while (list.starts_with('[') && !list.ends_with(']') && !block.empty()) {
    list.append(" ").append(ascii::trimmed(take_line(block)));
  }
  return list.ends_with(",]") ? list.substr(0, list.size() - 2) + "]" : list;
}

/// `key = value`, up to the first table: `[extra]`.
std::optional<HeadEntry> take_toml_entry(std::string_view& block) {
  const std::string_view line = ascii::trimmed(take_line(block));
  if (line.starts_with('[')) {
    block = {};
    return std::nullopt;
  }
  const std::size_t sign = line.find('=');
  if (line.starts_with('#') || sign == 0 || sign == std::string_view::npos) {
    return std::nullopt;
  }
  HeadEntry entry{plain_value(line.substr(0, sign)), {}};
  const std::string value = whole_list(ascii::trimmed(line.substr(sign + 1)), block);
  if (value.starts_with('[') && value.ends_with(']')) {
    entry.values = inline_list(value);
  } else {
    entry.values.push_back(plain_value(value));
  }
  std::erase(entry.values, std::string());
  return entry;
}

std::optional<HeadEntry> take_entry(std::string_view& block) {
  const std::string_view line = take_line(block);
  const std::size_t colon = line.find(':');
  const bool keyed = !line.empty() && !ascii::is_space(line.front()) && line.front() != '#' && colon != 0 &&
                     colon != std::string_view::npos && (colon + 1 == line.size() || ascii::is_space(line[colon + 1]));
  if (!keyed) {
    return std::nullopt;
  }
  HeadEntry entry{plain_value(line.substr(0, colon)), {}};
  const std::string_view value = ascii::trimmed(line.substr(colon + 1));
  const bool opens = value.empty() || value.front() == '|' || value.front() == '>';
  if (value.starts_with('[') && value.ends_with(']')) {
    entry.values = inline_list(value);
  } else if (!opens) {
    entry.values.push_back(plain_value(value));
  }
  if (opens) {
    take_indented(block, entry);
  }
  std::erase(entry.values, std::string());
  return entry;
}

/// The lines between two fences; `text` moves behind the second.
std::optional<std::string_view> take_fenced(std::string_view& text, std::string_view fence) {
  std::string_view rest = text;
  if (ascii::trimmed(take_line(rest)) != fence) {
    return std::nullopt;
  }
  const std::string_view block = rest;
  while (!rest.empty()) {
    const std::string_view line = ascii::trimmed(take_line(rest));
    if (line == fence || (fence == kYaml && line == "...")) {
      text = rest;
      return block.substr(0, static_cast<std::size_t>(line.data() - block.data()));
    }
  }
  return std::nullopt;
}

}  // namespace

bool take_front_matter(std::string_view& text, Article& article) {
  if (const auto entries = take_json_front_matter(text)) {
    fill_fields(*entries, article);
    return true;
  }
  std::optional<std::string_view> block = take_fenced(text, kYaml);
  const bool yaml = block.has_value();
  block = yaml ? block : take_fenced(text, kToml);
  if (!block) {
    return false;
  }
  std::vector<HeadEntry> entries;
  while (!block->empty()) {
    auto entry = yaml ? take_entry(*block) : take_toml_entry(*block);
    if (entry && !entry->values.empty()) {
      entries.push_back(std::move(*entry));
    }
  }
  fill_fields(entries, article);
  return true;
}

}  // namespace nutgraf::read::text
