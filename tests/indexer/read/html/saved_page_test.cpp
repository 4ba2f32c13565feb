// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/html/saved_page.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "indexer/read/html/mhtml.h"
#include "tests/indexer/read/collected.h"
#include "tests/temp_dir.h"

using namespace nutgraf;
using namespace nutgraf::read;

namespace {

const std::string kArticle =
    "<article><p>The ferry company said on Monday that two more boats would run to the caf\xC3\xA9.</p>"
    "<p>Residents welcomed the news, but asked the council to mend the access road.</p></article>";

test::Collected read_file(const std::string& name, const std::string& bytes) {
  const test::TempDir folder;
  std::ofstream(folder.path() / name, std::ios::binary) << bytes;
  return test::collect(folder.path() / name);
}

}  // namespace

TEST_CASE("pages as programs save them") {
  struct Row {
    const char* name;
    const char* file;
    std::string bytes;
    const char* url;
  };
  const Row rows[] = {
      {"a browser", "a.html",
       "<!DOCTYPE html>\n<!-- saved from url=(0021)https://a.example/b -->\n<html><body>" + kArticle,
       "https://a.example/b"},
      {"SingleFile", "a.html",
       "<!DOCTYPE html> <html lang=en><!--\n Page saved with SingleFile \n url: https://a.example/b \n saved date: Mon "
       "Jun 19 2023\n-->" +
           kArticle,
       "https://a.example/b"},
      {"an archive", "a.html",
       "<html><head><script>__wm.wombat(\"https://web.archive.org/web/20200102030405/https://a.example/"
       "b\",\"20200102030405\");</script></head><body>"
       "<!-- BEGIN WAYBACK TOOLBAR INSERT --><p>The toolbar, with its dates and captures, is here.</p><!-- END WAYBACK "
       "TOOLBAR INSERT -->" +
           kArticle,
       "https://a.example/b"},
      {"MHTML", "a.mhtml",
       "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.example/b\r\nSubject: Ferries\r\nMIME-Version: "
       "1.0\r\n"
       "Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"--Part--X\"\r\n\r\n"
       "----Part--X\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
       "<html><body><article><p>The ferry company said on Monday that two more boats wou=\r\nld run to the "
       "caf=C3=A9.</p>"
       "<p>Residents welcomed the news, but asked the council to mend the access road.</p></article>\r\n"
       "----Part--X\r\nContent-Type: image/png\r\n\r\nxx\r\n----Part--X--\r\n",
       "https://a.example/b"},
      {"MHTML of one part", "a.mht",
       "From: <Saved by Windows Internet Explorer 7>\r\nMIME-Version: 1.0\r\nContent-Type: text/html;\r\n\tcharset="
       "\"utf-8\"\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://a.example/b\r\n\r\n"
       "<html><body><article><p>The ferry company said on Monday that two more boats wou=\r\nld run to the "
       "caf=C3=A9.</p>"
       "<p>Residents welcomed the news, but asked the council to mend the access road.</p></article>\r\n",
       "https://a.example/b"},
      {"MHTML with the page in an inner part", "a.mht",
       "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: "
       "multipart/alternative; boundary=\"c\"\r\n\r\n--c\r\nContent-Type: text/plain\r\n\r\nFerries\r\n--c\r\n"
       "Content-Type: text/html; charset=utf-8\r\nContent-Location: https://a.example/b\r\n\r\n<html><body>" +
           kArticle + "\r\n--c--\r\n--b--\r\n",
       "https://a.example/b"},
      {"bytes as Python shows them", "a.txt",
       "b'<!DOCTYPE html>\\n<html><body><article><p>The ferry company said on Monday that two more boats would run to "
       "the caf\\xc3\\xa9.</p>\\n"
       "<p>Residents welcomed the news, but asked the council to mend the access road.</p></article>'\n",
       ""},
      {"bytes as Python shows them, after a heading", "a.html",
       "<h1>Ferries</h1>\nb\"<article><p>The ferry company said on Monday that two more boats would run to the "
       "caf\\xc3\\xa9.</p>\\n"
       "<p>Residents welcomed the news, but asked the council to mend the access road.</p></article>\"\n",
       ""},
      {"the view of a source", "a.html",
       "<html><body><table><tr><td class=\"line-number\"></td><td "
       "class=\"line-content\">&lt;html&gt;&lt;body&gt;&lt;article&gt;&lt;p&gt;The ferry company said on Monday that "
       "two more boats would run to the caf&eacute;.&lt;/p&gt;</td></tr><tr><td class=\"line-number\"></td><td "
       "class=\"line-content\">"
       "&lt;p&gt;Residents welcomed the news, but asked the council to mend the access "
       "road.&lt;/p&gt;&lt;/article&gt;</td></tr></table>",
       ""},
  };
  for (const Row& row : rows) {
    SUBCASE(row.name) {
      const test::Collected read = read_file(row.file, row.bytes);
      REQUIRE(read.articles.size() == 1);
      CHECK(read.articles[0].text ==
            "The ferry company said on Monday that two more boats would run to the caf\xC3\xA9.\n\n"
            "Residents welcomed the news, but asked the council to mend the access road.");
      CHECK(read.articles[0].record.url == row.url);
    }
  }
}

