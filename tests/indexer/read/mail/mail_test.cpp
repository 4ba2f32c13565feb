// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <string>

#include "indexer/read/byte_source.h"
#include "indexer/read/mail/mail_reader.h"
#include "tests/indexer/read/collected.h"
#include "tests/indexer/read/pack.h"
#include "tests/temp_dir.h"

using namespace nutgraf;
using test::Collected;

namespace {

constexpr const char* kHead =
    "Received: from a by b; Mon, 19 Jun 2023 10:22:33 +0200\r\n"
    "Message-ID: <m1@example.org>\r\n"
    "Date: Mon, 19 Jun 2023 10:22:33 +0200 (CEST)\r\n"
    "From: =?utf-8?Q?Ann_L=C3=A9e?= <ann@example.org>\r\n"
    "Subject: Flood in\r\n the valley\r\n";

Collected read_mail(const std::string& name, const std::string& bytes) {
  const test::TempDir folder;
  folder.write(name, bytes);
  return test::collect(folder.path());
}

std::string text_of(const std::string& rest) {
  const Collected read = read_mail("a.eml", kHead + rest);
  return read.articles.empty() ? "" : read.articles[0].text;
}

std::string multipart(const std::string& kind, const std::vector<std::string>& parts) {
  std::string text = "Content-Type: multipart/" + kind + "; boundary=\"b1\"\r\n\r\npreamble\r\n";
  for (const std::string& part : parts) {
    text += "--b1\r\n" + part + "\r\n";
  }
  return text + "--b1--\r\nepilogue\r\n";
}

}  // namespace

TEST_CASE("a message is an article") {
  const Collected read = read_mail("a.eml", std::string(kHead) + "\r\nThe river rose.\r\n\r\n> It fell.\r\n");
  REQUIRE(read.articles.size() == 1);
  const ArticleRecord& record = read.articles[0].record;
  CHECK(record.id == "m1@example.org");
  CHECK(record.title == "Flood in the valley");
  CHECK(record.authors == std::vector<std::string>{"Ann Lée"});
  CHECK(record.date == "2023-06-19");
  CHECK(record.time == "T10:22:33+0200");
  CHECK(record.date_source == "record");
  CHECK(read.articles[0].text == "The river rose.\n\n> It fell.");
  CHECK(read.rejects.empty());
}

TEST_CASE("mail is told by its headers, whatever its name") {
  CHECK(read_mail("12345", std::string(kHead) + "\r\nThe river rose.\r\n").ids() ==
        std::vector<std::string>{"m1@example.org"});
  CHECK(read_mail("a", "From: a@b.c\nSubject: x\nOrganization: y\nLines: 1\n\nThe river rose.\n")
            .articles.at(0)
            .record.title == "x");
  CHECK(read_mail("a.txt", "From the river to the sea: a story.\n\nThe river rose.\n")
            .articles.at(0)
            .record.authors.empty());
}

TEST_CASE("a message under the address that a program stored it with") {
  const Collected read =
      read_mail("a.txt", "From ann@example.org\r\n" + std::string(kHead) + "\r\nThe river rose.\r\n");
  REQUIRE(read.articles.size() == 1);
  CHECK(read.articles[0].record.title == "Flood in the valley");
  CHECK(read.articles[0].text == "The river rose.");
}

