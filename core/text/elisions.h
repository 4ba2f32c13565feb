// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace nutgraf {

/// Bytes of the elided word that a folded word begins with: 1 of l'acqua, 4 of dell'isola; 0 where nothing is elided
/// (aujourd'hui, o'brien, qur'an). French, Italian and Catalan; a vowel or h must follow the apostrophe.
[[nodiscard]] std::size_t elided_bytes(std::string_view term);

}  // namespace nutgraf