TEST_CASE("the encoding of a page is its mark's, its own word, or a guess") {
  const std::string latin =
      "<html><head><meta charset=\"iso-8859-2\"></head><body><p>\xAFona i m\xB1\xBF, powiedzia\xB3 w\xF3jt, s\xB1 na "
      "wyspie.</p>";
  const test::Collected read = read_file("a.html", latin);
  REQUIRE(read.articles.size() == 1);
  CHECK(read.articles[0].text == "Żona i mąż, powiedział wójt, są na wyspie.");
  CHECK(read.noted(Note::Encoding));
  const std::string wrong =
      "<html><head><meta charset=\"iso-8859-1\"></head><body><p>\xC5\xBBona i m\xC4\x85\xC5\xBC, powiedział wójt, są "
      "na wyspie.</p>";
  CHECK(read_file("a.html", wrong).articles.at(0).text == "Żona i mąż, powiedział wójt, są na wyspie.");
}

TEST_CASE("pages are told by their content, then by their name") {
  CHECK(read_file("a.txt", "<!DOCTYPE html><html><body>" + kArticle).articles.at(0).text.starts_with("The ferry"));
  CHECK(read_file("a", "<html><body>" + kArticle).articles.at(0).text.starts_with("The ferry"));
  CHECK(read_file("a.htm", kArticle).articles.at(0).text.starts_with("The ferry"));
  CHECK(read_file("a.txt", "The <p> tag begins a paragraph, and \n</p> ends it.")
            .articles.at(0)
            .text.starts_with("The <p>"));
  CHECK(read_file("a.xml", "<?xml version=\"1.0\"?><news><p>One.</p></news>").rejects.size() == 1);
  CHECK(read_file("a.html", "<html><head><title>404 Not Found</title></head><body>Not found</body></html>")
            .skipped(Skip::NoArticle) == 1);
}

TEST_CASE("an MHTML file without a page is a reject") {
  const std::string bytes =
      "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: image/png\n\nxx\n--x--\n";
  CHECK(read_file("a.mht", bytes).rejects.size() == 1);
  CHECK_FALSE(html::page_of_mhtml("MIME-Version: 1.0\n\n").has_value());
}

TEST_CASE("the folder of a saved page is passed over") {
  const test::TempDir folder;
  std::ofstream(folder.path() / "a.html") << "<html><body>" << kArticle;
  for (const char* parts : {"a_files", "a-Dateien", "a_tiedostot", "b_files"}) {
    std::filesystem::create_directory(folder.path() / parts);
    std::ofstream(folder.path() / parts / "frame.html") << "<html><body>" << kArticle;
  }
  const test::Collected read = test::collect(folder.path());
  CHECK(read.skipped(Skip::PageParts) == 3);
  CHECK(read.articles.size() == 2);  // b_files belongs to no page
}
