// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "query/bind/bound_node.h"

namespace nutgraf::bind {

/// Gives every NEAR, ADJ, NOTNEAR, WITHIN sentence, WITHIN paragraph and phrase with a lone * the condition that
/// positions must meet: the outermost decides for those inside it.
void attach_conditions(BoundNode& node);

}  // namespace nutgraf::bind
