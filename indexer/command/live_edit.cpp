// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/command/live_edit.h"

namespace nutgraf::command {

void LiveEdit::open() {
  if (!store_) {
    generation_ = store::NewGeneration::copy_live(index_);
    store_ = std::make_unique<store::LiveStore>(generation_->passages());
  }
}

void LiveEdit::replace(const std::string& id, std::span<const passage::PassageDocument> passages) {
  ++changes_;
  if (run_ == Run::Dry) {
    return;
  }
  open();
  (void)store_->remove(id);  // a new article has nothing to drop
  if (!passages.empty()) {
    store_->add(passages);
  }
}

Contract LiveEdit::finish(const passage::Vocabulary& added) {
  Contract contract = store_->finish(added);
  store_.reset();
  return contract;
}

}  // namespace nutgraf::command
