// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "indexer/read/article_emitter.h"
#include "indexer/read/document.h"
#include "indexer/read/encoding.h"

namespace nutgraf::read {

/// A decoded text as clean_lines() leaves it; what was odd about its bytes is noted.
[[nodiscard]] std::string decoded_text(Decoded decoded, const Document& document, ArticleEmitter& emitter);

}  // namespace nutgraf::read
