// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/html/page.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/indexer/read/html/made_page.h"

using namespace nutgraf::read::html;
using nutgraf::test::json_ld;
using nutgraf::test::kProse;
using nutgraf::test::page;

namespace {

const std::string kProseText =
    "The ferry company said on Monday that two more boats would run between the island and the mainland.\n\n"
    "Residents welcomed the news, but asked the council to mend the access road before the season begins.";

}  // namespace

TEST_CASE("the text of a page is its article, without what surrounds it") {
  struct Row {
    const char* name;
    std::string body;
  };
  const Row rows[] = {
      {"article element", "<nav><a href=/a>News</a></nav><article>" + kProse + "</article><footer>Imprint</footer>"},
      {"microdata",
       "<div><div itemprop=articleBody>" + kProse + "</div><p>Our shop sells boats, ropes and nets.</p></div>"},
      {"class of a body", "<div class=wrap><div class=\"story-body\">" + kProse + "</div><div>Tide tables</div></div>"},
      {"no sign at all", "<div><table><tr><td><a href=/>Home</a></td><td>" + kProse + "</td></tr></table></div>"},
      {"share buttons", "<article><div class=share-tools>Share this story</div>" + kProse + "</article>"},
      {"related stories",
       "<article>" + kProse +
           "<div class=related-articles><p>The harbour wall will be raised, says the mayor.</p></div></article>"},
      {"related stories, called so in many words", "<article>" + kProse +
                                                       "<div id=block-views-related-articles-block><p>The harbour wall "
                                                       "will be raised, she said.</p></div></article>"},
      {"newsletter form",
       "<article><form class=signup><p>Get our news, every day, for free.</p></form>" + kProse + "</article>"},
      {"cookie notice",
       "<div id=cookie-banner><p>We use cookies, and so do our partners.</p></div><article>" + kProse + "</article>"},
      {"comments of readers",
       "<article>" + kProse + "</article><div id=comments><p>I never liked the old boats, they were slow.</p></div>"},
      {"hidden text",
       "<article><p style=\"display: none\">Nobody, really nobody, should read this.</p>" + kProse + "</article>"},
      {"links to other articles",
       "<article>" + kProse + "<p><a href=/b>New pier opened by the queen, at last</a></p></article>"},
      {"a notice of the page",
       "<article>" + kProse + "<p>Read also: New pier opened</p><p>All rights reserved.</p></article>"},
      {"a heading of nothing",
       "<article>" + kProse + "<h3>More from the islands</h3><ul><li><a href=/b>New pier</a></li></ul></article>"},
      {"a caption under a picture that says the same",
       "<article><img src=b alt=\"The old ferry at the pier in June\"><p>The old ferry at the pier in June. Photo: "
       "Roe</p>" +
           kProse + "</article>"},
      {"who took a picture", "<article>" + kProse + "<p>Photo: Jane Roe</p><div>Bo Poe/Getty Images</div></article>"},
      {"a teaser inside the article",
       "<article>" + kProse +
           "<article><p>Interview</p><h3><a href=/b>Nets: a new harbour?</a></h3><p>by Bo Poe</p></article></article>"},
      {"a teaser inside the article without a heading",
       "<article>" + kProse +
           "<article><div>Interview</div><span><a href=/b>Nets: a new harbour?</a></span></article></article>"},
      {"counters below the text", "<article>" + kProse + "<div>26</div><div>1</div></article>"},
      {"dates among links to other articles", "<div class=article>" + kProse +
                                                  "<div><a href=/b>A new pier</a></div><div>4 March</div><div><a "
                                                  "href=/c>A new quay</a></div><div>5 March</div>"
                                                  "<div><a href=/d>A new boat</a></div></div>"},
      {"the excerpt of another post",
       "<div class=post-list>" + kProse +
           "<div class=wp-block-post-excerpt><p>The harbour wall will be raised, says the mayor.</p></div></div>"},
      {"a byline, a date and a reading time above the text",
       "<article>" + kProse.substr(0, kProse.find("<p>Res")) +
           "<p>By Jane Roe</p><p>4 March 2014 | 15:54</p><p>3 min read</p>" + kProse.substr(kProse.find("<p>Res")) +
           "</article>"},
      {"a heading that says a part of the title",
       "<h1>Pier news: two more boats for the islanders</h1><article><h2>Two more boats for the islanders</h2>" +
           kProse + "</article>"},
      {"what stands for a post until readers agree",
       "<article>" + kProse +
           "<p>An dieser Stelle finden Sie externen Inhalt, den Sie erst mit einem Klick sehen.</p>"
           "</article>"},
      {"news that goes on", "<article>" + kProse + "<p>This is a breaking news story, more to follow.</p></article>"},
      {"a teaser that breaks off",
       "<div><article>" + kProse +
           "</article><div><p>The harbour wall will be raised next year, the mayor […]</p></div></div>"},
  };
  for (const Row& row : rows) {
    SUBCASE(row.name) {
      const Page read = extract(page("<title>Ferries</title>", row.body), {});
      CHECK(read.kind == PageKind::Article);
      CHECK(read.article.text == kProseText);
    }
  }
}

