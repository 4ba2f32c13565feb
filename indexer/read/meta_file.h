// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/article.h"
#include "indexer/read/dates/date_pattern.h"
#include "indexer/read/keys.h"
#include "indexer/read/read_options.h"

namespace nutgraf::read {

/// --meta-file and --meta-lines: files that say something of others, one beside each.
class MetaFiles {
 public:
  /// Throws Failure(Usage) where a pattern or a field is none.
  explicit MetaFiles(const ReadOptions& options);

  /// Where the metadata of a file lies; nothing where there is no such file, or no --meta-file.
  [[nodiscard]] std::optional<std::filesystem::path> of(const std::filesystem::path& file) const;
  /// Whether a file is the metadata of another one that is there.
  [[nodiscard]] bool is_one(const std::filesystem::path& file);
  /// What a file of metadata says: a JSON object with the keys of records; lines as --meta-lines has them; else lines
  /// such as "Author: Ann Lee". Throws Unreadable.
  [[nodiscard]] std::shared_ptr<const Article> read(const std::filesystem::path& file) const;

 private:
  struct Line {
    std::optional<Target> target;  // nothing: the line is passed over
    std::optional<dates::DatePattern> date;
  };
  [[nodiscard]] static Line read_line(const std::string& field);
  [[nodiscard]] std::filesystem::path expanded(const std::filesystem::path& folder, const std::string& name) const;
  [[nodiscard]] const std::set<std::string>& names_in(const std::filesystem::path& folder);
  void read_lines(std::string_view text, Article& article) const;

  KeyPlan keys_;
  // The pattern as the pieces around %d and %n; empty before_name_ and after_name_ = no option.
  bool has_folder_ = false;
  std::string before_name_;
  std::string after_name_;
  std::vector<Line> lines_;
  std::map<std::filesystem::path, std::set<std::string>> names_;  // without extension, by folder
};

}  // namespace nutgraf::read
