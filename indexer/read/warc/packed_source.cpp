// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/warc/packed_source.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace nutgraf::read::warc {
namespace {

using namespace std::string_view_literals;
using unpack::make_unpacker;
using unpack::Packing;
using unpack::Unpacker;

constexpr std::string_view kGzip = "\x1F\x8B\x08"sv;
constexpr std::string_view kZstd = "\x28\xB5\x2F\xFD"sv;
constexpr std::string_view kDictionaryFrame =
    "\x5D\x2A\x4D\x18"sv;  // a skippable frame, of the number set aside for it
constexpr std::string_view kDictionary = "\x37\xA4\x30\xEC"sv;
constexpr std::size_t kFrameHeader = 8;
constexpr std::size_t kKept = 1024UL * 1024;  // of a member, to search in it where it is damaged
constexpr std::size_t kChunk = 64UL * 1024;
constexpr std::size_t kMarkSize = 4;

std::uint32_t length_of(std::string_view frame) {
  std::uint32_t length = 0;
  for (std::size_t byte = kFrameHeader; byte-- > kFrameHeader / 2;) {
    length = (length << 8U) | static_cast<unsigned char>(frame[byte]);
  }
  return length;
}

bool is_frame(std::string_view bytes) {
  return bytes.starts_with(kZstd) ||
         (bytes.size() >= kMarkSize && (static_cast<unsigned char>(bytes[0]) & 0xF0U) == 0x50 &&
          bytes.substr(1).starts_with("\x2A\x4D\x18"));
}

/// The first bytes that a member unfolds to.
std::string front_of(std::string_view packed, const std::string& dictionary) {
  constexpr std::size_t kFront = 16;
  const auto unpacker = make_unpacker(packed.starts_with(kGzip) ? Packing::Gzip : Packing::Zstd, dictionary);
  return unpack::unpack(packed, *unpacker, kFront).bytes;
}

bool begins_crawl(std::string_view text) {
  return text.starts_with("WARC/") || text.starts_with("filedesc://");
}

/// Whether a record of either format may begin so.
bool begins_record(std::string_view text) {
  return begins_crawl(text) || text.starts_with("http://") || text.starts_with("https://");
}

}  // namespace

bool begins_packed_crawl(std::string_view front) {
  if (front.starts_with(kDictionaryFrame) && front.size() > kFrameHeader + kMarkSize) {
    const std::string_view inside = front.substr(kFrameHeader);
    return inside.starts_with(kDictionary) || inside.starts_with(kZstd);
  }
  return (front.starts_with(kGzip) || front.starts_with(kZstd)) && begins_crawl(front_of(front, {}));
}

bool is_packed(std::string_view front) {
  return front.starts_with(kGzip) || is_frame(front);
}

std::size_t PackedSource::read(std::span<char> into) {
  while (ready() == 0) {
    if (!fill()) {
      return 0;
    }
  }
  const std::size_t count = std::min(into.size(), ready());
  std::memcpy(into.data(), out_.data() + given_, count);
  given_ += count;
  return count;
}

std::size_t PackedSource::ready() const {
  const std::size_t held = place_ == Place::Inside ? 1 : 0;
  const std::size_t all = filled_ - given_;
  return all > held ? all - held : 0;
}

bool PackedSource::fill() {
  switch (place_) {
    case Place::Between:
      return begin_member();
    case Place::Inside:
      return unpack_more();
    case Place::Lost:
      return search();
    case Place::Over:
      return false;
  }
  return false;
}

bool PackedSource::need(std::size_t count) {
  while (packed_.view().size() < count && packed_.more()) {
  }
  return packed_.view().size() >= count;
}

