// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/charset/double_byte.h"

#include <cstddef>

namespace nutgraf::read::charset {
namespace {

constexpr double kUsual = 1.6;
constexpr double kKana = 2;
constexpr double kSign = 0.4;  // punctuation, full-width letters
constexpr double kUncommon = -2;
constexpr double kRare = -5;
constexpr double kBroken = -12;

struct Pair {
  unsigned lead;
  unsigned trail;
};

bool within(unsigned byte, unsigned first, unsigned last) {
  return byte >= first && byte <= last;
}

bool is_graphic(const Pair& pair) {
  return within(pair.lead, 0xA1, 0xFE) && within(pair.trail, 0xA1, 0xFE);
}

/// Its kana are mere signs: Japanese is hardly ever written in it.
double judge_gb(const Pair& pair) {
  if (is_graphic(pair)) {
    return within(pair.lead, 0xB0, 0xD7)   ? kUsual
           : within(pair.lead, 0xD8, 0xF7) ? kUncommon
           : within(pair.lead, 0xA1, 0xA9) ? kSign
                                           : kRare;
  }
  return within(pair.lead, 0x81, 0xFE) && within(pair.trail, 0x40, 0xFE) && pair.trail != 0x7F ? kRare : kBroken;
}

double judge_big5(const Pair& pair) {
  const bool valid =
      within(pair.lead, 0x81, 0xFE) && (within(pair.trail, 0x40, 0x7E) || within(pair.trail, 0xA1, 0xFE));
  if (!valid) {
    return kBroken;
  }
  return within(pair.lead, 0xA4, 0xC6)   ? kUsual
         : within(pair.lead, 0xC9, 0xF9) ? kUncommon
         : within(pair.lead, 0xA1, 0xA3) ? kSign
                                         : kRare;
}

double judge_euc_jp(const Pair& pair) {
  if (pair.lead == 0x8E) {
    return within(pair.trail, 0xA1, 0xDF) ? kUncommon : kBroken;
  }
  if (!is_graphic(pair)) {
    return kBroken;
  }
  return within(pair.lead, 0xA4, 0xA5)   ? kKana
         : within(pair.lead, 0xB0, 0xCF) ? kUsual - 0.6  // there is no Japanese without kana
         : within(pair.lead, 0xD0, 0xF4) ? kUncommon
         : within(pair.lead, 0xA1, 0xA8) ? kSign
                                         : kRare;
}

double judge_shift_jis(const Pair& pair) {
  const bool valid = within(pair.trail, 0x40, 0xFC) && pair.trail != 0x7F;
  if (!valid) {
    return kBroken;
  }
  const unsigned code = pair.lead * 256 + pair.trail;
  return within(code, 0x829F, 0x8396)   ? kKana
         : within(code, 0x889F, 0x9872) ? kUsual - 0.6
         : within(code, 0x8140, 0x829E) ? kSign
         : within(code, 0x989F, 0xEAA4) ? kUncommon
                                        : kRare;
}

double judge_korean(const Pair& pair) {
  if (is_graphic(pair)) {
    return within(pair.lead, 0xB0, 0xC8)   ? kUsual + 0.2
           : within(pair.lead, 0xCA, 0xFD) ? kUncommon - 1
           : within(pair.lead, 0xA1, 0xAC) ? kSign
                                           : kRare;
  }
  const bool extended = within(pair.lead, 0x81, 0xC6) &&
                        (within(pair.trail, 0x41, 0x5A) || within(pair.trail, 0x61, 0x7A) || pair.trail >= 0x81);
  return extended ? kUncommon : kBroken;
}

double judge_pair(const Pair& pair, PairScheme scheme) {
  switch (scheme) {
    case PairScheme::Gb:
      return judge_gb(pair);
    case PairScheme::Big5:
      return judge_big5(pair);
    case PairScheme::EucJp:
      return judge_euc_jp(pair);
    case PairScheme::ShiftJis:
      return judge_shift_jis(pair);
    case PairScheme::Korean:
      return judge_korean(pair);
  }
  return kBroken;
}

}  // namespace

double judge_double_byte(std::string_view bytes, PairScheme scheme) {
  double score = 0;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const unsigned lead = static_cast<unsigned char>(bytes[at]);
    if (lead < 0x80) {
      continue;
    }
    if (scheme == PairScheme::ShiftJis && within(lead, 0xA1, 0xDF)) {
      score += kUncommon;  // kana of half width, a byte each
      continue;
    }
    if (at + 1 == bytes.size()) {
      break;  // the sample may end inside a character
    }
    const double pair = judge_pair({lead, static_cast<unsigned char>(bytes[at + 1])}, scheme);
    score += pair;
    at += pair > kBroken ? 1U : 0U;
  }
  return score;
}

}  // namespace nutgraf::read::charset
