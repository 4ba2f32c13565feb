// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/press/nexis.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "core/base/ascii.h"
#include "indexer/read/lines/flattened.h"
#include "indexer/read/press/nexis_fields.h"
#include "indexer/read/press/nexis_layouts.h"

namespace nutgraf::read::press {
namespace {

bool holds_count(std::span<const Paragraph> paragraphs) {
  return std::ranges::any_of(paragraphs, [](const Paragraph& one) { return is_document_count(one.text); });
}

bool holds_end(std::span<const Paragraph> paragraphs) {
  return std::ranges::any_of(
      paragraphs, [](const Paragraph& one) { return one.text.size() < 200 && one.text.ends_with("End of Document"); });
}

/// "Job Number: 123" and "Documents (10)": the list that Nexis puts beside the articles.
bool is_list(std::span<const Paragraph> paragraphs) {
  constexpr std::size_t kTop = 8;
  const auto top = paragraphs.first(std::min(kTop, paragraphs.size()));
  const auto begins = [&](std::string_view word) {
    return std::ranges::any_of(
        top, [&](const Paragraph& one) { return ascii::lowered(lines::flattened(one.text)).starts_with(word); });
  };
  return begins("job number:") && (begins("documents (") || begins("document ("));
}

/// "Body" and "Length: 355 words", where the end of the first article is far away.
bool holds_body(std::span<const Paragraph> paragraphs) {
  const bool body = std::ranges::any_of(
      paragraphs, [](const Paragraph& one) { return one.text.size() < 16 && lines::flattened(one.text) == "Body"; });
  return body && std::ranges::any_of(paragraphs, [](const Paragraph& one) {
           const auto field = field_line(one.text);
           return field && field->known != nullptr && field->known->metadata == "length";
         });
}

bool holds_known_label(std::span<const Paragraph> paragraphs) {
  return std::ranges::any_of(paragraphs, [](const Paragraph& one) {
    const auto field = field_line(one.text);
    return field && field->known != nullptr;
  });
}

}  // namespace

bool is_nexis(std::span<const Paragraph> paragraphs) {
  const bool parted = holds_count(paragraphs) || holds_end(paragraphs);
  return (parted && holds_known_label(paragraphs)) || is_list(paragraphs) || holds_body(paragraphs);
}

std::vector<FoundArticle> split_nexis(std::span<const Paragraph> paragraphs) {
  return holds_count(paragraphs) ? split_counted(paragraphs) : split_ended(paragraphs);
}

void read_nexis_paragraphs(std::span<const Paragraph> paragraphs, const Document& document, ArticleEmitter& emitter) {
  std::vector<FoundArticle> found = split_nexis(paragraphs);
  if (found.empty()) {
    emitter.skip(document, Skip::NoArticle);
    return;
  }
  emit_all(std::move(found), document, emitter);
}

}  // namespace nutgraf::read::press