TEST_CASE("what is said of the author below the text goes") {
  const std::string note = "<h4>About the author</h4><p>Bo Poe has a boat, and a pier of his own.</p>";
  CHECK(extract(page("", "<article>" + kProse + kProse + note + "</article>"), {}).article.text ==
        kProseText + "\n\n" + kProseText);
  CHECK(extract(page("", "<article>" + note + kProse + "</article>"), {}).article.text.ends_with(kProseText));
}

TEST_CASE("of several articles on a page, the one with its title is taken") {
  const std::string kNets = "<p>" + std::string(600, 'n') + ". Nets are mended at the pier, said the mayor.</p>";
  const Page read = extract(page("<title>Ferries between the isles</title>",
                                 "<article><h1>Ferries between the isles</h1>" + kProse + kProse +
                                     "</article><article><h1>Nets</h1>" + kNets + kNets + "</article>"),
                            {});
  CHECK(read.article.text == kProseText + "\n\n" + kProseText);
}

TEST_CASE("the text of an article may be in several elements of one class") {
  const std::string opening = "<p>Two boats more, and a road: the island gets what it asked for, said the mayor.</p>";
  const auto text_of = [&](const std::string& between) {
    const auto part = [](const std::string& text) {
      return "<section><div class=story-text>" + text + "</div></section>";
    };
    return extract(page("", "<main><h2>Ferries</h2>" + part(opening) + between + part(kProse + kProse) + "</main>"), {})
        .article.text;
  };
  CHECK(text_of("<div class=ad>Nets</div>").starts_with("Two boats more"));
  CHECK(text_of("<h3>A new pier</h3>").starts_with("The ferry company"));
}

