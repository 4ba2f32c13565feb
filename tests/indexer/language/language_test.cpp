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
      {"ell", "el"},
      {"Hindi", "hi"},
      {"srp-Latn", "sr"},
      {"scr", "hr"},
      {"ydd", "yi"},
      {"lvs", "lv"},
      {"ekk", "et"},
      {"pes", "fa"},
      {"fa-AF", "fa"},
      {"Sorani", "ckb"},
      {"ckb-IQ", "ckb"},
      {"haw", "haw"},
      {"", ""},
      {"und", ""},
      {"unknown", ""},
      {"Hausa", "ha"},
      {"Somali", "so"},
      {"中文", "zh"},
      {"한국어", "ko"},
      {"العربية", "ar"},
      {"русский", "ru"},
      {"Türkçe", "tr"},
      {"Amharic", "am"},
      {"Farsi", "fa"},
      {"Icelandic", "is"},
      {"português (Brasil)", "pt"},
      {"Haitian Creole", "ht"},
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
      {"el",
       "Το δημοτικό συμβούλιο συνεδρίασε τη Δευτέρα για να συζητήσει τη νέα γέφυρα που είναι κλειστή από την άνοιξη."},
      {"hi", "नगर परिषद ने सोमवार को वसंत से बंद पड़े नए पुल पर चर्चा करने के लिए बैठक की।"},
      {"sr", "Градско веће се састало у понедељак да разговара о новом мосту који је затворен од пролећа."},
      {"sr",
       "Gradsko veće se sastalo u ponedeljak da razgovara o novom mostu koji je zatvoren od proleća, rekao je "
       "predsednik opštine."},
      {"hr",
       "Gradsko vijeće sastalo se u ponedjeljak kako bi raspravilo o novom mostu koji je zatvoren od proljeća, "
       "priopćio je gradonačelnik."},
      {"yi", "דער שטאָטראַט האָט זיך געטראָפֿן מאָנטיק צו רעדן וועגן דער נײַער בריק וואָס איז פֿאַרמאַכט זינט פֿרילינג."},
      {"cs", "Zastupitelstvo města se sešlo v pondělí, aby projednalo nový most, který je uzavřen od jara."},
      {"pl", "Rada miasta zebrała się w poniedziałek, aby omówić nowy most, który jest zamknięty od wiosny."},
      {"bg", "Общинският съвет се събра в понеделник, за да обсъди новия мост, който е затворен от пролетта."},
      {"uk", "Міська рада зібралася в понеділок, щоб обговорити новий міст, який закритий з весни."},
      {"lv", "Pilsētas dome pirmdien sapulcējās, lai apspriestu jauno tiltu, kas ir slēgts kopš pavasara."},
      {"gl", "O concello reuniuse o luns para falar da nova ponte, que leva pechada desde a primavera pasada."},
      {"et", "Linnavolikogu kogunes esmaspäeval, et arutada uut silda, mis on olnud suletud kevadest saadik."},
      {"fa", "شورای شهر روز دوشنبه برای بحث درباره پل جدید که از بهار بسته است تشکیل جلسه داد."},
      {"bn", "নগর পরিষদ সোমবার নতুন সেতু নিয়ে আলোচনা করতে বৈঠক করেছে, যা বসন্ত থেকে বন্ধ রয়েছে।"},
      {"ckb", "ئەنجوومەنی شار ڕۆژی دووشەممە کۆبووەوە بۆ باسکردنی پردە نوێیەکە کە لە بەهارەوە داخراوە."},
      {"ar", "اِجْتَمَعَ مَجْلِسُ الْمَدِينَةِ يَوْمَ الِاثْنَيْنِ لِمُنَاقَشَةِ الْجِسْرِ الْجَدِيدِ الْمُغْلَقِ مُنْذُ الرَّبِيعِ."},
      {"he", "בְּרֵאשִׁית בָּרָא אֱלֹהִים אֵת הַשָּׁמַיִם וְאֵת הָאָרֶץ וְהָאָרֶץ הָיְתָה תֹהוּ וָבֹהוּ"},
      {"zh", "市议会星期一开会讨论新大桥。详见http://www.example.com/news/2014/03/04/article_10432.html"},
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
