// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/read/read_options.h"
#include "indexer/read/references.h"

/// Which key of a record fills which field of an article.
namespace nutgraf::read {

enum class Field : std::uint8_t { Id, Title, Text, Date, Source, Url, Language, Authors, Section, Tags };
inline constexpr std::size_t kFieldCount = 10;

/// Whether a key contains the field itself, or what stands for it where a record has nothing better: a summary for the
/// text, the day of a crawl for the date.
enum class Standing : std::uint8_t { Own, StandIn };

/// ArticleRecord::date_source of a stand-in for a date.
inline constexpr std::string_view kCrawlDate = "crawl";

/// The field that `key` fills by itself, whatever its case and its hyphens or underscores; where a record has several
/// keys for one field, the lowest rank with a value wins.
struct AutomaticKey {
  Field field;
  int rank;
  Standing standing;
};
[[nodiscard]] std::optional<AutomaticKey> automatic_key(std::string_view key);
/// The same of a key whose value is at hand: "data" is the date in Italian, Portuguese and Polish if it can be read as
/// one; elsewhere anything may be called so.
[[nodiscard]] std::optional<AutomaticKey> automatic_key(std::string_view key, std::string_view value);

/// Lower case, without hyphens, underscores and spaces: how keys are compared.
[[nodiscard]] std::string plain_key(std::string_view key);

/// "text, body, content, ..." for messages.
[[nodiscard]] std::string automatic_keys(Field field);

/// A field of the article, or metadata under a name.
struct Target {
  std::optional<Field> field;  // nothing: meta
  std::string meta;
};

/// --map, --set and what else decides how records are read, understood. Throws Failure(Usage) on a field that does not
/// exist and on a date or language of --set that is none.
struct KeyPlan {
  struct Mapped {
    Target target;
    std::string key;                // as typed
    std::vector<std::string> path;  // key, cut at full stops, without "[]"
  };
  enum class Reach : std::uint8_t { Lacking, All };  // field=value, field:=value
  struct Set {
    Target target;
    std::string value;
    Reach reach;
  };
  std::vector<Mapped> map;
  std::vector<Set> set;
  std::string language;  // of records that declare none; empty where unknown
  References references;

  explicit KeyPlan(const ReadOptions& options);
  [[nodiscard]] bool is_mapped(Field field) const;
  /// The value of --set for `field` and this reach; null where none was given.
  [[nodiscard]] const std::string* set_value(Field field, Reach reach) const;
};

}  // namespace nutgraf::read
