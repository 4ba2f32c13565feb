// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/bulk/version_file.h"

#include <algorithm>
#include <fstream>
#include <random>
#include <string>

#include "core/base/failure.h"
#include "core/glass/encode.h"

namespace nutgraf::bulk {
namespace {

constexpr std::uint32_t kCompressAbove = 18;  // bytes of a tag, for later writers; postlist and position never compress
constexpr std::uint32_t kNever = 0;

void put_root(std::string& out, const TableRoot& table, std::uint32_t compress_above) {
  const bool absent = table.blocks == 0;
  glass::put_vint(out, table.root);
  glass::put_vint(
      out,
      absent ? 3 : table.level * 4);  // bit 0: no root on disk; bit 1: blocks in key order, which we never promise
  glass::put_vint(out, table.entries);
  glass::put_vint(out, kBlockSize / 2048);
  glass::put_vint(out, compress_above);
  std::string freelist;
  if (!absent) {
    glass::put_vint(freelist, kRevision);
    glass::put_vint(freelist, table.blocks);
    freelist.append(4, '\0');  // two equal cursors: nothing is free
  }
  glass::put_vstr(out, freelist);
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
  glass::put_vint(bytes, kRevision);
  put_root(bytes, tables.postlist, kNever);
  put_root(bytes, tables.docdata, kCompressAbove);
  put_root(bytes, tables.termlist, kCompressAbove);
  put_root(bytes, tables.position, kNever);
  put_root(bytes, {}, kCompressAbove);  // spelling
  put_root(bytes, {}, kCompressAbove);  // synonym
  glass::put_vint(bytes, statistics.documents);
  glass::put_vint(bytes, 0);  // highest docid used - documents
  glass::put_vint(bytes, statistics.shortest);
  glass::put_vint(bytes, statistics.highest_wdf);
  glass::put_vint(bytes, statistics.longest - std::min(statistics.longest, statistics.highest_wdf));
  glass::put_vint(bytes, 0);  // oldest changeset
  glass::put_vint(bytes, statistics.total_length);
  glass::put_vint(bytes, 0);  // highest spelling frequency
  const std::filesystem::path aside = folder / "iamglass.new";
  std::ofstream out(aside, std::ios::binary);
  out << bytes;
  out.close();
  if (!out) {
    throw Failure(ExitCode::Failed, "cannot write " + aside.string());
  }
  std::filesystem::rename(aside, folder / "iamglass");
}

}  // namespace nutgraf::bulk
