// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "indexer/read/article_emitter.h"
#include "indexer/read/document.h"
#include "indexer/read/mail/place.h"
#include "indexer/read/mime/part.h"

namespace nutgraf::read::mail {

/// Whether an attachment is a document of its own: DOCX, ODT, EPUB, RTF, PDF, a page, a text, a message.
[[nodiscard]] bool is_readable(const mime::Part& attachment);

/// Reads those that are; the others are counted as skipped, but for signatures and pictures inside the text.
void read_attachments(const std::vector<mime::Part>& attachments, const Document& document, const Place& place,
                      ArticleEmitter& emitter);

}  // namespace nutgraf::read::mail
