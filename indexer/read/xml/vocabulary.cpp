// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/xml/vocabulary.h"

#include <algorithm>
#include <array>

#include "indexer/read/html/fragment.h"
#include "indexer/read/lines/paragraphs.h"

namespace nutgraf::read::xml {

std::span<const Vocabulary* const> vocabularies() {
  static constexpr std::array kAll = {&kRss, &kAtom, &kNewsmlG2, &kNewsml1, &kNitf, &kFactiva, &kMediaWiki};
  return kAll;
}

const Vocabulary* vocabulary_of(std::string_view root) {
  const auto all = vocabularies();
  const auto found = std::ranges::find_if(all, [&](const Vocabulary* one) { return one->has_root(root); });
  return found == all.end() ? nullptr : *found;
}

std::string text_of_field(std::string_view text) {
  return html::holds_html(text) ? html::field_to_text(text) : lines::lay_out_paragraphs(text);
}

void add_line(ArticleRecord& record, std::string_view name, const Element* element) {
  add_metadata(record, name, line_of(element));
}

}  // namespace nutgraf::read::xml
