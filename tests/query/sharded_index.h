// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <memory>
#include <vector>

#include "core/index/open.h"
#include "tests/query/small_index.h"
#include "tests/temp_dir.h"

namespace nutgraf::test {

/// The same articles in one database and in several, dealt out in turn.
class ShardedIndex {
 public:
  explicit ShardedIndex(const std::vector<SmallArticle>& articles, std::size_t shards = 3) : whole_(articles) {
    std::vector<std::vector<SmallArticle>> parts(shards);
    for (std::size_t i = 0; i < articles.size(); ++i) {
      parts[i % shards].push_back(articles[i]);
    }
    std::ofstream stub(folder_.path() / "shards");
    for (const auto& part : parts) {
      shards_.push_back(std::make_unique<SmallIndex>(part));
      stub << "auto " << shards_.back()->path().string() << '\n';
    }
  }

  [[nodiscard]] OpenIndex open_whole() const { return whole_.open(); }
  [[nodiscard]] OpenIndex open_shards() const { return open_index(folder_.path() / "shards"); }
  [[nodiscard]] std::vector<std::filesystem::path> shard_paths() const {
    std::vector<std::filesystem::path> paths;
    for (const auto& shard : shards_) {
      paths.push_back(shard->path());
    }
    return paths;
  }

 private:
  TempDir folder_;
  SmallIndex whole_;
  std::vector<std::unique_ptr<SmallIndex>> shards_;
};

}  // namespace nutgraf::test
