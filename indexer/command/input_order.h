// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <compare>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nutgraf::command {

/// The order in which a build of some INPUTs meets files, told from their paths alone: an update that reads a few of
/// them decides by it which record of an id is the last.
class InputOrder {
 public:
  /// As an index remembers them.
  explicit InputOrder(const std::vector<std::string>& inputs);

  struct Place {
    std::size_t input = 0;
    std::string path;  // folders before what is beside them
    friend auto operator<=>(const Place&, const Place&) = default;
  };
  /// Of a file by its name in the ledger; nothing if no INPUT contains it.
  [[nodiscard]] std::optional<Place> place(std::string_view name) const;
  /// Whether one file comes before another; false if that is not known.
  [[nodiscard]] bool is_before(std::string_view one, std::string_view other) const;

  /// The same INPUTs in the order in which a build would take them, standard input last.
  [[nodiscard]] std::vector<std::string> sorted(std::vector<std::string> inputs) const;

 private:
  std::vector<std::string> names_;  // of the inputs
};

}  // namespace nutgraf::command
