// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/unpack/member_names.h"

#include <cstdint>
#include <cstdio>

#include "core/base/utf8.h"
#include "indexer/read/encoding.h"
#include "indexer/read/unpack/archive_stream.h"

namespace nutgraf::read::unpack {
namespace {

/// The names that are no UTF-8, one a line, as far as a look of bounded length goes.
std::string list_names(ByteSource& archive) {
  constexpr std::size_t kEnough = 64UL * 1024;
  constexpr std::uint64_t kFarthest = 256UL * 1024 * 1024;
  std::string names;
  UnpackBudget budget{0};  // no member is read
  try {
    Peeked peeked(archive);
    ArchiveStream stream(peeked, ArchiveStream::Access::Seeking, budget);
    while (names.size() < kEnough && stream.unpacked() < kFarthest) {
      const auto member = stream.next();
      if (!member) {
        break;
      }
      if (!utf8::is_valid(member->path)) {
        names.append(member->path).append("\n");
      }
    }
  } catch (const Unreadable&) {
    // It breaks off: whoever reads the members says so.
  }
  return names;
}

}  // namespace

std::string MemberNames::encoding_of(const std::string& name) const {
  const std::int64_t place = archive_ == nullptr ? -1 : archive_->seek(0, SEEK_CUR);
  if (place < 0 || archive_->seek(0, SEEK_SET) != 0) {
    return charset::guess_encoding(name, use_);
  }
  const std::string names = list_names(*archive_);
  if (archive_->seek(place, SEEK_SET) != place) {
    throw Unreadable("it cannot be read: it moved while the names in it were looked at");
  }
  return charset::guess_encoding(names.empty() ? name : names, use_);
}

std::string MemberNames::decoded(std::string name) {
  if (utf8::is_valid(name)) {
    return name;
  }
  if (!encoding_) {
    encoding_ = encoding_of(name);
  }
  std::string text = convert(name, *encoding_);
  return text.find(utf8::kReplacementBytes) == std::string::npos ? text : name;
}

}  // namespace nutgraf::read::unpack