TEST_CASE("the text of a message") {
  const std::string plain = "Content-Type: text/plain; charset=utf-8\r\n\r\nThe river rose in the night.";
  const std::string html = "Content-Type: text/html\r\n\r\n<p>The river <b>ro</b>se.</p><p>It fell.</p>";
  const std::string stub = "Content-Type: text/plain\r\n\r\nView in a browser";
  const std::string page = "Content-Type: text/html\r\n\r\n<p>" + std::string(100, 'x') + "</p>";
  struct Row {
    const char* name;
    std::string rest;
    std::string expected;
  };
  const Row rows[] = {
      {"plain text is preferred", multipart("alternative", {plain, html}), "The river rose in the night."},
      {"but not a stub", multipart("alternative", {stub, page}), std::string(100, 'x')},
      {"HTML alone", html, "The river rose.\n\nIt fell."},
      {"a line for the list of messages",
       "Content-Type: text/html\r\n\r\n<div style=\"display: none\">In short</div><p>The river rose.</p>",
       "The river rose."},
      {"mixed", multipart("mixed", {plain, html}), "The river rose in the night.\n\nThe river rose.\n\nIt fell."},
      {"related", multipart("related", {html, "Content-Type: image/png\r\nContent-ID: <a>\r\n\r\nx"}),
       "The river rose.\n\nIt fell."},
      {"signed", multipart("signed", {plain, "Content-Type: application/pgp-signature\r\n\r\nx"}),
       "The river rose in the night."},
      {"cut off", "Content-Type: multipart/mixed; boundary=b1\r\n\r\n--b1\r\n" + plain, "The river rose in the night."},
      {"without its boundary", "Content-Type: multipart/mixed\r\n\r\nThe river rose.", "The river rose."},
      {"base64",
       "Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: BASE64\r\n\r\nY2Fm6Q==", "café"},
      {"quoted-printable",
       "Content-Type: text/plain; charset=windows-1252\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\ncaf=E9 "
       "=\r\nau lait",
       "café au lait"},
      {"uuencoded", "Content-Transfer-Encoding: x-uuencode\r\n\r\nbegin 644 a.txt\r\n\"8V$\r\n#9F4N\r\n`\r\nend\r\n",
       "cafe."},
      {"a line of blanks in the head", "To: a@b.c,\r\n\t\r\n\td@e.f\r\nContent-Type: text/plain\r\n\r\nThe river rose.",
       "The river rose."},
      {"a line of blanks under the head", "To: a@b.c\r\n \r\nNote: the river rose.", "Note: the river rose."},
      {"ISO-2022-JP", "Content-Type: text/plain; charset=iso-2022-jp\r\n\r\n\x1B$BF|K\\\x1B(B", "日本"},
      {"UTF-7", "Content-Type: text/plain; charset=utf-7\r\n\r\ncaf+AOk-", "café"},
      {"a charset that is not told", "Content-Type: text/plain; charset=us-ascii\r\n\r\ncaf\xC3\xA9", "café"},
      {"flowed", "Content-Type: text/plain; format=flowed\r\n\r\nThe river \r\nrose.\r\n> It \r\n> fell.\r\n",
       "The river rose.\n\n> It fell."},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(text_of(row.rest) == row.expected);
  }
}

