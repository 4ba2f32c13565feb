// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The names inside an index folder, and the stub that says which generation is live.
namespace nutgraf::layout {

inline constexpr std::string_view kStub = "XAPIANDB";
inline constexpr std::string_view kUnfinishedStub = "XAPIANDB.partial";  // of a writer killed as it made it
inline constexpr std::string_view kLock = "lock";
inline constexpr std::string_view kBlocked = "blocked";  // what --purge keeps out
inline constexpr std::string_view kQuarantine = "quarantine";
inline constexpr std::string_view kUnfinishedBlocked = "blocked.partial";
inline constexpr std::string_view kGenerations = "generations";
inline constexpr std::string_view kParts = "parts";  // of a build that may be resumed
inline constexpr std::string_view kPassages = "passages";
inline constexpr std::string_view kManifest = "manifest.json";
inline constexpr std::string_view kSources = "sources.jsonl";
inline constexpr std::string_view kRejects = "rejects.jsonl";
inline constexpr std::string_view kScratch = "scratch";  // of a generation that is being written

/// A folder whose stub names a generation of ours, or that has generations but lost its stub.
[[nodiscard]] bool is_index(const std::filesystem::path& folder);
/// Name of the live generation ("0007"); nothing if the stub is missing, damaged or not ours.
[[nodiscard]] std::optional<std::string> live_generation(const std::filesystem::path& index);
[[nodiscard]] std::filesystem::path generation_folder(const std::filesystem::path& index, std::string_view generation);
/// Names of finished generations, oldest first, whether or not they are sound. Throws Failure(Missing) if their folder
/// cannot be read.
[[nodiscard]] std::vector<std::string> finished_generations(const std::filesystem::path& index);

/// A line that names the generation, and a comment with the XXH3 of that line: Xapian skips comments.
[[nodiscard]] std::string stub_text(std::string_view generation);
/// The bytes of a stub file (at most 64 KB); nothing if it is no regular file. Throws ReadFailure.
[[nodiscard]] std::optional<std::string> read_stub(const std::filesystem::path& file);
/// The generation that a stub's text names; nothing if it names anything else, or its sum is wrong.
[[nodiscard]] std::optional<std::string> generation_of(std::string_view stub);
/// Does a stub have a sum, and is it another than that of its bytes? Stubs written by hand have none.
[[nodiscard]] bool has_wrong_sum(std::string_view stub);

}  // namespace nutgraf::layout
