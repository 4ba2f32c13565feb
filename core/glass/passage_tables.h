// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>

#include "core/glass/table.h"
#include "core/glass/version_file.h"

namespace nutgraf::glass {

/// The tables of a glass database that are searched, read in place: what Xapian's own cursors give, without a call of
/// the system for each block and a copy of each list.
class PassageTables {
 public:
  /// Throws CorruptionError or std::system_error where they are not of Xapian 1.4 or cannot be read.
  explicit PassageTables(const std::filesystem::path& database);
  /// `version` is what its version file says.
  PassageTables(const std::filesystem::path& database, Version version);

  [[nodiscard]] const Version& version() const { return version_; }
  [[nodiscard]] const Table& postlist() const { return postlist_; }
  [[nodiscard]] const Table& position() const { return position_; }

 private:
  Version version_;
  Table postlist_;
  Table position_;
};

}  // namespace nutgraf::glass
