// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/html/fragment.h"

#include <doctest/doctest.h>

#include <string>

using namespace nutgraf::read::html;

TEST_CASE("what is markup and what only looks so") {
  for (const char* text : {"<p>One.</p>", "<p>One.", "One.<br>Two.", "One.<br/>Two.", "One <b>two</b>.",
                           "<div class=\"x\">One.</div>", "a < b and <i>c</i>", "One.<BR />Two.", "x <img src='a'>"}) {
    CAPTURE(text);
    CHECK(holds_html(text));
  }
  for (const char* text : {"a < b", "a <b and c", "if a<b and c>d", "The <p> tag begins a paragraph.", "<3", "<",
                           "a <- b", "<name> and </name>", "Jo <jo@x.example>", "<https://x.example/a>", "1 <br", ""}) {
    CAPTURE(text);
    CHECK_FALSE(holds_html(text));
  }
}

TEST_CASE("markup as text") {
  struct Row {
    const char* html;
    const char* text;
  };
  const Row rows[] = {
      {"<p>One.</p><p>Two.</p>", "One.\n\nTwo."},
      {"<p>One.<p>Two.", "One.\n\nTwo."},
      {"<p>The <b>gan</b>try <a href='x'>stood</a>.</p>", "The gantry stood."},
      {"<p>One,<br>two,<br/>three.</p>", "One,\ntwo,\nthree."},
      {"One.<br><br>Two.", "One.\n\nTwo."},
      {"<p>  One\n  and\ttwo </p>\n\n", "One and two"},
      {"<h2>Head</h2>Text<div>More</div>end", "Head\n\nText\n\nMore\n\nend"},
      {"<ul><li>One</li><li>Two</li></ul>", "One\n\nTwo"},
      {"<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\n\nc"},
      {"<pre>a\n  b\n\nc</pre>", "a\nb\n\nc"},
      {"<p>Quay &amp; pier&nbsp;&lt;3 caf&eacute; &#8217; &#x2019; &#146;</p>",
       "Quay & pier\xC2\xA0"
       "<3 café ’ ’ ’"},
      {"<p>&nbsp;</p><p>One.&nbsp;</p>", "One."},
      {"<p>One.</p><script>var a = '<p>no</p>';</script><style>p { x: y }</style><!-- no --><p>Two.</p>",
       "One.\n\nTwo."},
      {"<noscript>no</noscript><iframe src='x'>no</iframe><p>One.</p>", "One."},
      {"<html><head><title>no</title><meta charset='iso-8859-1'></head><body><p>Żółć</p></body></html>", "Żółć"},
      {"<p>a < b and c > d &foo; &</p>", "a < b and c > d &foo; &"},
      {"<p>习近平<b>主席</b></p>", "习近平主席"},
      {"<p>我们坚持一个中国\n  原则，\n的 US\n政策 和 平</p>", "我们坚持一个中国原则，的 US 政策 和 平"},
      {"plain &amp; simple", "plain & simple"},
      {"<p>The treaty<sup>1</sup> of 2023<SUP><a href='#n'>12</a></SUP> was signed<sup class='n'>1, 2</sup>.</p>",
       "The treaty¹ of 2023¹² was signed¹, ²."},
      {"<p>12 m<sup>2</sup>, CO<sub>2</sub>, the 1<sup>st</sup>, 7<sup>1</sup>/<sub>2</sub></p>",
       "12 m², CO2, the 1st, 71/2"},
      {"<unknown>x</unknown>y", "xy"},
      {"<p>un&shy;broken</p>",
       "un\xC2\xAD"
       "broken"},
      {"<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><p>a&x;b</p>", nullptr},
      {"<p><![CDATA[One.]]></p><p>Two.</p>", "One.\n\nTwo."},
      {"<![CDATA[<p>One.</p><p>Two.</p>]]>", "One.\n\nTwo."},
      {"<p>a]]b <![CDATA[<![CDATA[c]]>]]></p>", "a]]b c]]>"},
      {"<p>One.</p><script>//<![CDATA[\nvar a = '<p>no</p>';\n//]]></script><p>Two.</p>", "One.\n\nTwo."},
      {"", ""},
      {"<p></p>", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.html);
    const std::string text = html_to_text(row.html);
    if (row.text != nullptr) {
      CHECK(text == row.text);
    } else {
      CHECK(text.find("root:") == std::string::npos);
    }
  }
}

