// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

#include "indexer/read/byte_source.h"

/// Frames of zstd and lz4 that contain no data: pzstd and seekable writers put them before and between the others. The
/// decoders pass over them between frames, but a file is not known by one at its front.
namespace nutgraf::read::unpack {

[[nodiscard]] bool begins_skippable_frame(std::string_view front);

enum class Frames : std::uint8_t { Some, None };
/// Drops such frames at the front of `bytes`; whether anything comes after them. Throws Unreadable if one ends
/// early.
Frames skip_skippable_frames(Peeked& bytes);

}  // namespace nutgraf::read::unpack
