// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "indexer/read/sink.h"

/// rejects.jsonl: every record and file that became no article, those passed over on purpose too, with the reason.
namespace nutgraf::ledger {

void write_rejects(const std::filesystem::path& folder, const std::vector<read::Reject>& rejects);
/// Throws Failure(Missing) if the file is missing or damaged.
[[nodiscard]] std::vector<read::Reject> read_rejects(const std::filesystem::path& folder);

/// The lines of rejects.jsonl.
[[nodiscard]] std::string to_json_lines(const std::vector<read::Reject>& rejects);

/// "docs.jsonl line 2: no text (skipped)", with the path relative to the working folder where it lies below it.
[[nodiscard]] std::string to_line(const read::Reject& reject);

}  // namespace nutgraf::ledger
