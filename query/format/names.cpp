// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>

#include "query/format/format.h"
#include "query/format/formats.h"

namespace nutgraf {
namespace {

// In the order of FormatName.
constexpr std::array<std::string_view, 8> kNames = {"text", "md", "json", "jsonl", "csv", "tsv", "trec", "html"};

}  // namespace

std::string_view to_string(FormatName name) {
  return kNames[static_cast<std::size_t>(name)];
}

std::optional<FormatName> find_format(std::string_view name) {
  const auto* found = std::find(kNames.begin(), kNames.end(), name);
  if (found == kNames.end()) {
    return std::nullopt;
  }
  return static_cast<FormatName>(found - kNames.begin());
}

std::unique_ptr<AnswerFormat> answer_format(FormatName name, const FormatOptions& options) {
  switch (name) {
    case FormatName::Text:
      return text_format(options);
    case FormatName::Markdown:
      return markdown_format(options);
    case FormatName::Json:
      return json_format(options);
    case FormatName::Jsonl:
      return jsonl_format(options);
    case FormatName::Csv:
      return csv_format(options);
    case FormatName::Tsv:
      return tsv_format(options);
    case FormatName::Trec:
      return trec_format(options);
    case FormatName::Html:
      return html_format(options);
  }
  return nullptr;
}

std::unique_ptr<RowFormat> row_format(FormatName name, std::vector<std::string> columns, const FormatOptions& options) {
  switch (name) {
    case FormatName::Json:
      return json_rows();
    case FormatName::Csv:
      return csv_rows(std::move(columns), options);
    case FormatName::Tsv:
      return tsv_rows(std::move(columns), options);
    case FormatName::Jsonl:
    case FormatName::Text:
    case FormatName::Markdown:
    case FormatName::Trec:
    case FormatName::Html:
      break;
  }
  return jsonl_rows();
}

}  // namespace nutgraf
