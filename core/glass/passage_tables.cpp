// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/glass/passage_tables.h"

namespace nutgraf::glass {

PassageTables::PassageTables(const std::filesystem::path& database)
    : version_(read_version(database / "iamglass")),
      postlist_(database / "postlist.glass", version_.postlist, version_.revision),
      position_(database / "position.glass", version_.position, version_.revision) {}

}  // namespace nutgraf::glass
