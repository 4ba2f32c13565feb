// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/clean/clean.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace nutgraf::clean {
namespace {

struct Row {
  const char* name;
  std::string text;
  std::string expected;
};

TEST_CASE("template debris goes, the sentence around it stays") {
  const std::vector<Row> rows = {
      {"nothing", "The river rose.\n\nIt fell.", "The river rose.\n\nIt fell."},
      {"inside a sentence", "The vote {{user.name}} was close.", "The vote was close."},
      {"sections vanish as tags",
       "News email {{ #verifyErrors }} {{ message }} {{ /verifyErrors }} {{ ^verifyErrors }} Something went wrong. "
       "Please "
       "try again later {{ /verifyErrors }}\n\nThe US secretary",
       "News email Something went wrong. Please try again later\n\nThe US secretary"},
      {"three braces", "A {{{raw}}} b", "A b"},
      {"many lines", "One {{#if a\n  b\n  c }} two", "One two"},
      {"nested", "One {{ a {{ b }} c }} two", "One two"},
      {"statement", "One {% if user %} two {% endif %} three", "One two three"},
      {"server page", "One <%= user.name %> two <% end %>.", "One two."},
      {"placeholder", "Dear ${user.name}, the ${ item } is here", "Dear, the is here"},
      {"workflow", "Token ${{ secrets.KEY }} here", "Token here"},
      {"before a comma", "Hello {{name}}, welcome", "Hello, welcome"},
      {"in brackets", "The mayor (by {{author}}) spoke", "The mayor (by) spoke"},
      {"between letters", "vote{{x}}was", "vote was"},
      {"at the start", "{{ad}} The river", "The river"},
      {"at the end", "The river {{ad}}\n", "The river"},
      {"all of it", " {{ad}} ", ""},
      {"paragraph of its own", "One.\n\n{{ad}}\n\nTwo.", "One.\n\nTwo."},
      {"two paragraphs of it", "One.\n\n{{ad}}\n\n{{ad}}\n\nTwo.", "One.\n\nTwo."},
      {"line of its own makes no paragraph", "One\n{{ad}}\ntwo", "One\ntwo"},
      {"paragraph break after", "One {{ad}}\n\nTwo", "One\n\nTwo"},
      {"unclosed", "One {{ two three", "One two three"},
      {"unclosed, far from the next end", "One {{ " + std::string(1500, 'x') + " }} two",
       "One " + std::string(1500, 'x') + " }} two"},
      {"unclosed before a good one", "One {{ " + std::string(1500, 'x') + " {{ad}} two",
       "One " + std::string(1500, 'x') + " two"},
      {"brace after the end stays", "{\"a\":{{x}}}", "{\"a\":}"},
      {"price", "It costs $5 or $6{half}.", "It costs $5 or $6{half}."},
      {"code", "int a[] = {1, 2}; f(){ g(); }", "int a[] = {1, 2}; f(){ g(); }"},
      {"set", "Let A = {x | x < 5%} and B = {}", "Let A = {x | x < 5%} and B = {}"},
      {"JSON", "{\"a\":{\"b\":{}}}", "{\"a\":{\"b\":{}}}"},
      {"LaTeX", "so ${x^2}$ and ${y}$ and ${\\alpha}$", "so ${x^2}$ and ${y}$ and ${\\alpha}$"},
      {"percent sign", "growth <5% and {5%", "growth <5% and {5%"},
      {"unclosed statement", "rate <% of {% of", "rate <% of {% of"},
      {"other scripts", "習近平{{ad}}主席", "習近平 主席"},
  };
  for (const Row& row : rows) {
    SUBCASE(row.name) {
      CHECK(clean_text(row.text).text == row.expected);
      CHECK_MESSAGE(clean_text(row.expected).text == row.expected, "cleaning again changes nothing");
    }
  }
}

TEST_CASE("every cut is kept") {
  const Cleaned cleaned = clean_text("A {{ #x }} {{ y }} b ${z} c <% d %>\n\n{% e %}");
  const std::vector<Cut> expected = {
      {"{{ #x }} {{ y }}", "template"}, {"${z}", "template"}, {"<% d %>", "template"}, {"{% e %}", "template"}};
  CHECK(cleaned.cuts == expected);
  CHECK(cleaned.text == "A b c");
}

// Quadratic work on these would outlast the test's time limit.
TEST_CASE("long runs of openings end") {
  constexpr std::size_t kBytes = 4'000'000;
  for (const char* piece : {"{{", "{{ ", "{{a", "<%", "{%", "${", "${a", "{{ }} ", "}}", "{{ <% ", "{%}", "$", "{<"}) {
    SUBCASE(piece) {
      std::string text;
      while (text.size() < kBytes) {
        text += piece;
      }
      const Cleaned cleaned = clean_text(text);
      CHECK(cleaned.text.find("{{") == std::string::npos);
    }
  }
}

}  // namespace
}  // namespace nutgraf::clean
