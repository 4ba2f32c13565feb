// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/xml/address.h"

#include <libxml/uri.h>
#include <libxml/xmlmemory.h>

#include <memory>

namespace nutgraf::read::xml {

std::string absolute_address(const std::string& reference, const std::string& base) {
  if (base.empty() || reference.empty()) {
    return reference;
  }
  const auto bytes = [](const std::string& text) { return reinterpret_cast<const xmlChar*>(text.c_str()); };
  const std::unique_ptr<xmlChar, void (*)(void*)> whole(xmlBuildURI(bytes(reference), bytes(base)), xmlFree);
  return whole == nullptr ? reference : std::string(reinterpret_cast<const char*>(whole.get()));
}

}  // namespace nutgraf::read::xml
