// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/compile/words.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "core/base/failure.h"

namespace nutgraf::search::compile {
namespace {

bind::BoundWord word_of(const std::vector<std::vector<std::string>>& forms) {
  bind::BoundWord word;
  for (const std::vector<std::string>& terms : forms) {
    bind::Form form;
    form.terms = terms;
    word.forms.push_back(form);
  }
  return word;
}

bind::BoundQuery ranking(const bind::BoundWord& word, std::uint32_t times, double share) {
  bind::BoundQuery query;
  query.ranked.push_back({word, times});
  query.ranked.back().word.share = share;
  return query;
}

}  // namespace

TEST_CASE("a word is one synonym of its forms, scaled by how often it was typed and by its share") {
  const bind::BoundWord port = word_of({{"port"}, {"ports"}});
  const bind::BoundWord compound = word_of({{"cease", "fire"}});
  CHECK(WordCompiler(ranking(port, 1, 1)).word(port).get_description() == "Query((port SYNONYM ports))");
  CHECK(WordCompiler(ranking(port, 1, 0.5)).word(port).get_description() == "Query(0.5 * (port SYNONYM ports))");
  CHECK(WordCompiler(bind::BoundQuery()).word(compound).get_description() == "Query((SYNONYM (cease PHRASE 2 fire)))");
  CHECK(WordCompiler(bind::BoundQuery()).word(word_of({})).empty());
  CHECK(times_weight(1) == 1);
  CHECK(times_weight(3) > 2.9);
  CHECK(times_weight(3) < 3);
}

TEST_CASE("a phrase with compounds is every mixture of their forms, up to a limit") {
  const bind::BoundWord compound = word_of({{"ceasefire"}, {"cease", "fire"}});
  bind::Clause clause{"the cease-fire", {word_of({{"the"}}), compound}};
  CHECK(phrase_query(clause).get_description() ==
        "Query(((the PHRASE 2 ceasefire) OR (the PHRASE 3 cease PHRASE 3 fire)))");
  for (int i = 0; i < 7; ++i) {
    clause.parts.push_back(compound);
  }
  CHECK_THROWS_AS(static_cast<void>(phrase_query(clause)), Failure);
}

TEST_CASE("spellings of a compound that differ at one position are one phrase with a choice there") {
  const bind::BoundWord spelled = word_of(
      {{"etats", "unis"}, {"états", "unis"}, {"etats", "uni"}, {"états", "uni"}, {"etatsunis"}, {"e", "u", "s"}});
  bind::Clause clause{"les etats-unis", {word_of({{"les"}}), spelled}};
  CHECK(phrase_query(clause).get_description() ==
        "Query(((les PHRASE 2 etatsunis) OR (les PHRASE 4 e PHRASE 4 u PHRASE 4 s) OR (les PHRASE 3 (etats OR états) "
        "PHRASE 3 (uni OR unis))))");
  const bind::BoundWord apart = word_of({{"a", "b"}, {"c", "d"}});
  CHECK(phrase_query({"x", {apart, word_of({{"x"}})}}).get_description() ==
        "Query(((a PHRASE 3 b PHRASE 3 x) OR (c PHRASE 3 d PHRASE 3 x)))");
}

}  // namespace nutgraf::search::compile
