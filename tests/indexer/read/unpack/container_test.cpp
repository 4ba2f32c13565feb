// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/unpack/container.h"

#include <doctest/doctest.h>

using namespace nutgraf::read::unpack;

TEST_CASE("containers are told from texts that begin alike") {
  CHECK(detect_container("BZhou said so.") == Container::None);
  CHECK(detect_container("PKK leaders met.") == Container::None);
  CHECK(detect_container("BZh91AY&SY") == Container::Compressed);
  CHECK(detect_container("PK\x03\x04") == Container::Archive);
  const auto of = [](const char* bytes, std::size_t size) { return detect_container(std::string_view(bytes, size)); };
  CHECK(of("]\0\0\x80\0\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\0\x3D", 15) == Container::Compressed);
  CHECK(of("]\0\0\x80\0\x1B\0\0\0\0\0\0\0\0\x3D", 15) == Container::Compressed);
  CHECK(of("]\0\0\x81\0\x1B\0\0\0\0\0\0\0\0\x3D", 15) == Container::None);
  CHECK(of("A\0 \0r\0i\0v\0e\0r\0", 14) == Container::None);
  CHECK(detect_container("] and so it was said.") == Container::None);
  CHECK(detect_container("") == Container::None);
}
