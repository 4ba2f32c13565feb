// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/command/undated_note.h"

namespace nutgraf::query {

std::vector<std::string> undated_note(const search::Request& request, search::Searcher& searcher) {
  const std::string note = searcher.undated_note(request);
  return note.empty() ? std::vector<std::string>() : std::vector<std::string>{note};
}

}  // namespace nutgraf::query
