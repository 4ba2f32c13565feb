// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/office/odt_styles.h"

#include "indexer/read/office/xml_stream.h"

namespace nutgraf::read::office {

void OdtStyles::read(std::string_view xml) {
  if (xml.empty()) {
    return;
  }
  XmlStream stream(xml);
  Key key;
  for (auto event = stream.next(); event != XmlStream::Event::Finished; event = stream.next()) {
    if (event != XmlStream::Event::Begin) {
      continue;
    }
    const std::string_view name = stream.name();
    if (name == "body" || name == "master-styles") {
      return;
    }
    if (name == "style") {
      key = {stream.attribute("family"), stream.attribute("name")};
      parents_[key] = stream.attribute("parent-style-name");
    } else if (name == "text-properties") {
      const std::string display = stream.attribute("display");
      if (!display.empty()) {
        displays_[key] = display == "none" ? Display::Hidden : Display::Shown;
      }
    }
  }
}

std::string OdtStyles::parent(const std::string& name) const {
  const auto found = parents_.find({"paragraph", name});
  return found == parents_.end() ? std::string() : found->second;
}

OdtStyles::Display OdtStyles::display(const std::string& family, const std::string& name) const {
  constexpr int kDeepest = 100;  // styles made from one another in a circle
  Key key{family, name};
  for (int i = 0; i < kDeepest && !key.second.empty(); ++i) {
    if (const auto own = displays_.find(key); own != displays_.end()) {
      return own->second;
    }
    const auto parent = parents_.find(key);
    key.second = parent == parents_.end() ? std::string() : parent->second;
  }
  return Display::Inherited;
}

}  // namespace nutgraf::read::office
