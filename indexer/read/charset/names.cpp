// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/charset/names.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <utility>

#include "core/base/ascii.h"

namespace nutgraf::read::charset {

std::string superset_of(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 12> kSupersets = {{
      {"ascii", "windows-1252"},
      {"iso-8859-1", "windows-1252"},
      {"iso-8859-9", "windows-1254"},
      {"iso-8859-11", "windows-874"},
      {"tis-620", "windows-874"},
      {"shift_jis", "windows-31j"},
      {"euc-kr", "windows-949"},
      {"uhc", "windows-949"},
      {"gb2312", "GB18030"},
      {"gbk", "GB18030"},
      {"iso-8859-8", "windows-1255"},
      {"viscii", "windows-1258"},
  }};
  const std::string lowered = ascii::lowered(name);
  const auto* const found =
      std::find_if(kSupersets.begin(), kSupersets.end(), [&](const auto& pair) { return pair.first == lowered; });
  return std::string(found == kSupersets.end() ? name : found->second);
}

std::string usual_spelling(const std::string& name) {
  for (const char* const standard : {"MIME", "IANA"}) {
    UErrorCode status = U_ZERO_ERROR;
    const char* const usual = ucnv_getStandardName(name.c_str(), standard, &status);
    if (U_SUCCESS(status) != 0 && usual != nullptr && ascii::lowered(usual) == ascii::lowered(name)) {
      return usual;
    }
  }
  return name;
}

bool is_known(const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter* const converter = ucnv_open(name.c_str(), &status);
  if (U_FAILURE(status)) {
    return false;
  }
  ucnv_close(converter);
  return true;
}

}  // namespace nutgraf::read::charset
