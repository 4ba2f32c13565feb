// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "core/index/record.h"

namespace nutgraf {

enum class IdSource : std::uint8_t {
  Declared,  // the record said so
  Path,      // made from the file's path relative to its root
};

/// Text beside an article that its reader left out, and why in a word or two: "furniture", "links".
struct Omission {
  std::string text;
  std::string why;
  friend bool operator==(const Omission&, const Omission&) = default;
};

/// The character that a reference such as "&rsquo;" stands for, and in how many places of a record's plain texts.
struct DecodedReference {
  std::string character;
  std::size_t places = 0;
  friend bool operator==(const DecodedReference&, const DecodedReference&) = default;
};

using DecodedReferences = std::map<std::string, DecodedReference, std::less<>>;  // by how they were written

/// One article on its way from a reader to its passages.
/// Who says the language of a record: programs for sites write English by themselves.
enum class LanguageSource : std::uint8_t { Record, Theme };

struct Article {
  ArticleRecord record;  // id is set by the reader; language stays empty until detected
  IdSource id_source = IdSource::Path;
  LanguageSource language_source = LanguageSource::Record;
  std::string text;  // valid UTF-8, LF line ends; paragraphs separated by blank lines; without the title
  std::vector<std::size_t> passage_begins;  // bytes of `text`, of an exported article only (read/exported_text.h)
  /// Words that a line end broke, where the text does not tell whether they have a hyphen: "govern-ment" in the text.
  /// The corpus tells; then those that it has joined.
  std::vector<std::string> broken_words;
  std::string bad_date;             // the date that it should have and that could not be read, as written; empty: none
  DecodedReferences references;     // that its reader decoded in texts without markup
  std::vector<Omission> omissions;  // in the order of the source; only for a sink that wants them
};

}  // namespace nutgraf
