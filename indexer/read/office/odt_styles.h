// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace nutgraf::read::office {

/// The styles of an ODT: those that its writer named, in styles.xml, and the automatic ones in content.xml.
class OdtStyles {
 public:
  /// Adds the styles of a part.
  void read(std::string_view xml);

  /// What a style of a paragraph is made from; empty where it is one of its own.
  [[nodiscard]] std::string parent(const std::string& name) const;

  enum class Display : std::uint8_t { Inherited, Shown, Hidden };
  /// Whether text in a style is hidden. `family` is "paragraph" or "text".
  [[nodiscard]] Display display(const std::string& family, const std::string& name) const;

 private:
  using Key = std::pair<std::string, std::string>;  // family, name

  std::map<Key, std::string> parents_;
  std::map<Key, Display> displays_;  // of the styles that say so themselves
};

}  // namespace nutgraf::read::office
