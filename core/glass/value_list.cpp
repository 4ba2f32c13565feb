// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/glass/value_list.h"

#include <limits>

#include "core/base/varint.h"
#include "core/glass/format.h"
#include "core/glass/scalars.h"
#include "core/glass/table_writer.h"

namespace nutgraf::glass {
namespace {

// Documents up to which the current chunk is read on before another one is looked for.
constexpr std::uint32_t kNear = 16;

}  // namespace

void ValueBoundsWriter::add(std::string_view value) {
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

void ValueBoundsWriter::write(TableWriter& postlist, std::uint32_t slot) const {
  if (count_ == 0) {
    return;
  }
  std::string key(kValueBoundsPrefix);
  put_last_uint(key, slot);
  std::string tag;
  put_varint(tag, count_);
  put_length_prefixed(tag, lowest_);
  if (highest_ != lowest_) {
    tag += highest_;
  }
  postlist.put(key, tag);
}

void ValueListWriter::add(std::uint32_t docid, std::string_view value) {
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

void ValueListWriter::finish() {
  if (chunk_.empty()) {
    return;
  }
  std::string key(kValueChunkPrefix);
  put_varint(key, slot_);
  put_sint(key, first_);
  postlist_.put(key, chunk_);
  chunk_.clear();
}

ValueCursor::ValueCursor(const Table& postlist, std::uint32_t slot) : at_(postlist), key_(kValueChunkPrefix) {
  put_varint(key_, slot);
  slot_size_ = key_.size();
}

std::string_view ValueCursor::at(std::uint32_t document) {
  const bool is_near = first_ != 0 && document >= document_ && document - document_ < kNear;
  if (!is_near && !seek(document)) {
    return {};
  }
  while (document_ < document && step()) {
  }
  // After the end of a chunk, the next one may have it.
  if (document_ < document && is_near && seek(document)) {
    while (document_ < document && step()) {
    }
  }
  return document_ == document ? value_ : std::string_view();
}

/// Goes to the last chunk that does not begin after the document; in the current one, not back.
bool ValueCursor::seek(std::uint32_t document) {
  key_.resize(slot_size_);
  put_sint(key_, document);
  if (!at_.seek(key_) || !at_.key().starts_with(std::string_view(key_).substr(0, slot_size_))) {
    first_ = document_ = 0;
    return false;
  }
  const std::uint32_t first = ByteReader(at_.key().substr(slot_size_)).sint();
  if (first == first_ && document_ <= document) {
    return true;
  }
  chunk_ = ByteReader(at_.tag(fragments_));
  first_ = document_ = first;
  value_ = as_text(chunk_.take(chunk_.varint()));
  return true;
}

bool ValueCursor::step() {
  if (chunk_.empty()) {
    return false;
  }
  const std::uint64_t gap = chunk_.varint();
  if (gap >= std::numeric_limits<std::uint32_t>::max() - document_) {
    throw CorruptionError("postlist.glass has a list of values out of order");
  }
  document_ += static_cast<std::uint32_t>(gap) + 1;
  value_ = as_text(chunk_.take(chunk_.varint()));
  return true;
}

}  // namespace nutgraf::glass
