// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/unpack/container.h"

#include <doctest/doctest.h>

#include <cstdio>
#include <string>
#include <string_view>

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

TEST_CASE("a tar from before it had a mark is told by the sum of its header") {
  std::string tar(1024, '\0');
  tar.replace(0, 5, "a.txt");
  tar.replace(100, 7, "0000644");
  tar.replace(148, 8, "        ");
  unsigned sum = 0;
  for (const char c : tar.substr(0, 512)) {
    sum += static_cast<unsigned char>(c);
  }
  char digits[9];
  std::snprintf(digits, sizeof digits, "%06o", sum);
  tar.replace(148, 6, digits, 6);
  CHECK(detect_container(tar) == Container::Archive);
  tar[100] = '7';
  CHECK(detect_container(tar) == Container::None);
  CHECK(detect_container(std::string(1024, '\0')) == Container::None);
}

TEST_CASE("a packed file that ends within its mark is told by its extension") {
  using namespace std::string_view_literals;
  struct Row {
    std::string_view file;
    const char* extension;
    bool cut;
  };
  for (const Row& row :
       {Row{"BZh91AY&", "bz2", true}, Row{"B", "bz2", true}, Row{"\x28\xB5\x2F", "zst", true}, Row{"P", "zip", true},
        Row{"PK\x03", "zip", true}, Row{"7z\xBC", "7z", true}, Row{"Rar!", "rar", true}, Row{"LZIP", "lz", true},
        Row{"\x04\x22\x4D", "lz4", true}, Row{"]\0\0\x80\0"sv, "lzma", true}, Row{"\xFD\x37zXZ", "xz", true},
        Row{"BZh91AY&", "txt", false}, Row{"B.", "bz2", false}, Row{"", "zip", false},
        Row{"PK\x03\x04\x14", "zip", false}}) {
    CAPTURE(std::string(row.file));
    CAPTURE(row.extension);
    CHECK(is_cut_container(row.file, row.extension) == row.cut);
  }
}
