// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/read/reader.h"

/// Which key of a record fills which field of an article.
namespace nutgraf::read {

enum class Field : std::uint8_t { Id, Title, Text, Date, Source, Url, Language, Authors, Section, Tags };
inline constexpr std::size_t kFieldCount = 10;

/// The field that `key` fills by itself, whatever its case and its hyphens or underscores; where a record has several
/// keys for one field, the lowest rank with a value wins.
struct AutomaticKey {
  Field field;
  int rank;
};
[[nodiscard]] std::optional<AutomaticKey> automatic_key(std::string_view key);

/// "text, body, content, ..." for messages.
[[nodiscard]] std::string automatic_keys(Field field);

/// A field of the article, or metadata under a name.
struct Target {
  std::optional<Field> field;  // nothing: meta
  std::string meta;
};

/// --map and --set, understood. Both throw Failure(Usage) on a field that does not exist.
struct KeyPlan {
  struct Mapped {
    Target target;
    std::string key;                // as typed
    std::vector<std::string> path;  // key, cut at full stops
  };
  struct Set {
    Target target;
    std::string value;
  };
  std::vector<Mapped> map;
  std::vector<Set> set;

  explicit KeyPlan(const ReadOptions& options);
  [[nodiscard]] bool is_mapped(Field field) const;
};

}  // namespace nutgraf::read
