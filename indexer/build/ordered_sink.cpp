// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/ordered_sink.h"

namespace nutgraf::build {

void OrderedSink::take(const AnalysedBatch& batch) {
  if (sequencer_.wait_for(batch.number) == Sequencer::Answer::GiveUp) {
    return;
  }
  std::size_t first = 0;
  for (const Item& item : batch.items) {
    ArticleFacts facts = item.entry->facts;
    facts.passages = item.entry->passages;
    apply(facts, batch.passages.subspan(first, facts.passages));
    first += facts.passages;
  }
  sequencer_.pass_on();
}

}  // namespace nutgraf::build
