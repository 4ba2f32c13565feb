// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/html/line_parts.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

#include "core/base/ascii.h"
#include "core/text/lower_case.h"

namespace nutgraf::read::html {
namespace {

enum class PartKind : std::uint8_t { Plain, Published, Changed };

// In lower case; of a word, its beginning.
constexpr auto kPublishedWords = std::to_array<std::string_view>({"published",
                                                                  "posted",
                                                                  "created",
                                                                  "submitted",
                                                                  "veröffentlicht",
                                                                  "erstellt",
                                                                  "erschienen",
                                                                  "publié",
                                                                  "mis en li",
                                                                  "publicado",
                                                                  "publicada",
                                                                  "pubblicato",
                                                                  "gepubliceerd",
                                                                  "geplaatst",
                                                                  "publicerad",
                                                                  "publicerat",
                                                                  "publiceret",
                                                                  "publisert",
                                                                  "julkaistu",
                                                                  "opublikowan",
                                                                  "zveřejněno",
                                                                  "publikováno",
                                                                  "közzétéve",
                                                                  "megjelent",
                                                                  "publicat",
                                                                  "опубликован",
                                                                  "опубліковано",
                                                                  "дата публикации",
                                                                  "дата публікації",
                                                                  "δημοσί",
                                                                  "yayın",
                                                                  "giriş:",
                                                                  "oluşturma",
                                                                  "diterbitkan",
                                                                  "đăng",
                                                                  "发布",
                                                                  "發布",
                                                                  "发表",
                                                                  "發表",
                                                                  "公開",
                                                                  "掲載",
                                                                  "投稿",
                                                                  "配信",
                                                                  "입력",
                                                                  "등록",
                                                                  "게시",
                                                                  "نشر",
                                                                  "انتشار",
                                                                  "פורסם",
                                                                  "प्रकाशित",
                                                                  "প্রকাশ",
                                                                  "เผยแพร่"});
constexpr auto kChangedWords = std::to_array<std::string_view>(
    {"update:",    "update (",    "amended",   "corrected",    "correction",  "korrigiert",    "rectifié",
     "updated",    "modified",    "revised",   "last edit",    "aktualisier", "geändert",      "überarbeitet",
     "mis à jour", "mise à jour", "modifié",   "actualisé",    "actualizad",  "actualización", "modificad",
     "atualizad",  "atualização", "aggiornat", "aggiornament", "modificato",  "bijgewerkt",    "gewijzigd",
     "aangepast",  "uppdatera",   "ändrad",    "opdatere",     "ændret",      "oppdatert",     "endret",
     "päivitetty", "muokattu",    "обновлен",  "изменен",      "оновлен",     "aktualizac",    "zaktualizow",
     "aktualizov", "upraveno",    "frissít",   "módosít",      "actualizat",  "modificat",     "ενημέρωσ",
     "ενημερώθ",   "güncelle",    "cập nhật",  "diperbarui",   "diupdate",    "更新",          "修改",
     "수정",       "업데이트",    "تحديث",     "ویرایش",       "بروزرسانی",   "بهروزرسانی",    "עודכן",
     "עדכון",      "अपडेट",        "अद्यतन",     "আপডেট",        "হালনাগাদ",    "แก้ไข",          "อัปเดต",
     "ažuriran",   "posodoblj"});

struct LinePart {
  std::size_t begin;
  PartKind kind;
};

template <std::size_t N>
void find_words(std::string_view lowered, const std::array<std::string_view, N>& words, PartKind kind,
                std::vector<LinePart>& parts) {
  for (const std::string_view word : words) {
    for (std::size_t at = lowered.find(word); at != std::string_view::npos; at = lowered.find(word, at + 1)) {
      const bool inside = at > 0 && ascii::is_letter(lowered[at - 1]) && ascii::is_letter(word.front());
      if (!inside) {
        parts.push_back({at, kind});
      }
    }
  }
}

/// Where the words stand, in order, behind what precedes them.
std::vector<LinePart> find_parts(std::string_view line) {
  const std::string lowered = lower_case(line);
  std::vector<LinePart> parts;
  find_words(lowered, kPublishedWords, PartKind::Published, parts);
  find_words(lowered, kChangedWords, PartKind::Changed, parts);
  std::ranges::sort(parts, {}, &LinePart::begin);
  const auto same = [](const LinePart& one, const LinePart& other) { return one.begin == other.begin; };
  parts.erase(std::unique(parts.begin(), parts.end(), same), parts.end());
  parts.insert(parts.begin(), {0, PartKind::Plain});
  return parts;
}

}  // namespace

std::vector<std::string_view> published_parts(std::string_view line) {
  std::vector<std::string_view> published;
  std::vector<std::string_view> plain;
  const std::vector<LinePart> parts = find_parts(line);
  const auto text_of_part = [&](std::size_t i) {
    const std::size_t end = i + 1 < parts.size() ? parts[i + 1].begin : line.size();
    return line.substr(parts[i].begin, end - parts[i].begin);
  };
  // What is cut off behind a colon is no part of what precedes it.
  const auto is_behind = [&](std::size_t i) {
    return i < parts.size() && parts[i].kind == PartKind::Changed &&
           text_of_part(i).find_first_of("0123456789:") == std::string_view::npos;
  };
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const bool changed_behind = is_behind(i + 1);
    if (parts[i].kind != PartKind::Changed && !changed_behind) {
      (parts[i].kind == PartKind::Published ? published : plain).push_back(text_of_part(i));
    }
  }
  published.insert(published.end(), plain.begin(), plain.end());
  return published;
}

bool ends_with_change(std::string_view text) {
  const std::vector<LinePart> parts = find_parts(text);
  return parts.back().kind == PartKind::Changed &&
         std::ranges::none_of(text.substr(parts.back().begin), ascii::is_digit);
}

bool says_when(std::string_view line) {
  return find_parts(line).size() > 1;
}

}  // namespace nutgraf::read::html
