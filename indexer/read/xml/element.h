// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

/// A record of an XML document as a tree, 250 levels deep at most.
namespace nutgraf::read::xml {

struct Name {
  std::string local;   // without prefix
  std::string prefix;  // as written
  std::string space;   // the URI of its namespace; empty: none
};

/// "prefix:local", or the local name where nothing is before it.
[[nodiscard]] std::string qualified(const Name& name);

struct Attribute {
  Name name;
  std::string value;
};

struct Element;

/// A run of text, or an element.
struct Node {
  std::string text;
  std::unique_ptr<Element> element;  // null: text
};

struct Element {
  Name name;
  std::vector<Attribute> attributes;
  std::vector<Node> content;  // in document order
};

/// Empty where the element has no such attribute; `local` is its name without prefix.
[[nodiscard]] std::string_view attribute(const Element& element, std::string_view local);

/// The first child of that name in the namespace of its parent; null where there is none, or where `parent` is null.
[[nodiscard]] const Element* child(const Element* parent, std::string_view local);
/// All of them.
[[nodiscard]] std::vector<const Element*> children(const Element* parent, std::string_view local);
/// The first child of that name in a namespace whose URI holds `part`, in lower case; where nothing declares its
/// prefix, in one whose prefix `part` holds.
[[nodiscard]] const Element* child_in(const Element* parent, std::string_view part, std::string_view local);
/// All of them.
[[nodiscard]] std::vector<const Element*> children_in(const Element* parent, std::string_view part,
                                                      std::string_view local);
/// The first element of that name inside `top`, whatever its namespace; null where there is none.
[[nodiscard]] const Element* inner(const Element* top, std::string_view local);

/// All text inside an element, as it is; empty for null.
[[nodiscard]] std::string text_of(const Element* element);
/// The same on one line.
[[nodiscard]] std::string line_of(const Element* element);

}  // namespace nutgraf::read::xml
