// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "indexer/read/reader.h"

/// Exports of the press database Factiva as a page, with field codes (HD, BY, WC, PD, SN, ...) or without. Its XML is
/// read by xml/.
namespace nutgraf::read::press {

[[nodiscard]] Evidence sniff_factiva(std::string_view front);
void read_factiva(Peeked& bytes, const Document& document, ArticleEmitter& emitter);

}  // namespace nutgraf::read::press
