// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/html/element.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace nutgraf::read::html {
namespace {

struct Element {
  std::string_view name;
  Role role;
};

// By name, which is the order of Tag.
constexpr auto kElements = std::to_array<Element>({
    {"a", Role::Inline},          {"abbr", Role::Inline},
    {"address", Role::Block},     {"amp-ad", Role::Block},
    {"amp-consent", Role::Block}, {"amp-embed", Role::Block},
    {"amp-sidebar", Role::Block}, {"amp-user-notification", Role::Block},
    {"article", Role::Block},     {"aside", Role::Block},
    {"b", Role::Inline},          {"big", Role::Inline},
    {"blockquote", Role::Block},  {"body", Role::Block},
    {"br", Role::Inline},         {"button", Role::Inline},
    {"canvas", Role::Dropped},    {"caption", Role::Block},
    {"center", Role::Block},      {"cite", Role::Inline},
    {"code", Role::Inline},       {"dd", Role::Block},
    {"del", Role::Inline},        {"details", Role::Block},
    {"dialog", Role::Block},      {"dir", Role::Block},
    {"div", Role::Block},         {"dl", Role::Block},
    {"dt", Role::Block},          {"em", Role::Inline},
    {"embed", Role::Dropped},     {"fieldset", Role::Block},
    {"figcaption", Role::Block},  {"figure", Role::Block},
    {"font", Role::Inline},       {"footer", Role::Block},
    {"form", Role::Block},        {"h1", Role::Block},
    {"h2", Role::Block},          {"h3", Role::Block},
    {"h4", Role::Block},          {"h5", Role::Block},
    {"h6", Role::Block},          {"head", Role::Dropped},
    {"header", Role::Block},      {"hr", Role::Block},
    {"html", Role::Block},        {"i", Role::Inline},
    {"iframe", Role::Dropped},    {"img", Role::Inline},
    {"input", Role::Inline},      {"ins", Role::Inline},
    {"label", Role::Inline},      {"legend", Role::Block},
    {"li", Role::Block},          {"link", Role::Inline},
    {"main", Role::Block},        {"mark", Role::Inline},
    {"menu", Role::Block},        {"meta", Role::Inline},
    {"nav", Role::Block},         {"noscript", Role::Dropped},
    {"object", Role::Dropped},    {"ol", Role::Block},
    {"optgroup", Role::Block},    {"option", Role::Block},
    {"p", Role::Block},           {"picture", Role::Inline},
    {"pre", Role::Block},         {"q", Role::Inline},
    {"rp", Role::Dropped},        {"rt", Role::Dropped},
    {"s", Role::Inline},          {"script", Role::Dropped},
    {"section", Role::Block},     {"select", Role::Inline},
    {"small", Role::Inline},      {"span", Role::Inline},
    {"strike", Role::Inline},     {"strong", Role::Inline},
    {"style", Role::Dropped},     {"sub", Role::Inline},
    {"summary", Role::Block},     {"sup", Role::Inline},
    {"svg", Role::Dropped},       {"table", Role::Block},
    {"tbody", Role::Block},       {"td", Role::Cell},
    {"template", Role::Dropped},  {"textarea", Role::Inline},
    {"tfoot", Role::Block},       {"th", Role::Cell},
    {"thead", Role::Block},       {"time", Role::Inline},
    {"title", Role::Inline},      {"tr", Role::Block},
    {"tt", Role::Inline},         {"u", Role::Inline},
    {"ul", Role::Block},          {"video", Role::Inline},
});
static_assert(std::ranges::is_sorted(kElements, {}, &Element::name));
static_assert(kElements.size() == static_cast<std::size_t>(Tag::Other));

}  // namespace

Tag tag_of(std::string_view name) {
  const auto* const found = std::ranges::lower_bound(kElements, name, {}, &Element::name);
  const bool known = found != kElements.end() && found->name == name;
  return known ? static_cast<Tag>(found - kElements.begin()) : Tag::Other;
}

Role role_of(Tag tag) {
  return tag < Tag::Other ? kElements.at(static_cast<std::size_t>(tag)).role : Role::Inline;
}

}  // namespace nutgraf::read::html
