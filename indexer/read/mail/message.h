// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "indexer/read/article_emitter.h"
#include "indexer/read/document.h"
#include "indexer/read/mail/place.h"

namespace nutgraf::read::mail {

/// Gives the article that a message is to `emitter`, then the documents that are attached to it. What cannot be read is
/// rejected there.
void read_message(std::string_view bytes, const Document& document, const Place& place, ArticleEmitter& emitter);

}  // namespace nutgraf::read::mail
