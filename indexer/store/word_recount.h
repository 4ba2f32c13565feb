// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <functional>

namespace nutgraf::store {

/// Writes classes of words, compounds and counts of capitals anew from the texts of all passages, as a build of them
/// would: words of articles that were deleted are in none of them any more. Takes about as long as a build takes to
/// analyse the texts. `check` is called now and then and may throw. Throws Failure(Failed), or Failure(Missing) where
/// the passages are damaged.
void recount_words(const std::filesystem::path& passages, unsigned threads, const std::function<void()>& check);

}  // namespace nutgraf::store
