// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "indexer/bulk/deflater.h"
#include "indexer/passage/passage_document.h"

/// What the docdata and termlist tables contain of a document, ready to be copied.
namespace nutgraf::bulk {

/// Tags of one document; views into what they were read from.
struct DocumentTags {
  Tag data;
  Tag terms;
  std::string_view used_slots;
};
/// The deflater has learnt from the passage's batch.
void put_tags(std::string& out, const passage::PassageDocument& passage, Deflater& deflater, std::string& scratch);
[[nodiscard]] DocumentTags get_tags(const char*& at);

}  // namespace nutgraf::bulk
