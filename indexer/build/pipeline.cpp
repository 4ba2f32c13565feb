// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/pipeline.h"

#include "indexer/build/stages.h"

namespace nutgraf::build {
namespace {

/// Everything is read and taken, and goes to the store as it comes: batches find their order by number.
class IntoStore : public Output {
 public:
  explicit IntoStore(store::BuildStore& store) : store_(store) {}

  read::FileDecision begin_file(const read::FileFacts& /*file*/) override { return read::FileDecision::Read; }
  ArticleDecision decide(const ArticleFacts& /*article*/) override { return ArticleDecision::Take; }
  [[nodiscard]] Giants giants() const override { return Giants::Part; }
  void take(const Analysed& batch) override { store_.write(batch.number, batch.passages); }

 private:
  store::BuildStore& store_;
};

}  // namespace

PipelineResult run_build(const Run& run, store::BuildStore& store) {
  IntoStore output(store);
  return run_stages(run, output);
}

}  // namespace nutgraf::build
