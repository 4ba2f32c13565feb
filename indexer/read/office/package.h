// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace nutgraf::read::office {

/// The parts of a zipped document that are markup, by their paths in it.
class Package {
 public:
  /// `bytes` are those of the zip. Throws Unreadable where it is damaged or unfolds to more than 512 MB.
  explicit Package(std::string_view bytes);

  /// Null where there is no such part. Case does not count where only one part has the name.
  [[nodiscard]] const std::string* find(std::string_view path) const;
  /// Empty where there is none.
  [[nodiscard]] std::string_view part(std::string_view path) const;

 private:
  std::map<std::string, std::string, std::less<>> parts_;
};

/// What `target`, as written in the part `from`, names: "word/document.xml" of "document.xml" in "word/a.xml". Percent
/// escapes are decoded, a fragment is left out.
[[nodiscard]] std::string resolved_path(std::string_view from, std::string_view target);

}  // namespace nutgraf::read::office
