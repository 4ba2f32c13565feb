// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "indexer/read/found_article.h"

/// Exports of the press database Nexis, whatever file they are in: its paragraphs are cut into articles.
namespace nutgraf::read::press {

enum class Weight : std::uint8_t { Plain, Bold };
enum class Alignment : std::uint8_t { Left, Center };

/// A paragraph of an export, in the order of the file. Blank ones may be left out or given.
struct Paragraph {
  std::string text;                       // UTF-8; a break inside it is LF, a hard blank is U+00A0
  Weight weight = Weight::Plain;          // of its first visible character: labels are bold, their values are not
  Alignment alignment = Alignment::Left;  // as far as the file tells
  int heading = 0;                        // level from 1; 0: no heading
};

/// Whether these paragraphs are from Nexis: articles, or the list of articles that it puts beside them.
[[nodiscard]] bool is_nexis(std::span<const Paragraph> paragraphs);

/// The articles, in both layouts ("1 of 10 DOCUMENTS" above each article, "End of Document" below it) and in the
/// languages of the field names. The cover page and the list of articles are left out; empty where nothing else is
/// there. Lines of the articles are not known.
[[nodiscard]] std::vector<FoundArticle> split_nexis(std::span<const Paragraph> paragraphs);

/// Gives the articles to `emitter`; a file with a list of articles alone is skipped as no article.
void read_nexis_paragraphs(std::span<const Paragraph> paragraphs, const Document& document, ArticleEmitter& emitter);

}  // namespace nutgraf::read::press
