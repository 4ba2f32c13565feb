// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "indexer/read/found_article.h"

/// An article as bytes, on its way from one process to another.
namespace nutgraf::read::sandbox {

[[nodiscard]] std::string packed(const FoundArticle& found);
/// Throws Unreadable where `bytes` are not of that form.
[[nodiscard]] FoundArticle unpacked(std::string_view bytes);

}  // namespace nutgraf::read::sandbox
