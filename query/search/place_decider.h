// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "query/search/plan.h"

namespace nutgraf {

/// Fills `ranked` and `decider` of a plan. A ranked search wants few of many candidates; Xapian asks a decider only
/// about those whose weight is high enough, so that most positions are never read. Not with several shards: a decider
/// is not told which one a document is of. Not with a remote one: it cannot be sent there.
void defer_places(Plan& plan);

}  // namespace nutgraf
