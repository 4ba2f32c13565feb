// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/base/failure.h"

namespace nutgraf::parse {

/// A query that cannot be read: exit 2, with the byte of the query it is about.
class QueryError : public Failure {
 public:
  QueryError(std::string_view query, std::size_t byte, const std::string& message, std::string advice = {});

  [[nodiscard]] std::size_t byte() const noexcept { return byte_; }
  /// The query on one line and a caret under the place (columns counted in code points, two for wide characters). A
  /// very long query is cut on both sides of the place.
  [[nodiscard]] const std::string& caret() const noexcept { return caret_; }

 private:
  std::size_t byte_;
  std::string caret_;
};

}  // namespace nutgraf::parse
