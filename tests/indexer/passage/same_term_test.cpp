// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/passage/same_term.h"

#include <doctest/doctest.h>

#include <string>

TEST_CASE("terms are the same where all their bytes are, whatever their size") {
  for (std::size_t size = 0; size < 40; ++size) {
    INFO("size " << size);
    const std::string term(size, 'e');
    CHECK(nutgraf::passage::same_term(term, std::string(size, 'e')));
    CHECK_FALSE(nutgraf::passage::same_term(term, std::string(size + 1, 'e')));
    for (std::size_t at = 0; at < size; ++at) {
      std::string other = term;
      other[at] = '\xe9';
      CHECK_FALSE(nutgraf::passage::same_term(term, other));
    }
  }
}
