// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "query/format/format.h"

/// Every format there is: a source file and a row of kFormats each.
namespace nutgraf::format {

enum class FormatName : std::uint8_t { Text, Markdown, Json, Jsonl, Csv, Tsv, Trec, Html };

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
inline constexpr std::array kFormats = {
    FormatRow{FormatName::Text, "text", text_format},
    FormatRow{FormatName::Markdown, "md", markdown_format},
    FormatRow{FormatName::Json, "json", json_format, json_rows},
    FormatRow{FormatName::Jsonl, "jsonl", jsonl_format, jsonl_rows},
    FormatRow{FormatName::Csv, "csv", csv_format, csv_rows},
    FormatRow{FormatName::Tsv, "tsv", tsv_format, tsv_rows},
    FormatRow{FormatName::Trec, "trec", trec_format},
    FormatRow{FormatName::Html, "html", html_format},
};

[[nodiscard]] std::string_view to_string(FormatName name);
[[nodiscard]] std::optional<FormatName> find_format(std::string_view name);

/// What a command prints: ranked passages, rows of a table, one object, or articles.
enum class Shape : std::uint8_t { Answers, Rows, Object, Article };
[[nodiscard]] bool takes(Shape shape, FormatName name);

[[nodiscard]] std::unique_ptr<AnswerFormat> answer_format(FormatName name, const FormatOptions& options);
/// For formats with rows: see takes().
[[nodiscard]] std::unique_ptr<RowFormat> row_format(FormatName name, const Columns& columns,
                                                    const FormatOptions& options);

}  // namespace nutgraf::format
