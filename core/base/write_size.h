// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>

namespace nutgraf {

/// Bytes given to the system at once. The bytes are still in the processor's cache then, and the kernel (6.18, ext4)
/// copies writes of 512 KB and more three times slower: see docs/benchmarks.md.
inline constexpr std::size_t kWriteSize = std::size_t{256} << 10U;

}  // namespace nutgraf
