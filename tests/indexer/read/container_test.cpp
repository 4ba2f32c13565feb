// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/container.h"

#include <doctest/doctest.h>

using namespace nutgraf::read;

TEST_CASE("containers are told from texts that begin alike") {
  CHECK(detect_container("BZhou said so.") == Container::None);
  CHECK(detect_container("PKK leaders met.") == Container::None);
  CHECK(detect_container("BZh91AY&SY") == Container::Compressed);
  CHECK(detect_container("PK\x03\x04") == Container::Archive);
  CHECK(detect_container("") == Container::None);
}
