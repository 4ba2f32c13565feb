// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/dates/dates.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <string>

#include "core/base/failure.h"
#include "indexer/read/dates/date_numbers.h"
#include "indexer/read/dates/date_pattern.h"
#include "indexer/read/dates/path_dates.h"

using namespace nutgraf;
using namespace nutgraf::read;

namespace {

std::string shown(const std::optional<dates::WrittenDate>& date) {
  return date ? to_string(*date) + date->time : "none";
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
      {"Wed, 22 Dec 2010 10:57:19 GMT", "2010-12-22T10:57:19Z"},
      {"Wed Dec 22 10:57:19 +0000 2010", "2010-12-22T10:57:19+0000"},
      {"19 June 2023", "2023-06-19"},
      {"19th of June, 2023", "2023-06-19"},
      {"June 19, 2023", "2023-06-19"},
      {"Sept. 3rd, 1963", "1963-09-03"},
      {"Monday 19 June 2023 at 10:22", "2023-06-19T10:22"},
      {"22-Dec-2010", "2010-12-22"},
      {"19. Juni 2023", "2023-06-19"},
      {"2 août 2023", "2023-08-02"},
      {"19 de junio de 2023", "2023-06-19"},
      {"1ᵉʳ juin 2023", "2023-06-01"},
      {"1 er juin 2023", "2023-06-01"},
      {"1r de gener de 2014", "2014-01-01"},
      {"5 במרץ 2020", "2020-03-05"},
      {"5 من مارس 2020", "2020-03-05"},
      {"2020. gada 5. marts", "2020-03-05"},
      {"Thursday, 05-Mar-20 10:22:33 GMT", "2020-03-05T10:22:33Z"},
      {"Sunday, 06-Nov-94 08:49:37 GMT", "1994-11-06T08:49:37Z"},
      {"05-Mar-20", "none"},
      {"二〇二〇年三月五日", "2020-03-05"},
      {"二零二零年十二月三十一日 星期四", "2020-12-31"},
      {"令和2年3月5日", "2020-03-05"},
      {"令和元年５月１日", "2019-05-01"},
      {"昭和六十四年一月七日", "1989-01-07"},
      {"中華民國109年3月5日", "2020-03-05"},
      {"民國一〇九年三月五日", "2020-03-05"},
      {"二〇二〇年三月", "2020-03"},
      {"/Date(1700000000000+0100)/", "2023-11-14T22:13:20Z"},
      {"/Date(soon)/", "none"},
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
      {"0001-01-01", "none"},  // what programs write for none
      {"-0001-11-30T00:00:00+00:00", "none"},
      {"Wed, 30 Nov -0001 00:00:00 +0000", "none"},
      {"0001-01-01T00:00:00Z", "none"},
      {"0000-00-00", "none"},
      {"0000-00-00 00:00:00", "none"},
      {"2023-06-00", "none"},
      {"9999-12-31", "9999-12-31"},
      {"2014-02-31", "none"},
      {"2014-13-01", "none"},
      {"0000-01-01", "none"},
      {"31 June 2023", "none"},
      {"yesterday-ish", "none"},
      {"2014", "none"},
      {"2014-13", "none"},
      {"2014-5", "none"},
      {"05-06", "none"},
      {"may have 2014", "none"},
      {"", "none"},
      {":", "none"},
      {"12:30", "none"},
      {"99999999999999999999999", "none"},
      {"2023-06-19T", "2023-06-19"},
      {"2023-06-19 99:99", "2023-06-19"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.written);
    CHECK(shown(dates::parse_date(row.written)) == row.expected);
  }
}

TEST_CASE("halves of the day") {
  const Row rows[] = {
      {"March 1, 2024 9:05 p.m.", "2024-03-01T21:05"},
      {"March 1, 2024 12:05 a.m.", "2024-03-01T00:05"},
      {"March 1, 2024 9:05 p. m.", "2024-03-01T21:05"},
      {"March 1, 2024 9:05\u202FPM", "2024-03-01T21:05"},
      {"March 1, 2024 9:05 p.m. EST", "2024-03-01T21:05-05:00"},
      {"9:05 pm on March 1, 2024", "2024-03-01T21:05"},
      {"2024年3月1日 下午10:30", "2024-03-01T22:30"},
      {"2024年3月1日下午10:30", "2024-03-01T22:30"},
      {"2024年3月1日 上午12:30", "2024-03-01T00:30"},
      {"2024年3月1日 晚上8:30", "2024-03-01T20:30"},
      {"2024年3月1日 午後8:30", "2024-03-01T20:30"},
      {"2024년 3월 1일 오후 10:30", "2024-03-01T22:30"},
      {"2024년 3월 1일 오전 10:30", "2024-03-01T10:30"},
      {"1 Μαρτίου 2024 9:05 μ.μ.", "2024-03-01T21:05"},
      {"1 مارس 2024 9:05 م", "2024-03-01T21:05"},
      {"1 de marzo de 2024 a las 12:30 de la tarde", "2024-03-01T12:30"},
      {"1 March 2024 9:05 Pmtown", "2024-03-01T09:05"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.written);
    CHECK(shown(dates::parse_date(row.written)) == row.expected);
  }
}

