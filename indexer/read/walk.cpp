// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/walk.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "core/base/failure.h"
#include "core/index/layout.h"
#include "indexer/read/exhaustion.h"
#include "indexer/read/file_name.h"
#include "indexer/read/page_parts.h"
#include "indexer/read/utf8.h"

namespace nutgraf::read {
namespace {

std::vector<std::string> sorted_names(const std::filesystem::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    names.push_back(entry.path().filename().native());
  }
  std::sort(names.begin(), names.end());
  return names;
}

/// One that a first build is making, perhaps this one, or has left.
bool is_unfinished_index(const std::filesystem::path& folder) {
  std::error_code error;
  return std::filesystem::is_directory(folder / layout::kGenerations, error) &&
         std::filesystem::is_regular_file(folder / layout::kLock, error);
}

}  // namespace

std::string as_typed(const std::string& input) {
  const std::size_t base = input.rfind(kTypedMark);
  return base == std::string::npos ? input : input.substr(base + kTypedMark.size());
}

std::filesystem::path absolute_path(const std::string& typed) {
  std::filesystem::path path = std::filesystem::absolute(typed).lexically_normal();
  return path.has_filename() ? path : path.parent_path();
}

void check_inputs_exist(const std::vector<std::string>& inputs) {
  for (const std::string& input : inputs) {
    struct stat facts {};
    if (input != kStandardInput && ::stat(absolute_path(input).c_str(), &facts) != 0) {
      const int error = errno;
      const bool absent = error == ENOENT || error == ENOTDIR;
      const std::string shown = utf8_name(as_typed(input) == input ? input : absolute_path(input).native());
      throw Failure(ExitCode::Missing,
                    absent
                        ? fmt::format("the input {} does not exist", shown)
                        : fmt::format("the input {} cannot be read: {}", shown, std::generic_category().message(error)),
                    "nothing was read; check the path");
    }
  }
}

Walk::Walk(Visitor& visitor, const std::vector<std::string>& inputs) : visitor_(visitor) {
  for (const std::string& input : inputs) {
    if (input != kStandardInput) {
      const std::filesystem::path path = absolute_path(input);
      named_[path.parent_path()].push_back(path.filename().native());
    }
  }
  for (auto& [folder, names] : named_) {
    std::sort(names.begin(), names.end());
  }
}

bool Walk::skips_parts(const std::string& typed) {
  const std::filesystem::path path = absolute_path(typed);
  const auto named = named_.find(path.parent_path());
  if (named == named_.end() || !is_part_of_page(path.filename().native(), named->second) ||
      !std::filesystem::is_directory(path)) {
    return false;
  }
  visitor_.skip(path_name(path.native()), Skip::PageParts);
  return true;
}

void Walk::input(const std::string& typed) {
  entry(absolute_path(typed), utf8_name(as_typed(typed)), Mention::Named);
}

void Walk::entry(const std::filesystem::path& path, const std::string& given, Mention mention) {
  struct stat facts {};
  const std::string shown = path_name(path.native());
  if (::stat(path.c_str(), &facts) != 0) {
    struct stat link {};
    const int error = errno;
    if (::lstat(path.c_str(), &link) == 0 && S_ISLNK(link.st_mode)) {
      visitor_.skip(shown, Skip::Link);
    } else {
      refuse_exhaustion(error, "read", shown);
      // One that is there and may be a folder.
      const Extent extent = error == ENOENT ? Extent::File : Extent::Folder;
      visitor_.unreadable(shown, fmt::format("it cannot be read: {}", std::generic_category().message(error)), extent);
    }
    return;
  }
  if (!S_ISREG(facts.st_mode) && !S_ISDIR(facts.st_mode)) {
    visitor_.skip(shown, Skip::SpecialFile);
    return;
  }
  if (!seen_.emplace(facts.st_dev, facts.st_ino).second) {
    visitor_.skip(shown, Skip::Link);
    return;
  }
  if (S_ISDIR(facts.st_mode)) {
    folder(path, given);
    return;
  }
  constexpr std::int64_t kSecond = 1'000'000'000;
  visitor_.file({path, given, static_cast<std::uint64_t>(facts.st_size),
                 facts.st_mtim.tv_sec * kSecond + facts.st_mtim.tv_nsec, mention});
}

void Walk::folder(const std::filesystem::path& path, const std::string& given) {
  if (layout::is_index(path) || is_unfinished_index(path)) {
    visitor_.skip(path_name(path.native()), Skip::Index);
    return;
  }
  std::vector<std::string> names;
  try {
    names = sorted_names(path);
  } catch (const std::filesystem::filesystem_error& error) {
    const std::string shown = path_name(path.native());
    refuse_exhaustion(error.code().value(), "read the folder", shown);
    visitor_.unreadable(shown, fmt::format("the folder cannot be read: {}", error.code().message()), Extent::Folder);
    return;
  }
  for (const std::string& name : names) {
    if (visitor_.stopped()) {
      return;
    }
    if (is_hidden_name(name)) {
      visitor_.skip(path_name((path / name).native()), Skip::Hidden);
    } else if (is_part_of_page(name, names) && std::filesystem::is_directory(path / name)) {
      visitor_.skip(path_name((path / name).native()), Skip::PageParts);
    } else {
      entry(path / name, fmt::format("{}/{}", given, utf8_name(name)), Mention::Found);
    }
  }
}

}  // namespace nutgraf::read
