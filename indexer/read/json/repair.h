// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>

/// Faults of JSON writers that need not cost a record.
namespace nutgraf::read::json {

/// Escaped halves of surrogate pairs without their other half become \ufffd; returns how many.
std::size_t repair_surrogates(std::string& json);

/// NaN, Infinity and -Infinity outside strings become null (Python writes them); returns how many.
std::size_t repair_numbers(std::string& json);

/// Raw control characters become spaces; returns how many, NULs counted apart.
struct Controls {
  std::size_t all = 0;
  std::size_t nuls = 0;
};
Controls blank_controls(std::string& json);

}  // namespace nutgraf::read::json
