// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/language/language.h"

#include <doctest/doctest.h>

#include <string>
#include <thread>
#include <vector>

namespace nutgraf::language {
namespace {

TEST_CASE("declared languages become codes") {
  struct Row {
    const char* declared;
    const char* code;
  };
  const std::vector<Row> rows = {
      {"en", "en"},
      {"EN", "en"},
      {"en-GB", "en"},
      {"en_us", "en"},
      {"eng", "en"},
      {"English", "en"},
      {" english ", "en"},
      {"English (US)", "en"},
      {"zh-Hant", "zh"},
      {"zho", "zh"},
      {"Chinese", "zh"},
      {"deu", "de"},
      {"ger", "de"},
      {"German", "de"},
      {"nb", "no"},
      {"iw", "he"},
      {"pt-BR", "pt"},
      {"haw", "haw"},
      {"", ""},
      {"und", ""},
      {"unknown", ""},
      {"123", ""},
      {"x", ""},
      {"Klingonese", ""},
  };
  for (const Row& row : rows) {
    SUBCASE(row.declared) {
      CHECK(normalize(row.declared) == row.code);
    }
  }
}

struct Sample {
  const char* language;
  const char* text;
};

const std::vector<Sample>& samples() {
  static const std::vector<Sample> kSamples = {
      {"en",
       "The council met on Monday to discuss the new bridge across the river, which has been closed since spring."},
      {"de", "Der Gemeinderat hat am Montag über die neue Brücke beraten, die seit dem Frühjahr gesperrt ist."},
      {"fr", "Le conseil municipal s'est réuni lundi pour discuter du nouveau pont, fermé depuis le printemps."},
      {"es", "El ayuntamiento se reunió el lunes para hablar del nuevo puente, cerrado desde la primavera pasada."},
      {"ru", "Городской совет собрался в понедельник, чтобы обсудить новый мост, закрытый с весны."},
      {"zh", "市议会星期一开会讨论新大桥的问题，这座桥自春天以来一直关闭。"},
      {"ja", "市議会は月曜日に新しい橋について話し合いました。橋は春から閉鎖されています。"},
      {"ko", "시의회는 월요일에 봄부터 폐쇄된 새 다리에 대해 논의하기 위해 모였습니다."},
      {"ar", "اجتمع مجلس المدينة يوم الاثنين لمناقشة الجسر الجديد المغلق منذ الربيع الماضي."},
      {"th", "สภาเมืองประชุมกันเมื่อวันจันทร์เพื่อหารือเกี่ยวกับสะพานใหม่ที่ปิดมาตั้งแต่ฤดูใบไม้ผลิ"},
      {"und", ""},
      {"und", "River."},
      {"und", "12 345 678 90 12 345 678 90 12 345 678 90"},
      {"und", "+++ === --- ### +++ === --- ###"},
  };
  return kSamples;
}

TEST_CASE("languages are detected") {
  for (const Sample& sample : samples()) {
    CAPTURE(sample.text);
    CHECK(detect(sample.text) == sample.language);
  }
}

TEST_CASE("a long text is judged by a sample, whatever characters stand at its ends") {
  for (std::size_t pad = 0; pad < 4; ++pad) {
    std::string text(pad, ' ');
    text += "Sign up to our free breaking news emails. ";
    for (int i = 0; i < 200; ++i) {
      text += "Городской совет собрался в понедельник. ";
    }
    CHECK(detect(text) == "ru");
  }
}

TEST_CASE("several threads detect the same") {
  std::vector<std::thread> threads;
  std::vector<int> wrong(4);
  for (int& count : wrong) {
    threads.emplace_back([&count] {
      for (int i = 0; i < 50; ++i) {
        for (const Sample& sample : samples()) {
          count += detect(sample.text) == sample.language ? 0 : 1;
        }
      }
    });
  }
  for (std::thread& thread : threads) {
    thread.join();
  }
  CHECK(wrong == std::vector<int>(4, 0));
}

}  // namespace
}  // namespace nutgraf::language
