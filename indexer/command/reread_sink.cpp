// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/command/reread_sink.h"

namespace nutgraf::command {

read::FileDecision RereadSink::begin_file(const read::FileFacts& file) {
  return wanted_.contains(file.path) ? read::FileDecision::Read : read::FileDecision::Unchanged;
}

build::ArticleDecision RereadSink::decide(const build::ArticleFacts& article) {
  const auto wanted = wanted_.find(article.path);
  return wanted != wanted_.end() && wanted->second.contains(article.id) ? build::ArticleDecision::Take
                                                                        : build::ArticleDecision::Ignored;
}

void RereadSink::apply(const build::ArticleFacts& article, std::span<const passage::PassageDocument> passages) {
  diff_.apply(article, passages);
}

}  // namespace nutgraf::command
