// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/office/rtf_code_pages.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "indexer/read/encoding.h"

namespace nutgraf::read::office {
namespace {

using Page = std::pair<std::int32_t, std::int32_t>;

constexpr std::array<Page, 24> kCharsets = {
    {{2, kSymbolPage}, {77, 10000}, {78, 10001}, {79, 10003}, {80, 10008}, {81, 10002}, {83, 10005}, {84, 10004},
     {85, 10006},      {86, 10081}, {128, 932},  {129, 949},  {130, 949},  {134, 936},  {136, 950},  {161, 1253},
     {162, 1254},      {163, 1258}, {177, 1255}, {178, 1256}, {186, 1257}, {204, 1251}, {222, 874},  {238, 1250}}};

constexpr std::array<std::pair<std::int32_t, std::string_view>, 30> kEncodings = {{
    {437, "ibm-437"},       {708, "ISO-8859-6"},    {720, "ibm-720"},       {737, "ibm-737"},
    {775, "ibm-775"},       {850, "ibm-850"},       {852, "ibm-852"},       {855, "ibm-855"},
    {866, "ibm-866"},       {874, "windows-874"},   {932, "windows-31j"},   {936, "GB18030"},
    {949, "windows-949"},   {950, "windows-950"},   {1250, "windows-1250"}, {1251, "windows-1251"},
    {1253, "windows-1253"}, {1254, "windows-1254"}, {1255, "windows-1255"}, {1256, "windows-1256"},
    {1257, "windows-1257"}, {1258, "windows-1258"}, {10000, "macintosh"},   {10001, "windows-31j"},
    {10002, "windows-950"}, {10003, "windows-949"}, {10006, "x-mac-greek"}, {10007, "x-mac-cyrillic"},
    {10008, "GB18030"},     {65001, "UTF-8"},
}};

bool has_two_bytes(std::int32_t page) {
  return page == 932 || page == 936 || page == 949 || page == 950;
}

}  // namespace

std::int32_t page_of_charset(std::int32_t charset, std::int32_t page) {
  constexpr std::int32_t kWestern = 1252;
  if (charset == 0 && has_two_bytes(page)) {
    return kWestern;
  }
  const auto found = std::ranges::find(kCharsets, charset, &Page::first);
  return found == kCharsets.end() ? page : found->second;
}

std::string from_code_page(std::string_view bytes, std::int32_t page) {
  if (page == kSymbolPage) {
    return {};
  }
  if (std::ranges::all_of(bytes, ascii::is_ascii)) {
    return std::string(bytes);
  }
  const auto found = std::ranges::find(kEncodings, page, &std::pair<std::int32_t, std::string_view>::first);
  try {
    return convert(bytes, found == kEncodings.end() ? "windows-1252" : std::string(found->second));
  } catch (const Unreadable&) {  // an ICU without that encoding
    return convert(bytes, "windows-1252");
  }
}

}  // namespace nutgraf::read::office
