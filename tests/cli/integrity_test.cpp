// SPDX-License-Identifier: GPL-2.0-or-later
// What becomes of an index that is damaged, half there, not permitted or being built, as users see it.
#include <doctest/doctest.h>
#include <xapian.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <vector>

#include "tests/cli/program.h"
#include "tests/temp_dir.h"

namespace nutgraf::test {
namespace {

namespace fs = std::filesystem;

std::string article(const std::string& id, const std::string& text) {
  return R"({"id": ")" + id + R"(", "text": ")" + text + "\"}\n";
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

/// A folder with the index news.idx of two generations: 0001 of one article, 0002 of five.
class Vault {
 public:
  Vault() {
    const std::string first = article("d1", "The prime minister resigned.");
    write("docs.jsonl", first);
    REQUIRE(shell("nutgraf-index build news.idx docs.jsonl").exit == 0);
    write("docs.jsonl", first + article("d2", "A minister of prime rank.") + article("d3", "The river rose.") +
                            article("d4", "A river town slept.") + article("d5", "Some hill stood."));
    REQUIRE(shell("nutgraf-index build news.idx").exit == 0);
  }

  void write(const std::string& name, const std::string& text) const { (void)temp_.write(name, text); }
  [[nodiscard]] fs::path index() const { return temp_.path() / "news.idx"; }
  [[nodiscard]] fs::path live() const { return index() / "generations/0002"; }
  [[nodiscard]] Outcome shell(const std::string& script) const { return test::shell(temp_.path(), script); }
  /// Ids of articles with the word.
  [[nodiscard]] std::string found(const std::string& word) const {
    return shell("nutgraf-query search news.idx --fields id -f tsv -- '" + word + "' | sed 1d | sort").out;
  }
  [[nodiscard]] nlohmann::json stats() const {
    return nlohmann::json::parse(shell("nutgraf-index stats news.idx -f json").out);
  }
  void check_sound() const {
    const Outcome checked = shell("nutgraf-index check news.idx");
    CHECK_MESSAGE(checked.exit == 0, checked.out, checked.err);
  }

