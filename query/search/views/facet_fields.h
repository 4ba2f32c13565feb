// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/index/record.h"
#include "query/bind/unknown_value.h"

/// Fields whose values can be counted: the boolean terms that every passage carries.
namespace nutgraf::search::views {

struct FacetField {
  std::string name;    // as in rows: source, year, meta.KEY
  std::string prefix;  // of its terms, for meta.KEY with the key and "="
};

/// source author tag lang section folder host year month day, meta.KEY; nothing for another name.
[[nodiscard]] std::optional<FacetField> find_facet_field(std::string_view name);
/// "source, author, ..." for messages.
[[nodiscard]] std::string facet_field_names();

/// What the term says, as folded in the index: "2023-06" of M202306.
[[nodiscard]] std::string facet_value(const FacetField& field, std::string_view term);
/// The value of an article's record whose term this is, as written; nothing where the record contains none.
[[nodiscard]] std::optional<std::string> written_value(const FacetField& field, std::string_view term,
                                                       const ArticleRecord& record);

/// no article has source "Legder"; did you mean "Ledger"? The values offered as the first article that has one spells
/// it.
[[nodiscard]] std::string describe(const bind::UnknownValue& unknown, const Xapian::Database& database);

}  // namespace nutgraf::search::views
