// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/xml/entities.h"

#include <algorithm>

#include "core/base/utf8.h"
#include "indexer/read/entity.h"

namespace nutgraf::read::xml {
namespace {

constexpr std::size_t kLongestText = 64UL * 1024;
constexpr std::size_t kMostExpanded = 16UL * 1024 * 1024;

}  // namespace

void Entities::declare(std::string_view name, std::string_view value) {
  std::string text;
  while (!value.empty() && text.size() <= kLongestText) {
    const std::size_t sign = std::min(value.find('&'), value.size());
    text.append(value.substr(0, sign));
    value.remove_prefix(sign);
    const std::size_t end = value.find(';');
    const auto known =
        value.empty() || end == std::string_view::npos ? texts_.end() : texts_.find(value.substr(1, end - 1));
    if (known != texts_.end()) {
      text.append(known->second);
      value.remove_prefix(end + 1);
    } else if (!value.empty()) {
      text += '&';
      value.remove_prefix(1);
    }
  }
  if (text.size() > kLongestText) {
    bomb_ = true;
    text.clear();
  }
  texts_.emplace(name, std::move(text));  // the first declaration counts
}

std::optional<std::string_view> Entities::expand(std::string_view name) {
  auto found = texts_.find(name);
  if (found == texts_.end()) {
    const auto character = character_of_entity(name);
    if (!character) {
      return std::nullopt;
    }
    std::string text;
    utf8::append(text, *character);
    found = texts_.emplace(name, std::move(text)).first;
  }
  expanded_ += found->second.size();
  bomb_ = bomb_ || expanded_ > kMostExpanded;
  return bomb_ ? std::string_view{} : std::string_view(found->second);
}

}  // namespace nutgraf::read::xml
