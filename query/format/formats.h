// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "query/format/format.h"

/// Every format there is, a source file each; answer_format() and row_format() choose among them.
namespace nutgraf {

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

[[nodiscard]] std::unique_ptr<RowFormat> json_rows();
[[nodiscard]] std::unique_ptr<RowFormat> jsonl_rows();
[[nodiscard]] std::unique_ptr<RowFormat> csv_rows(std::vector<std::string> columns, const FormatOptions& options);
[[nodiscard]] std::unique_ptr<RowFormat> tsv_rows(std::vector<std::string> columns, const FormatOptions& options);

}  // namespace nutgraf