TEST_CASE("what belongs to an article stays in it") {
  struct Row {
    const char* name;
    std::string body;
    const char* holds;
  };
  const Row rows[] = {
      {"quotation",
       "<article>" + kProse + "<blockquote class=twitter-tweet><p>Boats! At last.</p></blockquote>" + kProse +
           "</article>",
       "Boats! At last."},
      {"list", "<article>" + kProse + "<ul><li>Two new boats</li><li>One new pier</li></ul>" + kProse + "</article>",
       "Two new boats\n\nOne new pier"},
      {"table", "<article>" + kProse + "<table><tr><th>Boat</th><td>1907</td></tr></table>" + kProse + "</article>",
       "Boat 1907"},
      {"table at the end",
       "<article>" + kProse + "<table><tr><td><div>Boat</div></td><td><div>1907</div></td></tr></table></article>",
       "1907"},
      {"heading between paragraphs", "<article>" + kProse + "<h2>The road</h2>" + kProse + "</article>",
       "The road\n\nThe ferry"},
      {"lead above the body",
       "<h1>Ferries</h1><p class=teaser>Two boats more, and a road: the island gets what it asked for.</p>"
       "<div class=article-body>" +
           kProse + "</div>",
       "the island gets what it asked for."},
      {"subtitle above the body",
       "<h1>Ferries</h1><h3 class=subtitle>What islanders get</h3><div class=article-body>" + kProse + "</div>",
       "What islanders get"},
      {"standfirst without a stop",
       "<h1>Ferries</h1><p class=article__standfirst>What islanders get</p><div class=article-body>" + kProse +
           "</div>",
       "What islanders get"},
      {"excerpt of the article without a stop",
       "<div><h1>Ferries</h1><h2 class=article-excerpt>What islanders get</h2></div><div class=article-body>" + kProse +
           "</div>",
       "What islanders get"},
      {"a class that says what is not there", "<article><div class=\"text has-sidebar\">" + kProse + "</div></article>",
       "Residents"},
      {"state of comments", "<div class=\"post comments-open category-news\">" + kProse + "</div>", "Residents"},
      {"paragraph that begins with a link to a topic",
       "<article>" + kProse +
           "<p><a class=x-tag-link href=/t>The mayor</a> told the council that the pier was safe.</p>" + kProse +
           "</article>",
       "The mayor told the council"},
      {"what is hidden from narrow screens",
       "<article>" + kProse + "<div class=\"hidden md:block\"><p>The pier was safe, said the mayor.</p></div>" +
           kProse + "</article>",
       "The pier was safe"},
      {"what is hidden under a condition",
       "<article>" + kProse + "<div class=\"hideCont p402_hide\"><p>The pier was safe, said the mayor.</p></div>" +
           kProse + "</article>",
       "The pier was safe"},
      {"a post that is about what is furniture",
       "<div class=\"post-7 type-post hentry category-newsletter post_tag-kommentar tag-video\"><p>The pier was safe, "
       "said "
       "the mayor.</p></div>" +
           kProse,
       "The pier was safe"},
      {"a style with a value of its own",
       "<article>" + kProse + "<h3 class=\"mt-[calc(theme(sticky-header))]\">The road</h3>" + kProse + "</article>",
       "The road"},
      {"an id that is a sentence",
       "<article>" + kProse +
           "<div id=mayor-promoted-two-boats-to-islanders><p>The pier was safe, she said.</p></div>" + kProse +
           "</article>",
       "The pier was safe"},
      {"an id that a program made up",
       "<article>" + kProse + "<p id=block-id-n1AuAdJlVL>The pier was safe, said the mayor on Tuesday.</p>" + kProse +
           "</article>",
       "The pier was safe"},
      {"a paragraph that repeats what a picture shows",
       "<article><img src=b alt=\"The pier was safe on Tuesday\">" + kProse + "<p>The pier was safe on Tuesday.</p>" +
           kProse + "</article>",
       "The pier was safe"},
      {"a text in a builder's widget",
       "<article>" + kProse + "<div class=\"x-widget x-widget-text\"><p>The pier was safe, she said.</p></div>" +
           kProse + "</article>",
       "The pier was safe"},
      {"a heading that a table of contents leads to",
       "<article>" + kProse + "<h2 id=toc_1>The road</h2>" + kProse + "</article>", "The road"},
      {"a heading called a title of widgets",
       "<article>" + kProse + "<h2 class=widget-title>The road</h2>" + kProse + "</article>", "The road"},
      {"a paragraph that screen readers leave out until it is paid for",
       "<article>" + kProse + "<p class=paywall aria-hidden=true>The pier was safe, said the mayor on Tuesday.</p>" +
           kProse + "</article>",
       "The pier was safe"},
  };
  for (const Row& row : rows) {
    SUBCASE(row.name) {
      CHECK(extract(page("<title>Ferries</title>", row.body), {}).article.text.find(row.holds) != std::string::npos);
    }
  }
}

TEST_CASE("a short sentence before the first paragraph stays, a short line does not") {
  const std::string rest =
      "<p>部长星期二对记者表示，港口将关闭三个星期，工程师将对码头进行检查。他在政府会议之后说，渔民要求赔偿。</p>";
  for (const std::string lead :
       {"市政府星期二宣布关闭港口。", "港が閉鎖された。", "बंदरगाह बंद हो गया।", "بندرگاہ بند ہے۔", "هل أغلق الميناء؟",
        "Γιατί κλείσατε το λιμάνι;", "កំពង់ផែបានបិទ។", "Why did you close the harbour?", "“We are closed.”",
        "« Nous avons fermé.\u00A0»", "She said yes!", "He was tired.", "รัฐบาลสั่งปิดท่าเรือเมื่อวันอังคาร",
        "ລັດຖະບານສັ່ງປິດທ່າເຮືອໃນວັນອັງຄານ"}) {
    CAPTURE(lead);
    CHECK(extract(page("", "<h1>Port</h1><div class=article-body><p>" + lead + "</p>" + rest + "</div>"), {})
              .article.text.starts_with(lead + "\n\n"));
  }
  for (const std::string line : {"By Jane Roe", "LONDON, 4 August 2016", "Reuters", "4 August 2016", "市政府记者",
                                 "बंदरगाह", "โดย ผู้สื่อข่าว", "วันอังคารที่ 5 มีนาคม 2567", "Three minutes,"}) {
    CAPTURE(line);
    CHECK(extract(page("", "<h1>Port</h1><div class=article-body><p>" + line + "</p>" + rest + "</div>"), {})
              .article.text.starts_with("部长"));
  }
}

