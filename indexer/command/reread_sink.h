// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <span>

#include "indexer/command/ledger_revision.h"
#include "indexer/command/update_diff.h"

namespace nutgraf::command {

/// Gives the wanted records of files that are read again to the diff, and nothing else.
class RereadSink final : public build::OrderedSink {
 public:
  RereadSink(const Wanted& wanted, UpdateDiff& diff) : wanted_(wanted), diff_(diff) {}
  read::FileDecision begin_file(const read::FileFacts& file) override;
  build::ArticleDecision decide(const build::ArticleFacts& article) override;
  void apply(const build::ArticleFacts& article, std::span<const passage::PassageDocument> passages) override;

 private:
  const Wanted& wanted_;
  UpdateDiff& diff_;
};

}  // namespace nutgraf::command
