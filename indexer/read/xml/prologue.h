// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

namespace nutgraf::read::xml {

/// The name of the first element of a document, without its prefix, behind declaration, comments, processing
/// instructions and document type; empty where `front` shows none.
[[nodiscard]] std::string_view root_of(std::string_view front);

}  // namespace nutgraf::read::xml
