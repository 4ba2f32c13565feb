// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/bind/plain_spelling.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "core/index/contract.h"

namespace nutgraf::bind {

TEST_CASE("a query without accents: words only, and only accents of a language of the index") {
  struct Row {
    std::string query;
    std::vector<LanguageCount> languages;
    std::string plain;  // empty = none of its words has another spelling
  };
  const std::vector<LanguageCount> french = {{"fr", 9}};
  const std::vector<Row> rows = {
      {"café", french, "cafe"},
      {"cafe", french, ""},
      {"", french, ""},
      {"café", {}, ""},
      {"\"le président élu\" NEAR/5 (Étéz* OR thé)", french, "\"le president elu\" NEAR/5 (etez* OR the)"},
      {"title:café -thé", french, "title:cafe -the"},
      {"jalapeño", {{"es", 9}}, ""},                     // a letter of its own
      {"jalapeño", {{"es", 9}, {"en", 1}}, "jalapeno"},  // in Spanish alone
      {"über", {{"de", 9}}, "uber"},                     // the first spelling of several
  };
  for (const Row& row : rows) {
    CAPTURE(row.query);
    CHECK(without_accents(row.query, row.languages).value_or("") == row.plain);
  }
}

}  // namespace nutgraf::bind
