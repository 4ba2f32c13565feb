// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/folder.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace nutgraf::build {
namespace {

/// Is `path` inside of `root`? Both absolute.
bool holds(std::string_view root, std::string_view path) {
  return path.starts_with(root) && (root.ends_with('/') || path.size() == root.size() || path[root.size()] == '/');
}

std::string_view without_root(std::string_view path, std::span<const std::string> roots) {
  std::size_t longest = 0;
  for (const std::string& root : roots) {
    longest = holds(root, path) ? std::max(longest, root.size()) : longest;
  }
  return path.substr(longest);
}

std::string with_one(std::string text, std::string_view written, std::string_view meant) {
  for (std::size_t at = text.find(written); at != std::string::npos; at = text.find(written, at + meant.size())) {
    text.replace(at, written.size(), meant);
  }
  return text;
}

std::string folders_above(std::string_view path) {
  const std::size_t last = path.rfind('/');
  std::string_view folder = path.substr(0, last == std::string_view::npos ? 0 : last);
  while (folder.starts_with('/')) {
    folder.remove_prefix(1);
  }
  return std::string(folder);
}

}  // namespace

std::string folder_of(const Article& article, std::span<const std::string> roots) {
  if (article.id_source == IdSource::Path) {
    return with_one(folders_above(article.record.id), "%25", "%");  // the name, not the way it is written in an id
  }
  const Origin& origin = article.record.origin;
  std::string path(without_root(origin.path, roots));
  if (!origin.member.empty()) {
    path.append("/").append(origin.member);
    std::replace(path.begin(), path.end(), '!', '/');  // archives in archives
  }
  return folders_above(with_one(std::move(path), "//", "/"));
}

}  // namespace nutgraf::build
