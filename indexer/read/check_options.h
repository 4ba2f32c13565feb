// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/read/read_options.h"

namespace nutgraf::read {

/// Throws Failure(Usage) on a format, a field of --map or --set, or a --date-from that does not exist, with the list of
/// those that do, and on a date or language of --set that is none.
void check_options(const ReadOptions& options);

}  // namespace nutgraf::read
