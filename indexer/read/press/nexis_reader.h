// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "indexer/read/reader.h"

/// Exports of Nexis as plain text and as a page; the Word ones are read by way of nexis.h.
namespace nutgraf::read::press {

[[nodiscard]] Evidence sniff_nexis(std::string_view front);
void read_nexis(Peeked& bytes, const Document& document, ArticleEmitter& emitter);

}  // namespace nutgraf::read::press
