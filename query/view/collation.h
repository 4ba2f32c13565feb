// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace nutgraf::view {

/// The Unicode collation order (CLDR's root, tertiary strength): sorts a word before its accents, accents before
/// letters after them. One a thread.
class Collation {
 public:
  Collation();
  ~Collation();
  Collation(const Collation&) = delete;
  Collation& operator=(const Collation&) = delete;
  Collation(Collation&&) = delete;
  Collation& operator=(Collation&&) = delete;

  /// Bytes that compare as the text does.
  [[nodiscard]] std::string key(std::string_view text) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace nutgraf::view
