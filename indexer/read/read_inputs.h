// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/read/read_options.h"
#include "indexer/read/sink.h"

/// From paths to articles: folders are walked, archives streamed, records decoded. Nothing here knows of passages or
/// of Xapian.
namespace nutgraf::read {

/// Reads every input in the order given, folders in byte order of their entries' names. Throws Failure(Usage) if two
/// different files would get the same derived id (both named).
void read_inputs(const ReadOptions& options, Sink& sink);

}  // namespace nutgraf::read
