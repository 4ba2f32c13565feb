// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/glass/passage_tables.h"

#include <utility>

#include "core/glass/format.h"

namespace nutgraf::glass {

PassageTables::PassageTables(const std::filesystem::path& database)
    : PassageTables(database, read_version(database / kVersionFile)) {}

PassageTables::PassageTables(const std::filesystem::path& database, Version version)
    : version_(std::move(version)),
      postlist_(database / kPostlistFile, version_.postlist, version_.revision),
      position_(database / kPositionFile, version_.position, version_.revision) {}

}  // namespace nutgraf::glass
