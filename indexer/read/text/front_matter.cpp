// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/text/front_matter.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "core/base/ascii.h"
#include "indexer/read/text/head_fields.h"
#include "indexer/read/text/json_front_matter.h"
#include "indexer/read/text/scalar.h"

namespace nutgraf::read::text {
namespace {

constexpr std::string_view kYaml = "---";
constexpr std::string_view kToml = "+++";

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

/// The indented lines on which a text without quotes goes on.
void take_bare_text(std::string_view& block, std::string_view value, HeadEntry& entry) {
  const bool bare = std::string_view("\"'[{").find(value.front()) == std::string_view::npos;
  while (bare && !block.empty() && ascii::is_space(block.front())) {
    std::string_view rest = block;
    const std::string_view line = ascii::trimmed(take_line(rest));
    if (line.empty() || line.starts_with("- ") || line.starts_with('#')) {
      return;
    }
    entry.values.back().append(" ").append(line);
    block = rest;
  }
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
  const std::string value = whole_value(ascii::trimmed(line.substr(sign + 1)), block);
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
  const std::string value = whole_value(ascii::trimmed(line.substr(colon + 1)), block);
  const bool opens = value.empty() || value.front() == '|' || value.front() == '>';
  if (value.starts_with('[') && value.ends_with(']')) {
    entry.values = inline_list(value);
  } else if (!opens) {
    entry.values.push_back(plain_value(value));
    take_bare_text(block, value, entry);
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
