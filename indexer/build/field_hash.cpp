// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/field_hash.h"

#include <fmt/format.h>

#include <cstdint>

namespace nutgraf::build {

FieldHash::FieldHash() : state_(XXH3_createState()) {
  XXH3_128bits_reset(state_.get());
}

void FieldHash::add(std::string_view field) {
  const std::uint64_t size = field.size();
  XXH3_128bits_update(state_.get(), &size, sizeof(size));
  XXH3_128bits_update(state_.get(), field.data(), field.size());
}

std::string FieldHash::hex() const {
  const XXH128_hash_t hash = XXH3_128bits_digest(state_.get());
  return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

}  // namespace nutgraf::build
