// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/bulk/deflater.h"
#include "indexer/bulk/scratch_file.h"
#include "indexer/bulk/term_list.h"
#include "indexer/passage/passage_document.h"

/// The per-document half of a run, in two parts: the tags of the docdata and termlist tables, ready to be copied, and
/// the facts that the postlist table and the statistics are made of.
namespace nutgraf::bulk {

/// Tags of one document; views into what they were read from.
struct DocumentTags {
  Tag data;
  Tag terms;
  std::string_view used_slots;
};
/// The deflater has learnt from the passage's batch.
void put_tags(std::string& out, const PassageDocument& passage, Deflater& deflater, std::string& scratch);
[[nodiscard]] DocumentTags get_tags(const char*& at);

/// Facts of one document; views are valid until the reader moves on.
struct DocumentFacts {
  DocumentLength length;
  std::array<std::string_view, schema::kSlotCount> values;
};
void put_facts(std::string& out, const PassageDocument& passage);
[[nodiscard]] DocumentFacts get_facts(SectionReader& section, std::string& room);

}  // namespace nutgraf::bulk
