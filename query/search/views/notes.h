// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "query/bind/binder.h"
#include "query/search/compile/plan.h"
#include "query/view/hit.h"

namespace nutgraf::search::views {

/// Lines for people after the hits: how many passages contain any word, all words, the phrase; for a boolean query, how
/// many articles meet it in one passage and how many as a whole; undated articles that a date filter hides. `any` of
/// the passages match.
[[nodiscard]] std::vector<std::string> notes_of(const compile::Plan& plan, bind::Scope scope, std::uint64_t any,
                                                view::Relation relation);

/// "+37 undated not shown": articles that a date filter hides; empty where there are none.
[[nodiscard]] std::string undated_note(const compile::Plan& plan);

}  // namespace nutgraf::search::views
