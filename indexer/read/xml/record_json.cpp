// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/xml/record_json.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <vector>

#include "core/base/ascii.h"
#include "core/base/json_text.h"
#include "indexer/read/xml/markup_text.h"

namespace nutgraf::read::xml {
namespace {

std::vector<const Element*> elements_of(const Element& element) {
  std::vector<const Element*> inside;
  for (const Node& node : element.content) {
    if (node.element != nullptr) {
      inside.push_back(node.element.get());
    }
  }
  return inside;
}

bool holds_words(const Element& element) {
  return std::ranges::any_of(
      element.content, [](const Node& node) { return node.element == nullptr && !ascii::trimmed(node.text).empty(); });
}

/// Whether a name comes again after another one.
bool take_turns(const std::vector<const Element*>& inside) {
  std::set<std::string> seen;
  std::string last;
  for (const Element* const one : inside) {
    const std::string name = qualified(one->name);
    if (name != last && !seen.insert(name).second) {
      return true;
    }
    last = name;
  }
  return false;
}

std::string in_quotes(std::string_view text) {
  return json_text(nlohmann::json(text));
}

void append_value(const Element& element, std::string& json);

void append_key(std::string_view key, std::string& json) {
  json.append(json.ends_with('{') ? "" : ",").append(in_quotes(key)).append(":");
}

void append_attributes(const Element& element, const std::vector<const Element*>& inside, std::string& json) {
  for (const Attribute& one : element.attributes) {
    const bool also_child =
        std::ranges::any_of(inside, [&](const Element* child) { return child->name.local == one.name.local; });
    if (one.name.prefix != "xsi" && !also_child) {
      append_key(one.name.prefix == "xml" ? one.name.local : qualified(one.name), json);
      json.append(in_quotes(one.value));
    }
  }
}

void append_members(const std::vector<const Element*>& inside, std::string& json) {
  for (std::size_t first = 0; first < inside.size();) {
    const std::string name = qualified(inside[first]->name);
    std::size_t end = first + 1;
    while (end < inside.size() && qualified(inside[end]->name) == name) {
      ++end;
    }
    append_key(name, json);
    json.append(end - first > 1 ? "[" : "");
    for (std::size_t i = first; i < end; ++i) {
      json.append(i > first ? "," : "");
      append_value(*inside[i], json);
    }
    json.append(end - first > 1 ? "]" : "");
    first = end;
  }
}

void append_object(const Element& element, const std::vector<const Element*>& inside, std::string& json) {
  json.append("{");
  append_attributes(element, inside, json);
  if (inside.empty()) {
    const std::string text = text_of(&element);
    if (!ascii::trimmed(text).empty()) {
      append_key("text", json);
      json.append(in_quotes(ascii::trimmed(text)));
    }
  } else {
    append_members(inside, json);
  }
  json.append("}");
}

void append_value(const Element& element, std::string& json) {
  const std::vector<const Element*> inside = elements_of(element);
  if (inside.empty() && element.attributes.empty()) {
    json.append(in_quotes(ascii::trimmed(text_of(&element))));
  } else if (!inside.empty() && holds_words(element)) {
    json.append(in_quotes(markup_text(&element)));
  } else if (take_turns(inside)) {
    json.append("[{");
    append_attributes(element, inside, json);
    json.append("}");
    for (const Element* const one : inside) {
      json.append(",{");
      append_key(qualified(one->name), json);
      append_value(*one, json);
      json.append("}");
    }
    json.append("]");
  } else {
    append_object(element, inside, json);
  }
}

}  // namespace

std::string to_json(const Element& element) {
  const std::vector<const Element*> inside = elements_of(element);
  std::string json;
  if (!take_turns(inside)) {
    append_object(element, inside, json);
    return json;
  }
  // A record is an object whatever the order of its children: those of one name come together.
  std::vector<const Element*> grouped = inside;
  std::ranges::stable_sort(grouped, {}, [&](const Element* one) {
    return std::ranges::find_if(inside,
                                [&](const Element* other) { return qualified(other->name) == qualified(one->name); }) -
           inside.begin();
  });
  append_object(element, grouped, json);
  return json;
}

}  // namespace nutgraf::read::xml
