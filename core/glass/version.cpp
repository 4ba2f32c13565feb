// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/glass/version.h"

#include <array>
#include <limits>
#include <string_view>

#include "core/glass/decode.h"
#include "core/glass/file_view.h"

namespace nutgraf::glass {
namespace {

constexpr std::string_view kMagic("\x0f\x0dXapian Glass\x04\x6e", 16);  // with the format's version
constexpr std::size_t kUuidSize = 16;
constexpr std::uint64_t kBlockUnit = 2048;  // bytes
constexpr std::uint64_t kLargestBlock = 65536;

Root read_root(Numbers& numbers) {
  const std::uint64_t block = numbers.vint();
  const std::uint64_t level = numbers.vint();  // bit 0: no root on disk; bit 1: blocks in key order
  static_cast<void>(numbers.vint());           // entries
  const std::uint64_t block_size = numbers.vint();
  static_cast<void>(numbers.vint());  // from which size tags are compressed
  static_cast<void>(numbers.take(numbers.vint()));
  constexpr std::uint64_t kDeepest = 9;
  if (block_size == 0 || block_size > kLargestBlock / kBlockUnit || level / 4 > kDeepest ||
      block > std::numeric_limits<std::uint32_t>::max()) {
    throw Damage("a table's root makes no sense");
  }
  return {static_cast<std::uint32_t>(block), static_cast<std::uint32_t>(level / 4),
          static_cast<std::uint32_t>(block_size * kBlockUnit), (level & 1U) != 0};
}

}  // namespace

Version read_version(const std::filesystem::path& file) {
  const FileView view(file);
  Numbers numbers(view.bytes());
  if (as_text(numbers.take(kMagic.size())) != kMagic) {
    throw Damage("it is no glass database of Xapian 1.4");
  }
  Version version;
  version.uuid = as_text(numbers.take(kUuidSize));
  version.revision = numbers.vint();
  std::array<Root, 6> roots;  // postlist, docdata, termlist, position, spelling, synonym
  for (Root& root : roots) {
    root = read_root(numbers);
  }
  version.postlist = roots[0];
  version.position = roots[3];
  for (int skipped = 0; skipped < 3; ++skipped) {  // documents, docids unused, shortest document
    static_cast<void>(numbers.vint());
  }
  version.highest_frequency = numbers.vint();
  return version;
}

}  // namespace nutgraf::glass
