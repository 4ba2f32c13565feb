// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/html/dom.h"

#include <libxml/HTMLparser.h>
#include <libxml/tree.h>

#include <cstddef>
#include <cstring>
#include <limits>
#include <new>
#include <optional>
#include <string>

#include "indexer/read/html/footnote_marks.h"
#include "indexer/read/html/tame.h"

namespace nutgraf::read::html {
namespace {

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view{} : std::string_view(reinterpret_cast<const char*>(text));
}

xmlDoc* parse(std::string_view html) {
  constexpr int kOptions = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                           HTML_PARSE_COMPACT | HTML_PARSE_IGNORE_ENC;
  if (html.empty() || html.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) {
    return nullptr;
  }
  const std::unique_ptr<htmlParserCtxt, void (*)(htmlParserCtxtPtr)> parser(htmlNewParserCtxt(), htmlFreeParserCtxt);
  if (parser == nullptr) {
    throw std::bad_alloc();
  }
  parser->options |= XML_PARSE_HUGE;  // no limit of 10 MB to a run of text
  return htmlCtxtReadMemory(parser.get(), html.data(), static_cast<int>(html.size()), nullptr, "UTF-8", kOptions);
}

const xmlAttr* find_attribute(const xmlNode& node, std::string_view name) {
  if (node.type != XML_ELEMENT_NODE) {
    return nullptr;
  }
  for (const xmlAttr* attribute = node.properties; attribute != nullptr; attribute = attribute->next) {
    const char* const known = reinterpret_cast<const char*>(attribute->name);
    if (std::strncmp(known, name.data(), name.size()) == 0 && known[name.size()] == '\0') {
      return attribute;
    }
  }
  return nullptr;
}

bool is_kept(const xmlNode& node) {
  return node.type == XML_ELEMENT_NODE || node.type == XML_TEXT_NODE || node.type == XML_CDATA_SECTION_NODE;
}

}  // namespace

Dom::Dom(std::string_view html) : tree_(nullptr, xmlFreeDoc) {
  const std::optional<std::string> tame = tamed(html);
  tree_.reset(parse(tame ? std::string_view(*tame) : html));
  xmlNode* const root = tree_ == nullptr ? nullptr : xmlDocGetRootElement(tree_.get());
  if (root != nullptr) {
    raise_digits(*root);
    fill(*root);
  }
}

void Dom::append(const xmlNode& node, NodeIndex parent) {
  const Tag tag = node.type == XML_ELEMENT_NODE ? tag_of(view(node.name)) : Tag::Text;
  const std::size_t length = tag == Tag::Text ? view(node.content).size() : 0;
  nodes_.push_back({&node, parent, size() + 1, static_cast<std::uint32_t>(length), tag});
}

void Dom::fill(const xmlNode& root) {
  const xmlNode* node = &root;
  NodeIndex parent = kNoNode;
  while (node != nullptr) {
    if (is_kept(*node)) {
      append(*node, parent);
      if (node->type == XML_ELEMENT_NODE && node->children != nullptr) {
        parent = size() - 1;
        node = node->children;
        continue;
      }
    }
    while (node != &root && node->next == nullptr) {
      node = node->parent;
      nodes_[parent].end = size();
      parent = nodes_[parent].parent;
    }
    node = node == &root ? nullptr : node->next;
  }
}

std::string_view Dom::characters(NodeIndex index) const {
  const Node& node = nodes_[index];
  return node.length == 0 ? std::string_view{}
                          : std::string_view(reinterpret_cast<const char*>(node.source->content), node.length);
}

std::string_view Dom::attribute(NodeIndex index, std::string_view name) const {
  const xmlAttr* const found = find_attribute(*nodes_[index].source, name);
  return found == nullptr || found->children == nullptr ? std::string_view{} : view(found->children->content);
}

bool Dom::has_attribute(NodeIndex index, std::string_view name) const {
  return find_attribute(*nodes_[index].source, name) != nullptr;
}

std::string_view Dom::name(NodeIndex index) const {
  return nodes_[index].tag == Tag::Text ? std::string_view{} : view(nodes_[index].source->name);
}

}  // namespace nutgraf::read::html
