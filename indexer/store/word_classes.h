// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include "core/index/contract.h"
#include "indexer/passage/vocabulary.h"

namespace nutgraf::store {

/// Brings the metadata of an edited index up to date with words that were added to it: classes and compounds grow,
/// counts add up. Nothing is taken away for passages that went: a class may list words that no longer occur, until the
/// next build. `contract` tells the languages after the edit.
void add_words(Xapian::WritableDatabase& database, const passage::Vocabulary& added, const Contract& contract);

}  // namespace nutgraf::store
