// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/office/docx_styles.h"

#include "indexer/read/office/xml_stream.h"

namespace nutgraf::read::office {

bool is_on(const std::string& value) {
  return value != "0" && value != "false" && value != "off" && value != "none";
}

DocxStyles::DocxStyles(std::string_view xml) {
  if (xml.empty()) {
    return;
  }
  XmlStream stream(xml);
  Style* open = nullptr;
  std::string id;
  for (auto event = stream.next(); event != XmlStream::Event::Finished; event = stream.next()) {
    if (event != XmlStream::Event::Begin) {
      continue;
    }
    const std::string_view name = stream.name();
    if (name == "style") {
      id = stream.attribute("styleId");
      open = &styles_[id];
    } else if (open != nullptr && name == "name") {
      *open = style_named(stream.attribute("val"));
    } else if (open != nullptr && name == "basedOn") {
      bases_[id] = stream.attribute("val");
    } else if (open != nullptr && name == "b" && stream.attribute("val") != "0") {
      open->weight = press::Weight::Bold;
    } else if (open != nullptr && name == "jc" && stream.attribute("val") == "center") {
      open->alignment = press::Alignment::Center;
    } else if (open != nullptr && name == "vanish") {
      hidden_[id] = is_on(stream.attribute("val"));
    }
  }
  for (const auto& [derived, base] : bases_) {
    const auto found = styles_.find(base);
    if (found != styles_.end() && styles_[derived].role == Role::Body) {
      styles_[derived].role = found->second.role;
      styles_[derived].level = found->second.level;
    }
  }
}

bool DocxStyles::hides(const std::string& id) const {
  constexpr int kDeepest = 100;  // styles based on one another in a circle
  std::string at = id;
  for (int i = 0; i < kDeepest; ++i) {
    if (const auto own = hidden_.find(at); own != hidden_.end()) {
      return own->second;
    }
    const auto base = bases_.find(at);
    if (base == bases_.end()) {
      return false;
    }
    at = base->second;
  }
  return false;
}

Style DocxStyles::style(std::string_view id) const {
  const auto found = styles_.find(id);
  return found == styles_.end() ? style_named(id) : found->second;
}

}  // namespace nutgraf::read::office
