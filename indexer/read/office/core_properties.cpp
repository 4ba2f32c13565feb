// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/office/core_properties.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "indexer/read/office/xml_stream.h"

namespace nutgraf::read::office {
namespace {

/// Elements by the member that they fill; of two for one member the former counts.
std::string* member_of(Properties& properties, std::string_view name) {
  using Member = std::string Properties::*;
  constexpr auto kMembers = std::to_array<std::pair<std::string_view, Member>>({
      {"title", &Properties::title},
      {"initial-creator", &Properties::author},
      {"creator", &Properties::author},
      {"created", &Properties::created},
      {"creation-date", &Properties::created},
      {"modified", &Properties::modified},
      {"date", &Properties::modified},
      {"description", &Properties::description},
      {"keywords", &Properties::keywords},
      {"keyword", &Properties::keywords},
      {"category", &Properties::section},
  });
  const auto found = std::ranges::find(kMembers, name, &std::pair<std::string_view, Member>::first);
  return found == kMembers.end() ? nullptr : &(properties.*(found->second));
}

}  // namespace

Properties core_properties(std::string_view xml) {
  Properties properties;
  if (xml.empty()) {
    return properties;
  }
  XmlStream stream(xml);
  std::string* open = nullptr;
  std::string text;
  for (auto event = stream.next(); event != XmlStream::Event::Finished; event = stream.next()) {
    if (event == XmlStream::Event::Begin) {
      open = member_of(properties, stream.name());
      text.clear();
    } else if (event == XmlStream::Event::Text) {
      text += stream.text();
    } else if (open != nullptr) {
      const bool initial = stream.name() == "initial-creator";  // of two persons, the one who began it
      const bool list = stream.name() == "keyword" && !open->empty();
      if (list) {
        *open += ", " + text;
      } else if (open->empty() || initial) {
        *open = text;
      }
      open = nullptr;
    }
  }
  return properties;
}

}  // namespace nutgraf::read::office
