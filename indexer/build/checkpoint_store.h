// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace nutgraf::build {

/// Finished batches of a build that may be interrupted, one file per batch, named by its key. They outlive the
/// process, not a power cut: what that leaves half written is not found again.
class CheckpointStore {
 public:
  /// Makes the folder. Throws Failure(Failed).
  explicit CheckpointStore(std::filesystem::path folder);

  /// What was kept under this key; nothing if there is none or it is damaged.
  [[nodiscard]] std::optional<std::string> find(std::string_view key) const;
  /// Throws Failure(Failed): disk full, ...
  void keep(std::string_view key, std::string_view bytes);

 private:
  [[nodiscard]] std::filesystem::path file_of(std::string_view key) const;

  std::filesystem::path folder_;
};

}  // namespace nutgraf::build