TEST_CASE("leads and paragraphs of any script are known as sentences") {
  struct Row {
    const char* name;
    std::string lead;  // of at least 40 letters, without an ASCII stop
    std::string text;
  };
  const Row rows[] = {
      {"Hindi", "मंत्री ने मंगलवार को संवाददाताओं से कहा कि बंदरगाह तीन सप्ताह तक बंद रहेगा।",
       "मछुआरों ने खोए हुए दिनों के लिए मुआवज़े की माँग की और सरकार ने बैठक के बाद जवाब दिया।"},
      {"Urdu", "وزیر نے منگل کو صحافیوں کو بتایا کہ بندرگاہ تین ہفتے تک بند رہے گی۔",
       "ماہی گیروں نے ضائع ہونے والے دنوں کے لیے معاوضے کا مطالبہ کیا اور حکومت نے جواب دیا۔"},
      {"Arabic", "قال الوزير للصحفيين يوم الثلاثاء إن الميناء سيغلق ثلاثة أسابيع، وأضاف شيئا",
       "طالب الصيادون بتعويض عن أيام العمل الضائعة، وردت الحكومة بعد اجتماعها مساء الأربعاء"},
      {"Armenian", "Նախարարը երեքշաբթի օրը լրագրողներին ասաց որ նավահանգիստը կփակվի երեք շաբաթով։",
       "Ձկնորսները փոխհատուցում պահանջեցին կորցրած օրերի համար և կառավարությունը պատասխանեց։"},
  };
  for (const Row& row : rows) {
    SUBCASE(row.name) {
      const std::string html = page("", "<h1>Port</h1><p>" + row.lead + "</p><div class=article-body><p>" + row.text +
                                            "</p><p>" + row.text + "</p></div>");
      CHECK(extract(html, {}).article.text == row.lead + "\n\n" + row.text + "\n\n" + row.text);
    }
  }
}

TEST_CASE("text for subscribers that a page has is text, an offer to subscribe is not") {
  struct Row {
    const char* name;
    std::string rest;  // of the body, behind free text
    std::string text;  // of it
  };
  std::string many;
  std::string many_text;
  for (int i = 0; i < 6; ++i) {
    many += kProse;
    many_text += (i == 0 ? "" : "\n\n") + kProseText;
  }
  const std::string short_one = "<p class=\"paywall\">“No,” he said.</p>";
  const std::string two = "<p class=paywall>The ferry company said on Monday that two more boats would run.</p>";
  const std::string two_text = "The ferry company said on Monday that two more boats would run.";
  const std::string offer =
      "<p>Subscribe to read the whole story, and all the others.</p><button>Subscribe for £1</button>";
  const Row rows[] = {
      {"one element", "<div class=paywall>" + kProse + "</div>", kProseText},
      {"by id", "<section id=paywall>" + kProse + "</section>", kProseText},
      {"for subscribers", "<div class=\"subscriber-only\">" + kProse + "</div>", kProseText},
      {"for all subscribers", "<div class=\"content forSubscribers\">" + kProse + "</div>", kProseText},
      {"for a subscription", "<div class=subscription-content>" + kProse + "</div>", kProseText},
      {"a form for a subscription",
       "<div class=subscription><p>Get our news, every day, in the morning.</p><input name=mail></div>", ""},
      {"each paragraph, short ones too", two + short_one + two, two_text + "\n\n“No,” he said.\n\n" + two_text},
      {"an offer", "<div class=paywall>" + offer + "</div>", ""},
      {"an offer in another language", "<div class=paywall><p>Der ganze Text, jeden Tag, nur für Abonnenten.</p></div>",
       ""},
      {"an offer in the text",
       "<div class=paywall>" + kProse + kProse + kProse + "<div class=paywall>" + offer + "</div></div>",
       kProseText + "\n\n" + kProseText + "\n\n" + kProseText},
      {"a mark", "<span class=subscribers>Premium</span>", ""},
      {"a form for subscribing", "<div class=subscribe-box><p>Get our news, every day, in the morning.</p></div>", ""},
  };
  for (const Row& row : rows) {
    SUBCASE(row.name) {
      const std::string text = many_text + (row.text.empty() ? "" : "\n\n" + row.text);
      CHECK(extract(page("", "<div class=article-body>" + many + row.rest + "</div>"), {}).article.text == text);
    }
  }
}

