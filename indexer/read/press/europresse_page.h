// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "indexer/read/reader.h"

/// Exports of the press database Europresse (also Eureka) as a page, in its older and its newer layout.
namespace nutgraf::read::press {

[[nodiscard]] Evidence sniff_europresse(std::string_view front);
void read_europresse(Peeked& bytes, const Document& document, ArticleEmitter& emitter);

}  // namespace nutgraf::read::press
