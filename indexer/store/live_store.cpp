// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/store/live_store.h"

#include <xapian.h>

#include "core/schema/slots.h"
#include "core/schema/terms.h"
#include "indexer/store/contract_counts.h"
#include "indexer/store/document.h"
#include "indexer/store/word_classes.h"

namespace nutgraf::store {

struct LiveStore::State {
  explicit State(std::string folder)
      : path(std::move(folder)),
        // Not DB_DANGEROUS: in tables made by compaction it may put the first entries out of order.
        database(path, Xapian::DB_OPEN | Xapian::DB_NO_SYNC),
        counts(decode_contract(database.get_metadata(std::string(kContractKey)))) {}

  std::string path;
  Xapian::WritableDatabase database;
  ContractCounts counts;
};

LiveStore::LiveStore(const std::filesystem::path& passages) {
  try {
    state_ = std::make_unique<State>(passages.string());
  } catch (const Xapian::Error& e) {
    throw write_failure(e, passages.string());
  }
}

LiveStore::~LiveStore() = default;

bool LiveStore::remove(const std::string& id) {
  try {
    const std::string term = schema::make_term(schema::kIdPrefix, id);
    const std::vector<Xapian::docid> passages(state_->database.postlist_begin(term),
                                              state_->database.postlist_end(term));
    for (const Xapian::docid passage : passages) {
      state_->counts.remove(state_->database.get_document(passage));
      state_->database.delete_document(passage);
    }
    return !passages.empty();
  } catch (const Xapian::Error& e) {
    throw write_failure(e, state_->path);
  }
}

void LiveStore::add(std::span<const passage::PassageDocument> passages) {
  try {
    for (const passage::PassageDocument& passage : passages) {
      const Xapian::Document document = to_document(passage);
      state_->database.add_document(document);
      state_->counts.add(document);
    }
  } catch (const Xapian::Error& e) {
    throw write_failure(e, state_->path);
  }
}

Contract LiveStore::finish(const passage::Vocabulary& added) {
  try {
    Contract contract = state_->counts.contract();
    add_words(state_->database, added, contract);
    state_->database.set_metadata(std::string(kContractKey), encode_contract(contract));
    state_->database.commit();
    state_->database.close();
    return contract;
  } catch (const Xapian::Error& e) {
    throw write_failure(e, state_->path);
  }
}

}  // namespace nutgraf::store
