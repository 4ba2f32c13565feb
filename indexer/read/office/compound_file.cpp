// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/office/compound_file.h"

#include <string>

namespace nutgraf::read::office {

bool is_compound_file(std::string_view front) {
  return front.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
}

bool is_encrypted_package(std::string_view bytes) {
  // The name of a stream, in the directory as UTF-16.
  std::string name;
  for (const char c : std::string_view("EncryptedPackage")) {
    name += c;
    name += '\0';
  }
  return bytes.find(name) != std::string_view::npos;
}

}  // namespace nutgraf::read::office
