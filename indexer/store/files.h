// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>
#include <vector>

#include "core/base/failure.h"

/// What the standard library lacks for files that must survive a power cut. Everything throws Failure(Failed) naming
/// the file and what the system said.
namespace nutgraf::store {

/// "cannot VERB PATH: No space left on device", from errno.
[[nodiscard]] Failure file_failure(std::string_view verb, const std::filesystem::path& path);

/// Makes a folder and those above it that are missing, and flushes their names.
void make_folders(const std::filesystem::path& folder);
/// Removes a file or a whole folder where it is there.
void remove_tree(const std::filesystem::path& path);
void rename_path(const std::filesystem::path& from, const std::filesystem::path& to);

/// What is in a folder, in no order.
[[nodiscard]] std::vector<std::filesystem::directory_entry> entries_of(const std::filesystem::path& folder);

/// Flushes every file and folder below `folder`, and itself.
void sync_tree(const std::filesystem::path& folder);
void sync_folder(const std::filesystem::path& folder);

/// Whether what was done has reached the disk: if not, a power cut may undo it.
enum class Durability : std::uint8_t { Sure, Unsure };

/// Puts a file of these bytes in place of whatever bears the name, all or nothing. Unsure where the file is in place
/// but its folder could not be flushed.
[[nodiscard]] Durability replace_file(const std::filesystem::path& file, std::string_view bytes);

/// A copy of a file; shares the blocks where the file system can.
void copy_regular_file(const std::filesystem::path& from, const std::filesystem::path& to);
/// The same, of every file and folder below `from`.
void copy_tree(const std::filesystem::path& from, const std::filesystem::path& to);

/// Of all files below `folder`.
[[nodiscard]] std::uint64_t bytes_in(const std::filesystem::path& folder);

}  // namespace nutgraf::store
