// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/bulk/version_file.h"

#include <algorithm>
#include <random>
#include <string>

#include "core/base/atomic_file.h"
#include "core/base/varint.h"

namespace nutgraf::bulk {
namespace {

constexpr std::uint32_t kCompressAbove = 18;  // bytes of a tag, for later writers; postlist and position never compress
constexpr std::uint32_t kNever = 0;

void put_root(std::string& out, const TableRoot& table, std::uint32_t compress_above) {
  const bool absent = table.blocks == 0;
  put_varint(out, table.root);
  put_varint(
      out,
      absent ? 3 : table.level * 4);  // bit 0: no root on disk; bit 1: blocks in key order, which we never promise
  put_varint(out, table.entries);
  put_varint(out, kBlockSize / 2048);
  put_varint(out, compress_above);
  std::string freelist;
  if (!absent) {
    put_varint(freelist, kRevision);
    put_varint(freelist, table.blocks);
    freelist.append(4, '\0');  // two equal cursors: nothing is free
  }
  put_length_prefixed(out, freelist);
}

std::string random_uuid() {
  std::random_device random;
  std::string uuid;
  while (uuid.size() < 16) {
    uuid.push_back(static_cast<char>(random()));
  }
  uuid[6] = static_cast<char>((uuid[6] & 0x0f) | 0x40);
  uuid[8] = static_cast<char>((uuid[8] & 0x3f) | 0x80);
  return uuid;
}

}  // namespace

void write_version_file(const std::filesystem::path& folder, const GlassTables& tables,
                        const GlassStatistics& statistics) {
  std::string bytes("\x0f\x0dXapian Glass\x04\x6e", 16);
  bytes += random_uuid();
  put_varint(bytes, kRevision);
  put_root(bytes, tables.postlist, kNever);
  put_root(bytes, tables.docdata, kCompressAbove);
  put_root(bytes, tables.termlist, kCompressAbove);
  put_root(bytes, tables.position, kNever);
  put_root(bytes, {}, kCompressAbove);  // spelling
  put_root(bytes, {}, kCompressAbove);  // synonym
  put_varint(bytes, statistics.documents);
  put_varint(bytes, 0);  // highest docid used - documents
  put_varint(bytes, statistics.shortest);
  put_varint(bytes, statistics.highest_wdf);
  put_varint(bytes, statistics.longest - std::min(statistics.longest, statistics.highest_wdf));
  put_varint(bytes, 0);  // oldest changeset
  put_varint(bytes, statistics.total_length);
  put_varint(bytes, 0);  // highest spelling frequency
  AtomicFile file(folder / "iamglass");
  file.write(bytes);
  file.commit(AtomicFile::Durability::Cached);
}

}  // namespace nutgraf::bulk
