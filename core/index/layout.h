// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

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

/// A folder whose stub names a generation of ours.
[[nodiscard]] bool is_index(const std::filesystem::path& folder);
/// Name of the live generation ("0007"); nothing if the stub is missing or not ours.
[[nodiscard]] std::optional<std::string> live_generation(const std::filesystem::path& index);
[[nodiscard]] std::filesystem::path generation_folder(const std::filesystem::path& index, std::string_view generation);
[[nodiscard]] std::string stub_text(std::string_view generation);

/// The bytes of a stub file (at most 64 KB); nothing if it is no readable regular file.
[[nodiscard]] std::optional<std::string> read_stub(const std::filesystem::path& file);
/// The generation that a stub's text names; nothing if it names anything else.
[[nodiscard]] std::optional<std::string> generation_of(std::string_view stub);

}  // namespace nutgraf::layout
