// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <iosfwd>
#include <string>

#include "indexer/preview/preview.h"
#include "indexer/preview/writer.h"

namespace nutgraf::preview {

class JsonWriter : public Writer {
 public:
  JsonWriter(std::ostream& out, Detail detail) : out_(out), detail_(detail) {}
  void article(const ArticleView& article) override;
  void reject(const read::Reject& reject) override;
  void skip(const std::string& path, read::Skip kind) override;

 private:
  std::ostream& out_;
  Detail detail_;
};

}  // namespace nutgraf::preview
