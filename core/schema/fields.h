// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

/// The fields a query may name, as data: parser, binder, indexer and docs all read this table.
namespace nutgraf::schema {

enum class FieldKind : unsigned char {
  Text,     // analysed words with positions (title)
  Keyword,  // one boolean term a value, folded with fold_value
  Exact,    // one boolean term a value, as written (id, url)
  Day,      // dates and ranges of dates
  After,
  Before,
};

struct Field {
  std::string_view name;
  FieldKind kind;
  std::string_view prefix;
  std::string_view help;  // a few words for messages and docs
};

[[nodiscard]] std::span<const Field> fields();
/// Nothing if there is no such field. Every name `meta.KEY` (KEY not empty, as written in the records) finds one
/// generic entry: name "meta.KEY", Keyword, prefix XM:. What it contains is in `field_term`.
[[nodiscard]] const Field* find_field(std::string_view name);

/// The term that an article has under a Keyword or Exact field, folded and shortened as that field is; for `meta.KEY`
/// the key is taken from `name`. Index and queries alike make their boolean terms here.
[[nodiscard]] std::string field_term(const Field& field, std::string_view name, std::string_view value);

/// "author, date, folder, ..." for error messages.
[[nodiscard]] std::string field_names();

}  // namespace nutgraf::schema
