// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>

#include "indexer/read/byte_source.h"
#include "indexer/read/charset/guess.h"

namespace nutgraf::read::unpack {

/// The names of an archive's members as UTF-8. Old programs write them in the encoding of their machine, which no
/// archive names: it is told by all its names together.
class MemberNames {
 public:
  /// `archive` is looked through for its names when the first one is no UTF-8, and left where it was; null where it
  /// cannot be gone back in: then that first name tells alone. It must outlive this. `use` is Name where code pages of
  /// DOS are likely, as in zips.
  MemberNames(ByteSource* archive, charset::Use use) : archive_(archive), use_(use) {}

  /// A name that is UTF-8 is its own, and so is one that the archive's encoding does not explain.
  [[nodiscard]] std::string decoded(std::string name);

 private:
  [[nodiscard]] std::string encoding_of(const std::string& name) const;

  ByteSource* archive_;
  charset::Use use_;
  std::optional<std::string> encoding_;
};

}  // namespace nutgraf::read::unpack
