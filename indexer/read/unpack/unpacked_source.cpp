// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/unpack/unpacked_source.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "indexer/read/unpack/container.h"
#include "indexer/read/unpack/skippable_frames.h"

namespace nutgraf::read::unpack {
namespace {

using namespace std::string_view_literals;

std::optional<Packing> packing_at(std::string_view front) {
  if (front.starts_with("\x1F\x8B\x08"sv)) {
    return Packing::Gzip;
  }
  if (front.starts_with("\xFD"
                        "7zXZ\0"sv)) {
    return Packing::Xz;
  }
  if (front.starts_with("\x28\xB5\x2F\xFD"sv)) {
    return Packing::Zstd;
  }
  if (begins_bzip2(front)) {
    return Packing::Bzip2;
  }
  if (front.starts_with("LZIP\x01"sv)) {
    return Packing::Lzip;
  }
  return begins_lzma(front) ? std::optional(Packing::Lzma) : std::nullopt;
}

}  // namespace

bool UnpackedSource::begins(std::string_view front) {
  return packing_at(front).has_value();
}

std::size_t UnpackedSource::read(std::span<char> into) {
  while (!into.empty()) {
    if (place_ == Place::Between && !begin_member()) {
      return 0;
    }
    if (const std::size_t count = unpack_some(into); count > 0) {
      given_ += count;
      return count;
    }
  }
  return 0;
}

bool UnpackedSource::begin_member() {
  while (packed_.view().size() < kMark && packed_.more()) {
  }
  const bool padded = packed_.view().starts_with('\0');
  while (packed_.view().starts_with('\0')) {
    packed_.drop(std::min(packed_.view().find_first_not_of('\0'), packed_.view().size()));
    while (packed_.view().size() < kMark && packed_.more()) {
    }
  }
  const std::string_view view = packed_.view();
  if (view.empty()) {
    return false;
  }
  const bool skippable = packing_ == Packing::Zstd && begins_skippable_frame(view);
  const auto packing = skippable ? std::optional(Packing::Zstd) : packing_at(view);
  if (!packing || padded) {
    lose("what follows its end was not read");
  }
  if (unpacker_ == nullptr || packing_ != *packing) {
    packing_ = *packing;
    unpacker_ = make_unpacker(packing_);
  }
  unpacker_->restart();
  place_ = Place::Inside;
  return true;
}

std::size_t UnpackedSource::unpack_some(std::span<char> into) {
  if (place_ == Place::Lost) {
    lose("it is damaged");
  }
  const Unpacker::Step step = unpacker_->unpack(packed_.view(), into);
  packed_.drop(step.taken);
  if (step.state == Unpacker::State::WindowTooLarge) {
    throw Undecodable(fmt::format("it was packed with a window of more than 128 MB: unpack it first{}",
                                  packing_ == Packing::Zstd ? ", with zstd -d --long=31" : ""));
  }
  place_ = step.state == Unpacker::State::Finished  ? Place::Between
           : step.state == Unpacker::State::Damaged ? Place::Lost
                                                    : Place::Inside;
  const bool stuck = step.given == 0 && step.taken == 0 && place_ == Place::Inside;
  if (stuck && !packed_.more()) {
    lose("it ends too early");
  }
  return step.given;
}

void UnpackedSource::lose(std::string_view what) const {
  throw Undecodable(fmt::format("damaged archive: {}, after {} bytes of its contents", what, given_));
}

}  // namespace nutgraf::read::unpack
