// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/command/agreement.h"

#include <fmt/format.h>

#include "core/base/failure.h"
#include "core/index/layout.h"
#include "indexer/report.h"

namespace nutgraf::command {

void LedgerCounts::add(const ledger::FileEntry& file) {
  for (const auto* list : {&file.articles, &file.vanished}) {
    articles += list->size();
    for (const ledger::ArticleEntry& article : *list) {
      passages += article.passages;
    }
  }
}

LedgerCounts count_ledger(const std::filesystem::path& generation) {
  LedgerCounts counts;
  (void)ledger::read_ledger(generation / layout::kSources, [&](ledger::FileEntry&& entry) { counts.add(entry); });
  return counts;
}

LedgerCounts count_ledger(const ledger::LedgerIndex& ledger) {
  LedgerCounts counts;
  for (const ledger::FileEntry& entry : ledger.files()) {
    counts.add(entry);
  }
  return counts;
}

std::string disagreement(const LedgerCounts& ledger, const Contract& manifest) {
  if (ledger.articles == manifest.articles && ledger.passages == manifest.passages) {
    return {};
  }
  return fmt::format("{} lists {} in {}, {} says {} in {}", layout::kSources, counted(ledger.articles, "article"),
                     counted(ledger.passages, "passage"), layout::kManifest, fmt::group_digits(manifest.articles),
                     fmt::group_digits(manifest.passages));
}

void require_agreement(const std::filesystem::path& generation, const LedgerCounts& ledger, const Contract& manifest) {
  if (const std::string problem = disagreement(ledger, manifest); !problem.empty()) {
    throw Failure(ExitCode::Missing, fmt::format("{} is damaged: {}", generation.string(), problem),
                  "nutgraf-index rollback goes back to the generation before; build makes a new one");
  }
}

}  // namespace nutgraf::command
