// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <unordered_map>

#include "core/index/record.h"

namespace nutgraf {

/// Records of articles by id, each read once. The database must outlive it.
class ArticleRecords {
 public:
  struct Article {
    ArticleRecord record;
    std::uint32_t passages = 0;
  };

  explicit ArticleRecords(const Xapian::Database& database) : database_(database) {}

  /// Valid as long as this is.
  [[nodiscard]] const Article& of(const std::string& id);

 private:
  const Xapian::Database& database_;
  std::unordered_map<std::string, Article> known_;
};

}  // namespace nutgraf
