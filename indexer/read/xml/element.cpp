// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/xml/element.h"

#include <algorithm>

#include "core/base/ascii.h"
#include "indexer/read/lines/flattened.h"

namespace nutgraf::read::xml {
namespace {

template <typename Test>
const Element* first_child(const Element* parent, const Test& test) {
  if (parent == nullptr) {
    return nullptr;
  }
  const auto found = std::ranges::find_if(
      parent->content, [&](const Node& node) { return node.element != nullptr && test(*node.element); });
  return found == parent->content.end() ? nullptr : found->element.get();
}

/// Whether the namespace is one whose address holds `part`, or nothing declares it and `part` holds its prefix.
bool is_of(const Name& name, std::string_view part, std::string_view local) {
  const bool undeclared = name.space.empty() && !name.prefix.empty() && part.find(name.prefix) != std::string::npos;
  return name.local == local && (undeclared || ascii::lowered(name.space).find(part) != std::string::npos);
}

void append_text(const Element& element, std::string& text) {
  for (const Node& node : element.content) {
    if (node.element != nullptr) {
      append_text(*node.element, text);
    } else {
      text.append(node.text);
    }
  }
}

}  // namespace

std::string qualified(const Name& name) {
  return name.prefix.empty() ? name.local : name.prefix + ":" + name.local;
}

std::string_view attribute(const Element& element, std::string_view local) {
  const auto found =
      std::ranges::find_if(element.attributes, [&](const Attribute& one) { return one.name.local == local; });
  return found == element.attributes.end() ? std::string_view{} : std::string_view(found->value);
}

const Element* child(const Element* parent, std::string_view local) {
  return first_child(
      parent, [&](const Element& one) { return one.name.local == local && one.name.space == parent->name.space; });
}

std::vector<const Element*> children(const Element* parent, std::string_view local) {
  std::vector<const Element*> found;
  if (parent != nullptr) {
    for (const Node& node : parent->content) {
      if (node.element != nullptr && node.element->name.local == local &&
          node.element->name.space == parent->name.space) {
        found.push_back(node.element.get());
      }
    }
  }
  return found;
}

const Element* child_in(const Element* parent, std::string_view part, std::string_view local) {
  return first_child(parent, [&](const Element& one) { return is_of(one.name, part, local); });
}

std::vector<const Element*> children_in(const Element* parent, std::string_view part, std::string_view local) {
  std::vector<const Element*> found;
  for (const Node& node : parent->content) {
    if (node.element != nullptr && is_of(node.element->name, part, local)) {
      found.push_back(node.element.get());
    }
  }
  return found;
}

const Element* inner(const Element* top, std::string_view local) {
  if (top == nullptr) {
    return nullptr;
  }
  for (const Node& node : top->content) {
    if (node.element == nullptr) {
      continue;
    }
    if (node.element->name.local == local) {
      return node.element.get();
    }
    if (const Element* const found = inner(node.element.get(), local)) {
      return found;
    }
  }
  return nullptr;
}

std::string text_of(const Element* element) {
  std::string text;
  if (element != nullptr) {
    append_text(*element, text);
  }
  return text;
}

std::string line_of(const Element* element) {
  return lines::flattened(text_of(element));
}

}  // namespace nutgraf::read::xml
