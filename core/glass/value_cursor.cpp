// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/glass/value_cursor.h"

#include <limits>

#include "core/base/varint.h"
#include "core/glass/encode.h"

namespace nutgraf::glass {
namespace {

constexpr std::string_view kValues("\0\xd8", 2);
// Documents up to which the entry at hand is read on before another one is looked for.
constexpr std::uint32_t kNear = 16;

}  // namespace

ValueCursor::ValueCursor(const Table& postlist, std::uint32_t slot) : at_(postlist), key_(kValues) {
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
  // Behind the end of an entry, the next one may hold it.
  if (document_ < document && is_near && seek(document)) {
    while (document_ < document && step()) {
    }
  }
  return document_ == document ? value_ : std::string_view();
}

/// Goes to the last entry that does not begin behind the document; in the one at hand, not back.
bool ValueCursor::seek(std::uint32_t document) {
  key_.resize(slot_size_);
  put_sint(key_, document);
  if (!at_.seek(key_) || !at_.key().starts_with(std::string_view(key_).substr(0, slot_size_))) {
    first_ = document_ = 0;
    return false;
  }
  const std::uint32_t first = Numbers(at_.key().substr(slot_size_)).sint();
  if (first == first_ && document_ <= document) {
    return true;
  }
  chunk_ = Numbers(at_.tag(pieces_));
  first_ = document_ = first;
  value_ = as_text(chunk_.take(chunk_.vint()));
  return true;
}

bool ValueCursor::step() {
  if (chunk_.empty()) {
    return false;
  }
  const std::uint64_t gap = chunk_.vint();
  if (gap >= std::numeric_limits<std::uint32_t>::max() - document_) {
    throw Damage("postlist.glass has a list of values out of order");
  }
  document_ += static_cast<std::uint32_t>(gap) + 1;
  value_ = as_text(chunk_.take(chunk_.vint()));
  return true;
}

}  // namespace nutgraf::glass