TEST_CASE("notices around the text of a message to many readers are cut") {
  const std::string body =
      "The river rose in the night and it took the old bridge away with it on its way down to the sea. Nobody was hurt "
      "in the village, but the road to the north is closed until further notice.\r\n\r\n"
      "People were asked to stay at home this week, said the mayor of the old town today.";
  struct Row {
    const char* name;
    const char* above;
    const char* under;
    bool cut;
  };
  const Row rows[] = {
      {"English", "View this email in your browser (https://x.example/1)",
       "=====\r\nCopyright 2020 The Ferry, all rights reserved.\r\n\r\nYou are receiving this email because you signed "
       "up.\r\n\r\nOur address is:\r\n1 Quay Street\r\n\r\nUnsubscribe",
       true},
      {"with the address below", "View this email in your browser\r\nhttps://x.example/1",
       "You are receiving this email because you signed up.", true},
      {"a mailing list", "", "-- \r\nTo unsubscribe from this group, send an email to x@example.org.", true},
      {"German", "Newsletter im Browser ansehen", "Sie erhalten diesen Newsletter, weil Sie ihn bestellt haben.", true},
      {"French", "Voir la version en ligne", "Pour vous d\u00E9sinscrire, cliquez ici.", true},
      {"Spanish", "Ver en el navegador", "Si desea darse de baja, haga clic.", true},
      {"Russian", "",
       "\u0412\u044B \u043F\u043E\u043B\u0443\u0447\u0438\u043B\u0438 \u044D\u0442\u043E "
       "\u043F\u0438\u0441\u044C\u043C\u043E.",
       true},
      {"a headline", "How to read mail in your browser", "The mayor spoke of a new bridge.", false},
      {"a quoted notice", "", "> You are receiving this email because you signed up.", false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const std::string above = row.above[0] == 0 ? "" : std::string(row.above) + "\r\n\r\n";
    const std::string message =
        "Content-Type: text/plain; charset=utf-8\r\n\r\n" + above + body + "\r\n\r\n" + row.under + "\r\n";
    const std::string text = text_of("List-Unsubscribe: <https://x.example/2>\r\n" + message);
    CHECK((text.starts_with("The river") && text.ends_with("old town today.")) == row.cut);
    const std::string under = row.under;
    CHECK(text_of(message).ends_with(under.substr(under.size() - 6)));  // not to many readers
  }
}

TEST_CASE("an encrypted message is a reject") {
  const Collected read =
      read_mail("a.eml", kHead + multipart("encrypted", {"Content-Type: application/pgp-encrypted\r\n\r\nVersion: 1"}));
  CHECK(read.articles.empty());
  REQUIRE(read.rejects.size() == 1);
  CHECK(read.rejects[0].reason == "it is encrypted: decrypt it in a mail program first");
}

TEST_CASE("many articles of a press database in one message are a reject, what is attached to it is read") {
  const std::string export_text =
      "Content-Type: text/plain\r\n\r\nDocument 1 of 2\r\n\r\nThe river rose.\r\n\r\nDocument 2 of 2\r\n\r\nIt fell.";
  const std::string note =
      "Content-Type: text/plain\r\nContent-Disposition: attachment; filename=\"note.txt\"\r\n\r\nA note.";
  const Collected read = read_mail("a.eml", kHead + multipart("mixed", {export_text, note}));
  REQUIRE(read.rejects.size() == 1);
  CHECK(read.rejects[0].reason.find("2 articles of ProQuest") != std::string::npos);
  REQUIRE(read.articles.size() == 1);
  CHECK(read.articles[0].text == "A note.");
}

TEST_CASE("attachments are documents of their own, or counted") {
  const std::string text = "Content-Type: text/plain\r\n\r\nSee below.";
  const std::string page =
      "Content-Type: text/html; name=\"a b.html\"\r\nContent-Disposition: attachment\r\n\r\n"
      "<html><title>Page</title><p>" +
      std::string(20, 'y') + ". The river rose in the night and took the bridge.</p></html>";
  const std::string inner = "Content-Type: message/rfc822\r\n\r\nMessage-ID: <m2@x>\r\nSubject: Inner\r\n\r\nIt fell.";
  const std::string sheet =
      "Content-Type: application/vnd.ms-excel; name=t.xls\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA";
  const Collected read = read_mail("a.eml", kHead + multipart("mixed", {text, page, inner, sheet}));
  CHECK(read.ids() == std::vector<std::string>{"m1@example.org", "a.eml/a b.html", "m2@x"});
  REQUIRE(read.articles.size() == 3);
  CHECK(read.articles[0].text == "See below.");
  CHECK(read.articles[1].record.origin.member == "a b.html");
  CHECK(read.articles[2].record.title == "Inner");
  CHECK(read.skipped(read::Skip::Unknown) == 1);
}

TEST_CASE("an attachment has the date of its message if there is no other") {
  const std::string mail =
      "From: Ann <ann@a.example>\nTo: b@b.example\nSubject: Report\nDate: Mon, 19 Jun 2023 10:22:33 +0200\n"
      "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\n\nSee below.\n"
      "--x\nContent-Type: text/plain; name=a.txt\nContent-Disposition: attachment\n\nThe river rose.\n"
      "--x\nContent-Type: text/plain; name=b.txt\nContent-Disposition: attachment\n\nDate: 1 May 2020\n\nIt fell.\n"
      "--x--\n";
  const test::TempDir folder;
  folder.write("m.eml", mail);
  const Collected read = test::collect(folder.path());
  REQUIRE(read.articles.size() == 3);
  CHECK(read.articles[1].record.date == "2023-06-19");
  CHECK(read.articles[1].record.date_source == "message");
  CHECK(read.articles[2].record.date == "2020-05-01");
}

TEST_CASE("the parts of a digest are messages") {
  const std::string message =
      "From: Ann <a@x>\r\nSubject: Inner\r\nDate: Mon, 3 Mar 2014 09:00:00 +0000\r\n"
      "Content-Type: text/plain\r\n\r\nIt fell.";
  const Collected read = read_mail(
      "a.eml", kHead + multipart("digest",
                                 {"\r\n" + message, message, "Content-Type: text/plain\r\n\r\nThe list of messages."}));
  REQUIRE(read.articles.size() == 3);
  CHECK(read.articles[0].text == "The list of messages.");
  for (const std::size_t i : {1U, 2U}) {
    CHECK(read.articles[i].record.title == "Inner");
    CHECK(read.articles[i].record.date == "2014-03-03");
    CHECK(read.articles[i].text == "It fell.");
  }
}

TEST_CASE("years of two digits in the date of a message") {
  struct Row {
    const char* written;
    const char* expected;
  };
  for (const Row& row :
       {Row{"4 Mar 14 10:22 EST", "2014-03-04"}, Row{"Tue, 6 Apr 93 10:22:33 GMT", "1993-04-06"},
        Row{"Sun, 06-Nov-94 08:49:37 GMT", "1994-11-06"}, Row{"4 Mar 2014 10:22 EST", "2014-03-04"},
        Row{"Tue, 4 Mar 10:22:33 2014", "2014-03-04"}, Row{"Tue Mar  4 10:22:33 2014", "2014-03-04"}}) {
    CAPTURE(row.written);
    const Collected read = read_mail("a.eml", std::string("Message-ID: <m@x>\nFrom: a@x\nSubject: s\nDate: ") +
                                                  row.written + "\n\nThe river rose.\n");
    REQUIRE(read.articles.size() == 1);
    CHECK(read.articles[0].record.date == row.expected);
  }
}

TEST_CASE("messages that Thunderbird has deleted are skipped") {
  const auto message = [](const char* status, const char* subject) {
    return std::string("From - Mon Jun 19 10:22:33 2023\nX-Mozilla-Status: ") + status +
           "\nFrom: Ann <ann@a.example>\nTo: b@b.example\nSubject: " + subject + "\n\nThe river rose.\n\n";
  };
  const test::TempDir folder;
  folder.write("m.mbox", message("0001", "Read") + message("0009", "Deleted") + message("0008", "Unread, deleted") +
                             message("0010", "Marked"));
  const Collected mails = test::collect(folder.path());
  REQUIRE(mails.articles.size() == 2);
  CHECK(mails.articles[1].record.title == "Marked");
  CHECK(mails.skipped(read::Skip::Hidden) == 2);
}

TEST_CASE("a mailbox is cut into its messages") {
  const std::string mbox =
      "From ann@example.org Mon Jun 19 10:22:33 2023\n"
      "Message-ID: <m1@x>\nSubject: One\n\nThe river rose.\n\n>From the hills it came.\n>>From x\nFrom here on it "
      "fell.\n\n"
      "From jo@example.org Tue Jun 20 10:22:33 +0200 2023\r\n"
      "Subject: Two\r\n\r\nIt fell.\r\n\r\n";
  const Collected read = read_mail("a.mbox", mbox);
  CHECK(read.ids() == std::vector<std::string>{"m1@x", "a.mbox:2"});
  REQUIRE(read.articles.size() == 2);
  CHECK(read.articles[0].text == "The river rose.\n\nFrom the hills it came.\n>From x\nFrom here on it fell.");
  CHECK(read.articles[1].record.title == "Two");
  CHECK(read.articles[1].record.origin.offset == mbox.find("From jo@"));
  CHECK(read_mail("inbox", mbox).articles.size() == 2);
}
