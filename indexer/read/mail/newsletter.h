// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "indexer/article.h"

namespace nutgraf::read::mail {

/// Cuts what programs put around the text of a message to many readers: over it that it can be read in a browser, under
/// it why it was sent and how to get no more of it, with the lines of copyright and address there. Gives back what it
/// cut. Forty words stay, or the text does.
std::vector<Omission> cut_notices(std::string& text);

}  // namespace nutgraf::read::mail
