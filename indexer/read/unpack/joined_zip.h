// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>

#include "indexer/read/byte_source.h"

namespace nutgraf::read::unpack {

/// How many bytes stand before the zip that `bytes` end with: those of other zips, where several were joined by `cat`,
/// which only their own directories list. 0 where none do, or where that cannot be told. `bytes` stand at their
/// beginning afterwards, and can jump.
[[nodiscard]] std::uint64_t bytes_before_zip(ByteSource& bytes);

}  // namespace nutgraf::read::unpack
