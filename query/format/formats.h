// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "query/format/format.h"

/// Every format there is: a source file and a row of kFormats each.
namespace nutgraf::format {

[[nodiscard]] std::unique_ptr<AnswerFormat> text_format(const FormatOptions& options);
[[nodiscard]] std::unique_ptr<AnswerFormat> markdown_format(const FormatOptions& options);
[[nodiscard]] std::unique_ptr<AnswerFormat> json_format(const FormatOptions& options);
[[nodiscard]] std::unique_ptr<AnswerFormat> jsonl_format(const FormatOptions& options);
[[nodiscard]] std::unique_ptr<AnswerFormat> csv_format(const FormatOptions& options);
[[nodiscard]] std::unique_ptr<AnswerFormat> tsv_format(const FormatOptions& options);
[[nodiscard]] std::unique_ptr<AnswerFormat> trec_format(const FormatOptions& options);
[[nodiscard]] std::unique_ptr<AnswerFormat> html_format(const FormatOptions& options);

/// -l: paths only; see answer_format() for the rest.
enum class PathEnd : std::uint8_t { Line, Zero };
[[nodiscard]] std::unique_ptr<AnswerFormat> paths_format(PathEnd end);

using Columns = std::vector<std::string>;  // the keys of every row, in order
[[nodiscard]] std::unique_ptr<RowFormat> json_rows(const Columns& columns, const FormatOptions& options);
[[nodiscard]] std::unique_ptr<RowFormat> jsonl_rows(const Columns& columns, const FormatOptions& options);
[[nodiscard]] std::unique_ptr<RowFormat> csv_rows(const Columns& columns, const FormatOptions& options);
[[nodiscard]] std::unique_ptr<RowFormat> tsv_rows(const Columns& columns, const FormatOptions& options);

struct FormatRow {
  FormatName format = FormatName::Text;
  std::string_view name;  // of --format
  std::unique_ptr<AnswerFormat> (*answers)(const FormatOptions&) = nullptr;
  /// Null where a format has none: views of rows print text themselves and refuse the others.
  std::unique_ptr<RowFormat> (*rows)(const Columns&, const FormatOptions&) = nullptr;
};

/// In the order in which messages and help list them.
inline constexpr FormatRow kFormats[] = {
    {FormatName::Text, "text", text_format},
    {FormatName::Markdown, "md", markdown_format},
    {FormatName::Json, "json", json_format, json_rows},
    {FormatName::Jsonl, "jsonl", jsonl_format, jsonl_rows},
    {FormatName::Csv, "csv", csv_format, csv_rows},
    {FormatName::Tsv, "tsv", tsv_format, tsv_rows},
    {FormatName::Trec, "trec", trec_format},
    {FormatName::Html, "html", html_format},
};

}  // namespace nutgraf::format
