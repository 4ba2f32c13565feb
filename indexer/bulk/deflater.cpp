// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/bulk/deflater.h"

#include <isa-l/igzip_lib.h>

#include <algorithm>
#include <limits>
#include <vector>

#include "core/glass/format.h"

namespace nutgraf::bulk {
namespace {

// Passages of a language that its code is made from: more gain nothing, rare letters only get shorter codes then.
constexpr std::size_t kSample = 32;

// The library's interface is C and reads through pointers to what may change.
std::uint8_t* input(std::string_view bytes) {
  return reinterpret_cast<std::uint8_t*>(const_cast<char*>(bytes.data()));
}

bool fits(std::string_view bytes) {
  return bytes.size() > glass::kCompressAbove && bytes.size() < std::numeric_limits<std::int32_t>::max();
}

using Passages = std::vector<const passage::PassageDocument*>;

std::unique_ptr<isal_hufftables> code_of(const Passages& passages) {
  isal_huff_histogram letters{};
  const std::size_t step = std::max<std::size_t>(1, passages.size() / kSample);
  for (std::size_t i = 0; i < passages.size(); i += step) {
    if (const std::string_view data = passages[i]->data; fits(data)) {
      isal_update_histogram(input(data), static_cast<int>(data.size()), &letters);
    }
  }
  auto code = std::make_unique<isal_hufftables>();
  isal_create_hufftables(code.get(), &letters);  // letters that were not seen have a code too
  return code;
}

}  // namespace

Deflater::Deflater() : stream_(std::make_unique<isal_zstream>()) {}
Deflater::~Deflater() = default;
Deflater::Deflater(Deflater&&) noexcept = default;
Deflater& Deflater::operator=(Deflater&&) noexcept = default;

void Deflater::learn(std::span<const passage::PassageDocument> passages) {
  std::map<std::string_view, Passages> by_language;
  for (const passage::PassageDocument& passage : passages) {
    by_language[passage.language].push_back(&passage);
  }
  codes_.clear();
  for (const auto& [language, own] : by_language) {
    codes_.emplace(language, code_of(own));
  }
}

Tag Deflater::compress(const passage::PassageDocument& passage) {
  const std::string_view bytes = passage.data;
  const auto code = codes_.find(passage.language);
  if (!fits(bytes) || code == codes_.end()) {
    return {bytes, glass::Compressed::No};
  }
  if (buffer_.size() < bytes.size()) {
    buffer_.resize(bytes.size());
  }
  isal_zstream& stream = *stream_;
  isal_deflate_stateless_init(&stream);
  stream.hufftables = code->second.get();
  stream.end_of_stream = 1;
  stream.flush = NO_FLUSH;
  stream.next_in = input(bytes);
  stream.avail_in = static_cast<std::uint32_t>(bytes.size());
  stream.next_out = input(buffer_);
  stream.avail_out = static_cast<std::uint32_t>(bytes.size() - 1);
  const bool smaller = isal_deflate_stateless(&stream) == COMP_OK && stream.avail_in == 0;
  return smaller ? Tag{{buffer_.data(), stream.total_out}, glass::Compressed::Yes} : Tag{bytes, glass::Compressed::No};
}

}  // namespace nutgraf::bulk
