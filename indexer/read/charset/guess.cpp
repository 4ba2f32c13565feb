// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/charset/guess.h"

#include <uchardet/uchardet.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <memory>
#include <optional>
#include <vector>

#include "core/base/ascii.h"
#include "indexer/read/charset/double_byte.h"
#include "indexer/read/charset/names.h"
#include "indexer/read/charset/single_byte.h"

namespace nutgraf::read::charset {
namespace {

/// An encoding that bytes may be in. How usual it is counts where they tell little: in the units of the judgments.
struct Candidate {
  std::string_view name;
  std::optional<PairScheme> pairs;
  double usual_in_text;
  double usual_in_names;
};

constexpr std::array<Candidate, 38> kCandidates = {{
    {"windows-1252", {}, 0, -3},
    {"windows-1251", {}, -1, -2},
    {"windows-1250", {}, -3, -5},
    {"windows-1253", {}, -2, -4},
    {"windows-1254", {}, -3, -5},
    {"windows-1255", {}, -2, -4},
    {"windows-1256", {}, -2, -4},
    {"windows-1257", {}, -4, -6},
    {"windows-1258", {}, -4, -6},
    {"windows-874", {}, -2, -4},
    {"iso-8859-2", {}, -3.5, -9},
    {"iso-8859-4", {}, -6, -9},
    {"iso-8859-5", {}, -3, -9},
    {"iso-8859-6", {}, -3, -9},
    {"iso-8859-7", {}, -2.5, -9},
    {"iso-8859-13", {}, -5, -9},
    {"iso-8859-15", {}, -4, -9},
    {"KOI8-R", {}, -2, -4},
    {"KOI8-U", {}, -3, -6},
    {"ibm-866", {}, -3, -1},
    {"ibm-855", {}, -4, -6},
    {"ibm-437", {}, -6, 0},
    {"ibm-850", {}, -6.5, -0.5},
    {"ibm-852", {}, -6, -3},
    {"ibm-857", {}, -7, -4},
    {"ibm-737", {}, -6, -3},
    {"ibm-775", {}, -8, -5},
    {"ibm-861", {}, -8, -6},
    {"ibm-862", {}, -6, -3},
    {"macintosh", {}, -5, -6},
    {"x-mac-ce", {}, -7, -9},
    {"x-mac-cyrillic", {}, -4, -7},
    {"x-mac-greek", {}, -7, -9},
    {"GB18030", PairScheme::Gb, -2, -1},
    {"Big5", PairScheme::Big5, -3, -2},
    {"EUC-JP", PairScheme::EucJp, -3, -4},
    {"windows-31j", PairScheme::ShiftJis, -2, -1},
    {"windows-949", PairScheme::Korean, -2.5, -2},
}};

/// The words of a text that have a byte beyond ASCII, a blank between them, up to `limit` bytes.
std::string telling_words(std::string_view bytes, std::size_t limit) {
  std::string words;
  while (!bytes.empty() && words.size() < limit) {
    const auto end = static_cast<std::size_t>(std::ranges::find_if(bytes, ascii::is_space) - bytes.begin());
    const std::string_view word = bytes.substr(0, std::min(end, limit));
    if (!std::ranges::all_of(word, ascii::is_ascii)) {
      words.append(word).append(" ");
    }
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
  }
  return words;
}

const HighHalf& meanings_of(std::size_t candidate) {
  static const std::vector<HighHalf> all = [] {
    std::vector<HighHalf> halves;
    std::ranges::transform(kCandidates, std::back_inserter(halves), [](const Candidate& each) {
      return each.pairs ? HighHalf{} : high_half(std::string(each.name));
    });
    return halves;
  }();
  return all[candidate];
}

double judge(std::string_view words, std::size_t candidate) {
  const auto& pairs = kCandidates[candidate].pairs;
  if (pairs) {
    return judge_double_byte(words, *pairs);
  }
  return judge_single_byte(words, meanings_of(candidate));
}

/// What uchardet says, as a superset; empty where it says nothing of use.
std::string second_opinion(std::string_view bytes) {
  constexpr std::size_t kSample = 4UL * 1024 * 1024;
  // A long plain beginning tells nothing: the sample starts shortly before the first byte that does.
  const auto telling = std::ranges::find_if(bytes, [](char c) { return !ascii::is_ascii(c) || c == '\x1B'; });
  const auto begin = static_cast<std::size_t>(telling - bytes.begin());
  const std::string_view sample = bytes.substr(begin > 256 ? begin - 256 : 0, kSample);
  const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(), uchardet_delete);
  uchardet_handle_data(detector.get(), sample.data(), sample.size());
  uchardet_data_end(detector.get());
  std::string name = superset_of(uchardet_get_charset(detector.get()));
  return name.empty() || ascii::lowered(name) == "utf-8" || !is_known(name) ? std::string() : name;
}

/// Encodings that are not judged here but that uchardet tells for sure, by their escape sequences or their bytes.
bool is_told_by_itself(std::string_view name) {
  const std::string lowered = ascii::lowered(name);
  return lowered.starts_with("iso-2022") || lowered == "euc-tw";
}

/// What a byte says of whether a text is in ISO-8859-15, which differs from windows-1252 in eight signs.
enum class Latin9Sign : std::uint8_t { None, For, Against };

/// Of ISO-8859-15.
bool is_letter_byte(char c) {
  constexpr char kFirst = '\xC0';
  constexpr std::string_view kCaron = "\xA6\xA8\xB8";
  return ascii::is_letter(c) || (!ascii::is_ascii(c) && c >= kFirst) || kCaron.find(c) != std::string_view::npos;
}

/// `before` and `after` are its neighbours, `number` the one behind a blank.
Latin9Sign latin9_sign(char before, char number, char sign, char after) {
  const bool continues_word = is_letter_byte(before);
  const bool precedes_letter = is_letter_byte(after);
  switch (sign) {
    case '\xA4':  // a currency sign that nobody writes, or the euro
      return ascii::is_digit(before) || ascii::is_digit(number) || ascii::is_digit(after) ? Latin9Sign::For
                                                                                          : Latin9Sign::Against;
    case '\xA6':  // a bar or S with caron
    case '\xA8':  // a diaeresis, which some write for a quote, or s with caron
    case '\xB8':  // a cedilla or z with caron
      return continues_word && precedes_letter   ? Latin9Sign::For
             : continues_word || precedes_letter ? Latin9Sign::None
                                                 : Latin9Sign::Against;
    case '\xB4':  // an acute accent, which many write for an apostrophe, or Z with caron
      return continues_word || !precedes_letter ? Latin9Sign::Against : Latin9Sign::None;
    case '\xBC':  // a fraction or a ligature of o and e
    case '\xBD':
      return ascii::is_digit(before)                               ? Latin9Sign::Against
             : precedes_letter && (continues_word || after == 'u') ? Latin9Sign::For
                                                                   : Latin9Sign::None;
    case '\xBE':  // a fraction or Y with diaeresis, which is in names alone
      return Latin9Sign::Against;
    default:
      constexpr char kEndOfControls = '\xA0';  // before it are the quotes and dashes of windows-1252
      return ascii::is_ascii(sign) || sign >= kEndOfControls ? Latin9Sign::None : Latin9Sign::Against;
  }
}

/// Whether bytes that may be windows-1252 are certainly ISO-8859-15.
bool is_latin9(std::string_view bytes) {
  const auto at = [bytes](std::size_t place) { return place < bytes.size() ? bytes[place] : ' '; };
  bool found = false;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (ascii::is_ascii(bytes[i])) {
      continue;
    }
    const bool blank = at(i - 1) == ' ' || at(i - 1) == '\xA0';
    const Latin9Sign sign = latin9_sign(at(i - 1), blank ? at(i - 2) : ' ', bytes[i], at(i + 1));
    if (sign == Latin9Sign::Against) {
      return false;
    }
    found = found || sign == Latin9Sign::For;
  }
  return found;
}

}  // namespace

std::string guess_encoding(std::string_view bytes, Use use) {
  constexpr std::size_t kEnough = 16UL * 1024;
  constexpr double kSeconded = 3;  // decides only where the bytes tell little
  std::string second = use == Use::Text ? second_opinion(bytes) : std::string();
  if (is_told_by_itself(second)) {
    return second;
  }
  const std::string words = telling_words(bytes, kEnough);
  std::size_t best = 0;
  double most = 0;
  for (std::size_t i = 0; i < kCandidates.size(); ++i) {
    const Candidate& candidate = kCandidates[i];
    const bool seconded = ascii::lowered(candidate.name) == ascii::lowered(second);
    const double score = judge(words, i) + (use == Use::Text ? candidate.usual_in_text : candidate.usual_in_names) +
                         (seconded ? kSeconded : 0);
    if (i == 0 || score > most) {
      best = i;
      most = score;
    }
  }
  const std::string_view name = kCandidates[best].name;
  return std::string(best == 0 && use == Use::Text && is_latin9(bytes) ? "iso-8859-15" : name);
}

}  // namespace nutgraf::read::charset
