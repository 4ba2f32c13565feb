// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/page_parts.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "indexer/read/file_name.h"

namespace nutgraf::read {
namespace {

constexpr auto kExtensions = std::to_array<std::string_view>({"html", "htm", "xhtml", "shtml"});

/// The path of a page without its extension; empty where it is none.
std::string_view page_stem(std::string_view path) {
  const std::string extension = extension_of(path);
  return std::ranges::find(kExtensions, extension) == kExtensions.end()
             ? std::string_view{}
             : path.substr(0, path.size() - extension.size() - 1);
}

/// Calls `take` with the path of each page that `path` would be a part of.
template <typename Take>
void for_each_page(std::string_view path, const Take& take) {
  std::size_t begin = 0;
  for (std::size_t slash = path.find('/'); slash != std::string_view::npos; slash = path.find('/', begin)) {
    const std::string_view page = page_of_parts(path.substr(begin, slash - begin));
    if (!page.empty()) {
      take(path.substr(0, begin + page.size()));
    }
    begin = slash + 1;
  }
}

}  // namespace

std::string_view page_of_parts(std::string_view folder) {
  constexpr auto kEndings = std::to_array<std::string_view>(
      {"_files",     ".files",    "-Dateien", "_Dateien", "_fichiers",    "_archivos", "_arquivos",  "_ficheiros",
       "_bestanden", "_pliki",    "_file",    "-filer",   "_filer",       "_soubory",  "_tiedostot", "_dosyalar",
       "_elemei",    "_datoteke", "_fajlovi", "_fitxers", "_fitxategiak", "_failid",   "_fails",     "_bylos"});
  for (const std::string_view ending : kEndings) {
    if (folder.ends_with(ending)) {
      return folder.substr(0, folder.size() - ending.size());
    }
  }
  return {};
}

bool is_part_of_page(std::string_view folder, const std::vector<std::string>& names) {
  const std::string page(page_of_parts(folder));
  return !page.empty() && std::ranges::any_of(kExtensions, [&](std::string_view extension) {
    return std::ranges::binary_search(names, page + "." + std::string(extension));
  });
}

PagesOfArchive::Place PagesOfArchive::place_of(std::string_view path) {
  Place place = Place::Own;
  for_each_page(path, [&](std::string_view page) {
    const Place here = pages_.contains(page) ? Place::Part : Place::Undecided;
    place = place == Place::Part ? place : here;
  });
  if (const std::string_view stem = page_stem(path); !stem.empty() && place != Place::Part) {
    pages_.emplace(stem);
  }
  return place;
}

bool PagesOfArchive::was_part(std::string_view path) const {
  bool part = false;
  for_each_page(path, [&](std::string_view page) { part = part || pages_.contains(page); });
  return part;
}

}  // namespace nutgraf::read
