// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

struct _xmlNode;

namespace nutgraf::read::html {

/// Writes the digits of footnote marks and powers, `treaty<sup>1</sup>`, as superscript ones, treaty¹: as text they
/// would become part of the word or number before them.
void raise_digits(_xmlNode& root);

}  // namespace nutgraf::read::html
