// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/views/facet_fields.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/index/meta_values.h"
#include "core/index/record.h"
#include "core/schema/fields.h"
#include "core/schema/terms.h"

namespace nutgraf::search::views {
namespace {

struct DateField {
  std::string_view name;
  std::string_view prefix;
};
constexpr std::array<DateField, 3> kDateFields = {
    {{"year", schema::kYearPrefix}, {"month", schema::kMonthPrefix}, {"day", schema::kDayPrefix}}};

constexpr std::string_view kMeta = "meta.";

bool is_date_field(const FacetField& field) {
  return std::any_of(kDateFields.begin(), kDateFields.end(), [&](const DateField& d) { return d.name == field.name; });
}

/// 20230619 as 2023-06-19.
std::string with_hyphens(std::string_view digits) {
  std::string out;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    out += i == 4 || i == 6 ? "-" : "";
    out += digits[i];
  }
  return out;
}

/// Every run of folders above an article; an archive is one, and so are the folders in it.
void add_folders(const Origin& origin, std::vector<std::string>& values) {
  std::string path = origin.path + "/" + origin.member;
  std::replace(path.begin() + static_cast<std::ptrdiff_t>(origin.path.size()), path.end(), '!', '/');
  std::vector<std::size_t> starts = {0};
  for (std::size_t slash = path.find('/'); slash != std::string::npos; slash = path.find('/', slash + 1)) {
    starts.push_back(slash + 1);
  }
  for (std::size_t a = 0; a < starts.size(); ++a) {
    for (std::size_t b = a + 1; b < starts.size(); ++b) {
      values.push_back(path.substr(starts[a], starts[b] - 1 - starts[a]));
    }
  }
}

std::vector<std::string> values_of(const FacetField& field, const ArticleRecord& record) {
  std::vector<std::string> values;
  if (field.name == "source") {
    values.push_back(record.source);
  } else if (field.name == "author") {
    values = record.authors;
  } else if (field.name == "tag") {
    values = record.tags;
  } else if (field.name == "section") {
    values.push_back(record.section);
  } else if (field.name == "folder") {
    add_folders(record.origin, values);
  } else if (field.name.substr(0, kMeta.size()) == kMeta) {
    for (const auto& [key, value] : record.meta) {
      if (key == std::string_view(field.name).substr(kMeta.size())) {
        const std::vector<std::string> all = meta_values(value);
        values.insert(values.end(), all.begin(), all.end());
      }
    }
  }
  return values;
}

std::string spelling_of(const std::string& name, const std::string& term, const Xapian::Database& database) {
  const std::optional<FacetField> field = find_facet_field(name);
  if (!field) {
    return term;
  }
  // The first passage of an article contains its record.
  const Xapian::PostingIterator first = database.postlist_begin(term);
  if (first != database.postlist_end(term)) {
    const ArticleRecord record = decode_passage_data(database.get_document(*first).get_data()).record;
    if (const std::optional<std::string> written = written_value(*field, term, record)) {
      return *written;
    }
  }
  return facet_value(*field, term);
}

}  // namespace

std::optional<FacetField> find_facet_field(std::string_view name) {
  const auto* const date =
      std::find_if(kDateFields.begin(), kDateFields.end(), [&](const DateField& d) { return d.name == name; });
  if (date != kDateFields.end()) {
    return FacetField{std::string(name), std::string(date->prefix)};
  }
  const schema::Field* field = schema::find_field(name);
  if (field == nullptr || field->kind != schema::FieldKind::Keyword) {
    return std::nullopt;
  }
  const bool is_meta = field->prefix == schema::kMetaPrefix;
  const std::string key = is_meta ? std::string(name.substr(kMeta.size())) + "=" : "";
  return FacetField{std::string(name), std::string(field->prefix) + key};
}

std::string facet_field_names() {
  std::string names;
  for (const schema::Field& field : schema::fields()) {
    if (field.kind == schema::FieldKind::Keyword) {
      names += std::string(field.name) + ", ";
    }
  }
  return names + "year, month, day, meta.KEY";
}

std::string facet_value(const FacetField& field, std::string_view term) {
  std::string_view value = term.substr(field.prefix.size());
  if (is_date_field(field)) {
    return with_hyphens(value);
  }
  if (field.prefix.size() == 1 && !value.empty() && value.front() == ':') {
    value.remove_prefix(1);
  }
  return std::string(value);
}

std::optional<std::string> written_value(const FacetField& field, std::string_view term, const ArticleRecord& record) {
  const schema::Field* known = schema::find_field(field.name);
  if (known == nullptr || is_date_field(field)) {
    return std::nullopt;
  }
  for (const std::string& value : values_of(field, record)) {
    if (!value.empty() && schema::field_term(*known, field.name, value) == term) {
      return value;
    }
  }
  return std::nullopt;
}

std::string describe(const bind::UnknownValue& unknown, const Xapian::Database& database) {
  if (unknown.no_field) {
    const std::string advice =
        unknown.nearest_field.empty() ? std::string() : fmt::format("; did you mean {}?", unknown.nearest_field);
    return fmt::format("no article has {}{}", unknown.field, advice);
  }
  std::string names;
  for (const std::string& term : unknown.nearest.terms) {
    names += fmt::format("{}\"{}\"", names.empty() ? "" : ", ", spelling_of(unknown.field, term, database));
  }
  std::string said = fmt::format("no article has {} \"{}\"", unknown.field, unknown.value);
  if (names.empty()) {
    return said;
  }
  return unknown.nearest.similar ? fmt::format("{}; did you mean {}?", said, names)
                                 : fmt::format("{}; frequent ones: {}", said, names);
}

}  // namespace nutgraf::search::views