TEST_CASE("names of zones") {
  const Row rows[] = {
      {"Fri, 01 Mar 2024 10:00:00 GMT", "2024-03-01T10:00:00Z"},
      {"Fri, 01 Mar 2024 10:00:00 UT", "2024-03-01T10:00:00Z"},
      {"01.03.2024 10:00:00 UTC+03:00", "2024-03-01T10:00:00+03:00"},
      {"2024-03-01 10:00 GMT+2", "2024-03-01T10:00+02:00"},
      {"2024-03-01 10:00 (UTC-5:30)", "2024-03-01T10:00-05:30"},
      {"2024-03-01 10:00 GMT+0200", "2024-03-01T10:00+0200"},
      {"Fri, 01 Mar 2024 10:00:00 EDT", "2024-03-01T10:00:00-04:00"},
      {"1. März 2024, 10:00 MEZ", "2024-03-01T10:00+01:00"},
      {"2024-03-01 10:00 CST", "2024-03-01T10:00"},  // of America or China
      {"2024-03-01 10:00 Zurich", "2024-03-01T10:00"},
      {"2024-03-01 10:00 Uhr", "2024-03-01T10:00"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.written);
    CHECK(shown(dates::parse_date(row.written)) == row.expected);
  }
}

TEST_CASE("years of other calendars") {
  struct CalendarRow {
    const char* written;
    const char* language;
    const char* expected;
  };
  const CalendarRow rows[] = {
      {"19/06/2566", "", "2023-06-19"},       {"2567-03-01", "th", "2024-03-01"},
      {"29/02/2567", "th", "2024-02-29"},     {"2566-06", "", "2023-06"},
      {"06.07.2566", "", "2023-07-06"},       {"1402/12/11", "fa", "2024-03-01"},
      {"1403/01/01", "fa", "2024-03-20"},     {"1399/12/30", "fa", "2021-03-20"},
      {"1400/12/30", "fa", "none"},           {"1370/12/30", "fa", "1992-03-20"},
      {"1408/12/30", "fa", "2030-03-20"},     {"1357/11/22", "fa", "1979-02-11"},
      {"۱۴۰۲/۱۲/۱۱", "fa-IR", "2024-03-01"},  {"1402/12/11", "", "none"},
      {"1445-08-20", "ar", "none"},           {"1402/12", "fa", "none"},
      {"2024-03-01", "fa", "2024-03-01"},     {"1912-04-16", "", "1912-04-16"},
      {"13 اسفند 1392", "", "2014-03-04"},    {"سه‌شنبه ۱۳ اسفند ۱۳۹۲", "fa", "2014-03-04"},
      {"5 فروردین 1402", "fa", "2023-03-25"}, {"1402 فروردین 5", "fa", "2023-03-25"},
      {"۵ فروردين ۱۴۰۲", "", "2023-03-25"},   {"13 Esfand 1392 10:22", "en", "2014-03-04T10:22"},
      {"۱۳ حوت ۱۳۹۲", "", "2014-03-04"},      {"30 اسفند 1400", "fa", "none"},
      {"13 اسفند 2014", "fa", "none"},        {"اسفند 1392", "fa", "none"},
  };
  for (const CalendarRow& row : rows) {
    CAPTURE(row.written);
    CHECK(shown(dates::parse_date(row.written, row.language)) == row.expected);
  }
}

