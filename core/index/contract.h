// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// What a program must know of an index before it may read it: one small JSON value under metadata key
/// "nutgraf/contract", in every shard.
namespace nutgraf {

inline constexpr std::string_view kContractKey = "nutgraf/contract";
inline constexpr int kFormatVersion = 1;

struct LanguageCount {
  std::string language;
  std::uint64_t articles = 0;
  std::uint64_t passages = 0;
  std::uint64_t tokens = 0;
  friend bool operator==(const LanguageCount&, const LanguageCount&) = default;
};

struct Contract {
  int format = kFormatVersion;
  std::string analyzer;  // Analyzer::description()
  std::string icu;
  std::string unicode;
  std::string stemmer;
  std::uint64_t articles = 0;
  std::uint64_t passages = 0;
  std::uint64_t undated = 0;             // articles
  std::uint64_t tokens = 0;              // words of all passages, titles counted where they stand in passage 0
  std::vector<LanguageCount> languages;  // most articles first
  friend bool operator==(const Contract&, const Contract&) = default;
};

[[nodiscard]] std::string encode_contract(const Contract& contract);
/// Throws Failure(Missing) on damage or on a higher format version, naming the remedy.
[[nodiscard]] Contract decode_contract(std::string_view json);
/// This program's own analyzer and library versions, counts zero.
[[nodiscard]] Contract current_contract();
/// One sentence where the index was made with another ICU or stemmer (names `build`), else empty.
[[nodiscard]] std::string version_warning(const Contract& contract);

}  // namespace nutgraf
