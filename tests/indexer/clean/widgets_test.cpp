// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/clean/widgets.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace nutgraf::clean {
namespace {

const std::string kStory =
    "Dock workers in three ports stopped loading grain on Tuesday, after talks over night shifts broke down, and union "
    "leaders said the halt would last until the owners agreed to pay.\n\n"
    "The owners, who met in the capital, said that they had offered to pay for all the late hours worked since March, "
    "but that the union had not answered their letter.";
const std::string kOffer =
    "The port news each morning in your inbox Get the Quay newsletter That does not look like an address SIGN UP How "
    "we "
    "treat your data We have put you on the list of the";
const std::string kForm =
    "Quay newsletter email {{ #failed }} {{ reason }} {{ /failed }} {{ ^failed }} That did not work. Try later {{ "
    "/failed "
    "}}";

struct Row {
  std::string why;
  std::string text;
  std::string left;
  std::vector<Cut> cuts;
};

TEST_CASE("a form and a share bar show in one text, and each sentence of the story stays") {
  for (const Row& row : std::vector<Row>{
           {"all of them",
            kOffer + "\n\n" + kForm + "\n\n" + kStory + "\n\nShare this article Facebook Twitter WhatsApp Copy link",
            kStory + "\n\n",
            {{kOffer, "form"}, {kForm, "form"}, {"Share this article Facebook Twitter WhatsApp Copy link", "share"}}},
           {"a line a paragraph", kOffer + "\n" + kForm + "\n" + kStory, kStory, {{kOffer, "form"}, {kForm, "form"}}},
           {"a headline before a form",
            "Docks at a standstill\n\n" + kForm + "\n\n" + kStory,
            "Docks at a standstill\n\n" + kStory,
            {{kForm, "form"}}},
           {"a sentence before a form",
            "Mail the union to join.\n\n" + kForm + "\n\n" + kStory,
            "Mail the union to join.\n\n" + kStory,
            {{kForm, "form"}}},
           {"in the middle",
            kStory + "\n\n" + kForm + "\n\nIt is a long halt.",
            kStory + "\n\nIt is a long halt.",
            {{kForm, "form"}}},
       }) {
    CAPTURE(row.why);
    std::string text = row.text;
    CHECK(cut_widgets(text) == row.cuts);
    CHECK(text == row.left);
    CHECK(cut_widgets(text).empty());  // nothing is left to cut
  }
}

TEST_CASE("what a journalist may have written stays") {
  for (const std::string& line : {
           std::string("The mail to readers began {{ name }}, sign up for alerts and our newsletter, it said."),
           std::string("{{#if byline}} By Jane Roe {{/if}}"),
           "{{#story}} Send an email, said the union, if you want to hear from us, and " + kStory.substr(0, 200) +
               "{{/story}}",
           std::string("Facebook, Twitter"),
           std::string("Facebook and Twitter on trial"),
           std::string("Share this story with your friends"),
           std::string("Sign up for the newsletter by email"),
       }) {
    const std::string whole = line + "\n\n" + kStory;
    std::string text = whole;
    CAPTURE(line);
    CHECK(cut_widgets(text).empty());
    CHECK(text == whole);
  }
  std::string text = kForm + "\n\nThe docks are shut.";  // little would be left
  CHECK(cut_widgets(text).empty());
}

}  // namespace
}  // namespace nutgraf::clean
