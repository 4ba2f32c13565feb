// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <string>

#include "tests/cli/program.h"
#include "tests/temp_dir.h"

namespace nutgraf::test {
namespace {

constexpr const char* kArticles =
    R"json({"id": "zh1", "lang": "zh", "title": "台湾问题", "text": "习近平谈台湾问题和经济发展。全国人民代表大会常务委员会开会。"}
{"id": "zh2", "lang": "zh", "text": "台湾的其他问题。全国人民开会，发展中国经济。"}
{"id": "th", "lang": "th", "text": "สีแดงสี่คน น้ำสำคัญ"}
{"id": "de", "lang": "de", "text": "Viele Bürger*innen und Bürgerinnen kamen, sie wurden nicht getötet. Hawaiʻi."}
{"id": "en", "lang": "en", "title": "Red doors", "date": "2023-06", "text": "A lantern killed the café. Hawai'i and Hawaii. A Ƙ\ufeffungiyar."}
{"id": "old", "lang": "en", "date": "1899-12-31", "text": "A lantern."}
)json";

class Scripts {
 public:
  Scripts() {
    (void)folder_.write("docs.jsonl", kArticles);
    const Outcome built = shell(folder_.path(), "nutgraf-index build news.idx docs.jsonl");
    REQUIRE_MESSAGE(built.exit == 0, built.err);
  }
  [[nodiscard]] Outcome ask(const std::string& arguments) const {
    return shell(folder_.path(), "nutgraf-query " + arguments);
  }

 private:
  TempDir folder_;
};

}  // namespace

TEST_CASE("queries in scripts without blanks and with letters of many kinds") {
  const Scripts at;
  struct Row {
    const char* query;
    const char* occurrences;
  };
  for (const Row& row : {
           Row{"台湾*", "3"},
           Row{"\"台湾*\"", "3"},
           Row{"\"台湾* 的\"", "1"},
           Row{"\"/台湾/ 问题\"", "2"},
           Row{"\"台湾~1 问题\"", "2"},
           Row{"习?平", "1"},
           Row{"\"习?平\"", "1"},
           Row{"台湾问*", "2"},
           Row{"=สี", "1"},
           Row{"สี่", "1"},
           Row{"น\u0E49\u0E4D\u0E32", "1"},
           Row{"/น้ำ.*/", "1"},
           Row{"/BÜRGER.*/", "2"},
           Row{"Bürger*innen", "2"},
           Row{"\"viele Bürger*innen\"", "1"},
           Row{"Hawai\\'i", "3"},
           Row{"Hawaiʻi", "3"},
       }) {
    const std::string typed = row.query;
    CAPTURE(typed);
    const std::string quoted = typed.find('\\') == std::string::npos ? "'" + typed + "'" : typed;
    CHECK(at.ask("count news.idx -q --unit occurrences -- " + quoted).out == row.occurrences + std::string("\n"));
  }
}

TEST_CASE("a long run of a script without blanks is several words to what counts") {
  const Scripts at;
  const std::string run = "全国人民代表大会常务委员会";
  const Outcome unclear = at.ask("count news.idx " + run);
  CHECK(unclear.exit == 2);
  CHECK(unclear.err.find("--match phrase -- " + run) != std::string::npos);
  CHECK(at.ask("count news.idx --unit passages --match phrase " + run).out == "1\n");
  CHECK(at.ask("count news.idx --unit passages --match any " + run).out == "2\n");
  CHECK(at.ask("search news.idx 台湾 发展 经济").out.find("all words 2") != std::string::npos);
  CHECK(at.ask("count news.idx --unit passages --match all 台湾 发展 经济").out == "2\n");
}

TEST_CASE("terms and ngrams take wildcards in scripts without blanks") {
  const Scripts at;
  CHECK(at.ask("terms news.idx '台*' -f tsv").out == "term\tpassages\toccurrences\n台湾\t2\t3\n");
  CHECK(at.ask("terms news.idx '*湾' -f tsv").out == "term\tpassages\toccurrences\n台湾\t2\t3\n");
  CHECK(at.ask("terms news.idx 'สำ*' -f tsv").exit == 0);
  CHECK(at.ask("ngrams news.idx '台* 问题' -f tsv").out == "ngram\tpassages\toccurrences\n台湾 问题\t1\t2\n");
  CHECK(at.ask("terms news.idx '台x*' -f tsv").exit == 2);
}

TEST_CASE("words that no passage has are said of titles, tags and exact words, and in their language") {
  const Scripts at;
  struct Row {
    const char* query;
    const char* said;
  };
  for (const Row& row : {
           Row{"lantern title:dors", "title:dors: in no passage; did you mean title:doors?"},
           Row{"'#lantern'", "#lantern: in no passage; did you mean lantern?"},
           Row{"=cafè", "cafè: in no passage; did you mean café?"},
           Row{"killede", "killede: in no passage; did you mean killed?"},
       }) {
    CAPTURE(std::string(row.query));
    CHECK(at.ask(std::string("search news.idx ") + row.query).err.find(row.said) != std::string::npos);
  }
  for (const char* known : {"title:door", "'\"red doors\"'", "=café", "cafe", "'\"cafe\"'", "Bürger"}) {
    CAPTURE(std::string(known));
    CHECK(at.ask(std::string("search news.idx ") + known).err.find("in no passage") == std::string::npos);
  }
}

TEST_CASE("an article that names only its month is in no range that ends inside it") {
  const Scripts at;
  CHECK(at.ask("search news.idx -f tsv --fields id before:2023-06-15").out == "id\nold\n");
  CHECK(at.ask("search news.idx -f tsv --fields id before:2023-07-01").out == "id\nen\nold\n");
  for (const char* none :
       {"'lantern date:2020' --since 2021", "'date:none' --since 2020", "before:2000 --where date=2023"}) {
    CAPTURE(std::string(none));
    const Outcome outcome = at.ask(std::string("search news.idx ") + none);
    CHECK(outcome.exit == 2);
    CHECK(outcome.err.find("no day meets both") != std::string::npos);
  }
}

TEST_CASE("kwic cuts no character, and shows none that nobody sees") {
  const Scripts at;
  CHECK(at.ask("kwic news.idx แดง --chars 1 -f tsv --fields left,right").out == "left\tright\n\t\n");
  CHECK(at.ask("kwic news.idx แดง --chars 2 -f tsv --fields left,right").out == "left\tright\nสี\t\n");
  CHECK(at.ask("kwic news.idx Ƙungiyar -f tsv --fields node").out == "node\nƘungiyar\n");
}

}  // namespace nutgraf::test
