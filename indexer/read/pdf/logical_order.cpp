// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/pdf/logical_order.h"

#include <unicode/ubidi.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <cstddef>
#include <memory>

#include "core/base/utf8.h"

namespace nutgraf::read::pdf {
namespace {

struct Directions {
  std::size_t leftward = 0;  // letters
  std::size_t rightward = 0;
};

Directions count_directions(std::string_view line) {
  Directions counts;
  for (std::size_t at = 0; at < line.size();) {
    const utf8::Decoded character = utf8::decode(line, at);
    const UCharDirection direction = u_charDirection(static_cast<UChar32>(character.code));
    counts.leftward += direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC ? 1 : 0;
    counts.rightward += direction == U_LEFT_TO_RIGHT ? 1 : 0;
    at += character.size;
  }
  return counts;
}

}  // namespace

bool runs_leftward(std::string_view line) {
  const Directions counts = count_directions(line);
  return counts.leftward > counts.rightward;
}

std::string logical_order(std::string_view line) {
  const Directions counts = count_directions(line);
  if (counts.leftward == 0) {
    return std::string(line);
  }
  const icu::UnicodeString visual =
      icu::UnicodeString::fromUTF8(icu::StringPiece(line.data(), static_cast<int32_t>(line.size())));
  const std::unique_ptr<UBiDi, void (*)(UBiDi*)> bidi(ubidi_open(), ubidi_close);
  UErrorCode status = U_ZERO_ERROR;
  ubidi_setReorderingMode(bidi.get(), UBIDI_REORDER_INVERSE_LIKE_DIRECT);
  ubidi_setPara(bidi.get(), visual.getBuffer(), visual.length(), counts.leftward > counts.rightward ? 1 : 0, nullptr,
                &status);
  icu::UnicodeString logical;
  UChar* const buffer = logical.getBuffer(visual.length() + 1);
  const int32_t length = ubidi_writeReordered(bidi.get(), buffer, visual.length() + 1, UBIDI_DO_MIRRORING, &status);
  logical.releaseBuffer(U_SUCCESS(status) ? length : 0);
  std::string text;
  logical.toUTF8String(text);
  return U_SUCCESS(status) ? text : std::string(line);
}

}  // namespace nutgraf::read::pdf
