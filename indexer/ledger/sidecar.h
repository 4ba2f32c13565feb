// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

/// How the small files beside a generation's passages are written and read. A copied generation may share bytes with
/// the live one, so each is written beside its name and renamed over it.
namespace nutgraf::ledger {

void write_file(const std::filesystem::path& file, std::string_view bytes);

/// Throws Failure(Missing) if the file is missing or cannot be read.
[[nodiscard]] std::string read_file(const std::filesystem::path& file);
/// Calls `take` with every line's JSON. Throws Failure(Missing) naming file and line where it is missing or damaged,
/// also for JSON exceptions that `take` lets out.
void read_lines(const std::filesystem::path& file, const std::function<void(const nlohmann::json&)>& take);

}  // namespace nutgraf::ledger
