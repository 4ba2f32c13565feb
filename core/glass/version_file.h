// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "core/glass/format.h"

namespace nutgraf::glass {

/// Of a whole database.
struct Statistics {
  std::uint64_t documents = 0;
  std::uint64_t shortest = 0;     // smallest document length above 0; 0 = none
  std::uint64_t longest = 0;      // largest document length
  std::uint64_t highest_wdf = 0;  // of any term in any document
  std::uint64_t total_length = 0;
};

/// What `iamglass` says of a database. Spelling and synonym tables are not used here.
struct Version {
  std::string uuid;  // 16 bytes
  std::uint64_t revision = kFirstRevision;
  TableRoot postlist;
  TableRoot docdata;
  TableRoot termlist;
  TableRoot position;
  Statistics statistics;
};

/// Random, as of RFC 4122.
[[nodiscard]] std::string new_uuid();

/// Throws CorruptionError if the file is not of the format of Xapian 1.4, std::system_error if it cannot be opened.
[[nodiscard]] Version read_version(const std::filesystem::path& file);
/// Docids are 1 to `documents`. Written aside and renamed: until the file is there, there is no database.
void write_version(const std::filesystem::path& file, const Version& version);

}  // namespace nutgraf::glass
