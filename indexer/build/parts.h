// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace nutgraf::build {

/// Finished batches of a build that may be interrupted, a file each under the key of the batch. They outlive the
/// process, not a power cut: what that leaves half written is not found again.
class Parts {
 public:
  /// Makes the folder. Throws Failure(Failed).
  explicit Parts(std::filesystem::path folder);

  /// What was kept under this key; nothing where there is none or it is damaged.
  [[nodiscard]] std::optional<std::string> find(std::string_view key) const;
  /// Throws Failure(Failed): disk full, ...
  void keep(std::string_view key, std::string_view bytes);

 private:
  [[nodiscard]] std::filesystem::path file_of(std::string_view key) const;

  std::filesystem::path folder_;
};

}  // namespace nutgraf::build
