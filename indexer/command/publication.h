// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>

#include "indexer/console.h"
#include "indexer/options.h"
#include "indexer/store/generations.h"

/// The last steps of every writer: nothing goes live that is not sound or that lost articles by accident.
namespace nutgraf::command {

/// Throws Failure(Failed) with the problems where the new generation is not sound.
void require_sound(const store::NewGeneration& generation, store::VerifyLevel level);

struct ArticleCounts {
  std::uint64_t before = 0;  // in the live generation
  std::uint64_t after = 0;   // in the new one
};

/// Throws Failure(Failed) if less than 80 % of the live articles would be left, unless that is allowed.
void require_no_shrinking(ArticleCounts counts, Shrinking shrinking);

/// Makes a sound generation live. If something fails after that, it is a warning: the command has done what it was
/// asked to do.
void publish(store::NewGeneration& generation, int keep, const Console& console);

/// Warns where a power cut may bring back what was live before `generation`.
void warn_if_unsure(store::Durability durability, std::string_view generation, const Console& console);

}  // namespace nutgraf::command
