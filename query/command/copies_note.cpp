// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/command/copies_note.h"

#include <fmt/format.h>

#include "core/base/ascii.h"

namespace nutgraf::query {

std::vector<std::string> copies_note(const search::Request& request, const search::Searcher::Counts& counts) {
  if (request.counted == search::Counted::Stories || counts.stories == counts.articles) {
    return {};
  }
  const std::uint64_t copies = counts.articles - counts.stories;
  return {fmt::format("{} of {} articles {}; --unit stories counts each story once", fmt::group_digits(copies),
                      fmt::group_digits(counts.articles), copies == 1 ? "is a copy" : "are copies")};
}

std::vector<std::string> copies_note(const search::Request& request, search::Searcher& searcher) {
  const bool counts_all = request.counted == search::Counted::Articles;
  return counts_all && searcher.has_copies() ? copies_note(request, searcher.count_articles(request))
                                             : std::vector<std::string>();
}

}  // namespace nutgraf::query
