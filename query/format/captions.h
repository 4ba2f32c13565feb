// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "query/view/hit.h"

/// The words around a passage in formats for people.
namespace nutgraf::format {

/// "Daily News · 2023-06-19 · id#3 of 7 · page 4 · +4 copies: The Post 2023-06-19, Gazette 2023-06-20, 2 more": the
/// line under a title. Copies in the order of their days.
[[nodiscard]] std::string citation(const view::Hit& hit);
/// Its URL, else the path it was read from (member after "!"), else nothing.
[[nodiscard]] std::string place_of(const ArticleRecord& record);
/// "10 of 26", "11-20 of about 9,412", "nothing found".
[[nodiscard]] std::string range_of(const view::Answer& answer);
/// "more: -n 26" or "more: --offset 20"; empty where nothing is left.
[[nodiscard]] std::string advice_for_more(const view::Answer& answer);

}  // namespace nutgraf::format
