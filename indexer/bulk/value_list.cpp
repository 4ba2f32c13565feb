// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/bulk/value_list.h"

#include "core/base/varint.h"
#include "core/glass/encode.h"

namespace nutgraf::bulk {

void ValueStatistics::add(std::string_view value) {
  if (value.empty()) {
    return;
  }
  if (count_ == 0 || value < lowest_) {
    lowest_ = value;
  }
  if (count_ == 0 || value > highest_) {
    highest_ = value;
  }
  ++count_;
}

void ValueStatistics::write(TableWriter& postlist, std::uint32_t slot) const {
  if (count_ == 0) {
    return;
  }
  std::string key("\x00\xd0", 2);
  glass::put_last_uint(key, slot);
  std::string tag;
  put_varint(tag, count_);
  put_length_prefixed(tag, lowest_);
  if (highest_ != lowest_) {
    tag += highest_;
  }
  postlist.put(key, tag);
}

void ValueChunks::add(std::uint32_t docid, std::string_view value) {
  if (value.empty()) {
    return;
  }
  if (chunk_.size() >= kFullChunk) {
    finish();
  }
  if (chunk_.empty()) {
    first_ = docid;
  } else {
    put_varint(chunk_, docid - last_ - 1);
  }
  put_length_prefixed(chunk_, value);
  last_ = docid;
}

void ValueChunks::finish() {
  if (chunk_.empty()) {
    return;
  }
  std::string key("\x00\xd8", 2);
  put_varint(key, slot_);
  glass::put_sint(key, first_);
  postlist_.put(key, chunk_);
  chunk_.clear();
}

}  // namespace nutgraf::bulk
