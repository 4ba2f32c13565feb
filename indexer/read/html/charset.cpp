// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/html/charset.h"

#include <algorithm>
#include <cstddef>

#include "core/base/ascii.h"

namespace nutgraf::read::html {
namespace {

bool is_of_name(char c) {
  return ascii::is_alphanumeric(c) || c == '-' || c == '_' || c == '.' || c == ':' || c == '+';
}

/// What `text` begins with, without quotes and spaces before it.
std::string charset_name(std::string_view text) {
  const auto begin = std::ranges::find_if_not(text, [](char c) { return c == '"' || c == '\'' || ascii::is_space(c); });
  const auto end = std::find_if_not(begin, text.end(), is_of_name);
  return {begin, end};
}

}  // namespace

std::string declared_charset(std::string_view page) {
  constexpr std::size_t kNear = 16UL * 1024;
  const std::string front = ascii::lowered(page.substr(0, kNear));
  if (front.starts_with("<?xml")) {
    const std::string_view declaration = std::string_view(front).substr(0, front.find("?>"));
    if (std::string name = parameter(declaration, "encoding"); !name.empty()) {
      return name;
    }
  }
  for (std::size_t at = front.find("<meta"); at != std::string::npos; at = front.find("<meta", at + 1)) {
    const std::string_view tag = std::string_view(front).substr(at, front.find('>', at) - at);
    if (std::string name = parameter(tag, "charset"); !name.empty()) {
      return name;
    }
  }
  return {};
}

std::string parameter(std::string_view header, std::string_view name) {
  const std::string lowered = ascii::lowered(header);
  const std::size_t at = lowered.find(std::string(name) + "=");
  return at == std::string::npos ? std::string() : charset_name(std::string_view(lowered).substr(at + name.size() + 1));
}

}  // namespace nutgraf::read::html
