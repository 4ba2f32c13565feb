// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/dates.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <string>

#include "core/base/failure.h"
#include "indexer/read/path_dates.h"

using namespace nutgraf;
using namespace nutgraf::read;

namespace {

std::string shown(const std::optional<WrittenDate>& date) {
  return date ? schema::to_string(date->day) + date->time : "none";
}

std::string shown(const std::optional<schema::Day>& day) {
  return day ? schema::to_string(*day) : "none";
}

struct Row {
  const char* written;
  const char* expected;
};

}  // namespace

TEST_CASE("dates as people and machines write them") {
  const Row rows[] = {
      {"2023-06-19", "2023-06-19"},
      {" 2023-06-19\n", "2023-06-19"},
      {"2023-6-9", "2023-06-09"},
      {"2023/06/19", "2023-06-19"},
      {"2023.06.19", "2023-06-19"},
      {"2023-06-19T10:22:33Z", "2023-06-19T10:22:33Z"},
      {"2023-06-19T10:22:33.123456+00:00", "2023-06-19T10:22:33.123456+00:00"},
      {"2024-01-02T00:30+09:00", "2024-01-02T00:30+09:00"},
      {"2024-11-06T00:37:00+05:30", "2024-11-06T00:37:00+05:30"},
      {"2019-05-04 23:30", "2019-05-04T23:30"},
      {"2019-05-04 3:30 pm", "2019-05-04T15:30"},
      {"2019-05-04 12:10 AM", "2019-05-04T00:10"},
      {"Wed, 22 Dec 2010 10:57:19 +9x0y", "2010-12-22T10:57:19"},
      {"Wed, 22 Dec 2010 10:57:19 +0900", "2010-12-22T10:57:19+0900"},
      {"Wed, 22 Dec 2010 10:57:19 GMT", "2010-12-22T10:57:19"},
      {"Wed Dec 22 10:57:19 +0000 2010", "2010-12-22T10:57:19+0000"},
      {"19 June 2023", "2023-06-19"},
      {"19th of June, 2023", "2023-06-19"},
      {"June 19, 2023", "2023-06-19"},
      {"Sept. 3rd, 1963", "1963-09-03"},
      {"Monday 19 June 2023 at 10:22", "2023-06-19T10:22"},
      {"22-Dec-2010", "2010-12-22"},
      {"19. Juni 2023", "2023-06-19"},
      {"1er août 2023", "none"},
      {"2 août 2023", "2023-08-02"},
      {"19 de junio de 2023", "2023-06-19"},
      {"3 März 1999", "1999-03-03"},
      {"2023年6月19日", "2023-06-19"},
      {"2023年6月19日 10:22", "2023-06-19T10:22"},
      {"19.06.2023", "2023-06-19"},
      {"06.07.2023", "2023-07-06"},
      {"19/03/2017 15h35", "2017-03-19"},
      {"03/19/2017", "2017-03-19"},
      {"06/06/2017", "2017-06-06"},
      {"06/07/2017", "none"},  // July or June: never guessed
      {"01/04/63", "none"},
      {"20230619", "2023-06-19"},
      {"20230619T102233Z", "2023-06-19T10:22:33Z"},
      {"20230619102233", "2023-06-19T10:22:33"},
      {"1687170153", "2023-06-19T10:22:33Z"},
      {"1687170153000", "2023-06-19T10:22:33Z"},
      {"1687170153000000", "2023-06-19T10:22:33Z"},
      {"-86400000", "1967-04-07T00:00:00Z"},
      {"1912-04-16", "1912-04-16"},
      {"0001-01-01", "0001-01-01"},
      {"9999-12-31", "9999-12-31"},
      {"2014-02-31", "none"},
      {"2014-13-01", "none"},
      {"0000-01-01", "none"},
      {"31 June 2023", "none"},
      {"yesterday-ish", "none"},
      {"2014", "none"},
      {"2014-05", "none"},
      {"May 2014", "none"},
      {"", "none"},
      {":", "none"},
      {"12:30", "none"},
      {"99999999999999999999999", "none"},
      {"2023-06-19T", "2023-06-19"},
      {"2023-06-19 99:99", "2023-06-19"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.written);
    CHECK(shown(parse_date(row.written)) == row.expected);
  }
}

TEST_CASE("the machine's zone changes no date") {
  ::setenv("TZ", "JST-9", 1);
  CHECK(shown(parse_date("1687170153")) == "2023-06-19T10:22:33Z");
  CHECK(shown(parse_date("2019-05-04 23:30")) == "2019-05-04T23:30");
  ::unsetenv("TZ");
}

TEST_CASE("days in names of files") {
  const Row rows[] = {
      {"2024-06-01.txt", "2024-06-01"},
      {"news_20240601_x.txt", "2024-06-01"},
      {"a-2024_06_01", "2024-06-01"},
      {"a2024.06.01.txt", "2024-06-01"},
      {"12024-06-01.txt", "none"},
      {"202406011.txt", "none"},
      {"20241301.txt", "none"},
      {"12345678.txt", "none"},
      {"2024-06_01.txt", "none"},
      {"1066-10-14.txt", "none"},
      {"no.txt", "none"},
      {"", "none"},
      {"99-2024-06-01-2024-07-02", "2024-06-01"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.written);
    CHECK(shown(day_in_name(row.written)) == row.expected);
  }
}

TEST_CASE("days in folders") {
  const Row rows[] = {
      {"a/2024/06/01/b.txt", "2024-06-01"},
      {"a/2024/06/01.txt", "2024-06-01"},
      {"a/2024-06-01/b.txt", "2024-06-01"},
      {"a/20240601/b.txt", "2024-06-01"},
      {"2023/01/02/2024/06/01/b.txt", "2024-06-01"},
      {"a/2024/6/1/b.txt", "none"},
      {"a/2024-06-01.zip/b.txt", "2024-06-01"},
      {"a/b/2024-06-01.txt", "none"},
      {"a/b.txt", "none"},
      {"", "none"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.written);
    CHECK(shown(day_in_folders(row.written)) == row.expected);
  }
}

TEST_CASE("patterns of --date-from") {
  struct PatternRow {
    const char* pattern;
    const char* path;
    const char* expected;
  };
  const PatternRow rows[] = {
      {"_%Y.txt", "Session 24 - 1969/ARG_24_1969.txt", "1969-01-01"},
      {"%Y/%m/%d", "a/2024/06/01/b.txt", "2024-06-01"},
      {"%d-%m-%Y", "x/19-06-2023.txt", "2023-06-19"},
      {"%Y*/%m%d", "1999-archive/x/0619.txt", "1999-06-19"},
      {"%d%b%y", "x/19Jun23.txt", "2023-06-19"},
      {"%d%b%y", "x/19Jun71.txt", "1971-06-19"},
      {"%B_%Y", "x/June_2023.txt", "2023-06-01"},
      {"%Y-%m", "x/2023-19.txt", "none"},
      {"%Y", "x/12345.txt", "none"},
      {"100%% %Y", "100% 2020", "2020-01-01"},
  };
  for (const PatternRow& row : rows) {
    CAPTURE(row.path);
    CHECK(shown(DatePattern(row.pattern).match(row.path)) == row.expected);
  }
  CHECK_THROWS_AS(DatePattern("%m-%d"), Failure);
  CHECK_THROWS_AS(DatePattern("%Q%Y"), Failure);
  CHECK_THROWS_AS(DatePattern("%Y%"), Failure);
}
