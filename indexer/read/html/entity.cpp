// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/html/entity.h"

#include <libxml/HTMLparser.h>

#include <string>

namespace nutgraf::read::html {

std::optional<char32_t> character_of_entity(std::string_view name) {
  const std::string ended(name);
  const htmlEntityDesc* const entity = htmlEntityLookup(reinterpret_cast<const xmlChar*>(ended.c_str()));
  return entity == nullptr ? std::nullopt : std::optional(static_cast<char32_t>(entity->value));
}

}  // namespace nutgraf::read::html
