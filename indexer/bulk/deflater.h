// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "core/glass/format.h"
#include "indexer/passage/passage_document.h"

struct isal_hufftables;
struct isal_zstream;

namespace nutgraf::bulk {

/// A tag as it is in its table.
struct Tag {
  std::string_view bytes;
  glass::Compressed compressed = glass::Compressed::No;
};

/// Compresses the data of passages as raw deflate. A thousand bytes are too few to count their letters before each is
/// written: that takes longer than finding what they repeat. So a batch has one Huffman code for each of its languages,
/// made from some of its passages, and what becomes of a batch depends on the batch alone.
class Deflater {
 public:
  Deflater();
  ~Deflater();
  Deflater(Deflater&&) noexcept;
  Deflater& operator=(Deflater&&) noexcept;
  Deflater(const Deflater&) = delete;
  Deflater& operator=(const Deflater&) = delete;

  /// Makes the codes for these passages, in place of those before.
  void learn(std::span<const passage::PassageDocument> passages);
  /// Raw deflate where that is smaller, else the bytes as they are; valid until the next call.
  [[nodiscard]] Tag compress(const passage::PassageDocument& passage);

 private:
  std::map<std::string, std::unique_ptr<isal_hufftables>, std::less<>> codes_;  // by language
  std::unique_ptr<isal_zstream> stream_;
  std::string buffer_;
};

}  // namespace nutgraf::bulk
