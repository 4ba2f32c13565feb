// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/registry.h"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <variant>

#include "indexer/read/detect.h"

using namespace nutgraf::read;

namespace {

std::string text_of(const std::string& path) {
  std::ifstream file(std::string(NUTGRAF_SOURCE_DIR) + "/" + path);
  REQUIRE_MESSAGE(file.is_open(), path);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("a name and an extension belong to one reader") {
  std::set<std::string_view> names;
  std::set<std::string_view> extensions;
  for (const Reader& reader : readers()) {
    CAPTURE(reader.name);
    CHECK(names.insert(reader.name).second);
    CHECK(reader_named(reader.name) == &reader);
    for (const std::string_view extension : reader.extensions) {
      CAPTURE(extension);
      if (!extension.empty()) {
        CHECK(extensions.insert(extension).second);
        CHECK(reader_of_extension(extension) == &reader);
      }
    }
  }
  CHECK(reader_named("") == nullptr);
  CHECK(reader_of_extension("") == nullptr);
}

TEST_CASE("an extension leads to its reader") {
  for (const Reader& reader : readers()) {
    for (const std::string_view extension : reader.extensions) {
      Document document;
      document.name = "a." + std::string(extension);
      const auto found = detect_reader("The river rose.", document, "");
      CAPTURE(document.name);
      CHECK((extension.empty() || std::get<const Reader*>(found) == &reader));
    }
  }
}

TEST_CASE("the page of formats names every reader and extension") {
  const std::string page = text_of("docs/formats.md");
  for (const Reader& reader : readers()) {
    CAPTURE(reader.name);
    CHECK(page.find("`--format " + std::string(reader.name) + "`") != std::string::npos);
    for (const std::string_view extension : reader.extensions) {
      CAPTURE(extension);
      CHECK((extension.empty() || page.find("`." + std::string(extension) + "`") != std::string::npos));
    }
  }
}