TEST_CASE("a page for subscribers is an article if it has its text") {
  const std::string paid = json_ld(R"("isAccessibleForFree":false)");
  struct Row {
    const char* name;
    std::string html;
    PageKind kind;
  };
  const Row rows[] = {
      {"saved by one", page(paid, kProse + kProse + kProse + kProse), PageKind::Article},
      {"saved by one, in short",
       page(paid, "<div class=free>" + kProse + "</div><div class=paywall>" + kProse + "</div>"), PageKind::Article},
      {"a few sentences", page(paid, kProse), PageKind::Paywall},
      {"broken off", page(paid, kProse + kProse + kProse + kProse + "<p>The council…</p>"), PageKind::Paywall},
      {"with an offer",
       page(paid, kProse + kProse + kProse + kProse + "<div class=paywall><p>Unlimited access, from £1.</p></div>"),
       PageKind::Paywall},
  };
  for (const Row& row : rows) {
    SUBCASE(row.name) {
      CHECK(extract(row.html, {}).kind == row.kind);
    }
  }
}

TEST_CASE("a sentence with many links is text, a line of links is not") {
  for (const std::string sentence :
       {"<a href=/a>The mayor</a> and <a href=/b>her deputy for harbours</a> were <a href=/c>not amused</a>.",
        "<a href=/a>The mayor has closed the harbour for three weeks of work</a>, he said.",
        "“<a href=/a>The mayor has closed the harbour for three weeks</a>, I hear.”",
        "<a href=/a>市政府关闭港口三个星期的决定</a>令<a href=/b>渔民</a>不满。"}) {
    CAPTURE(sentence);
    const Page read = extract(page("", "<article>" + kProse + "<p>" + sentence + "</p>" + kProse + "</article>"), {});
    CHECK(read.article.text.size() > 2 * kProseText.size() + 40);
  }
  for (const std::string line :
       {"<a href=/a>The mayor has closed the harbour for three weeks.</a>",
        "<a href=/a>The mayor has closed the harbour for three weeks</a>.",
        "In other news: <a href=/a>The mayor has closed the harbour for three weeks of work</a>.",
        "Next: <a href=/a>The mayor has closed the harbour</a>, and <a href=/b>Quay is mended</a>.",
        "<a href=/a>Harbours</a>, <a href=/b>Mayors</a>, <a href=/c>Quays and piers</a>.",
        "By <a href=/a>Ann Lee of the Islander</a> and <a href=/b>Bo Poe</a>"}) {
    CAPTURE(line);
    const Page read = extract(page("", "<article>" + kProse + "<p>" + line + "</p>" + kProse + "</article>"), {});
    CHECK(read.article.text == kProseText + "\n\n" + kProseText);
  }
}

TEST_CASE("readings above characters are no text, and the furniture of AMP is furniture") {
  const std::string text =
      extract(page("",
                   "<article><h1>Ferries</h1><amp-consent><div>We use cookies, accept them all, please.</div>"
                   "</amp-consent>" +
                       kProse +
                       "<p><ruby>政府<rt>せいふ</rt></ruby>は月曜日、予算案を国会に提出した。</p>"
                       "<amp-ad>Advertisement, with a sentence in it.</amp-ad></article>"),
              {})
          .article.text;
  CHECK(text.find("cookies") == std::string::npos);
  CHECK(text.find("Advertisement") == std::string::npos);
  CHECK(text.find("政府は月曜日") != std::string::npos);
}

TEST_CASE("captions are kept as captions") {
  const Page read = extract(
      page("", "<article>" + kProse + "<figure><img src=a><figcaption>The new boat</figcaption></figure></article>"),
      {});
  CHECK(read.article.text == kProseText);
  REQUIRE(read.article.record.meta.size() == 1);
  CHECK(read.article.record.meta[0].first == "captions");
  CHECK(read.article.record.meta[0].second == R"(["The new boat"])");
}

TEST_CASE("a text that only the page's data have") {
  std::string body;
  for (int i = 0; i < 12; ++i) {
    body += "The ferry company said on Monday that two more boats would run. ";
  }
  const Page read = extract(
      page(json_ld("\"headline\":\"Ferries\",\"articleBody\":\"" + body + "\""), "<div id=app>Loading</div>"), {});
  CHECK(read.kind == PageKind::Article);
  CHECK(read.article.text.starts_with("The ferry company"));
}

TEST_CASE("a short text that only the page's data have") {
  const std::string body = "The ferry company said on Monday that two more boats would run. The harbour stays open.";
  const auto read = [&](const std::string& shown) {
    return extract(page(json_ld("\"headline\":\"Ferries\",\"articleBody\":\"" + body + "\""), shown), {});
  };
  CHECK(read("<div id=root></div>").article.text == body);
  CHECK(read("<div id=root></div>").kind == PageKind::Article);
  CHECK(read("<div id=root>Loading</div>").article.text == body);
  CHECK(read("<header>The Islander, since 1907</header><h1>Ferries</h1><footer>Imprint and the like</footer>")
            .article.text == body);
  CHECK(read(kProse).article.text == kProseText);
}

