// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/glass/version_file.h"

#include <algorithm>
#include <limits>
#include <random>
#include <string_view>

#include "core/base/atomic_file.h"
#include "core/base/varint.h"
#include "core/glass/byte_reader.h"
#include "core/glass/database_format.h"
#include "core/glass/file_view.h"

namespace nutgraf::glass {
namespace {

constexpr std::string_view kMagic("\x0f\x0dXapian Glass\x04\x6e", 16);  // with the format's version
constexpr std::size_t kUuidSize = 16;
constexpr std::uint64_t kBlockUnit = 2048;  // bytes
constexpr std::uint64_t kLargestBlock = 65536;
constexpr std::uint32_t kNeverCompress = 0;

// In front of a root's level.
constexpr std::uint64_t kAbsentFlag = 1;      // no root on disk
constexpr std::uint64_t kSequentialFlag = 2;  // blocks in key order, which we never promise
constexpr unsigned kFlagBits = 2;

void put_root(std::string& out, const TableRoot& root, std::uint32_t compress_above) {
  put_varint(out, root.block);
  put_varint(out, root.absent() ? kAbsentFlag | kSequentialFlag : std::uint64_t{root.level} << kFlagBits);
  put_varint(out, root.entries);
  put_varint(out, root.block_size / kBlockUnit);
  put_varint(out, compress_above);
  std::string free_list;
  if (!root.absent()) {
    put_varint(free_list, kFirstRevision);
    put_varint(free_list, root.blocks);
    free_list.append(4, '\0');  // two equal cursors: nothing is free
  }
  put_length_prefixed(out, free_list);
}

TableRoot read_root(ByteReader& bytes) {
  const std::uint64_t block = bytes.varint();
  const std::uint64_t level = bytes.varint();
  const std::uint64_t entries = bytes.varint();
  const std::uint64_t block_units = bytes.varint();
  static_cast<void>(bytes.varint());  // from which size tags are compressed
  ByteReader free_list(bytes.take(bytes.varint()));
  if (block_units == 0 || block_units > kLargestBlock / kBlockUnit || level >> kFlagBits >= kMaxLevels ||
      block > std::numeric_limits<std::uint32_t>::max()) {
    throw CorruptionError("a table's root makes no sense");
  }
  TableRoot root{static_cast<std::uint32_t>(block), static_cast<std::uint32_t>(level >> kFlagBits),
                 static_cast<std::uint32_t>(block_units * kBlockUnit), entries, 0};
  if ((level & kAbsentFlag) == 0) {
    static_cast<void>(free_list.varint());  // revision
    root.blocks = static_cast<std::uint32_t>(free_list.varint());
  }
  return root;
}

}  // namespace

bool has_known_format(const std::filesystem::path& database) {
  const FileView view(database / kVersionFile);
  return as_text(view.bytes()).starts_with(kMagic);
}

std::string new_uuid() {
  std::random_device random;
  std::string uuid;
  while (uuid.size() < kUuidSize) {
    uuid.push_back(static_cast<char>(random()));
  }
  uuid[6] = static_cast<char>((uuid[6] & 0x0f) | 0x40);
  uuid[8] = static_cast<char>((uuid[8] & 0x3f) | 0x80);
  return uuid;
}

Version read_version(const std::filesystem::path& file) {
  const FileView view(file);
  ByteReader bytes(view.bytes());
  if (as_text(bytes.take(kMagic.size())) != kMagic) {
    throw CorruptionError("it is not a glass database of Xapian 1.4");
  }
  Version version;
  version.uuid = as_text(bytes.take(kUuidSize));
  version.revision = bytes.varint();
  TableRoot spelling;
  TableRoot synonym;
  for (TableRoot* root :
       {&version.postlist, &version.docdata, &version.termlist, &version.position, &spelling, &synonym}) {
    *root = read_root(bytes);
  }
  Statistics& statistics = version.statistics;
  statistics.documents = bytes.varint();
  static_cast<void>(bytes.varint());  // highest docid used - documents
  statistics.shortest = bytes.varint();
  statistics.highest_wdf = bytes.varint();
  statistics.longest = bytes.varint() + statistics.highest_wdf;
  static_cast<void>(bytes.varint());  // oldest changeset
  statistics.total_length = bytes.varint();
  return version;
}

void write_version(const std::filesystem::path& file, const Version& version) {
  const Statistics& statistics = version.statistics;
  std::string bytes(kMagic);
  bytes += version.uuid;
  put_varint(bytes, version.revision);
  put_root(bytes, version.postlist, kNeverCompress);
  put_root(bytes, version.docdata, kCompressAbove);
  put_root(bytes, version.termlist, kCompressAbove);
  put_root(bytes, version.position, kNeverCompress);
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
  AtomicFile out(file);
  out.write(bytes);
  out.commit(AtomicFile::Durability::Cached);
}

}  // namespace nutgraf::glass
