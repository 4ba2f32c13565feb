// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

/// Folders with the pictures, styles and frames of a page, as browsers save them beside it: "a_files" of "a.html". Each
/// browser names them in its user's language.
namespace nutgraf::read {

/// The name of the page without its extension where `folder` is named as such folders are: "a" of "a_files"; else
/// empty.
[[nodiscard]] std::string_view page_of_parts(std::string_view folder);

/// Whether a folder is one; `names` are those in the folder around it, sorted.
[[nodiscard]] bool is_part_of_page(std::string_view folder, const std::vector<std::string>& names);

/// The same for the members of an archive, which come one after the other: a page may follow its parts.
class PagesOfArchive {
 public:
  enum class Place : std::uint8_t {
    Own,        // no part of a page
    Part,       // of a page that was met before
    Undecided,  // of a page that may still come
  };
  /// `path` is that of the next member, its folders parted by "/".
  [[nodiscard]] Place place_of(std::string_view path);
  /// The same, now that all members were met.
  [[nodiscard]] bool was_part(std::string_view path) const;

 private:
  std::set<std::string, std::less<>> pages_;  // without their extension
};

}  // namespace nutgraf::read
