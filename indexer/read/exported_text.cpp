// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/exported_text.h"

#include <string_view>
#include <utility>

namespace nutgraf::read {
namespace {

constexpr std::string_view kMark = "\uFDD0";

}  // namespace

std::string exported_text(const std::vector<std::string>& passages) {
  std::string text;
  for (const std::string& passage : passages) {
    text.append(kMark).append(passage);
  }
  return text;
}

bool is_exported(const Article& article) {
  return article.text.starts_with(kMark);
}

std::vector<std::string> take_passages(Article& article) {
  std::vector<std::string> passages;
  std::string plain;
  std::string_view rest = article.text;
  while (rest.starts_with(kMark)) {
    rest.remove_prefix(kMark.size());
    const std::string_view passage = rest.substr(0, rest.find(kMark));
    rest.remove_prefix(passage.size());
    plain.append(plain.empty() ? "" : "\n\n").append(passage);
    passages.emplace_back(passage);
  }
  article.text = std::move(plain);
  return passages;
}

}  // namespace nutgraf::read
