// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/indexer/read/single_file.h"

using namespace nutgraf;
using test::Collected;
using test::meta_of;
using test::read_as;
using Strings = std::vector<std::string>;

namespace {

std::string factiva_row(const std::string& code, const std::string& value) {
  return "<tr><td class=\"index\"><b>" + code + "</b>&nbsp;</td><td>" + value + "</td></tr>";
}

std::string factiva_page(const std::string& articles) {
  return "<!DOCTYPE html><html><head><title>Factiva</title></head><body><h1>Factiva</h1>" + articles +
         "<div id=\"pageFooter\">&copy; 2011 Factiva, Inc.</div></body></html>";
}

constexpr const char* kOldEuropresse =
    "<html xmlns:n1=\"http://www.cedrom-sni.com/schema/newsv1.xsd\"><body><table><tr><td>"
    "<span class=\"DocPublicationName\">Le Bac, no. 12</span><br><span class=\"DocHeader\">Politique, </span>"
    "<span class=\"DocHeader\">jeudi </span><span class=\"DocHeader\">5 octobre 2013</span>"
    "<span class=\"DocHeader\">, p. 03</span><br><br>Un surtitre<br><span class=\"TitreArticleVisu\">Le fleuve "
    "<span style=\"color:red\">monte</span></span><br><br>Jeanne Roux<br><p></p>Un premier <b>alinéa</b>.<p></p>Un "
    "second.<p></p><b><i>© 2013 Le Bac. Tous droits réservés.</i></b><p></p>Numéro de document : "
    "news·20131005·LB·1<br><br><table><tr><td>Ce certificat est émis à titre temporaire.</td></tr></table>"
    "<span class=\"DocPublicationName\">Le Bac</span><br><span class=\"DocHeader\">mardi 1 janvier 2013</span><br><br>"
    "<span class=\"TitreArticleVisu\">Sans auteur</span><br><br>Le texte commence ici.<p></p>Numéro de document : "
    "news·20130101·LB·2</td></tr></table></body></html>";

constexpr const char* kNewEuropresse =
    "<!DOCTYPE html><html><head><style>.x{background:url(http://nouveau.eureka.cc/a.png)}</style></head><body>"
    "<article><header><div><span class=\"DocPublicationName\">The Ferry </span></div><div><span class=\"DocHeader\">"
    "Politics, Tuesday, March 14, 2006, p. 16</span></div><div><p>RIVERS</p></div><div class=\"titreArticle\">"
    "<p class=\"titreArticleVisu\">The river rose</p></div><div>Jane Roe</div></header><section><div class=\"DocText\">"
    "<p>One: a <mark>mark</mark>.</p><p>Two.</p></div></section><aside><b>Note(s) : </b><p>A note</p></aside><footer>"
    "<small>© 2006 Owner.</small><p>Document number: news·20060314·TF·3</p><p>This certificate is for you.</p>"
    "</footer></article></body></html>";

}  // namespace

TEST_CASE("a Factiva page with field codes") {
  const std::string first =
      "<div class=\"article frArticle\"><table>" + factiva_row("SE", "Monde") + factiva_row("HD", "<b>Le fleuve</b>") +
      factiva_row("BY", "Par Jeanne Roux") + factiva_row("WC", "295 mots") + factiva_row("PD", "29 décembre 2011") +
      factiva_row("ET", "15:32") + factiva_row("SN", "Le Bac") + factiva_row("LA", "Français") +
      factiva_row("LP", "<p>Un premier alinéa.</p>\n<p>Un second.</p>") + factiva_row("TD", "<p>Un troisième.</p>") +
      factiva_row("NS", "gvote : Elections | gpol : Domestic Politics") + factiva_row("RE", "fra : France") +
      factiva_row("AN", "Document LEBAC00020111229") + "</table></div>";
  const std::string second = "<div class=\"article enArticle\"><table>" + factiva_row("HD", "A title alone") +
                             factiva_row("PD", "1 January 2012") + "</table></div>";
  const Collected read = read_as("Factiva.html", factiva_page(first + second));
  REQUIRE(read.articles.size() == 2);
  const Article& article = read.articles[0];
  CHECK(article.record.id == "LEBAC00020111229");
  CHECK(article.record.title == "Le fleuve");
  CHECK(article.record.section == "Monde");
  CHECK(article.record.source == "Le Bac");
  CHECK(article.record.date == "2011-12-29");
  CHECK(article.record.language == "fr");
  CHECK(article.record.tags == Strings{"Elections", "Domestic Politics"});
  CHECK(article.text == "Un premier alinéa.\n\nUn second.\n\nUn troisième.");
  CHECK(meta_of(article, "length") == "295 mots");
  CHECK(meta_of(article, "region") == "fra : France");
  CHECK(read.articles[1].record.id == "Factiva.html:2");
  CHECK(read.articles[1].record.language == "en");
}