TEST_CASE("a month without a day") {
  const Row rows[] = {
      {"2023-06", "2023-06"},       {"2023/06", "2023-06"},     {"06/2023", "2023-06"},
      {"6.2023", "2023-06"},        {"May 2014", "2014-05"},    {"juin 2023", "2023-06"},
      {"junio de 2023", "2023-06"}, {"Sept. 2015", "2015-09"},  {"2023 June", "2023-06"},
      {"2023年6月", "2023-06"},     {"2023년 6월", "2023-06"},  {"июнь 2023", "2023-06"},
      {"mar 2023", "2023-03"},      {"0001-01", "none"},        {"June", "none"},
      {"June 23", "none"},          {"June 2023 July", "none"}, {"In June 2023", "none"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.written);
    CHECK(shown(dates::parse_date(row.written)) == row.expected);
  }
  CHECK(dates::parse_date("2023-06")->day == schema::Day{2023, 6, 1});
}

TEST_CASE("ordinals") {
  const Row rows[] = {
      {"1er août 2023", "2023-08-01"},       {"1er juin 2023", "2023-06-01"},
      {"1ER JUIN 2023", "2023-06-01"},       {"le 1er mai 2020", "2020-05-01"},
      {"1º de maio de 2021", "2021-05-01"},  {"1° gennaio 2021", "2021-01-01"},
      {"1.º de mayo de 2020", "2020-05-01"}, {"1o de abril de 2019", "2019-04-01"},
      {"1ª de junho de 2022", "2022-06-01"}, {"1. Juni 2023", "2023-06-01"},
      {"June 1st, 2023", "2023-06-01"},      {"the 2nd of June 2023", "2023-06-02"},
      {"3RD MARCH 2019", "2019-03-03"},      {"22nd-Dec-2010", "2010-12-22"},
      {"1-го червня 2023", "2023-06-01"},    {"1η Ιουνίου 2023", "2023-06-01"},
      {"1ste juni 2023", "2023-06-01"},      {"1ro de junio de 2023", "2023-06-01"},
      {"21ème juillet 2020", "2020-07-21"},  {"1x juin 2023", "none"},
      {"June 31st, 2023", "none"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.written);
    CHECK(shown(dates::parse_date(row.written)) == row.expected);
  }
}

TEST_CASE("months by name in many languages") {
  const Row rows[] = {
      {"7 ago. 2023", "2023-08-07"},
      {"8 set. 2022", "2022-09-08"},
      {"9 gen. 2021", "2021-01-09"},
      {"10 lug. 2020", "2020-07-10"},
      {"11 mrt. 2019", "2019-03-11"},
      {"12 Mär. 2018", "2018-03-12"},
      {"12 MÄRZ 2018", "2018-03-12"},
      {"12 Maerz 2018", "2018-03-12"},
      {"13 fév. 2017", "2017-02-13"},
      {"13 févr. 2017", "2017-02-13"},
      {"13 fevrier 2017", "2017-02-13"},
      {"2 aout 2016", "2016-08-02"},
      {"14 ott. 2016", "2016-10-14"},
      {"15 Sept. 2015", "2015-09-15"},
      {"5 Jän. 2015", "2015-01-05"},
      {"5 Jänner 2015", "2015-01-05"},
      {"4 dic 2014", "2014-12-04"},
      {"4 dez. 2014", "2014-12-04"},
      {"6 giu 2013", "2013-06-06"},
      {"6 mag 2013", "2013-05-06"},
      {"6 mei 2013", "2013-05-06"},
      {"19 июня 2023 г.", "2023-06-19"},
      {"19 ИЮНЯ 2023", "2023-06-19"},
      {"19 червня 2023", "2023-06-19"},
      {"19 czerwca 2023", "2023-06-19"},
      {"19. června 2023", "2023-06-19"},
      {"2023. június 19.", "2023-06-19"},
      {"19 Haziran 2023", "2023-06-19"},
      {"19 Ιουνίου 2023", "2023-06-19"},
      {"19 يونيو 2023", "2023-06-19"},
      {"19 كانون الأول 2023", "2023-12-19"},
      {"19 يونيو/حزيران 2023", "2023-06-19"},
      {"19 जून 2023", "2023-06-19"},
      {"19 มิถุนายน 2566", "2023-06-19"},
      {"19 มิ.ย. 2566", "2023-06-19"},
      {"ngày 19 tháng 12 năm 2023", "2023-12-19"},
      {"19 juny de 2023", "2023-06-19"},
      {"19 d'agost de 2023", "2023-08-19"},
      {"19 juni 2023", "2023-06-19"},
      {"19 Juni 2023", "2023-06-19"},
      {"19 kesäkuuta 2023", "2023-06-19"},
      {"19 iunie 2023", "2023-06-19"},
      {"2023년 6월 19일", "2023-06-19"},
      {"14 अक्टूबर 2021", "2021-10-14"},
      {"14 जन॰ 2021", "2021-01-14"},
      {"14 नव॰ 2021", "2021-11-14"},
      {"14 জানুয়ারি 2021", "2021-01-14"},
      {"14 ফেব্রুয়ারি 2021", "2021-02-14"},
      {"2021 թ. հունվարի 14", "2021-01-14"},
      {"2021(e)ko urtarrilaren 14(a)", "2021-01-14"},
      {"2021eko urtarrilak 14", "2021-01-14"},
      {"2021(e)ko urt. 14(a)", "2021-01-14"},
      {"14ی کانوونی دووەمی 2021", "2021-01-14"},
      {"2021 شوبات 15", "2021-02-15"},
      {"14טן יאַנואַר 2021", "2021-01-14"},
      {"2021 ж. 14 қаңтар", "2021-01-14"},
      {"14 جانفي 2021", "2021-01-14"},
      {"14 Januarie 2021", "2021-01-14"},
      {"14 ಜನವರಿ 2021", "2021-01-14"},
      {"4. Mrz 2014", "2014-03-04"},
      {"4 Agt 2014", "2014-08-04"},
      {"4.III.2014", "2014-03-04"},
      {"4 XII 2014", "none"},
      {"19 Ju 2023", "none"},
      {"19 jui 2023", "none"},
      {"19 listopad 2023", "none"},
      {"19 xyz 2023", "none"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.written);
    CHECK(shown(dates::parse_date(row.written)) == row.expected);
  }
}

