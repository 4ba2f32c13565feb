// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/passage/vocabulary.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "core/text/analyzer.h"

namespace nutgraf {
namespace {

class Words {
 public:
  void add(std::string_view language, std::string_view text) {
    analyzer_.analyze(text, scratch_, analysis_);
    std::vector<std::uint64_t> hashes;
    for (const Token& token : analysis_.tokens) {
      hashes.push_back(passage::term_hash(analysis_.term(token)));
    }
    vocabulary.add(language, analysis_, hashes);
  }
  [[nodiscard]] std::vector<std::string> list(const std::string& key) const {
    ClassKeys keys;
    const auto metadata = passage::class_metadata(vocabulary, keys);
    const auto found = metadata.find(key);
    return found == metadata.end() ? std::vector<std::string>{} : decode_list(found->second);
  }
  [[nodiscard]] std::vector<std::string> class_of(const char* language, const char* word) const {
    ClassKeys keys;
    return list(class_metadata_key(language, keys.key(language, word)));
  }
  [[nodiscard]] CaseCounts counts(const char* language, const char* word) const {
    return *vocabulary.languages().at(language).find(word);
  }
  passage::Vocabulary vocabulary;

 private:
  const Analyzer analyzer_{};
  Analyzer::Scratch scratch_;
  Analysis analysis_;
};

using List = std::vector<std::string>;

TEST_CASE("classes hold the words of one language") {
  Words words;
  words.add("en", "The principle and its principles. One bridge.");
  words.add("de", "Die Prinzipien");
  CHECK(words.class_of("en", "principle") == List{"principle", "principles"});
  CHECK_MESSAGE(words.class_of("en", "bridges") == List{"bridge"}, "the only word of its class, and not its key");
  CHECK_MESSAGE(words.class_of("en", "one").empty(), "the only word of its class is its key");
  CHECK(words.class_of("de", "principle").empty());
}

TEST_CASE("no text takes a plain word out of its class, and no marked spelling joins it") {
  struct Row {
    const char* language;
    std::string text;
    const char* word;
    List members;
  };
  const std::vector<Row> rows = {
      {"en", "China's envoy cited 1,000 principles.", "china", {}},
      {"en", "A state. The vote .States may appeal.", "state", {"state", "states"}},
      {"en", "A state. The vote .states, see (.states).", "states", {"state", "states"}},
      {"en", "The principle's author. A principle. #principles", "principle", {"principle", "principles"}},
      {"en", "Ask @bridges, post #Bridges. A bridge's end.", "bridge", {"bridge", "bridges"}},
      {"en", "#Bridge's end, @bridges's", "bridge", {"bridge", "bridges"}},
      {"en", "Post #bridge and #bridges.", "#bridge", {}},
      {"en", "Notepad++ or notepads.", "notepad", {"notepad", "notepads"}},
      {"en", "In the U.S.S.R. and the ussrs.", "ussr", {"ussr", "ussrs"}},
      {"en", "Of 1,000 or 1000.", "1000", {}},
      {"en", "The ‘farmers’ and workers' farmer.", "farmer", {"farmer", "farmers"}},
      {"en", "Rain fell.farmers waited. A farmer, farmers, farmers.example", "farmer", {"farmer", "farmers"}},
      {"ru", "Реформа. Закон .Реформы, #реформы", "реформа", {"реформа", "реформы"}},
      {"fr", "Une réforme .Réformes de l’État, #état .états", "état", {"état", "états"}},
      {"fr", "Une réforme .Réformes de l’État", "réforme", {"réforme", "réformes"}},
      {"nl", "Een foto's rand, .foto", "foto", {}},
      {"tr", "Ankara'da .Ankara", "ankara", {"ankara", "ankara'da"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    Words words;
    words.add(row.language, row.text);
    CHECK(encode_list(words.class_of(row.language, row.word)) == encode_list(row.members));
  }
}

TEST_CASE("accented words are listed however they are marked") {
  Words words;
  words.add("fr", "Le café. #Café .Cafés l'État's, un cafe");
  CHECK(words.list(accent_metadata_key("fr", "cafe")) == List{"cafe", "café"});
  CHECK(words.list(accent_metadata_key("fr", "#cafe")) == List{"#café"});
  CHECK(words.list(accent_metadata_key("fr", "cafes")) == List{"cafés"});
  CHECK(words.list(accent_metadata_key("fr", "etat's")) == List{"état's"});
}

TEST_CASE("a variant may join a class although it never stands alone") {
  Words words;
  words.add("en", "The senator's vote, many senators");
  CHECK(words.class_of("en", "senator") == List{"senator", "senators"});
}

TEST_CASE("compounds list their open forms") {
  Words words;
  words.add("en", "A cease-fire. The state-of-the-art Cease-Fire.");
  CHECK(words.list(compound_metadata_key("ceasefire")) == List{"cease fire"});
  CHECK(words.list(compound_metadata_key("stateoftheart")) == List{"state of the art"});
}

TEST_CASE("ways of writing are counted") {
  Words words;
  words.add("en", "The US told us that US firms may join us in the river. Us?");
  CHECK(words.counts("en", "us") == CaseCounts{2, 0, 2, 0, 1});
  ClassKeys keys;
  const auto metadata = passage::class_metadata(words.vocabulary, keys);
  CHECK(decode_counts(metadata.at(case_metadata_key("en", "us"))) == CaseCounts{2, 0, 2, 0});
  CHECK_MESSAGE(!metadata.contains(case_metadata_key("en", "river")), "only ever lower case");
}

TEST_CASE("a capital counts but where any word has one") {
  Words words;
  words.add("fr", "Un train part. “Un mot”, dit le chef: Un jour. Il est à l'Onu. L'Onu parle, chef d'Un.");
  ClassKeys keys;
  const auto metadata = passage::class_metadata(words.vocabulary, keys);
  CHECK(decode_counts(metadata.at(case_metadata_key("fr", "un"))) == CaseCounts{0, 1, 0, 0});
  CHECK(decode_counts(metadata.at(case_metadata_key("fr", "onu"))) == CaseCounts{0, 2, 0, 0});
  // It has an entry all the same: a word without one is counted as ever lower case.
  CHECK(decode_counts(metadata.at(case_metadata_key("fr", "il"))) == CaseCounts{});
}

TEST_CASE("words that are also written without their sign are listed under that spelling") {
  Words words;
  words.add("en", "On Oʻahu the Leser*innen and Leser_innen of Lānaʻi saw F-16s.");
  CHECK(words.list(compound_metadata_key("oahu")) == List{"o'ahu"});
  CHECK(words.list(compound_metadata_key("lanai")) == List{"lāna'i"});
  CHECK(words.list(compound_metadata_key("leserinnen")) == List{"leser innen", "leser_innen"});
  CHECK(words.list(compound_metadata_key("f16s")) == List{"f 16s"});
}

TEST_CASE("merging is the same as adding all to one") {
  const List texts = {"The US told us. A cease-fire.", "China's cease-fire principles", "A principle for US",
                      "cease-Fires"};
  Words one;
  Words left;
  Words right;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    one.add(i == 2 ? "fr" : "en", texts[i]);
    (i % 2 == 0 ? left : right).add(i == 2 ? "fr" : "en", texts[i]);
  }
  left.vocabulary.merge(std::move(right.vocabulary));
  ClassKeys keys;
  CHECK(passage::class_metadata(left.vocabulary, keys) == passage::class_metadata(one.vocabulary, keys));
  CHECK(left.counts("en", "us") == one.counts("en", "us"));
}

TEST_CASE("a vocabulary comes back from its bytes") {
  Words words;
  words.add("en", "The US told us. China's cease-fire of 1,000 days, a ceasefire in São Paulo.");
  words.add("fr", "L'État et l'etat.");
  std::string bytes;
  words.vocabulary.put(bytes);
  passage::Vocabulary().put(bytes);
  const char* at = bytes.data();
  const passage::Vocabulary found = passage::Vocabulary::get(at);
  CHECK(passage::Vocabulary::get(at).languages().empty());
  CHECK(at == bytes.data() + bytes.size());
  ClassKeys keys;
  CHECK(passage::class_metadata(found, keys) == passage::class_metadata(words.vocabulary, keys));
}

}  // namespace
}  // namespace nutgraf