TEST_CASE("a Factiva page without field codes") {
  const Collected read = read_as(
      "a.html", factiva_page("<div class=\"article enArticle\"><p><img src=\"x\"/></p>\n<p>\n<div>Business</div><div "
                             "id=\"hd\"><span class='enHeadline'>The river rose</span></div><div class=\"author\">Jane "
                             "Roe</div><div class=\"author\">By Jane Roe</div><div>293 words</div><div>30 March "
                             "2015</div><div>07:14</div><div>The Ferry Online</div><div>FERO</div><div>Page 3</div>"
                             "<div>English</div><div>Copyright 2015 Ferry. All Rights Reserved.</div>\n</p>\n<p "
                             "class=\"articleParagraph enarticleParagraph\">One <a>two</a>.</p>\n<p "
                             "class=\"articleParagraph enarticleParagraph\">Three.</p><p>Ferry, Inc.</p><p>Document "
                             "FERO000020150330</p></div>"));
  REQUIRE(read.articles.size() == 1);
  const Article& article = read.articles[0];
  CHECK(article.record.id == "FERO000020150330");
  CHECK(article.record.title == "The river rose");
  CHECK(article.record.section == "Business");
  CHECK(article.record.authors == Strings{"Jane Roe"});
  CHECK(article.record.date == "2015-03-30");
  CHECK(article.record.time == "T07:14");
  CHECK(article.record.source == "The Ferry Online");
  CHECK(article.record.language == "en");
  CHECK(article.text == "One two.\n\nThree.");
  CHECK(meta_of(article, "length") == "293 words");
  CHECK(meta_of(article, "source_code") == "FERO");
  CHECK(meta_of(article, "details") == "Page 3; English");
  CHECK(meta_of(article, "credit") == "Ferry, Inc.");
}

TEST_CASE("a Factiva page in the language of its reader") {
  const auto article = [](const char* kind, const char* title, const char* author, const char* day, const char* end) {
    return std::string("<div class=\"article ") + kind + "Article\"><div id=\"hd\"><span class='" + kind +
           "Headline'>" + title + "</span></div><div class=\"author\">" + author + "</div><div>367 x</div><div>" + day +
           "</div><div>The Ferry</div><p class=\"articleParagraph\">One.</p><p>Ferry, Inc.</p><p>" + end + "</p></div>";
  };
  struct Row {
    std::string page;
    const char* expected;  // id | language | title | author | date
  };
  const Row rows[] = {
      {article("zhcn", "河水上涨", "卢品青", "2018 年 9 月 18 日", "文件 CTRTDS0020180918ee9i0002x"),
       "CTRTDS0020180918ee9i0002x | zh | 河水上涨 | 卢品青 | 2018-09-18"},
      {article("de", "2) Der Fluss steigt", "Von Jana Roth", "1 April 2017", "Dokument TAGON00020170401ed4100001"),
       "TAGON00020170401ed4100001 | de | Der Fluss steigt | Jana Roth | 2017-04-01"},
  };
  for (const Row& row : rows) {
    const Collected read = read_as("a.html", factiva_page(row.page));
    REQUIRE(read.articles.size() == 1);
    const ArticleRecord& record = read.articles[0].record;
    CHECK(record.id + " | " + record.language + " | " + record.title + " | " + record.authors.at(0) + " | " +
              record.date ==
          row.expected);
  }
}

TEST_CASE("the older layout of Europresse") {
  const Collected read = read_as("a.html", kOldEuropresse);
  CHECK(read.ids() == Strings{"news·20131005·LB·1", "news·20130101·LB·2"});
  const Article& article = read.articles[0];
  CHECK(article.record.title == "Le fleuve monte");
  CHECK(article.record.source == "Le Bac");
  CHECK(article.record.date == "2013-10-05");
  CHECK(article.record.section == "Politique");
  CHECK(article.record.authors == Strings{"Jeanne Roux"});
  CHECK(article.text == "Un premier alinéa.\n\nUn second.");
  CHECK(meta_of(article, "issue") == "no. 12");
  CHECK(meta_of(article, "page") == "03");
  CHECK(meta_of(article, "kicker") == "Un surtitre");
  CHECK(meta_of(article, "copyright") == "© 2013 Le Bac. Tous droits réservés.");
  CHECK(read.articles[1].record.authors.empty());
  CHECK(read.articles[1].record.section.empty());
  CHECK(read.articles[1].text == "Le texte commence ici.");
}

TEST_CASE("the newer layout of Europresse, in English") {
  const Collected read = read_as("a.html", kNewEuropresse);
  REQUIRE(read.articles.size() == 1);
  const Article& article = read.articles[0];
  CHECK(article.record.id == "news·20060314·TF·3");
  CHECK(article.record.title == "The river rose");
  CHECK(article.record.source == "The Ferry");
  CHECK(article.record.date == "2006-03-14");
  CHECK(article.record.section == "Politics");
  CHECK(article.record.authors == Strings{"Jane Roe"});
  CHECK(article.text == "One: a mark.\n\nTwo.");
  CHECK(meta_of(article, "kicker") == "RIVERS");
  CHECK(meta_of(article, "notes") == "Note(s) : A note");
}

TEST_CASE("a page that is none of theirs is a reject where it is asked for") {
  for (const char* const format : {"factiva", "europresse"}) {
    read::ReadOptions options;
    options.format = format;
    const Collected read = read_as("a.html", "<html><body><p>The river rose.</p></body></html>", options);
    CHECK(read.articles.empty());
    CHECK(read.rejects.size() == 1);
  }
}
