// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace nutgraf::read::xml {

/// The entities of one document: those of HTML, and those that it declares itself with their text. None is ever read
/// from another file, and all together may not expand to more than a text can have.
class Entities {
 public:
  /// What a document declares, as written; references in it to entities declared before are replaced.
  void declare(std::string_view name, std::string_view value);

  /// The text of an entity; nothing where it is unknown. Markup in it is text. Counts what it answers: once that is
  /// more than is allowed, it answers nothing any more.
  [[nodiscard]] std::optional<std::string_view> expand(std::string_view name);

  /// Whether a declaration or the expansions went beyond what is allowed.
  [[nodiscard]] bool is_bomb() const { return bomb_; }

 private:
  std::map<std::string, std::string, std::less<>> texts_;
  std::size_t expanded_ = 0;  // bytes
  bool bomb_ = false;
};

}  // namespace nutgraf::read::xml
