// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/html/date_label.h"

#include <array>
#include <cstddef>
#include <string>

#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "core/text/lower_case.h"
#include "indexer/read/html/date_line.h"

namespace nutgraf::read::html {
namespace {

constexpr auto kLabels = std::to_array<std::string_view>({"erschienen am",   "veröffentlicht am",
                                                          "published on",    "published:",
                                                          "date published",  "posted on",
                                                          "publié le",       "publicado el",
                                                          "publicado em",    "pubblicato il",
                                                          "opublikowano",    "data publikacji",
                                                          "gepubliceerd op", "publicerad",
                                                          "publiceret",      "опубликовано",
                                                          "дата публикации", "julkaistu",
                                                          "opublikowane",    "publikováno",
                                                          "zveřejněno",      "közzétéve",
                                                          "publicat la",     "опубліковано",
                                                          "дата публікації", "δημοσιεύτηκε",
                                                          "δημοσίευση",      "yayınlanma",
                                                          "diterbitkan",     "ngày đăng",
                                                          "发布时间",        "发布日期",
                                                          "發布時間",        "發布日期",
                                                          "公開日",          "掲載日",
                                                          "投稿日",          "配信日",
                                                          "게시일",          "입력일",
                                                          "기사입력",        "تاريخ النشر",
                                                          "تاریخ انتشار",    "פורסם",
                                                          "प्रकाशित",         "প্রকাশ:",
                                                          "เผยแพร่"});

/// "This entry was posted on Friday, 5 May 2020 at 10:22 and is filed under ...": what themes of blogs write below a
/// text, however long. What may have the date in it; empty where a text is no such note.
std::string_view note_on_post(std::string_view text) {
  constexpr std::size_t kNear = 70;
  constexpr auto kBeginnings =
      std::to_array<std::string_view>({"this entry was posted on", "this post was published on", "dieser beitrag wurde",
                                       "dieser artikel wurde", "dieser eintrag wurde"});
  const std::string lowered = lower_case(utf8::first(text, kNear));
  for (const std::string_view beginning : kBeginnings) {
    if (lowered.starts_with(beginning)) {
      return utf8::first(text.substr(beginning.size()), kNear);
    }
  }
  return {};
}

}  // namespace

std::optional<dates::WrittenDate> labelled_date(const Dom& dom, const std::vector<Block>& blocks,
                                                std::string_view language) {
  constexpr std::uint32_t kLine = 200;
  constexpr std::uint32_t kNote = 1000;
  constexpr std::size_t kNear = 40;
  for (auto block = blocks.begin(); block != blocks.end(); ++block) {
    if (block->length > kNote) {
      continue;
    }
    const std::string text = text_of(dom, *block);
    if (auto date = date_in_line(note_on_post(text), language)) {
      return date;
    }
    if (block->length > kLine) {
      continue;
    }
    const std::string lowered = lower_case(text);
    for (const std::string_view label : kLabels) {
      const std::size_t at = lowered.find(label);
      if (at == std::string::npos) {
        continue;
      }
      std::string rest(utf8::first(std::string_view(text).substr(at + label.size()), kNear));
      if (ascii::trimmed(rest).size() < 2 && block + 1 != blocks.end() && (block + 1)->length < kNear) {
        rest = text_of(dom, *(block + 1));
      }
      rest = rest.substr(0, rest.find('\n', 1));
      if (auto date = date_in_line(rest, language)) {
        return date;
      }
    }
  }
  return std::nullopt;
}

}  // namespace nutgraf::read::html
