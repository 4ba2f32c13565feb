// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "indexer/read/article_emitter.h"
#include "indexer/read/byte_source.h"
#include "indexer/read/document.h"
#include "indexer/read/reader.h"

/// Mail: one message, or a mailbox of them.
namespace nutgraf::read::mail {

[[nodiscard]] Evidence sniff_eml(std::string_view front);
void read_eml(Peeked& bytes, const Document& document, ArticleEmitter& emitter);

[[nodiscard]] Evidence sniff_mbox(std::string_view front);
/// Read as a stream; a message longer than 256 MB is rejected.
void read_mbox(Peeked& bytes, const Document& document, ArticleEmitter& emitter);

}  // namespace nutgraf::read::mail
