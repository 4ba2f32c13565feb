// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

namespace nutgraf::read::press {

/// Throws Unreadable where a text is an export of several articles of a press database that came to a reader which
/// would take them for one: each has a line that tells (the number of a document, "End of Document", an accession
/// number).
void refuse_unread_export(std::string_view text);

}  // namespace nutgraf::read::press
