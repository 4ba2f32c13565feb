// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

namespace nutgraf::search::compile {

/// All passages that do not meet a query, as a part of Xapian queries over several local shards; owned by the query
/// that takes it. There an XOR of Xapian 1.4 whose sides end at the same passage of a shard is read after it is freed.
[[nodiscard]] Xapian::PostingSource* new_complement_source(const Xapian::Query& query);

}  // namespace nutgraf::search::compile