TEST_CASE("a field without paragraphs of HTML is written in lines") {
  struct Row {
    const char* html;
    const char* text;
  };
  const Row rows[] = {
      {"First <b>bold</b> one.\n\nSecond paragraph.\n\nThird.", "First bold one.\n\nSecond paragraph.\n\nThird."},
      {"<em>First</em>\n\n<strong>Second</strong>\n \nThird &amp; last.", "First\n\nSecond\n\nThird & last."},
      {"第一段 <b>粗</b>。\n\n第二段。", "第一段 粗。\n\n第二段。"},
      {"One <i>two</i>\nthree.", "One two\nthree."},
      {"One.\n\n<blockquote>Two\nthree.</blockquote>\nFour.", "One.\n\nTwo\nthree.\n\nFour."},
      {"<h2>Head</h2>\nOne.\n\nTwo.\n<ul>\n<li>Three</li>\n\n<li>four</li>\n</ul>",
       "Head\n\nOne.\n\nTwo.\n\nThree\n\nfour"},
      {"Two &lt; three.\n\nFour.", "Two < three.\n\nFour."},
      {"<p>One\n\n<b>two</b>.</p><p>Three.</p>", "One two.\n\nThree."},
      {"One\ntwo.<br>Three.\n\nFour.", "One two.\nThree.\n\nFour."},
      {"One\n\n<b>two</b>.<br>\n<br>\nThree.\n \n\n", "One\n\ntwo.\n\nThree."},
      {"One.<br>Two.", "One.\nTwo."},
      {"<div>One\n\n<b>two</b>.</div>", "One two."},
  };
  for (const Row& row : rows) {
    CAPTURE(row.html);
    CHECK(field_to_text(row.html) == row.text);
  }
  CHECK(html_lines_to_text("<p>One.\n\nTwo,<br />\nthree.</p>\n\nFour <b>five</b>.") ==
        "One.\n\nTwo,\nthree.\n\nFour five.");
  CHECK(html_lines_to_text("<pre>a\n  b\n\nc</pre>") == "a\nb\n\nc");
}

TEST_CASE("declarations that are none are comments, as Word writes them into pages") {
  CHECK(html_to_text("<p><![if !supportLists]>1. <![endif]>One<![if !supportEmptyParas]>&nbsp;<![endif]></p>") ==
        "1. One");
  CHECK(html_to_text("<!DOCTYPE html><p>One<!if x> <!-- two -->two<![ENDIF]>.</p>") == "One two.");
  CHECK(html_to_text("<p>One <! two.</p>").starts_with("One"));
  CHECK(html_to_text("<script>a = '<![if'; b > c</script><p>One.</p>") == "One.");
}

TEST_CASE("markup of any depth and size") {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) {
    deep += "<div>";
  }
  CHECK(html_to_text(deep + "x").size() <= 1);
  std::string large = "<p>";
  for (int i = 0; i < 600'000; ++i) {
    large += "Every boat came home. ";
  }
  CHECK(html_to_text(large + "</p><p>Last.</p>").ends_with("home.\n\nLast."));
  std::string many;
  for (int i = 0; i < 300'000; ++i) {
    many += "<p>Every boat came home.</p>";
  }
  CHECK(html_to_text(many).size() == 300'000 * 23 - 2);
}

TEST_CASE("a whole page in a field is read for its article") {
  const std::string page =
      "<!-- crawled --><!DOCTYPE html><html><body><nav><a href=/>Home</a> <a "
      "href=/b>Boats</a></nav><article><h1>Ferries"
      "</h1><p>The ferry company said on Monday that two more boats would run.</p></article></body></html>";
  CHECK(begins_page(page));
  CHECK(field_to_text(page) == "The ferry company said on Monday that two more boats would run.");
  CHECK(field_to_text("<html><body>Boats</body></html>") == "Boats");
  CHECK_FALSE(begins_page("<p>Boats</p>"));
}
