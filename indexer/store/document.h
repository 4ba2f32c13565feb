// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>

#include "core/base/failure.h"
#include "indexer/passage/passage_document.h"

/// What the writers of this folder share about Xapian.
namespace nutgraf::store {

[[nodiscard]] Xapian::Document to_document(const passage::PassageDocument& passage);

/// That of the article of a stored passage; "und" where it says none.
[[nodiscard]] std::string language_of(const Xapian::Document& passage);

/// Writing failed: Failure(Failed) with what the system said (no space left, ...); Failure(Missing) if the tables
/// that were read are damaged.
[[nodiscard]] Failure write_failure(const Xapian::Error& error, const std::string& path);

}  // namespace nutgraf::store
