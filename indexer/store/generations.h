// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/store/files.h"

/// Generations of an index: made aside, swapped in whole, kept for rollback. All of this is called with the WriterLock
/// held.
namespace nutgraf::store {

/// A generation that is not live yet: a folder beside the others. Goes away unless publish() succeeds.
class NewGeneration {
 public:
  /// An empty one (passages/ does not exist yet). Also removes what killed writers left (never the live or kept ones).
  static NewGeneration create(const std::filesystem::path& index);
  /// A copy of the live one, by FICLONE where the file system has it. Throws Failure(Missing) where nothing is live.
  static NewGeneration copy_live(const std::filesystem::path& index);

  NewGeneration(NewGeneration&&) noexcept;
  NewGeneration& operator=(NewGeneration&&) noexcept;
  NewGeneration(const NewGeneration&) = delete;
  NewGeneration& operator=(const NewGeneration&) = delete;
  ~NewGeneration();

  [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }  // where to write
  [[nodiscard]] std::filesystem::path passages() const;
  [[nodiscard]] const std::string& name() const { return name_; }  // "0007", its name once live
  [[nodiscard]] std::filesystem::path scratch() const;             // for segments; removed by publish()

  /// Flushes every file and folder to disk, gives the folder its name, renames the stub over the old one, then removes
  /// generations beyond the live one and `keep` before it. What it throws leaves the old one live.
  [[nodiscard]] Durability publish(int keep);

 private:
  NewGeneration(std::filesystem::path index, std::string name);
  std::filesystem::path index_;
  std::filesystem::path folder_;
  std::string name_;
};

/// What writers that were killed left in an index (or one that runs now works on), and generations after the live one,
/// which were rolled back or never became live: the next build removes all of it.
[[nodiscard]] std::vector<std::filesystem::path> leftovers(const std::filesystem::path& index);

/// Removes the folder and files that writers which were killed had not finished.
void remove_unfinished(const std::filesystem::path& index);

/// Removes every generation but the live one, and what killed writers left: nothing that an earlier generation
/// contains stays. Throws Failure(Failed) naming what cannot be removed.
void remove_all_but_live(const std::filesystem::path& index);

/// Folder for temporary files of an update before it has a generation; the next writer removes what a killed one left.
[[nodiscard]] std::filesystem::path update_scratch(const std::filesystem::path& index);

/// Name of the folder for temporary files of an index that lie elsewhere: the same for every build of it, so that the
/// next one finds what a killed one left.
[[nodiscard]] std::string scratch_name(const std::filesystem::path& index);

/// Where a rollback may lead, best first: the generations before the live one or, where the stub is lost, all of them.
[[nodiscard]] std::vector<std::string> rollback_targets(const std::filesystem::path& index);

/// Makes a finished generation live; the one left stays on disk until the next build.
[[nodiscard]] Durability make_live(const std::filesystem::path& index, std::string_view generation);

/// What is wrong with a finished generation, by its sums; by a sample where an older program made it. Throws
/// Failure(Missing) if it may not be read.
[[nodiscard]] std::vector<std::string> problems_of(const std::filesystem::path& index, std::string_view generation);

}  // namespace nutgraf::store
