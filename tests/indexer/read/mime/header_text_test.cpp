// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/mime/header_text.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>

#include "indexer/read/mime/part.h"

using namespace nutgraf::read;

TEST_CASE("encoded words of headers") {
  const std::pair<const char*, const char*> rows[] = {
      {"Plain words", "Plain words"},
      {"=?utf-8?Q?caf=C3=A9_au?= lait", "café au lait"},
      {"=?UTF-8?B?Y2Fmw6k=?= =?utf-8?q?_x?=", "café x"},
      {"a =?utf-8?q?b?= c", "a b c"},
      {"=?utf-8?B?ww==?=\t=?utf-8?B?qQ==?=", "é"},  // a character cut in two
      {"=?iso-8859-1*fr?Q?=E9?=", "é"},
      {"=?gb2312?B?1tC5+g==?=", "中国"},
      {"=?iso-2022-jp?B?GyRCQC9JXCQsTT07OzBGJHIbKEI=?=\r\n =?ISO-2022-JP?B?GyRCOXEycSRLRHM9UBsoQg==?=",
       "政府が予算案を国会に提出"},
      {"=?broken?X?y?=", "=?broken?X?y?="},
      {"=?utf-8?Q?open", "=?utf-8?Q?open"},
      {"caf\xC3\xA9", "café"},
  };
  for (const auto& row : rows) {
    const auto& header = row.first;
    const auto& expected = row.second;
    CAPTURE(header);
    CHECK(mime::header_text(header, "") == expected);
  }
  CHECK(mime::header_text("caf\xE9", "iso-8859-1") == "café");
}

TEST_CASE("mailboxes") {
  struct Row {
    const char* header;
    std::vector<std::pair<std::string, std::string>> expected;
  };
  const Row rows[] = {
      {"Ann Lee <ann@x.org>", {{"Ann Lee", "ann@x.org"}}},
      {"\"Lee, Ann\" <ann@x.org>, jo@x.org", {{"Lee, Ann", "ann@x.org"}, {"", "jo@x.org"}}},
      {"ann@x.org (Ann Lee)", {{"Ann Lee", "ann@x.org"}}},
      {"=?utf-8?q?Ann_L=C3=A9e?= <ann@x.org>", {{"Ann Lée", "ann@x.org"}}},
      {"The Valley Herald", {{"The Valley Herald", ""}}},
      {"\"a \\\"b\\\" c\" <d@x>", {{"a \"b\" c", "d@x"}}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.header);
    std::vector<std::pair<std::string, std::string>> found;
    for (const mime::Mailbox& box : mime::mailboxes(row.header, "")) {
      found.emplace_back(box.name, box.address);
    }
    CHECK(found == row.expected);
  }
}

TEST_CASE("parameters of headers") {
  struct Row {
    const char* header;
    const char* name;
    const char* expected;
  };
  const Row rows[] = {
      {"text/html; charset=\"UTF-8\"", "charset", "UTF-8"},
      {"text/html;charset = utf-8 ; x=y", "charset", "utf-8"},
      {"attachment; filename=\"a;b\\\"c.txt\"", "filename", "a;b\"c.txt"},
      {"attachment; filename*=utf-8''caf%C3%A9.txt", "filename", "café.txt"},
      {"attachment; filename*0*=utf-8''caf%C3; filename*1*=%A9.txt", "filename", "café.txt"},
      {"attachment; filename*0=\"a\"; filename*1=\"b.txt\"", "filename", "ab.txt"},
      {"attachment", "filename", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.header);
    CHECK(mime::parameter(row.header, row.name) == row.expected);
  }
}
