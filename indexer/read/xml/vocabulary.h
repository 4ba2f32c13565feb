// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "indexer/read/found_article.h"
#include "indexer/read/xml/record_stream.h"

/// The kinds of XML whose elements are known, one source each.
namespace nutgraf::read::xml {

/// The text of an element outside the records, as RecordStream::outer().
using Outer = std::function<std::string(const std::string& path)>;

struct Vocabulary {
  std::string_view name;
  /// Whether a document with that root is of this kind.
  bool (*has_root)(std::string_view local);
  bool (*is_record)(Path path);
  /// Nothing where the record is no article: a package, a picture, a redirect.
  std::optional<FoundArticle> (*read)(const Element& record, const Outer& outer);
};

/// RSS 0.9 to 2.0 and RSS 1.0 (RDF).
extern const Vocabulary kRss;
extern const Vocabulary kAtom;
/// Articles in NITF, alone or inside anything but a NewsML-G2 item.
extern const Vocabulary kNitf;
/// Items alone or in a message.
extern const Vocabulary kNewsmlG2;
/// Items of NewsML 1.
extern const Vocabulary kNewsml1;
/// The answer of Factiva's service, also as its users save it.
extern const Vocabulary kFactiva;
/// A dump of MediaWiki.
extern const Vocabulary kMediaWiki;

[[nodiscard]] std::span<const Vocabulary* const> vocabularies();
/// Null where the root is none of theirs.
[[nodiscard]] const Vocabulary* vocabulary_of(std::string_view root);

/// Text that may be HTML, plain and wrapped, or plain; in the form of Article::text.
[[nodiscard]] std::string text_of_field(std::string_view text);

/// Adds the element's text on one line as metadata, where it has any.
void add_line(ArticleRecord& record, std::string_view name, const Element* element);

}  // namespace nutgraf::read::xml
