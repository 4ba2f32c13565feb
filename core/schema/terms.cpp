// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/schema/terms.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>

#include "core/base/ascii.h"
#include "core/schema/shorten.h"

namespace nutgraf::schema {
namespace {

bool needs_colon(std::string_view prefix, std::string_view value) {
  return prefix.size() == 1 && !value.empty() && (value[0] == ':' || ascii::is_upper(value[0]));
}

std::string whole_term(std::string_view prefix, std::string_view value) {
  std::string term;
  term.reserve(prefix.size() + 1 + value.size());
  term += prefix;
  if (needs_colon(prefix, value)) {
    term += ':';
  }
  term += value;
  return term;
}

/// Null where ICU's data cannot be loaded.
const icu::Normalizer2* nfkc_casefold() {
  static const icu::Normalizer2* const instance = [] {
    UErrorCode error = U_ZERO_ERROR;
    const icu::Normalizer2* found = icu::Normalizer2::getNFKCCasefoldInstance(error);
    return U_SUCCESS(error) ? found : nullptr;
  }();
  return instance;
}

std::string case_fold(std::string_view value) {
  UErrorCode error = U_ZERO_ERROR;
  std::string folded;
  const icu::Normalizer2* const nfkc = nfkc_casefold();
  if (nfkc == nullptr) {
    return std::string(value);
  }
  icu::StringByteSink<std::string> sink(&folded);
  nfkc->normalizeUTF8(0, icu::StringPiece(value.data(), static_cast<int32_t>(value.size())), sink, nullptr, error);
  return U_SUCCESS(error) ? folded : std::string(value);
}

/// The dot that Turkish capital I keeps when it is folded: HÜRRİYET is Hürriyet, as in texts.
std::string without_dots_of_i(std::string folded) {
  constexpr std::string_view kDotted = "i\u0307";
  for (std::size_t at = folded.find(kDotted); at != std::string::npos; at = folded.find(kDotted, at)) {
    folded.erase(at + 1, kDotted.size() - 1);
  }
  return folded;
}

}  // namespace

std::string make_term(std::string_view prefix, std::string_view value) {
  std::string term = whole_term(prefix, value);
  if (term.size() * 2 <= kMaxTermBytes || key_bytes(term) <= kMaxTermBytes) {
    return term;
  }
  return shorten(term, kMaxTermBytes);
}

bool is_too_long(std::string_view prefix, std::string_view value) {
  return key_bytes(prefix) + (needs_colon(prefix, value) ? 1 : 0) + key_bytes(value) > kMaxTermBytes;
}

std::string_view prefix_of(TokenKind kind) {
  switch (kind) {
    case TokenKind::Word:
    case TokenKind::Variant:
      return {};
    case TokenKind::Amount:
      return kAmountPrefix;
    case TokenKind::ExactCase:
      return kExactCasePrefix;
    case TokenKind::Bigram:
      return kBigramPrefix;
  }
  return {};
}

std::string fold_value(std::string_view value) {
  // NFKC has made spaces of no-break, ideographic and other spaces.
  const std::string folded = without_dots_of_i(case_fold(value));
  std::string out;
  out.reserve(folded.size());
  for (const char c : folded) {
    if (!ascii::is_space(c)) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  if (!out.empty() && out.back() == ' ') {
    out.pop_back();
  }
  return out;
}

std::string meta_term(std::string_view key, std::string_view value) {
  std::string whole(key);
  whole += '=';
  whole += fold_value(value);
  return make_term(kMetaPrefix, whole);
}

}  // namespace nutgraf::schema
