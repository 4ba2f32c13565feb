// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace nutgraf::store {

enum class VerifyLevel : std::uint8_t {
  Sampled,  // counts, contract, 1,000 sampled passages: data decodes, terms and positions are those of the text
  Full,     // also every table, see verify_tables.h
};

/// Problems found, one sentence each; empty = sound. `folder` is a generation. Throws Failure(Missing) where something
/// may not be read: then nothing is known of it.
[[nodiscard]] std::vector<std::string> verify(const std::filesystem::path& folder, VerifyLevel level);

}  // namespace nutgraf::store
