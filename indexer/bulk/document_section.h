// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <libdeflate.h>

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "indexer/bulk/scratch_file.h"
#include "indexer/bulk/table_writer.h"
#include "indexer/bulk/term_list.h"
#include "indexer/passage/passage_document.h"

/// The per-document half of a run, in two parts: the tags of the docdata and termlist tables, ready to be copied, and
/// the facts that the postlist table and the statistics are made of.
namespace nutgraf::bulk {

/// A tag as it will stand in its table.
struct Tag {
  std::string_view bytes;
  Packed packed = Packed::No;
};

/// One thread's deflate state.
class Deflater {
 public:
  Deflater();
  /// Raw deflate where that is smaller, else the bytes as they are; valid until the next call.
  [[nodiscard]] Tag pack(std::string_view bytes);

 private:
  struct Free {
    void operator()(libdeflate_compressor* compressor) const { libdeflate_free_compressor(compressor); }
  };
  std::unique_ptr<libdeflate_compressor, Free> compressor_;
  std::string buffer_;
};

/// Tags of one document; views into what they were read from.
struct DocumentTags {
  Tag data;
  Tag terms;
  std::string_view used_slots;
};
void put_tags(std::string& out, const PassageDocument& passage, Deflater& deflater);
[[nodiscard]] DocumentTags get_tags(const char*& at);

/// Facts of one document; views are valid until the reader moves on.
struct DocumentFacts {
  DocumentLength length;
  std::array<std::string_view, schema::kSlotCount> values;
};
void put_facts(std::string& out, const PassageDocument& passage);
[[nodiscard]] DocumentFacts get_facts(SectionReader& section, std::string& room);

}  // namespace nutgraf::bulk
