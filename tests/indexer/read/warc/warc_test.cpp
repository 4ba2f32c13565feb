// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "tests/indexer/read/collected.h"
#include "tests/indexer/read/warc/crawl.h"
#include "tests/temp_dir.h"

using namespace nutgraf;
using test::Collected;
using test::crawled;
using test::http;
using test::kHtml;
using test::page;
using test::record;
using test::response;
using Ids = std::vector<std::string>;

namespace {

Collected articles_of(const std::string& bytes, const char* name = "a.warc") {
  const test::TempDir folder;
  return test::collect(folder.write(name, bytes));
}

std::string meta(const Article& article, std::string_view key) {
  for (const auto& [name, value] : article.record.meta) {
    if (name == key) {
      return value;
    }
  }
  return {};
}

const std::string kInfo = record("warcinfo", "Content-Type: application/warc-fields\r\n", "software: a crawler\r\n");
const std::string kOne = crawled("http://one.example/a", "Ferries");
const std::string kTwo = crawled("http://two.example/b?c=d", "Wreck");

}  // namespace

TEST_CASE("a page of a crawl is an article with its URL as the id") {
  const Collected all = articles_of(kInfo + kOne + kTwo);
  REQUIRE(all.ids() == Ids{"http://one.example/a", "http://two.example/b?c=d"});
  CHECK(all.rejects.empty());
  const Article& article = all.articles[0];
  CHECK(article.id_source == IdSource::Declared);
  CHECK(article.record.title == "Ferries");
  CHECK(article.record.url == "http://one.example/a");
  CHECK(article.record.language == "en");
  CHECK(article.text.starts_with("The ferry company said"));
  CHECK(article.record.origin.offset == kInfo.size());
  // The day of the crawl is not that of the article.
  CHECK(article.record.date.empty());
  CHECK(meta(article, "crawled") == "2021-05-06T07:08:09Z");
}

TEST_CASE("records that are no pages are passed over, those that might have been are counted") {
  const std::string url = "WARC-Target-URI: http://one.example/x\r\n";
  const std::string http_media = "Content-Type: application/http;msgtype=response\r\n";
  const Collected all = articles_of(
      kInfo + record("request", url + "Content-Type: application/http;msgtype=request\r\n", "GET / HTTP/1.1\r\n\r\n") +
      record("metadata", url + "Content-Type: application/warc-fields\r\n", "fetchTimeMs: 10\r\n") +
      record("response", "WARC-Target-URI: dns:one.example\r\nContent-Type: text/dns\r\n", "20210506070809\n") +
      record("resource", "WARC-Target-URI: metadata://gnu.org/wget/log\r\nContent-Type: text/plain\r\n", "log\n") +
      record("revisit", url + http_media, "HTTP/1.1 200 OK\r\n\r\n") +
      response("http://one.example/404", "HTTP/1.1 404 Not Found\r\n" + kHtml + "\r\n" + page("Lost")) +
      response("http://one.example/logo", http("Content-Type: image/png\r\n", "\x89PNG")) +
      response("http://one.example/robots.txt", http("Content-Type: text/plain\r\n", "User-agent: *\n")) +
      response("http://one.example/empty", http(kHtml, "")) + kOne);
  CHECK(all.ids() == Ids{"http://one.example/a"});
  CHECK(all.rejects.empty());
  CHECK(all.skips.size() == 5);
  CHECK(all.skipped(read::Skip::Revisit) == 1);
  CHECK(all.skipped(read::Skip::HttpStatus) == 1);
  CHECK(all.skipped(read::Skip::OtherMedia) == 2);
  CHECK(all.skipped(read::Skip::Empty) == 1);
  CHECK(all.skips[1].first.ends_with("a.warc!http://one.example/404"));
}

