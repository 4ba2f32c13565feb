// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/article.h"

/// The labelled lines of a Nexis article: "LENGTH: 355 words", "Longueur: 143 mots".
namespace nutgraf::read::press {

/// What a field becomes in the article's record.
enum class FieldRole : std::uint8_t { Title, Authors, Section, Language, Subject, Url, Metadata };

/// Where a field stands. Certain ones are not mistaken for the words of a text.
enum class FieldPlace : std::uint8_t { Above, Below, CertainlyBelow };  // the text

struct NexisField {
  std::string_view name;  // as plain_name() makes it
  FieldRole role;
  FieldPlace place;
  std::string_view metadata;  // the name of its metadata
};

/// The field of that name, in any of the languages of Nexis and in any case; null where it is unknown.
[[nodiscard]] const NexisField* nexis_field(std::string_view name);

struct FieldLine {
  std::string_view name;   // as written
  std::string_view value;  // may go on over several lines
  const NexisField* known = nullptr;
  [[nodiscard]] bool is_below() const { return known != nullptr && known->place != FieldPlace::Above; }
};

/// A paragraph of the form "Name: value"; nothing where what precedes its colon is no name.
[[nodiscard]] std::optional<FieldLine> field_line(std::string_view paragraph);

/// Whether a name has letters and no small one.
[[nodiscard]] bool is_in_capitals(std::string_view name);

/// Puts a field into the record; of the language only the first is taken. What Nexis says beside the names of a section
/// and of subjects (pages, percents) stays in the metadata.
void set_field(ArticleRecord& record, const FieldLine& field);

/// Adds metadata behind what is there of that name; nothing where `value` is empty.
void append_metadata(ArticleRecord& record, std::string_view name, std::string value);

}  // namespace nutgraf::read::press
