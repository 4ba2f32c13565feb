// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/index/contract.h"

namespace nutgraf::bind {

/// The query with its words as they are spelled without accents in one of the languages; nothing where none of them has
/// one. A word typed without accents finds accented ones too, so this finds no less.
[[nodiscard]] std::optional<std::string> without_accents(std::string_view query,
                                                         std::span<const LanguageCount> languages);

}  // namespace nutgraf::bind
