// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/roots.h"

#include <algorithm>
#include <filesystem>

#include "core/base/native_path.h"
#include "indexer/read/check_options.h"
#include "indexer/read/file_name.h"
#include "indexer/read/utf8.h"
#include "indexer/read/walk.h"

namespace nutgraf::read {
namespace {

std::string parent_of(const std::string& path) {
  return std::filesystem::path(path).parent_path().native();
}

/// An input's own folder: itself where it is one.
std::string folder_of(const std::string& path) {
  std::error_code ignored;
  return std::filesystem::is_directory(path, ignored) ? path : parent_of(path);
}

std::string common_folder(std::string folder, const std::string& other) {
  while (!holds(folder, other)) {
    folder = parent_of(folder);
  }
  return folder;
}

std::vector<std::string> absolute_inputs(const std::vector<std::string>& inputs) {
  std::vector<std::string> paths;
  for (const std::string& input : inputs) {
    if (input != kStandardInput) {
      paths.push_back(absolute_path(input).native());
    }
  }
  return paths;
}

void add_root(std::vector<std::string>& roots, const std::string& root) {
  if (std::find(roots.begin(), roots.end(), root) == roots.end()) {
    roots.push_back(root);
  }
}

}  // namespace

bool holds(std::string_view folder, std::string_view path) {
  if (!path.starts_with(folder)) {
    return false;
  }
  return path.size() == folder.size() || folder.ends_with('/') || path[folder.size()] == '/';
}

std::string relative_to_root(std::string_view path, const std::vector<std::string>& roots) {
  std::string_view best;
  for (const std::string& root : roots) {
    if (root.size() > best.size() && root.size() < path.size() && holds(root, path)) {
      best = root;
    }
  }
  std::string_view relative = path.substr(best.size());
  while (relative.starts_with('/')) {
    relative.remove_prefix(1);
  }
  return std::string(relative);
}

bool is_derived(std::string_view id, std::string_view file, const std::vector<std::string>& roots) {
  const std::string whole = escaped_name(relative_to_root(native_path(file), roots));
  for (const std::string& base : {whole, without_compression(whole)}) {
    const std::string_view behind = id.substr(std::min(base.size(), id.size()));
    if (id.starts_with(base) && (behind.empty() || behind[0] == ':' || behind[0] == '/')) {
      return true;
    }
  }
  return false;
}

ReadOptions with_roots(ReadOptions options, const std::vector<std::string>& known_roots) {
  check_options(options);
  check_inputs_exist(options.inputs);
  std::vector<std::string> roots = known_roots;
  for (const std::string& root : options.roots) {
    add_root(roots, absolute_path(root).native());
  }
  const std::vector<std::string> inputs = absolute_inputs(options.inputs);
  if (roots.empty() && !inputs.empty()) {
    std::string common = folder_of(inputs.front());
    for (const std::string& input : inputs) {
      common = common_folder(common, folder_of(input));
    }
    roots.push_back(common);
  }
  for (const std::string& input : inputs) {
    const bool known =
        std::any_of(roots.begin(), roots.end(), [&](const std::string& root) { return holds(root, input); });
    if (!known) {
      // The folder above: ids begin with the name of the input's own folder.
      add_root(roots, parent_of(folder_of(input)));
    }
  }
  options.roots = roots;
  return options;
}

}  // namespace nutgraf::read