TEST_CASE("a name that languages disagree on is the declared language's month") {
  CHECK(shown(dates::parse_date("19 listopad 2023", "pl")) == "2023-11-19");
  CHECK(shown(dates::parse_date("19 listopad 2023", "hr")) == "2023-10-19");
  CHECK(shown(dates::parse_date("19 listopad 2023", "en")) == "none");
  CHECK(shown(dates::parse_date("19 srp 2023", "cs")) == "2023-08-19");
}

TEST_CASE("a name of a month that is a day of the week too") {
  const Row rows[] = {
      {"mar. 6 juin 2023", "2023-06-06"}, {"mar, 6 jun 2023", "2023-06-06"}, {"Mar 6 giu 2023", "2023-06-06"},
      {"mar. 7 mars 2023", "2023-03-07"}, {"Mar 7, 2023", "2023-03-07"},     {"Tue Mar 7 2023", "2023-03-07"},
      {"Sen, 5 Juni 2023", "2023-06-05"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.written);
    CHECK(shown(dates::parse_date(row.written)) == row.expected);
  }
}

TEST_CASE("a day of the week before digits says which is the month") {
  const Row rows[] = {
      {"Tue, 03/04/2014 - 10:22", "2014-03-04T10:22"},
      {"Tue 4/3/2014", "2014-03-04"},
      {"Mardi 04/03/2014", "2014-03-04"},
      {"Tuesday, 2014-03-04", "2014-03-04"},
      {"Mi, 06.07.2016", "2016-07-06"},
      {"Fri, 03/04/2014", "none"},
      {"Tuesday 14", "none"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.written);
    CHECK(shown(dates::parse_date(row.written)) == row.expected);
  }
}

TEST_CASE("a label before a date") {
  const Row rows[] = {
      {"发布时间：2014年3月4日 10:22", "2014-03-04T10:22"},
      {"公開日：2014.03.04", "2014-03-04"},
      {"Published: 2014-03-04T10:22:33Z", "2014-03-04T10:22:33Z"},
      {"Published: 4 March 2014 10:22", "2014-03-04T10:22"},
      {"Number: 1687170153", "none"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.written);
    CHECK(shown(dates::parse_date(row.written)) == row.expected);
  }
}

TEST_CASE("blanks, hyphens and digits of all kinds") {
  const Row rows[] = {
      {"7\u00A0June\u00A02023", "2023-06-07"},
      {"May\u00A05,\u00A02019", "2019-05-05"},
      {"3\u202Fmai\u202F2021", "2021-05-03"},
      {"3\u2009mai\u20092021", "2021-05-03"},
      {"\u00A02023-06-19\u00A0", "2023-06-19"},
      {"2020\u201007\u201014", "2020-07-14"},
      {"2020\u201107\u201114", "2020-07-14"},
      {"2020\u201307\u201314", "2020-07-14"},
      {"2020\u201407\u201414", "2020-07-14"},
      {"2020\u221207\u221214", "2020-07-14"},
      {"\u200E2020-07-14\u200F", "2020-07-14"},
      {"２０２３年６月１９日", "2023-06-19"},
      {"２０２３／０６／１９　１０：２２", "2023-06-19T10:22"},
      {"١٩ يونيو، ٢٠٢٣", "2023-06-19"},
      {"१९ जून २०२३", "2023-06-19"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.written);
    CHECK(shown(dates::parse_date(row.written)) == row.expected);
  }
}

