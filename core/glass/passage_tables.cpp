// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/glass/passage_tables.h"

#include "core/glass/format.h"

namespace nutgraf::glass {

PassageTables::PassageTables(const std::filesystem::path& database)
    : version_(read_version(database / kVersionFile)),
      postlist_(database / kPostlistFile, version_.postlist, version_.revision),
      position_(database / kPositionFile, version_.position, version_.revision) {}

}  // namespace nutgraf::glass
