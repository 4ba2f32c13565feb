// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/text/front_matter.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "core/base/ascii.h"
#include "indexer/read/text/head_fields.h"

namespace nutgraf::read::text {
namespace {

std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return line;
}

/// A value without its quotes, or without the comment behind it.
std::string plain_value(std::string_view value) {
  value = ascii::trimmed(value);
  if (value.size() >= 2 && value.front() == value.back() && (value.front() == '"' || value.front() == '\'')) {
    return std::string(value.substr(1, value.size() - 2));
  }
  return std::string(ascii::trimmed(value.substr(0, value.find(" #"))));
}

/// "[a, 'b, c']": commas inside quotes part nothing.
std::vector<std::string> inline_list(std::string_view value) {
  std::vector<std::string> items;
  std::string item;
  char quote = '\0';
  for (const char c : value.substr(1, value.size() - 2)) {
    quote = quote == '\0' && (c == '"' || c == '\'') ? c : c == quote ? '\0' : quote;
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

}  // namespace

bool take_front_matter(std::string_view& text, Article& article) {
  constexpr std::string_view kFence = "---";
  std::string_view rest = text;
  if (ascii::trimmed(take_line(rest)) != kFence) {
    return false;
  }
  const std::string_view block = rest;
  std::size_t size = 0;
  while (true) {
    if (rest.empty()) {
      return false;
    }
    const std::string_view line = ascii::trimmed(take_line(rest));
    if (line == kFence || line == "...") {
      size = static_cast<std::size_t>(line.data() - block.data());
      break;
    }
  }
  std::string_view inside = block.substr(0, size);
  std::vector<HeadEntry> entries;
  while (!inside.empty()) {
    auto entry = take_entry(inside);
    if (entry && !entry->values.empty()) {
      entries.push_back(std::move(*entry));
    }
  }
  fill_fields(entries, article);
  text = rest;
  return true;
}

}  // namespace nutgraf::read::text
