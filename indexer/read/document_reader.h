// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>

#include "indexer/read/article_emitter.h"
#include "indexer/read/byte_source.h"
#include "indexer/read/unpack/archive_stream.h"
#include "indexer/read/unpack/held_members.h"
#include "indexer/read/unpack/member_names.h"

namespace nutgraf::read {

/// Reads one document, whatever it is: text, JSON, a compressed file, an archive of such or of archives. What cannot be
/// read is rejected or skipped here; only BudgetSpent, SourceLost of what `bytes` come from and failures of the whole
/// build come out.
class DocumentReader {
 public:
  DocumentReader(ArticleEmitter& emitter, unpack::UnpackBudget& budget) : emitter_(emitter), budget_(budget) {}

  enum class Position : std::uint8_t { TopLevel, Inside };  // of an archive
  void read(ByteSource& bytes, const Document& document, Position position);

 private:
  void read_content(Peeked& bytes, const Document& document);
  void read_packed_crawl(Peeked& bytes, const Document& document);
  void read_archive(Peeked& bytes, const Document& document, Position position);
  /// How far one archive was read.
  struct Progress {
    unpack::MemberNames& names;
    Document reached;  // the member read last, to say where an archive breaks off
    Document first_encrypted;
    std::uint64_t encrypted = 0;  // members
    unpack::HeldMembers held;
  };
  void read_members(unpack::ArchiveStream& archive, const Document& document, Progress& progress);
  void read_member(const unpack::Member& member, ByteSource& data, const Document& inside, Progress& progress);
  void reject_encrypted(const Progress& progress);
  /// Parts of saved pages are passed over; those whose page may still come are held.
  void read_or_hold(const unpack::Member& member, ByteSource& data, Progress& progress);
  void hold(const unpack::Member& member, ByteSource& data, Progress& progress);
  /// No more pages will come.
  void release(Progress& progress);

  ArticleEmitter& emitter_;
  unpack::UnpackBudget& budget_;
  unsigned depth_ = 0;  // of archives open
};

}  // namespace nutgraf::read