TEST_CASE("weeks and days of the year") {
  const Row rows[] = {
      {"2024-W05-3", "2024-01-31"},
      {"2024W053", "2024-01-31"},
      {"2024-W05-3T10:00:00Z", "2024-01-31T10:00:00Z"},
      {"2020-W53-5", "2021-01-01"},
      {"2024-W01-1", "2024-01-01"},
      {"2018-W01-1", "2018-01-01"},
      {"2021-W53-1", "none"},
      {"2024-W00-1", "none"},
      {"2024-W05-8", "none"},
      {"2024-W05", "none"},
      {"2024-060", "2024-02-29"},
      {"2023-060", "2023-03-01"},
      {"2024-366", "2024-12-31"},
      {"2024-060T10:00:00Z", "2024-02-29T10:00:00Z"},
      {"2023-366", "none"},
      {"2023-000", "none"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.written);
    CHECK(shown(dates::parse_date(row.written)) == row.expected);
  }
}

TEST_CASE("ten digits are a day and an hour where they would be seconds of the future") {
  struct Row {
    std::int64_t number;
    schema::Day today;
    const char* date;
  };
  for (const Row& row : {
           Row{2023061910, {2024, 1, 1}, "2023-06-19T10:00"},
           Row{1999123123, {2024, 1, 1}, "1999-12-31T23:00"},
           Row{2024010200, {2024, 1, 1}, "2024-01-02T00:00"},
           Row{2024010300, {2024, 1, 1}, "2034-02-20T01:05:00Z"},
           Row{2023061910, {2034, 2, 10}, "2034-02-09T01:38:30Z"},
           Row{2023061924, {2024, 1, 1}, "2034-02-09T01:38:44Z"},
           Row{2023023010, {2024, 1, 1}, "2034-02-08T14:50:10Z"},
           Row{1687170153, {2024, 1, 1}, "2023-06-19T10:22:33Z"},
       }) {
    CAPTURE(row.number);
    const auto date = dates::parse_number(row.number, row.today);
    REQUIRE(date);
    CHECK(to_string(*date) + date->time == row.date);
  }
}

TEST_CASE("numbers") {
  const Row rows[] = {
      {"1687170153000000000", "2023-06-19T10:22:33Z"},
      {"1687170153.75", "2023-06-19T10:22:33Z"},
      {"202306191022", "2023-06-19T10:22"},
      {"20230619102233123", "2023-06-19T10:22:33"},
      {"9223372036854775807", "2262-04-11T23:47:16Z"},
      {"-9223372036854775808", "none"},
      {"202306", "none"},
      {"20231301", "none"},
      {"12.5", "none"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.written);
    CHECK(shown(dates::parse_date(row.written)) == row.expected);
  }
}

TEST_CASE("the machine's zone changes no date") {
  ::setenv("TZ", "JST-9", 1);
  CHECK(shown(dates::parse_date("1687170153")) == "2023-06-19T10:22:33Z");
  CHECK(shown(dates::parse_date("2019-05-04 23:30")) == "2019-05-04T23:30");
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
    CHECK(shown(dates::day_in_name(row.written)) == row.expected);
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
    CHECK(shown(dates::day_in_folders(row.written)) == row.expected);
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
      {"%d %B %Y", "x/1 June 2024.txt", "2024-06-01"},
      {"%Y-%m-%d", "x/2024-6-1.txt", "2024-06-01"},
      {"%Y-%m-%d", "x/2024-6-31.txt", "none"},
      {"%Y%m%d", "x/202461.txt", "none"},
      {"%Y%m%d", "x/2024111.txt", "none"},
      {"100%% %Y", "100% 2020", "2020-01-01"},
  };
  for (const PatternRow& row : rows) {
    CAPTURE(row.path);
    CHECK(shown(dates::DatePattern(row.pattern).match(row.path)) == row.expected);
  }
  CHECK_THROWS_AS(dates::DatePattern("%m-%d"), Failure);
  CHECK_THROWS_AS(dates::DatePattern("%Q%Y"), Failure);
  CHECK_THROWS_AS(dates::DatePattern("%Y%"), Failure);
}
