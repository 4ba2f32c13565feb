// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/text/token.h"

/// Term prefixes (docs/index-layout.md lists them) and the one way to make an index term.
namespace nutgraf::schema {

// Prefixes follow Omega where it has one; ours begin with X and are separated from the value by ':'.
inline constexpr std::string_view kIdPrefix = "Q";
inline constexpr std::string_view kTitlePrefix = "S";  // folded words of the title, with positions, in every passage
inline constexpr std::string_view kAuthorPrefix = "A";
inline constexpr std::string_view kDayPrefix = "D";    // D20230619
inline constexpr std::string_view kMonthPrefix = "M";  // M202306
inline constexpr std::string_view kYearPrefix = "Y";   // Y2023
inline constexpr std::string_view kHostPrefix = "H";   // host of the URL, without www.
inline constexpr std::string_view kLanguagePrefix = "L";
inline constexpr std::string_view kTagPrefix = "K";
inline constexpr std::string_view kExactCasePrefix = "XC:";
inline constexpr std::string_view kBigramPrefix = "XB:";
inline constexpr std::string_view kAmountPrefix = "XN:";  // a number with its sign: XN:50%, XN:$50
inline constexpr std::string_view kSourcePrefix = "XSRC:";
inline constexpr std::string_view kSectionPrefix = "XSEC:";
inline constexpr std::string_view kFolderPrefix = "XDIR:";  // each folder above the article, "a", "a/b", ...
inline constexpr std::string_view kUrlPrefix = "XURL:";
inline constexpr std::string_view kMetaPrefix = "XM:";     // XM:key=value for other metadata
inline constexpr std::string_view kCopyPrefix = "XCOPY:";  // id of the article that this one is a copy of
inline constexpr std::string_view kSentenceMark = "XSENT";
inline constexpr std::string_view kParagraphMark = "XPARA";
inline constexpr std::string_view kUndatedMark = "XNODATE";

/// Longest term glass takes; a zero byte counts twice.
inline constexpr std::size_t kMaxTermBytes = 245;

/// Prefix plus value; for single-letter prefixes a ':' is put between them if the value begins with a capital or ':'
/// (Omega's rule), so that ids such as "UAD" collide with no other term. Too long a term keeps its beginning (whole
/// characters) and ends in a 128-bit hash of the whole.
[[nodiscard]] std::string make_term(std::string_view prefix, std::string_view value);

/// Would make_term have to shorten it?
[[nodiscard]] bool is_too_long(std::string_view prefix, std::string_view value);

/// The prefix under which a token of this kind is stored in the body.
[[nodiscard]] std::string_view prefix_of(TokenKind kind);

/// Value of a boolean field as indexed and as asked: NFKC case fold (İ is i, without a dot above), white space trimmed
/// and collapsed. Ids and URLs are not folded.
[[nodiscard]] std::string fold_value(std::string_view value);

/// XM:key=value, the key as written, the value folded.
[[nodiscard]] std::string meta_term(std::string_view key, std::string_view value);

}  // namespace nutgraf::schema
