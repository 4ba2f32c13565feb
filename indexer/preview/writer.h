// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "indexer/preview/article_view.h"
#include "indexer/read/sink.h"

namespace nutgraf::preview {

/// Writes what the reader finds; one implementation per form.
class Writer {
 public:
  virtual ~Writer() = default;
  virtual void article(const ArticleView& article) = 0;
  virtual void reject(const read::Reject& reject) = 0;
  virtual void skip(const std::string& path, read::Skip kind) = 0;
};

}  // namespace nutgraf::preview
