// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

/// Names of encodings, as texts declare them and as ICU knows them.
namespace nutgraf::read::charset {

/// The superset that texts declared so are really written in, by the WHATWG Encoding Standard: windows-1252 of
/// ISO-8859-1. Any other name is its own.
[[nodiscard]] std::string superset_of(std::string_view name);

/// The name in the case that its standard has: "EUC-JP" of "euc-jp".
[[nodiscard]] std::string usual_spelling(const std::string& name);

/// Whether ICU can decode it.
[[nodiscard]] bool is_known(const std::string& name);

}  // namespace nutgraf::read::charset