TEST_CASE("pages may leave out the tags of head and body") {
  for (const std::string tags : {"<title>Ferries</title>", "<head><title>Ferries</title><base href=/>",
                                 "<html><meta charset=utf-8><title>Ferries</title><script>x()</script>"}) {
    for (const std::string name : {"article", "main", "section", "div"}) {
      CAPTURE(name);
      const Page read = extract("<!doctype html>" + tags + "<" + name + ">" + kProse + "</" + name + ">", {});
      CHECK(read.article.text == kProseText);
      CHECK(read.article.record.title == "Ferries");
    }
  }
}

TEST_CASE("what is left out is said, where it is wanted") {
  const std::string html =
      page("<title>Ferries</title>", "<nav><a href=/a>News</a></nav><article><h1>Ferries</h1>" + kProse +
                                         "<p><a href=/b>New pier opened</a></p></article><footer>Imprint</footer>");
  PageHints hints;
  CHECK(extract(html, hints).article.omissions.empty());
  hints.omitted = Omitted::Keep;
  const std::vector<nutgraf::Omission> expected = {
      {"News", "furniture"}, {"Ferries", "title"}, {"New pier opened", "links"}, {"Imprint", "furniture"}};
  CHECK((extract(html, hints).article.omissions == expected));
}

TEST_CASE("pages that are no article") {
  std::string teasers;
  for (int i = 0; i < 12; ++i) {
    teasers +=
        "<article><h2><a href=/b>Two more boats</a></h2><p>The company said, on Monday, that two boats would "
        "run.</p></article>";
  }
  std::string headings;
  for (int i = 0; i < 12; ++i) {
    headings += "<h3><a href=/b>Two more boats</a></h3><p>4 August 2016</p>";
  }
  struct Row {
    const char* name;
    std::string html;
    PageKind kind;
  };
  const Row rows[] = {
      {"index", page("<title>News</title>", "<main>" + teasers + "</main>"), PageKind::Index},
      {"home page",
       page("<link rel=canonical href=https://a.example/><meta property=og:url content=https://a.example/>", kProse),
       PageKind::Article},
      {"index that calls itself an article",
       page("<title>News</title><meta property=og:type content=article>"
            "<meta property=article:published_time content=2023-06-18>",
            "<main>" + headings + "</main>"),
       PageKind::Index},
      {"article among many links",
       page("<title>Ferries</title><meta property=og:type content=article>", "<main>" + kProse + headings + "</main>"),
       PageKind::Article},
      {"error", page("<title>404 - page not found</title>", "<p>The page, it seems, has moved to another place.</p>"),
       PageKind::Error},
      {"a check of the browser",
       page("<title>Just a moment...</title>",
            "<h1>Checking your browser before accessing a.example.</h1><p>This "
            "process is automatic, and your browser will go on to the page shortly.</p>"),
       PageKind::Error},
      {"a form to log in",
       page("<title>Log in - The Islander</title>",
            "<h1>Log in</h1><p>You need an account, which is free, to go on.</p>"),
       PageKind::Error},
      {"consent",
       page("<title>The Islander</title>", "<p>We use cookies. Cookies need your consent, says the law.</p>"),
       PageKind::Consent},
      {"paywall", page(json_ld(R"("isAccessibleForFree":false)"), kProse), PageKind::Paywall},
      {"paywall in words", page("", kProse + "<p>Subscribe to continue reading this story, from one pound.</p>"),
       PageKind::Paywall},
      {"no text", page("<title>Ferries</title>", "<script>x()</script>"), PageKind::Empty},
      {"nothing", "", PageKind::Empty},
  };
  for (const Row& row : rows) {
    SUBCASE(row.name) {
      CHECK(extract(row.html, {}).kind == row.kind);
    }
  }
  const std::string few = kProse + "<a href=/b>More of them</a>";
  CHECK(extract(page("", few), {"https://a.example/", {}}).kind == PageKind::Article);
  const std::string many = few + std::string("<nav>") + headings + "</nav>";
  CHECK(extract(page("", many), {"https://a.example/", {}}).kind == PageKind::Index);
  CHECK(extract(page("", many), {"https://a.example/b", {}}).kind == PageKind::Article);
}
