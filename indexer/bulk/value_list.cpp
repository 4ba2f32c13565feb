// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/bulk/value_list.h"

#include "core/glass/encode.h"

namespace nutgraf::bulk {

void ValueList::add(std::uint32_t docid, std::string_view value) {
  if (chunks_.empty() || chunks_.back().bytes.size() >= kFullChunk) {
    chunks_.push_back({docid, {}});
  } else {
    glass::put_vint(chunks_.back().bytes, docid - last_ - 1);
  }
  glass::put_vstr(chunks_.back().bytes, value);
  last_ = docid;
  if (count_ == 0 || value < lowest_) {
    lowest_ = value;
  }
  if (count_ == 0 || value > highest_) {
    highest_ = value;
  }
  ++count_;
}

void ValueList::write_statistics(TableWriter& postlist) const {
  if (count_ == 0) {
    return;
  }
  std::string key("\x00\xd0", 2);
  glass::put_last_uint(key, slot_);
  std::string tag;
  glass::put_vint(tag, count_);
  glass::put_vstr(tag, lowest_);
  if (highest_ != lowest_) {
    tag += highest_;
  }
  postlist.put(key, tag);
}

void ValueList::write_chunks(TableWriter& postlist) const {
  for (const Chunk& chunk : chunks_) {
    std::string key("\x00\xd8", 2);
    glass::put_vint(key, slot_);
    glass::put_sint(key, chunk.first);
    postlist.put(key, chunk.bytes);
  }
}

}  // namespace nutgraf::bulk