bool PackedSource::begin_member() {
  need(kMarkSize);
  while (packed_.view().starts_with('\0')) {  // padding of a block
    packed_.drop(std::min(packed_.view().find_first_not_of('\0'), packed_.view().size()));
    need(kMarkSize);
  }
  begin_ = packed_.offset();
  used_ = 0;
  const std::string_view view = packed_.view();
  if (view.empty()) {
    return false;
  }
  if (view.starts_with(kDictionaryFrame)) {
    read_dictionary();
    return true;
  }
  const bool gzip = view.starts_with(kGzip);
  if (!gzip && !is_frame(view)) {
    lose("no gzip member or zstd frame begins there");
  }
  auto& unpacker = gzip ? gzip_ : zstd_;
  if (unpacker == nullptr) {
    unpacker = make_unpacker(gzip ? Packing::Gzip : Packing::Zstd, dictionary_);
  }
  unpacker->restart();
  member_ = unpacker.get();
  place_ = Place::Inside;
  return true;
}

/// The dictionary itself may be compressed.
void PackedSource::read_dictionary() {
  constexpr std::size_t kLongest = 64UL * 1024 * 1024;
  const std::size_t length = need(kFrameHeader) ? length_of(packed_.view()) : 0;
  if (length == 0 || length > kLongest || !need(kFrameHeader + length)) {
    lose("its dictionary is cut off or too long");
  }
  dictionary_ = packed_.view().substr(kFrameHeader, length);
  if (dictionary_.starts_with(kZstd)) {
    const auto unpacker = make_unpacker(Packing::Zstd);
    unpack::Unpacked whole = unpack::unpack(dictionary_, *unpacker, kLongest);
    if (whole.state != Unpacker::State::Finished) {
      lose("its dictionary is damaged");
    }
    dictionary_ = std::move(whole.bytes);
  }
  zstd_ = nullptr;
  packed_.drop(kFrameHeader + length);
}

bool PackedSource::unpack_more() {
  out_.resize(kChunk);
  std::memmove(out_.data(), out_.data() + given_, filled_ - given_);
  filled_ -= given_;
  given_ = 0;
  if (used_ == packed_.view().size() && !packed_.more()) {
    lose("it is cut off there");
  }
  const Unpacker::Step step = member_->unpack(packed_.view().substr(used_), std::span(out_).subspan(filled_));
  used_ += step.taken;
  filled_ += step.given;
  if (step.given > budget_.left) {
    budget_.left = 0;
    throw unpack::BudgetSpent("it unfolds to far more than its size: a decompression bomb");
  }
  budget_.left -= step.given;
  const bool stuck = step.taken == 0 && step.given == 0 && step.state == Unpacker::State::More;
  if (step.state == Unpacker::State::Damaged || step.state == Unpacker::State::WindowTooLarge || stuck) {
    lose("it is damaged there");
  }
  const bool whole = step.state == Unpacker::State::Finished;
  if (whole || used_ > kKept) {
    packed_.drop(used_);
    used_ = 0;
  }
  place_ = whole ? Place::Between : Place::Inside;
  return true;
}

void PackedSource::lose(const std::string& reason) {
  place_ = Place::Lost;
  filled_ = given_ = 0;
  packed_.drop(std::min<std::size_t>(1, packed_.view().size()));
  throw Unreadable(fmt::format("{}: byte {} of the packed file", reason, begin_));
}

bool PackedSource::search() {
  constexpr std::size_t kMostTries = 100'000;  // more members that are none were put there on purpose
  for (std::size_t tries = 0; tries < kMostTries;) {
    const std::string_view view = packed_.view();
    const std::size_t at = std::min(view.find(kGzip), view.find(kZstd));
    if (at == std::string_view::npos) {
      packed_.drop(view.size() - std::min(view.size(), kMarkSize - 1));
      if (!packed_.more()) {
        place_ = Place::Over;
        return false;
      }
      continue;
    }
    packed_.drop(at);
    need(kChunk);
    if (begins_record(front_of(packed_.view(), dictionary_))) {
      place_ = Place::Between;
      return true;
    }
    packed_.drop(1);
    ++tries;
  }
  place_ = Place::Over;
  return false;
}

}  // namespace nutgraf::read::warc
