// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/unpack/container.h"

#include <doctest/doctest.h>

using namespace nutgraf::read;

TEST_CASE("containers are told from texts that begin alike") {
  CHECK(unpack::detect_container("BZhou said so.") == unpack::Container::None);
  CHECK(unpack::detect_container("PKK leaders met.") == unpack::Container::None);
  CHECK(unpack::detect_container("BZh91AY&SY") == unpack::Container::Compressed);
  CHECK(unpack::detect_container("PK\x03\x04") == unpack::Container::Archive);
  CHECK(unpack::detect_container("") == unpack::Container::None);
}
