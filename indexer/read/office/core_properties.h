// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "indexer/read/office/properties.h"

namespace nutgraf::read::office {

/// Reads Dublin Core and its kin from a part of XML: docProps/core.xml of a DOCX, meta.xml of an ODT. `xml` may be
/// empty.
[[nodiscard]] Properties core_properties(std::string_view xml);

}  // namespace nutgraf::read::office
