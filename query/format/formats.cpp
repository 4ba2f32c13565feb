// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/format/formats.h"

#include <algorithm>
#include <iterator>

namespace nutgraf::format {
namespace {

const FormatRow& row_of(FormatName name) {
  return *std::find_if(std::begin(kFormats), std::end(kFormats),
                       [&](const FormatRow& row) { return row.format == name; });
}

}  // namespace

std::string_view to_string(FormatName name) {
  return row_of(name).name;
}

std::optional<FormatName> find_format(std::string_view name) {
  const auto* const found =
      std::find_if(std::begin(kFormats), std::end(kFormats), [&](const FormatRow& row) { return row.name == name; });
  return found == std::end(kFormats) ? std::nullopt : std::optional(found->format);
}

bool takes(Shape shape, FormatName name) {
  switch (shape) {
    case Shape::Answers:
      return true;
    case Shape::Rows:
      return name == FormatName::Text || row_of(name).rows != nullptr;
    case Shape::Object:
      return name == FormatName::Text || name == FormatName::Json;
    case Shape::Article:
      return takes(Shape::Object, name) || name == FormatName::Markdown || name == FormatName::Html;
  }
  return false;
}

std::unique_ptr<AnswerFormat> answer_format(FormatName name, const FormatOptions& options) {
  return row_of(name).answers(options);
}

std::unique_ptr<RowFormat> row_format(FormatName name, const Columns& columns, const FormatOptions& options) {
  return row_of(name).rows(columns, options);
}

}  // namespace nutgraf::format