 private:
  TempDir temp_;
};

void flip(const fs::path& file, std::size_t at, char bits) {
  std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
  stream.seekg(static_cast<std::streamoff>(at));
  const auto byte = static_cast<char>(stream.get());
  stream.seekp(static_cast<std::streamoff>(at));
  stream.put(static_cast<char>(byte ^ bits));
}

/// As a generation would be that was made with another version of this library.
void alter_contract(const fs::path& generation, const char* library) {
  Xapian::WritableDatabase database((generation / "passages").string(), Xapian::DB_OPEN);
  nlohmann::json contract = nlohmann::json::parse(database.get_metadata("nutgraf/contract"));
  contract[library] = "another one";
  database.set_metadata("nutgraf/contract", contract.dump());
  database.commit();
  nlohmann::json manifest = nlohmann::json::parse(read_file(generation / "manifest.json"));
  manifest["contract"] = contract;
  manifest.erase("sums");
  manifest.erase("xxh3");
  std::ofstream(generation / "manifest.json") << manifest.dump();
}

/// Below the index, of the live generation; the lock says nothing.
std::vector<std::string> files_of(const fs::path& index) {
  std::vector<std::string> files{"XAPIANDB"};
  for (const auto& entry : fs::recursive_directory_iterator(index / "generations/0002")) {
    if (entry.is_regular_file()) {
      files.push_back(entry.path().lexically_relative(index).string());
    }
  }
  std::ranges::sort(files);
  return files;
}

struct Verdict {
  int damages = 0;
  int found = 0;  // by check
  int right = 0;  // answers
  int refused = 0;
  int wrong = 0;
};

/// One damage: a search ends, by itself, and what it answers is right or the check finds the damage.
void judge(const Vault& vault, Verdict& verdict) {
  constexpr std::string_view kRight = "id\tsnippet\nd3\tThe river rose.\nd4\tA river town slept.\n";
  const Outcome searched = vault.shell("timeout 20 nutgraf-query search news.idx --fields id,snippet -f tsv river");
  CHECK((searched.exit == 0 || searched.exit == 1 || searched.exit == 3));
  const Outcome phrase = vault.shell("timeout 20 nutgraf-query count news.idx --unit articles -- '\"prime minister\"'");
  CHECK((phrase.exit == 0 || phrase.exit == 1 || phrase.exit == 3));
  const Outcome checked = vault.shell("timeout 60 nutgraf-index check news.idx");
  CHECK_MESSAGE(checked.exit == 3, checked.err);
  const bool refused = searched.exit == 3 || phrase.exit == 3;
  const bool right = searched.out == kRight && phrase.out == "1\n";
  ++verdict.damages;
  verdict.found += checked.exit == 3 ? 1 : 0;
  ++(refused ? verdict.refused : right ? verdict.right : verdict.wrong);
}

}  // namespace

TEST_CASE("a lost or damaged stub costs no index") {
  const Vault vault;
  SUBCASE("missing") {
    fs::remove(vault.index() / "XAPIANDB");
  }
  SUBCASE("empty") {
    vault.write("news.idx/XAPIANDB", "");
  }
  SUBCASE("noise") {
    vault.write("news.idx/XAPIANDB", "noise");
  }
  const Outcome searched = vault.shell("nutgraf-query search news.idx river");
  CHECK(searched.exit == 3);
  CHECK(contains(searched.err, "nutgraf-index rollback news.idx"));
  const Outcome checked = vault.shell("nutgraf-index check news.idx");
  CHECK(checked.exit == 3);
  CHECK(contains(checked.err, "generation 0002 is sound: nutgraf-index rollback news.idx"));
  const Outcome updated = vault.shell("nutgraf-index update news.idx");
  CHECK(updated.exit == 3);
  CHECK(contains(updated.err, "rollback"));
  vault.write("docs.jsonl", article("d1", "The prime minister resigned."));
  const Outcome built = vault.shell("nutgraf-index build news.idx");
  CHECK(built.exit == 5);
  CHECK(contains(built.err, "only 1 of 5 articles"));
  CHECK(vault.shell("nutgraf-index rollback news.idx").exit == 0);
  CHECK(vault.found("river") == "d3\nd4\n");
  vault.check_sound();
}

TEST_CASE("a build knows what it replaces although the manifest is damaged") {
  const Vault vault;
  const fs::path manifest = vault.live() / "manifest.json";
  SUBCASE("cut") {
    fs::resize_file(manifest, 100);
  }
  SUBCASE("missing") {
    fs::remove(manifest);
  }
  SUBCASE("changed") {
    flip(manifest, read_file(manifest).find("\"articles\": 5") + 12, 4);
  }
  const std::string all = read_file(vault.index().parent_path() / "docs.jsonl");
  vault.write("docs.jsonl", article("d1", "The prime minister resigned."));
  const Outcome built = vault.shell("nutgraf-index build news.idx");
  CHECK(built.exit == 5);
  CHECK(contains(built.err, "only 1 of 5 articles"));
  CHECK(vault.found("river") == "d3\nd4\n");
  vault.write("docs.jsonl", all);
  CHECK(vault.shell("nutgraf-index update news.idx").exit == 3);
  CHECK(vault.shell("nutgraf-index build news.idx").exit == 0);
  vault.check_sound();
  CHECK(vault.shell("nutgraf-index rollback news.idx --to 2").exit == 3);
}

TEST_CASE("a build over an index of which nothing can be read stops") {
  const Vault vault;
  for (const char* generation : {"0001", "0002"}) {
    for (const char* file : {"manifest.json", "sources.jsonl"}) {
      vault.write(std::string("news.idx/generations/") + generation + "/" + file, "{");
    }
  }
  const Outcome built = vault.shell("nutgraf-index build news.idx docs.jsonl --allow-shrink");
  CHECK(built.exit == 3);
  CHECK(contains(built.err, "move news.idx away"));
  CHECK(vault.found("river") == "d3\nd4\n");
}

TEST_CASE("rollback passes over generations that are not sound, and says what else there is") {
  const Vault vault;
  CHECK(vault.shell("nutgraf-index build news.idx --keep 5").exit == 0);
  flip(vault.live() / "sources.jsonl", 30, 1);
  const Outcome back = vault.shell("nutgraf-index rollback news.idx");
  CHECK(back.exit == 0);
  CHECK(contains(back.err, "generation 0002 is not sound"));
  CHECK(vault.stats().at("generation") == "0001");
  const Outcome forward = vault.shell("nutgraf-index rollback news.idx");
  CHECK(forward.exit == 3);
  CHECK(contains(forward.err, "no generation before 0001"));
  CHECK(contains(forward.err, "generation 0003 is sound: nutgraf-index rollback news.idx --to 0003"));
}

TEST_CASE("rollback leads to any generation, forward too, and stats lists them") {
  const Vault vault;
  const auto live = [&] {
    const nlohmann::json generations = vault.stats().at("generations");
    REQUIRE(generations.size() == 2);
    CHECK(generations[0].at("articles") == 1);
    CHECK(generations[1].at("articles") == 5);
    return generations[0].at("live").get<bool>() ? generations[0].at("generation") : generations[1].at("generation");
  };
  CHECK(live() == "0002");
  CHECK(contains(vault.shell("nutgraf-index stats news.idx").out, "rollback to  0001 (build "));
  CHECK(vault.shell("nutgraf-index rollback news.idx --to 1").exit == 0);
  CHECK(live() == "0001");
  CHECK(vault.found("river").empty());
  CHECK(vault.shell("nutgraf-index rollback news.idx --to 0002").exit == 0);
  CHECK(live() == "0002");
  CHECK(vault.found("river") == "d3\nd4\n");
  const Outcome unknown = vault.shell("nutgraf-index rollback news.idx --to 7");
  CHECK(unknown.exit == 3);
  CHECK(contains(unknown.err, "it has 0001, 0002"));
  flip(vault.index() / "generations/0001/rejects.jsonl", 0, 1);
  vault.check_sound();
}

TEST_CASE("the first build is told from one that was killed") {
  const TempDir temp;
  std::string lines;
  for (int i = 0; i < 20'000; ++i) {
    lines += article("b" + std::to_string(i), "Report " + std::to_string(i) + " says crate " + std::to_string(i * 7));
  }
  (void)temp.write("big.jsonl", lines);
  const Outcome both = shell(temp.path(),
                             "nutgraf-index build news.idx big.jsonl 2>first & P=$!\n"
                             "until [ -s news.idx/lock ]; do sleep 0.05; done; kill -STOP $P\n"
                             "for c in 'index update' 'index check' 'index stats' 'query search'; do\n"
                             "  w=; [ \"$c\" = 'index update' ] && w='--lock-timeout 0'\n"
                             "  [ \"$c\" = 'query search' ] && w=crate\n"
                             "  nutgraf-$c news.idx $w 2>err; echo $?; grep -qw $P err && echo named\n"
                             "done; kill -CONT $P; kill -KILL $P; wait $P\n"
                             "nutgraf-query search news.idx crate 2>err; echo $?; grep -c interrupted err\n");
  CHECK(both.out == "4\nnamed\n4\nnamed\n4\nnamed\n4\nnamed\n3\n1\n");
}

TEST_CASE("without its positions an index answers nothing") {
  const Vault vault;
  const fs::path positions = vault.live() / "passages/position.glass";
  SUBCASE("missing") {
    fs::remove(positions);
  }
  SUBCASE("cut") {
    fs::resize_file(positions, 4096);
  }
  for (const char* command : {"search", "count", "kwic"}) {
    CAPTURE(command);
    const Outcome asked = vault.shell(std::string("nutgraf-query ") + command + " news.idx -- '\"prime minister\"'");
    CHECK(asked.exit == 3);
    CHECK(asked.out.empty());
    CHECK(contains(asked.err, "damaged"));
  }
  const Outcome checked = vault.shell("nutgraf-index check news.idx");
  CHECK(checked.exit == 3);
  CHECK(contains(checked.out, "position.glass"));
  CHECK(contains(checked.err, "generation 0001 is sound: nutgraf-index rollback news.idx"));
}

TEST_CASE("a wrong number of passages is damage, where Xapian's matcher would crash") {
  const Vault vault;
  const fs::path file = vault.live() / "passages/iamglass";
  std::ifstream in(file, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  int refused = 0;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    std::string damaged = bytes;
    damaged[at] = static_cast<char>(damaged[at] ^ (at % 2 == 0 ? 0x04 : 0x01));
    std::ofstream(file, std::ios::binary) << damaged;
    const Outcome asked = vault.shell("nutgraf-query count news.idx 'minister* NEAR/5 prime'");
    CHECK_MESSAGE((asked.exit == 0 || asked.exit == 1 || asked.exit == 3), at, asked.err);
    refused += contains(asked.err, "it says that it has") ? 1 : 0;
  }
  CHECK(refused > 0);
}

TEST_CASE("links inside an index are not followed when writing") {
  const Vault vault;
  vault.write("victim", "precious\n");
  fs::create_directories(vault.index().parent_path() / "elsewhere");
  struct Row {
    const char* name;
    const char* make;
    int exit;
  };
  for (const Row& row : {Row{"lock", "rm -f news.idx/lock; ln -s ../victim news.idx/lock", 5},
                         Row{"parts", "ln -s ../elsewhere news.idx/parts", 5},
                         Row{"generations", "mv news.idx/generations away; ln -s ../away news.idx/generations", 5},
                         Row{"stub", "mv news.idx/XAPIANDB stub; ln -s ../stub news.idx/XAPIANDB; echo >>stub", 0},
                         Row{"unfinished stub", "ln -s ../victim news.idx/XAPIANDB.partial", 0},
                         Row{"unfinished generation", "ln -s ../../elsewhere news.idx/generations/0003.partial", 0}}) {
    SUBCASE(row.name) {
      REQUIRE(vault.shell(row.make).exit == 0);
      const std::string stub = vault.shell("cat stub").out;
      const Outcome built = vault.shell("nutgraf-index build news.idx --resume");
      CHECK_MESSAGE(built.exit == row.exit, built.err);
      CHECK(contains(built.err, "symbolic link") == (row.exit != 0));
      CHECK(vault.shell("cat victim").out == "precious\n");
      CHECK(vault.shell("cat stub").out == stub);
      CHECK(vault.shell("ls -A elsewhere").out.empty());
    }
  }
}

TEST_CASE("a table that is cut while it is read ends a query with exit 3") {
  const Vault vault;
  const Outcome cut = vault.shell(
      "mkfifo questions; nutgraf-query search news.idx --queries - -f tsv <questions >answers 2>err & P=$!\n"
      "exec 3>questions; echo river >&3; until [ -s answers ]; do sleep 0.05; done\n"
      "for t in postlist position; do : >news.idx/generations/0002/passages/$t.glass; done\n"
      "echo minister >&3; exec 3>&-; wait $P; echo $?; cat err");
  CHECK(contains(cut.out, "3\n"));
  CHECK(contains(cut.out, "is damaged"));
}

TEST_CASE("an index that may only be read is sound, one that may not is not called damaged") {
  const Vault vault;
  const char* const script =
      "U=; [ $(id -u) = 0 ] && U='setpriv --reuid=65534 --regid=65534 --clear-groups'; P=$PATH\n"
      "chmod 755 .; $U nutgraf-index --version >/dev/null 2>&1 || { echo skip; exit; }\n"
      "chmod -R a+rX,a-w news.idx; $U nutgraf-index check news.idx >out 2>&1; echo $?; cat out\n"
      "chmod 0 news.idx/generations/0002/XX; $U nutgraf-index check news.idx >out 2>&1; echo $?; cat out\n"
      "chmod -R u+rwX news.idx\n";
  for (const std::string file : {"manifest.json", "sources.jsonl", "passages/postlist.glass"}) {
    std::string commands = script;
    commands.replace(commands.find("XX"), 2, file);
    const Outcome checked = vault.shell(commands);
    if (checked.out == "skip\n") {
      return;
    }
    CAPTURE(checked.out);
    CHECK(checked.out.starts_with("0\n"));
    CHECK(contains(checked.out, "is sound"));
    CHECK(contains(checked.out, "3\n"));
    CHECK(contains(checked.out, "Permission denied"));
    CHECK_FALSE(contains(checked.out, "damaged"));
    CHECK_FALSE(contains(checked.out, "rollback"));
    CHECK(vault.shell("chmod 644 news.idx/generations/0002/" + file).exit == 0);
  }
  const Outcome few = vault.shell("ulimit -n 6; nutgraf-index check news.idx; echo $?");
  CHECK_FALSE(contains(few.out + few.err, "damaged"));
  CHECK((contains(few.out, "3\n") || contains(few.out, "5\n")));
}

TEST_CASE("check changes nothing") {
  const Vault vault;
  const char* const state = "find news.idx -type f | sort | xargs sha256sum; find news.idx | sort";
  const std::string before = vault.shell(state).out;
  vault.check_sound();
  flip(vault.live() / "passages/docdata.glass", 5000, 1);
  const std::string damaged = vault.shell(state).out;
  CHECK(damaged != before);
  CHECK(vault.shell("nutgraf-index check news.idx").exit == 3);
  CHECK(vault.shell(state).out == damaged);
}

TEST_CASE("an index made with another library is searched with a warning, not updated, and built again") {
  const Vault vault;
  for (const char* library : {"icu", "unicode", "stemmer"}) {
    CAPTURE(library);
    alter_contract(vault.index() / "generations" / vault.stats().at("generation").get<std::string>(), library);
    const Outcome searched = vault.shell("nutgraf-query search news.idx river");
    CHECK(searched.exit == 0);
    CHECK(contains(searched.err, "another one"));
    CHECK(contains(searched.err, "nutgraf-index build"));
    const Outcome updated = vault.shell("nutgraf-index update news.idx");
    CHECK(updated.exit == 3);
    CHECK(contains(updated.err, "nutgraf-index build INDEX reads everything again"));
    CHECK(vault.shell("nutgraf-index build news.idx").exit == 0);
    CHECK_FALSE(contains(vault.shell("nutgraf-query search news.idx river").err, "another one"));
    CHECK(vault.shell("touch -d tomorrow docs.jsonl; nutgraf-index update news.idx").exit == 0);
  }
}

TEST_CASE("an index of each format version stays readable, and is built again") {
  for (const char* version : {"1"}) {
    CAPTURE(version);
    const TempDir temp;
    fs::copy(fs::path(NUTGRAF_SOURCE_DIR) / "tests/data/formats" / version, temp.path() / "news.idx",
             fs::copy_options::recursive);
    (void)temp.write("docs.jsonl",
                     article("d1", "The prime minister resigned.") + article("d9", "The orchard bloomed."));
    CHECK(shell(temp.path(), "nutgraf-query search news.idx --fields id -f tsv -- '\"prime minister\"'").out ==
          "id\nd1\n");
    CHECK(shell(temp.path(), "nutgraf-query count news.idx --unit occurrences -- river").out == "2\n");
    CHECK(shell(temp.path(), "nutgraf-query show news.idx d3").exit == 0);
    CHECK(shell(temp.path(), "nutgraf-index check news.idx").exit == 0);
    // Made with other versions of the libraries it may be, so only a build must work.
    CHECK(shell(temp.path(), "nutgraf-index build news.idx docs.jsonl --allow-shrink").exit == 0);
    CHECK(shell(temp.path(), "nutgraf-query count news.idx --unit articles -- orchard").out == "1\n");
    CHECK(shell(temp.path(), "nutgraf-index rollback news.idx").exit == 0);
    CHECK(shell(temp.path(), "nutgraf-query count news.idx --unit occurrences -- river").out == "2\n");
  }
}

TEST_CASE("every damage of every file is found, and no search goes wrong unnoticed") {
  const Vault vault;
  const char* const number = std::getenv("NUTGRAF_FAULTS");  // of damaged bytes of each file
  const int flips = number != nullptr ? std::atoi(number) : 4;
  const int cuts = std::max(1, flips / 15);
  std::mt19937 random(16);
  Verdict verdict;
  for (const std::string& name : files_of(vault.index())) {
    const fs::path file = vault.index() / name;
    const std::string whole = read_file(file);
    for (int i = 0; i < flips + cuts && !whole.empty(); ++i) {
      const std::size_t at = random() % whole.size();
      if (i < flips) {
        flip(file, at, static_cast<char>(1 + random() % 255));
      } else {
        fs::resize_file(file, at);
      }
      CAPTURE(name);
      CAPTURE(at);
      judge(vault, verdict);
      std::ofstream(file, std::ios::binary) << whole;
    }
  }
  MESSAGE(verdict.damages << " damages, " << verdict.found << " found by check; searches: " << verdict.right
                          << " right, " << verdict.refused << " refused, " << verdict.wrong << " wrong");
  CHECK(verdict.found == verdict.damages);
  vault.check_sound();
}

}  // namespace nutgraf::test
