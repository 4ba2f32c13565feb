// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/store/stored_articles.h"

#include <xapian.h>

#include "core/index/open.h"
#include "core/schema/slots.h"
#include "core/schema/terms.h"

namespace nutgraf::store {
namespace {

bool is_first(const Xapian::Document& document) {
  return schema::decode_u32(document.get_value(static_cast<Xapian::valueno>(schema::Slot::Ordinal))) == 0;
}

}  // namespace

void each_stored_article(const std::filesystem::path& passages, const ArticleTaker& take) {
  try {
    const Xapian::Database database(passages.string());
    for (auto docid = database.postlist_begin({}); docid != database.postlist_end({}); ++docid) {
      const Xapian::Document first = database.get_document(*docid);
      if (!is_first(first)) {
        continue;
      }
      const std::string data = first.get_data();
      const PassageData passage = decode_passage_data(data);
      std::vector<std::string> texts;
      const std::string id = schema::make_term(schema::kIdPrefix, passage.record.id);
      for (auto other = database.postlist_begin(id); other != database.postlist_end(id); ++other) {
        const std::string stored = database.get_document(*other).get_data();
        texts.emplace_back(decode_passage_text(stored).text);
      }
      take(passage.record, texts);
    }
  } catch (const Xapian::Error& error) {
    throw index_failure(error, passages.string());
  }
}

}  // namespace nutgraf::store
