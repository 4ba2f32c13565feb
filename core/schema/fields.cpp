// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/schema/fields.h"

#include <algorithm>
#include <array>

#include "core/schema/terms.h"

namespace nutgraf::schema {
namespace {

constexpr std::string_view kMetaName = "meta.";
constexpr Field kMetaField{"meta.KEY", FieldKind::Keyword, kMetaPrefix, "any other metadata of the records"};

constexpr std::array<Field, 13> kFields{{
    {"title", FieldKind::Text, kTitlePrefix, "words of the title"},
    {"source", FieldKind::Keyword, kSourcePrefix, "the paper, agency or site"},
    {"author", FieldKind::Keyword, kAuthorPrefix, "one author, the whole name"},
    {"tag", FieldKind::Keyword, kTagPrefix, "one tag or keyword of the article"},
    {"lang", FieldKind::Keyword, kLanguagePrefix, "language, two letters: en, zh, und"},
    {"section", FieldKind::Keyword, kSectionPrefix, "section of the paper"},
    {"folder", FieldKind::Keyword, kFolderPrefix, "a folder above the article, from its root: 2024/06"},
    {"host", FieldKind::Keyword, kHostPrefix, "host of the article's address, without www."},
    {"id", FieldKind::Exact, kIdPrefix, "the article's id, exactly"},
    {"url", FieldKind::Exact, kUrlPrefix, "the article's address, exactly"},
    {"date", FieldKind::Day, kDayPrefix, "2023, 2023-06, 2023-06-19, a range 2023-05..2023-07, none"},
    {"after", FieldKind::After, kDayPrefix, "later than this day, month or year"},
    {"before", FieldKind::Before, kDayPrefix, "earlier than this day, month or year"},
}};

}  // namespace

std::span<const Field> fields() {
  return kFields;
}

const Field* find_field(std::string_view name) {
  const auto* const found =
      std::find_if(kFields.begin(), kFields.end(), [&](const Field& f) { return f.name == name; });
  if (found != kFields.end()) {
    return found;
  }
  return name.size() > kMetaName.size() && name.substr(0, kMetaName.size()) == kMetaName ? &kMetaField : nullptr;
}

std::string field_term(const Field& field, std::string_view name, std::string_view value) {
  if (field.prefix == kMetaPrefix) {
    return meta_term(name.substr(kMetaName.size()), value);
  }
  return field.kind == FieldKind::Exact ? make_term(field.prefix, value) : make_term(field.prefix, fold_value(value));
}

std::string field_names() {
  std::array<std::string_view, kFields.size()> names;
  std::transform(kFields.begin(), kFields.end(), names.begin(), [](const Field& f) { return f.name; });
  std::sort(names.begin(), names.end());
  std::string list;
  for (const std::string_view name : names) {
    list += name;
    list += ", ";
  }
  return list + "meta.KEY";
}

}  // namespace nutgraf::schema