TEST_CASE("texts of pages and files are read too") {
  const std::string text = "Ferries\n\nTwo more boats run between the island and the mainland this summer.\n";
  const Collected wet = articles_of(
      record("conversion",
             "WARC-Target-URI: http://one.example/a\r\nWARC-Identified-Content-Language: deu,eng\r\n"
             "Content-Type: text/plain\r\n",
             text) +
      record("resource", "WARC-Target-URI: <file:///b.html>\r\nContent-Type: text/html\r\n", page("Wreck")) +
      response("http://one.example/c", http("Content-Type: text/plain\r\n", text)));
  REQUIRE(wet.ids() == Ids{"http://one.example/a", "file:///b.html", "http://one.example/c"});
  CHECK(wet.articles[0].record.title == "Ferries");
  CHECK(wet.articles[0].record.language == "de");
  CHECK(wet.articles[0].record.source == "one.example");
  CHECK(wet.articles[1].record.title == "Wreck");
}

TEST_CASE("the first line of a WET record is the title in scripts without blanks too") {
  struct Row {
    const char* text;
    const char* title;
  };
  const Row rows[] = {
      {"港口关闭\n部长星期二对记者表示，港口将关闭三个星期。\n", "港口关闭"},
      {"港が閉鎖された\n大臣は火曜日に記者団に対し、港は三週間閉鎖されると述べた。\n", "港が閉鎖された"},
      {"港口将关闭三个星期。\n部长星期二对记者表示。\n", ""},
      {"Menu\nThe minister told reporters on Tuesday.\n", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const Collected wet = articles_of(
        record("conversion", "WARC-Target-URI: http://one.example/a\r\nContent-Type: text/plain\r\n", row.text));
    REQUIRE(wet.articles.size() == 1);
    CHECK(wet.articles[0].record.title == row.title);
  }
}

TEST_CASE("a page is decoded as its HTTP head says") {
  const std::string body = page("Ferries");
  const std::string chunks =
      "10\r\n" + body.substr(0, 16) + "\r\n00A;x=y\r\n" + body.substr(16, 10) + "\r\n" + "1000\r\n";
  const std::string chunked = "Transfer-Encoding: chunked\r\n";
  const std::string gzip = "Content-Encoding: gzip\r\n";
  const std::string packed = test::deflated(body);
  struct Row {
    const char* name;
    std::string head;
    std::string body;
  };
  const Row rows[] = {
      {"as it is", "", body},
      {"in chunks", chunked, "10\r\n" + body.substr(0, 16) + "\r\n1000\r\n" + body.substr(16) + "\r\n0\r\n\r\n"},
      {"chunks that end early", chunked, chunks + body.substr(26)},
      {"no chunks though the head says so", chunked, body},
      {"gzip", gzip, packed},
      {"gzip in chunks", gzip + chunked, "1000\r\n" + packed},
      {"gzip, decoded before it was stored", gzip, body},
      {"gzip, cut off", gzip, packed.substr(0, packed.size() - 12)},
      {"zlib", "Content-Encoding: deflate\r\n", test::deflated(body, IGZIP_ZLIB)},
      {"deflate without a wrapper", "Content-Encoding: deflate\r\n", test::deflated(body, IGZIP_DEFLATE)},
      {"br, decoded before it was stored", "Content-Encoding: br\r\n", body},
      {"zstd", "Content-Encoding: zstd\r\n", test::zstd_frame(body)},
      {"two codings", "Content-Encoding: deflate, gzip\r\n", test::deflated(test::deflated(body, IGZIP_ZLIB))},
      {"no coding", "Content-Encoding: identity\r\n", body},
  };
  for (const Row& row : rows) {
    SUBCASE(row.name) {
      const Collected all = articles_of(response("http://one.example/a", http(kHtml + row.head, row.body)) + kTwo);
      REQUIRE(all.ids() == Ids{"http://one.example/a", "http://two.example/b?c=d"});
      CHECK(all.articles[0].record.title == "Ferries");
      CHECK(all.articles[0].text.find("two more boats would run") != std::string::npos);
    }
  }
}

TEST_CASE("brotli is decoded") {
  // Of "<title>Kiosk</title><p>...</p>", by libbrotlienc.
  const std::string packed(
      "\x1B\x4F\x00\xA8\x14\xA1\xD2\x41\xDC\x96\xEA\x52\x32\x14\xB1\x19\xCA\xC1\x83\xE7\xE0\x8F\x0A\x22\x38"
      "\xE4\x80\xFD\x5B\x98\x49\x18\x52\x04\xE5\x47\xB9\xEC\x4D\x6A\x56\x24\x4C\xB5\x38\xBE\x04\x32\x4B\x9F"
      "\x8A\xC3\x24\xED\x34\xDD\x3C\x39\xCC\xA6\x6F\x8B\x35\xE4\x73\x03\x41\xA3\xA9\x00",
      70);
  const Collected all = articles_of(response("http://one.example/a", http(kHtml + "Content-Encoding: br\r\n", packed)));
  REQUIRE(all.ids() == Ids{"http://one.example/a"});
  CHECK(all.articles[0].text == "The kiosk by the pier was sold on Monday to a family.");
}

TEST_CASE("the charset of the HTTP head counts before that of the page") {
  const Collected all =
      articles_of(response("http://one.example/a", http("Content-Type: text/html; charset=windows-1251\r\n",
                                                        "<meta charset=utf-8>" + page("\xCF\xE0\xF0\xEE\xEC"))));
  REQUIRE(all.articles.size() == 1);
  CHECK(all.articles[0].record.title == "Паром");
}

TEST_CASE("one reject for a damaged record, and reading goes on with the next") {
  struct Row {
    const char* name;
    std::string damaged;
    const char* reason;
  };
  const std::string uri = "WARC-Target-URI: http://one.example/x\r\n";
  const std::string long_head = "WARC/1.0\r\nWARC-Type: response\r\n" + uri;
  const Row rows[] = {
      {"a status line that is none", response("http://one.example/x", "HTTP/1.1 two hundred\r\n\r\n<p>x</p>"),
       "its HTTP head cannot be read"},
      {"an HTTP head without an end", response("http://one.example/x", "HTTP/1.1 200 OK\r\nServer: x"),
       "its HTTP head cannot be read"},
      {"no URL", record("response", "", http(kHtml, page("x"))), "it does not name its URL"},
      {"no length", long_head + "\r\nHTTP/1.1 200 OK\r\n\r\n\r\n\r\n", "its head does not tell its length"},
      {"a length that is no number", long_head + "Content-Length: 1O\r\n\r\n0123456789\r\n\r\n",
       "its head does not tell its length"},
      {"a length that is too small", long_head + "Content-Length: 10\r\n\r\n" + page("x") + "\r\n\r\n",
       "its length is wrong: no record follows it"},
      {"a record that breaks off", long_head + "Content-Length: 300\r\n\r\nHTTP/1.1 200 OK\r\n" + kHtml + "\r\n<html>",
       "its length is wrong: no record follows it"},
      {"a length beyond the end", long_head + "Content-Length: 9000\r\n\r\n",
       "its length is wrong: another record begins inside it"},
      {"a length of an exabyte", long_head + "Content-Length: 1152921504606846976\r\n\r\n" + page("x") + "\r\n\r\n",
       "its length is wrong: another record begins inside it"},
      {"bytes that are no record", "junk and more junk\r\n\r\n", "no record begins here"},
      {"gzip that is none",
       response("http://one.example/x",
                http(kHtml + "Content-Encoding: gzip\r\n", "\x1F\x8B\x08\x01\x02\x03\x04\x05\x06\x07")),
       "its page cannot be unpacked: the gzip stream is damaged"},
      {"a coding that nobody knows", response("http://one.example/x", http(kHtml + "Content-Encoding: sdch\r\n", "x")),
       "its page has an unknown Content-Encoding: sdch"},
      {"a type that nobody knows", record("answer", uri, "x"), "its type is unknown: answer"},
      {"a segment", record("continuation", uri, "x"),
       "it continues another record: records that are cut into segments cannot be read"},
  };
  for (const Row& row : rows) {
    SUBCASE(row.name) {
      const Collected all = articles_of(kOne + row.damaged + kTwo);
      CHECK(all.ids() == Ids{"http://one.example/a", "http://two.example/b?c=d"});
      REQUIRE(all.rejects.size() == 1);
      CHECK(all.rejects[0].reason.starts_with(row.reason));
      CHECK(all.rejects[0].byte == kOne.size());
    }
  }
}

TEST_CASE("a crawl that was cut off keeps what is whole") {
  const Collected all = articles_of(kOne + kTwo.substr(0, kTwo.size() - 30));
  CHECK(all.ids() == Ids{"http://one.example/a"});
  REQUIRE(all.rejects.size() == 1);
  CHECK(all.rejects[0].reason.starts_with("the file ends within it: 26 of its"));
  CHECK(all.rejects[0].byte == kOne.size());
}

TEST_CASE("a record that ends too early at the end is read if its page is whole") {
  const std::string body = page("Ferries");
  const std::string block = http(kHtml + "Content-Length: " + std::to_string(body.size()) + "\r\n", body);
  const std::string head =
      "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://one.example/a\r\nContent-Length: ";
  CHECK(articles_of(head + std::to_string(block.size() + 7) + "\r\n\r\n" + block).ids() == Ids{"http://one.example/a"});
}

TEST_CASE("a page that the crawler cut is an article that says so") {
  const Collected all = articles_of(record("response",
                                           "WARC-Target-URI: http://one.example/a\r\nWARC-Truncated: length\r\n"
                                           "Content-Type: application/http;msgtype=response\r\n",
                                           http(kHtml, page("Ferries").substr(0, 300))));
  REQUIRE(all.articles.size() == 1);
  CHECK(meta(all.articles[0], "truncated") == "length");
}

TEST_CASE("line ends without CR, and records without blank lines between") {
  const std::string block = "HTTP/1.1 200 OK\nContent-Type: text/html\n\n" + page("Ferries") + "\n";
  const std::string head = "Content-Length: " + std::to_string(block.size()) + "\n\n";
  const Collected all = articles_of(
      "WARC/0.18\nWARC-Type: warcinfo\nContent-Length: 5\n\ninfo\nWARC/0.18\nWARC-Type: response\n"
      "WARC-Target-URI: http://one.example/a\nWARC-TREC-ID: clue-1\n" +
      head + block);
  REQUIRE(all.ids() == Ids{"http://one.example/a"});
  CHECK(all.rejects.empty());
  CHECK(meta(all.articles[0], "trec_id") == "clue-1");
}

TEST_CASE("ARC files are read like WARC") {
  const std::string block = http(kHtml, page("Ferries"));
  const std::string length = std::to_string(block.size());
  const std::string info = "filedesc://a.arc 0.0.0.0 20140216050221 text/plain 75\n";
  SUBCASE("version 1") {
    const Collected all =
        articles_of(info +
                        "1 0 Nobody\nURL IP-address Archive-date Content-type Archive-length\n\n         "
                        "\nhttp://one.example/a b 1.2.3.4 20140216050221 text/html " +
                        length + "\n" + block + "\nhttp://one.example/c 1.2.3.4 20140216050221 text/html " + length +
                        "\n" + block + "\n",
                    "a.arc");
    CHECK(all.ids() == Ids{"http://one.example/a b", "http://one.example/c"});
    CHECK(all.rejects.empty());
  }
  SUBCASE("version 2") {
    const Collected all = articles_of(
        "filedesc://a.arc 0.0.0.0 20140216050221 text/plain 200 - - 0 a.arc 6\n2 0 Me\n"
        "http://one.example/a 1.2.3.4 20140216050221 text/html 200 - - 99 a.arc " +
            length + "\n" + block + "\n",
        "a.arc");
    CHECK(all.ids() == Ids{"http://one.example/a"});
  }
}

TEST_CASE("a crawl is known by its content, whatever its name, and may be packed any way") {
  struct Row {
    const char* name;
    std::string bytes;
  };
  const Row rows[] = {
      {"crawl.txt", kOne + kTwo},
      {"records.warc.gz", test::deflated(kOne) + test::deflated(kTwo)},
      {"crawl", test::deflated(kOne + kTwo)},
      {"padded.gz", test::deflated(kOne) + test::deflated(kTwo) + std::string(600, '\0')},
      {"records.warc.zst", test::zstd_frame(kOne) + test::zstd_frame(kTwo)},
  };
  for (const Row& row : rows) {
    SUBCASE(row.name) {
      const Collected all = articles_of(row.bytes, row.name);
      CHECK(all.ids() == Ids{"http://one.example/a", "http://two.example/b?c=d"});
      CHECK(all.rejects.empty());
      REQUIRE(all.articles.size() == 2);
      CHECK(all.articles[1].record.origin.offset == kOne.size());
    }
  }
}

TEST_CASE("the dictionary at the front of a .warc.zst is used, packed or not") {
  // A dictionary of raw content has no mark of its own, so it comes packed.
  const std::string dictionary = test::zstd_frame(kOne + kTwo);
  std::string bytes("\x5D\x2A\x4D\x18", 4);
  for (unsigned byte = 0; byte < 4; ++byte) {
    bytes += static_cast<char>(dictionary.size() >> (8U * byte) & 0xFFU);
  }
  bytes += dictionary + test::zstd_frame(kOne, kOne + kTwo) + test::zstd_frame(kTwo, kOne + kTwo);
  const Collected all = articles_of(bytes, "a.warc.zst");
  CHECK(all.ids() == Ids{"http://one.example/a", "http://two.example/b?c=d"});
  CHECK(all.rejects.empty());
}

TEST_CASE("a damaged member costs its own record alone") {
  const std::string three = crawled("http://three.example/c", "Bell");
  const std::string first = test::deflated(kOne);
  const std::string last = test::deflated(three);
  const std::string member = test::deflated(kTwo);
  std::string flipped = member;
  flipped[member.size() / 2] = static_cast<char>(flipped[member.size() / 2] ^ 0x55);
  std::string wrong_sum = member;
  wrong_sum[member.size() - 6] = static_cast<char>(wrong_sum[member.size() - 6] ^ 1);
  struct Row {
    const char* name;
    std::string bytes;
  };
  const Row rows[] = {
      {"a flipped byte", flipped},
      {"a wrong checksum", wrong_sum},
      {"a member that breaks off", member.substr(0, member.size() / 2)},
      {"no member at all", "not packed at all"},
      {"a header without a member", std::string("\x1F\x8B\x08\x00", 4)},
  };
  for (const Row& row : rows) {
    SUBCASE(row.name) {
      const Collected all = articles_of(first + row.bytes + last, "a.warc.gz");
      CHECK(all.ids() == Ids{"http://one.example/a", "http://three.example/c"});
      REQUIRE(all.rejects.size() == 1);
      CHECK(all.rejects[0].byte == kOne.size());
      CHECK(all.rejects[0].reason.find(std::to_string(first.size())) != std::string::npos);
    }
  }
}

TEST_CASE("a crawl whose first member is damaged is known by its name") {
  std::string damaged = test::deflated(kOne);
  damaged[12] = static_cast<char>(damaged[12] ^ 0x77);
  const Collected all = articles_of(damaged + test::deflated(kTwo), "a.warc.gz");
  CHECK(all.ids() == Ids{"http://two.example/b?c=d"});
  CHECK(all.rejects.size() == 1);
}

TEST_CASE("--map takes the id from a field of the record") {
  const std::string one = record("response",
                                 "WARC-Target-URI: http://one.example/a\r\nWARC-TREC-ID: clue-1\r\n"
                                 "Content-Type: application/http\r\n",
                                 http(kHtml, page("Ferries")));
  const test::TempDir folder;
  read::ReadOptions options;
  options.inputs = {folder.write("a.warc", kInfo + one + kTwo).string()};
  options.map = {{"id", "WARC-TREC-ID"}};
  CHECK(test::collect(options).ids() == Ids{"clue-1", "a.warc:3"});
  options.map = {{"id", "none"}};
  CHECK(test::collect(options).ids() == Ids{"a.warc:2", "a.warc:3"});
}

TEST_CASE("a crawl that is packed twice") {
  const Collected all = articles_of(test::deflated(test::deflated(kOne)), "a.warc.gz.gz");
  CHECK(all.ids() == Ids{"http://one.example/a"});
}
