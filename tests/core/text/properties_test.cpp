// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/core/text/properties.h"

#include <doctest/doctest.h>
#include <unicode/ubrk.h>

#include <filesystem>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "tests/core/text/corpus.h"
#include "tests/core/text/printed.h"

namespace {

using namespace nutgraf;

/// Text as newspapers print it, in many languages, with the dirt of scraped pages.
const std::vector<std::string>& samples() {
  static const std::vector<std::string> texts = {
      "The harbour\u2019s cease-fire talks \u2014 \u201Cno, not yet,\u201D she said \u2014 cost 1,250,000 dollars "
      "(about \u20AC1.1m) "
      "in the U.S. alone. Mr. O\u2019Hara of AT&T wrote C++ for www.example.org; mail desk@example.org, ref "
      "12345-678-9AB.",
      "Der Minister\u00ADpräsident sprach am 3. Oktober über Straßen, Häuser und Ge\u00ADsamt\u00ADkonzepte. \u201EEs "
      "reicht\u201C, "
      "sagte er z. B. den Küsten-\nbewohnern. Die Öl- und Gasindustrie schwieg.",
      "L\u2019accord n\u2019est qu\u2019un début\u00A0: aujourd\u2019hui, 1 200 pêcheurs d\u2019Étretat l\u2019ont "
      "signé.\r\n\r\nÀ suivre\u2026",
      "El 60,5 % de los vecinos dijo «sí»; ¿quién pagará? La señora Núñez, no.",
      "Il Paese non ha più l\u2019acqua dell\u2019isola, perché così è.",
      "Большие реки вышли из берегов. Ещё 12 сёл затоплено, сообщил г. Петров.",
      "Το νερό έφτασε στη Θεσσαλονίκη. Ποιος φταίει; ΑΝΑΚΟΙΝΩΣΗ",
      "İstanbul\u2019da ışıklar söndü; Iğdır\u2019ın köyleri kurtarıldı.",
      "افتتح الوزيرُ الجسرَ الجديد اليوم، وقال: «لا تأخير». هل ينتهي المـشروع؟ نعم.",
      "\u200Fהנמל נסגר ביום א\u05F3, ואמר צה\"ל: \u201Eלא\u201D.",
      "हिंदी में समाचार। पुल आज खुला और लोग ख़ुश हैं।",
      "市政府在周一的会议上介绍了新的轮渡计划，居民代表说：“我们等了3年。”会后2,000人离开。",
      "このデータをまとめる。資金決済法を改める案が出た（２０２３年）。ﾊﾟﾆｯｸ です。",
      "경제는 좋아졌다. IMF는 2024년 성장률을 3.1%로 봤다.",
      "รัฐบาลประกาศแผนพัฒนาการศึกษาสำหรับเด็กในชนบททั่วประเทศ 😀กรุงเทพ",
      "ភ្នំពេញ ទីក្រុង မြန်မာ နိုင်ငံ ວຽງຈັນ",
      "Ọ̀rọ̀ ìròyìn \uFEFFláti Èkó; Nnọọ, ụlọ akwụkwọ.",
      "Tiếng Việt: Thủ tướng nói \u201Ckhông\u201D.",
      "{{ #verifyErrors }} SUBSCRIBE NOW #flood @desk_news \U0001F1FA\U0001F1F3 \u2764\uFE0F 👩\u200D🚒 1\uFE0F\u20E3",
  };
  return texts;
}

TEST_CASE("properties hold over text of many languages") {
  std::string all;
  for (const std::string& text : samples()) {
    CAPTURE(text);
    CHECK(properties::first_broken(text) == "");
    all += text + "\n\n";
  }
  CHECK(properties::first_broken(all) == "");
}

std::string broken_in_file(const std::filesystem::path& path) {
  std::string found;
  corpus::read_pieces(path, [&](const corpus::Piece& piece) {
    const std::string broken = found.empty() ? properties::first_broken(piece.text) : std::string();
    if (!broken.empty()) {
      found = path.string() + " from byte " + std::to_string(piece.at) + ": " + broken;
    }
  });
  return found;
}

TEST_CASE("properties hold over the files of a corpus") {
  const auto files = corpus::files();
  for (const auto& file : files) {
    CHECK(broken_in_file(file) == "");
  }
  CHECK(!files.empty());
}

/// The same for what is left of it when bytes are cut out, doubled, and replaced.
TEST_CASE("properties hold over damaged text") {
  constexpr unsigned kSeed = 20231119;
  INFO("seed ", kSeed);
  std::mt19937 random(kSeed);
  for (int round = 0; round < 2000; ++round) {
    std::string text = samples()[random() % samples().size()];
    for (auto edits = random() % 8 + 1; edits > 0 && !text.empty(); --edits) {
      const std::size_t at = random() % text.size();
      const std::string& other = samples()[random() % samples().size()];
      switch (random() % 4) {
        case 0:
          text[at] = static_cast<char>(random() % 256);
          break;
        case 1:
          text.erase(at, random() % 5 + 1);
          break;
        case 2:
          text.insert(at, other, random() % other.size(), random() % 12);
          break;
        default:
          text.insert(at, 1, "'.-#@&+\n\t _,"[random() % 12]);
      }
    }
    CAPTURE(text);
    REQUIRE(properties::first_broken(text) == "");
  }
}

TEST_CASE("properties hold over random characters") {
  constexpr unsigned kSeed = 72150;
  INFO("seed ", kSeed);
  std::mt19937 random(kSeed);
  // Neighbours in a block meet more often than characters from anywhere.
  constexpr char32_t kBlocks[] = {0x20,   0x60,   0xA0,   0x300,  0x5D0,   0x620,   0x640,  0x900,
                                  0xE00,  0x1100, 0x2000, 0x2010, 0x2060,  0x2600,  0x3040, 0x4E00,
                                  0xAC00, 0xFB00, 0xFE00, 0xFF00, 0x1F1E6, 0x1F600, 0xE0020};
  for (int round = 0; round < 2000; ++round) {
    icu::UnicodeString utf16;
    for (auto length = random() % 40; length > 0; --length) {
      utf16.append(static_cast<UChar32>(kBlocks[random() % std::size(kBlocks)] + random() % 32));
    }
    std::string text;
    utf16.toUTF8String(text);
    CAPTURE(text);
    REQUIRE(properties::first_broken(text) == "");
  }
}

/// Where none of our own rules applies, words are ICU's.
TEST_CASE("words are those of ICU") {
  UErrorCode error = U_ZERO_ERROR;
  UBreakIterator* breaker = ubrk_open(UBRK_WORD, "en", nullptr, 0, &error);
  REQUIRE(U_SUCCESS(error));
  const std::string_view plain =
      "The harbour\u2019s talks, \u201Cno, not yet,\u201D cost 1,250,000.50 dollars (\u20AC1.1m) in the U.S. alone; "
      "www.example.org a_b "
      "x__1 3a 4.b c.5 o'clock 'quoted' Straße cafe\u0301 \u0301x Большие реки вышли из берегов. Ещё 12 сёл Το νερό "
      "έφτασε "
      "ꙮ col·lecció Qur\u2019an 12\u066B5 ١٢٣ ﬁn Ⅳ ª º ẞ ǅ ʰ हिंदी में ქალაქი Քաղաքը ከተማ ᠮᠣᠩᠭᠣᠯ 𝐛𝐨𝐥𝐝 𐐨𐐩 Tiếng Ọ̀rọ̀";
  const auto utf16 =
      icu::UnicodeString::fromUTF8(icu::StringPiece(plain.data(), static_cast<std::int32_t>(plain.size())));
  ubrk_setText(breaker, utf16.getBuffer(), utf16.length(), &error);
  std::string expected;
  std::int32_t begin = 0;
  for (std::int32_t end = ubrk_next(breaker); end != UBRK_DONE; end = ubrk_next(breaker)) {
    if (ubrk_getRuleStatus(breaker) >= UBRK_WORD_NONE_LIMIT) {
      std::string word;
      utf16.tempSubStringBetween(begin, end).toUTF8String(word);
      printed::add(expected, "[" + word + "]");
    }
    begin = end;
  }
  ubrk_close(breaker);
  CHECK(printed::spans(plain) == expected);
}

TEST_CASE("an analysis depends on its text alone") {
  const Analyzer analyzer;
  Analyzer::Scratch used;
  Analysis reused;
  for (const std::string& text : samples()) {
    analyzer.analyze(text, used, reused);
    const Analysis fresh = printed::analyzed(text);
    CHECK(reused.terms == fresh.terms);
    CHECK(reused.tokens.size() == fresh.tokens.size());
    CHECK(reused.sentences.size() == fresh.sentences.size());
    CHECK(reused.compounds.size() == fresh.compounds.size());
  }
}

TEST_CASE("one long word is one token") {
  const std::string word(300'000, 'a');
  const Analysis analysis = printed::analyzed(word);
  REQUIRE(analysis.tokens.size() == 1);
  CHECK(analysis.term(analysis.tokens[0]) == word);
}

TEST_CASE("fold is the fold of words") {
  const Analyzer analyzer;
  CHECK(analyzer.fold("Qur\u2019an") == "qur'an");
  CHECK(analyzer.fold("STRA\u00ADSSE") == "strasse");
  CHECK(analyzer.fold("\u0640").empty());
  CHECK(Analyzer::description() == "nutgraf-3");
  CHECK(Analyzer::icu_version().find('.') != std::string::npos);
  CHECK(Analyzer::unicode_version().find('.') != std::string::npos);
}

}  // namespace
