// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/update_pipeline.h"

#include "indexer/build/stages.h"
#include "indexer/build/turns.h"

namespace nutgraf::build {
namespace {

/// Asks the caller what is new, and hands it the articles one by one in input order.
class IntoSteps : public Output {
 public:
  explicit IntoSteps(UpdateSteps& steps) : steps_(steps) {}

  read::FileDecision begin_file(const read::FileFacts& file) override { return steps_.begin_file(file); }
  ArticleDecision decide(const ArticleFacts& article) override { return steps_.decide(article); }
  [[nodiscard]] Giants giants() const override { return Giants::KeepWhole; }

  void take(const Analysed& batch) override {
    if (turns_.wait_for(batch.number) == Turns::Answer::GiveUp) {
      return;
    }
    std::size_t first = 0;
    for (const Item& item : batch.items) {
      ArticleFacts facts = item.entry->facts;
      facts.passages = item.entry->passages;
      steps_.apply(facts, batch.passages.subspan(first, facts.passages));
      first += facts.passages;
    }
    turns_.pass_on();
  }

  void abort() override { turns_.abort(); }

 private:
  UpdateSteps& steps_;
  Turns turns_;
};

}  // namespace

PipelineResult run_update(const Run& run, UpdateSteps& steps) {
  IntoSteps output(steps);
  return run_stages(run, output);
}

}  // namespace nutgraf::build
