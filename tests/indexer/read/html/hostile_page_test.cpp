// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <string>

#include "indexer/read/html/page.h"
#include "tests/indexer/read/html/made_page.h"

using namespace nutgraf::read::html;
using nutgraf::test::json_ld;
using nutgraf::test::kProse;
using nutgraf::test::page;

TEST_CASE("hostile pages end, and their text is read where it can be") {
  constexpr int kMany = 200'000;
  const auto repeated = [](const std::string& part) {
    std::string all;
    for (int i = 0; i < kMany; ++i) {
      all += part;
    }
    return all;
  };
  std::string deepest;
  for (int i = 0; i < 5; ++i) {
    deepest += repeated("<div>");
  }
  CHECK(extract(deepest + kProse, {}).article.text.find("Residents") != std::string::npos);
  CHECK(extract(repeated("<div>") + kProse, {}).article.text.find("Residents") != std::string::npos);
  CHECK(extract(repeated("<div>") + repeated("</p></b>") + kProse, {}).article.text.find("Residents") !=
        std::string::npos);
  CHECK(extract("<p " + repeated("a=1 ") + ">" + kProse, {}).article.text.find("Residents") != std::string::npos);
  CHECK(extract("<p class='" + repeated("a ") + "'>" + kProse, {}).article.text.find("Residents") != std::string::npos);
  CHECK(extract(repeated("<ul><li><h1><a href=x>t ") + kProse, {}).article.record.url.empty());
  const std::string entity = "<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><p>a&x;b</p>" + kProse;
  CHECK(extract(entity, {}).article.text.find("root:") == std::string::npos);
}
