// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/index/open.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>

#include "core/base/failure.h"
#include "core/index/layout.h"
#include "core/schema/terms.h"
#include "tests/temp_dir.h"

using namespace nutgraf;
namespace fs = std::filesystem;

namespace {

Contract contract_of(std::uint64_t articles, const std::string& language) {
  Contract contract = current_contract();
  contract.articles = articles;
  contract.passages = articles;
  contract.tokens = 10 * articles;
  contract.languages = {{language, articles, articles, 10 * articles}};
  return contract;
}

void write_database(const fs::path& folder, const std::string& word, const Contract& contract) {
  fs::create_directories(folder.parent_path());
  Xapian::WritableDatabase database(folder.string(), Xapian::DB_CREATE_OR_OVERWRITE);
  for (std::uint64_t i = 0; i < contract.articles; ++i) {
    Xapian::Document document;
    document.add_posting(word, 1);
    document.add_boolean_term(schema::make_term(schema::kIdPrefix, word + std::to_string(i)));
    document.set_data("{\"id\":\"" + word + "\"}\ntext of " + word);
    database.add_document(document);
  }
  database.set_metadata(std::string(kContractKey), encode_contract(contract));
  database.commit();
}

/// An index of one generation whose only word is `word`.
void write_index(const fs::path& index, const std::string& word, const std::string& generation = "0001") {
  write_database(layout::generation_folder(index, generation) / layout::kPassages, word, contract_of(2, "en"));
  std::ofstream(index / layout::kStub) << layout::stub_text(generation);
}

Failure failure_of(const fs::path& index) {
  try {
    const OpenIndex open = open_index(index);
    return Failure(ExitCode::Done, "opened");
  } catch (const Failure& e) {
    return e;
  }
}

void check_refused(const fs::path& index, const std::string& says) {
  const Failure failure = failure_of(index);
  CAPTURE(failure.what());
  CHECK(failure.code() == ExitCode::Missing);
  CHECK(std::string(failure.what()).find(index.string()) != std::string::npos);
  CHECK(std::string(failure.what()).find(says) != std::string::npos);
  CHECK_FALSE(failure.advice().empty());
}

}  // namespace

TEST_CASE("the stub leads to the live generation") {
  const test::TempDir dir;
  write_index(dir.path() / "news.idx", "river", "0007");
  const OpenIndex index = open_index(dir.path() / "news.idx");
  CHECK(index.generation == "0007");
  CHECK(index.path == (dir.path() / "news.idx").string());
  CHECK(index.database.get_doccount() == 2);
  CHECK(index.shards.size() == 1);
  CHECK(index.contract == contract_of(2, "en"));
  CHECK(layout::is_index(dir.path() / "news.idx"));
}

TEST_CASE("a copied folder answers, also after the first has gone, a trailing slash is no matter") {
  const test::TempDir dir;
  write_index(dir.path() / "news.idx", "river");
  fs::copy(dir.path() / "news.idx", dir.path() / "copy of news", fs::copy_options::recursive);
  fs::remove_all(dir.path() / "news.idx");
  CHECK(open_index(dir.path() / "copy of news").database.term_exists("river"));
  CHECK(open_index(dir.path() / "copy of news/").database.term_exists("river"));
}

TEST_CASE("an index stays open when its files are unlinked") {
  const test::TempDir dir;
  write_index(dir.path() / "news.idx", "river");
  const OpenIndex index = open_index(dir.path() / "news.idx");
  fs::remove_all(dir.path() / "news.idx");
  CHECK(index.database.get_document(1).get_data() == "{\"id\":\"river\"}\ntext of river");
}

TEST_CASE("a bare database folder with a contract is an index too") {
  const test::TempDir dir;
  write_database(dir.path() / "bare", "river", contract_of(1, "en"));
  const OpenIndex index = open_index(dir.path() / "bare");
  CHECK(index.generation.empty());
  CHECK(index.contract.articles == 1);
}

TEST_CASE("a stub of several shards opens all of them") {
  const test::TempDir dir;
  write_index(dir.path() / "one.idx", "river");
  write_index(dir.path() / "two.idx", "hill");
  write_database(dir.path() / "three", "dock", contract_of(5, "de"));
  dir.write("all.idx/XAPIANDB",
            "# shards\nauto ../one.idx\n\nauto ../two.idx\r\nauto " + (dir.path() / "three").string() + "\n");
  dir.write("all.stub", "auto one.idx\nauto two.idx\n");

  const OpenIndex index = open_index(dir.path() / "all.idx");
  CHECK(index.shards.size() == 3);
  CHECK(index.generation.empty());
  CHECK(index.database.get_doccount() == 9);
  CHECK(index.contract.articles == 9);
  CHECK(index.contract.tokens == 90);
  CHECK(index.contract.languages == std::vector<LanguageCount>{{"de", 5, 5, 50}, {"en", 4, 4, 40}});
  for (const char* word : {"river", "hill", "dock"}) {
    CHECK(index.database.term_exists(word));
  }
  CHECK(open_index(dir.path() / "all.stub").shards.size() == 2);
}

TEST_CASE("metadata comes from the first shard that has it") {
  const test::TempDir dir;
  write_index(dir.path() / "one.idx", "river");
  write_index(dir.path() / "two.idx", "hill");
  Xapian::WritableDatabase two((dir.path() / "two.idx/generations/0001/passages").string(), Xapian::DB_OPEN);
  two.set_metadata("k", "of two");
  two.commit();
  dir.write("all.idx/XAPIANDB", "auto ../one.idx\nauto ../two.idx\n");
  const OpenIndex index = open_index(dir.path() / "all.idx");
  CHECK(metadata(index, "k") == "of two");
  CHECK(metadata(index, "none").empty());
}

TEST_CASE("shards that do not belong together are refused") {
  const test::TempDir dir;
  write_index(dir.path() / "one.idx", "river");
  Contract other = contract_of(1, "en");
  other.analyzer = "another";
  write_database(dir.path() / "other", "hill", other);
  dir.write("mixed.idx/XAPIANDB", "auto ../one.idx\nauto ../other\n");
  dir.write("twice.idx/XAPIANDB", "auto ../one.idx\nauto ../one.idx\n");
  CHECK(std::string(failure_of(dir.path() / "mixed.idx").what()).find("analyzer another") != std::string::npos);
  check_refused(dir.path() / "twice.idx", "twice");
}

TEST_CASE("what is no index is refused") {
  const test::TempDir dir;
  fs::create_directories(dir.path() / "empty");
  fs::create_directories(dir.path() / "unfinished/generations/0001.partial");
  dir.write("file", "x\n");
  dir.write("noise", std::string("\0\xFF\x01 auto", 8));
  dir.write("remote.idx/XAPIANDB", "remote localhost\n");
  dir.write("program.idx/XAPIANDB", "remote :rm -rf\n");
  dir.write("loop.idx/XAPIANDB", "auto ../loop.idx\n");
  dir.write("blank.idx/XAPIANDB", "\n# nothing\n");
  Xapian::WritableDatabase((dir.path() / "foreign").string(), Xapian::DB_CREATE).commit();
  struct Row {
    const char* name;
    const char* says;
  };
  for (const Row& row : {Row{"absent", "no index"}, Row{"absent/below", "no index"}, Row{"file", "not an index"},
                         Row{"file/below", "no index"}, Row{"noise", "not an index"}, Row{"empty", "not an index"},
                         Row{"unfinished", "no finished index"}, Row{"remote.idx", "host:port"},
                         Row{"program.idx", "host:port"}, Row{"loop.idx", "leads to more"},
                         Row{"blank.idx", "names no database"}, Row{"foreign", "nutgraf-index did not make it"}}) {
    SUBCASE(row.name) {
      check_refused(dir.path() / row.name, row.says);
    }
  }
}

TEST_CASE("damaged tables are refused, never a crash") {
  const test::TempDir dir;
  const fs::path index = dir.path() / "news.idx";
  write_index(index, "river");
  const fs::path tables = index / "generations/0001/passages";
  const fs::path postlist = tables / "postlist.glass";
  const std::string whole = test::read_file(postlist);
  const auto overwrite = [](const fs::path& file, const std::string& bytes) {
    std::ofstream(file, std::ios::binary) << bytes;
  };

  SUBCASE("noise") {
    overwrite(postlist, std::string(whole.size(), 'Z'));
  }
  SUBCASE("zeros") {
    overwrite(postlist, std::string(whole.size(), '\0'));
  }
  SUBCASE("truncated") {
    overwrite(postlist, whole.substr(0, 40));
  }
  SUBCASE("empty") {
    overwrite(postlist, "");
  }
  SUBCASE("table missing") {
    fs::remove(postlist);
  }
  SUBCASE("version file missing") {
    fs::remove(tables / "iamglass");
  }
  SUBCASE("version file noise") {
    overwrite(tables / "iamglass", std::string(200, 'Z'));
  }
  SUBCASE("version file truncated") {
    overwrite(tables / "iamglass", test::read_file(tables / "iamglass").substr(0, 30));
  }
  SUBCASE("a tree of many levels") {  // Xapian crashes
    std::string version = test::read_file(tables / "iamglass");
    version[34] = '\x7c';
    overwrite(tables / "iamglass", version);
  }
  SUBCASE("generation missing") {
    fs::remove_all(index / "generations");
  }
  check_refused(index, "");
}

TEST_CASE("a swap between the stub and the tables is waited for") {
  const test::TempDir dir;
  const fs::path index = dir.path() / "news.idx";
  write_index(index, "river", "0002");
  fs::rename(index / "generations/0002", index / "generations/0002.hidden");
  std::thread writer([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(120));
    fs::rename(index / "generations/0002.hidden", index / "generations/0002");
  });
  const Failure failure = failure_of(index);
  writer.join();
  CHECK(failure.code() == ExitCode::Done);
}

TEST_CASE("readers never fail while generations come and go") {
  const test::TempDir dir;
  const fs::path index = dir.path() / "news.idx";
  write_index(index, "river", "0001");
  std::atomic<bool> done{false};
  std::thread writer([&] {
    for (int generation = 2; generation < 40; ++generation) {
      const std::string name = (generation < 10 ? "000" : "00") + std::to_string(generation);
      write_database(layout::generation_folder(index, name) / layout::kPassages, "river", contract_of(2, "en"));
      dir.write("news.idx/next", layout::stub_text(name));
      fs::rename(index / "next", index / layout::kStub);
      const std::string last = (generation - 1 < 10 ? "000" : "00") + std::to_string(generation - 1);
      fs::remove_all(layout::generation_folder(index, last));
    }
    done = true;
  });
  int opened = 0;
  int wrong = 0;
  while (!done) {
    const Failure failure = failure_of(index);
    ++opened;
    wrong += failure.code() == ExitCode::Done ? 0 : 1;
  }
  writer.join();
  CHECK(opened > 0);
  CHECK(wrong == 0);
}

TEST_CASE("layout names") {
  const std::string stub = layout::stub_text("0007");
  CHECK(stub.starts_with("auto generations/0007/passages\n# xxh3 "));
  CHECK(layout::generation_of(stub) == "0007");
  CHECK_FALSE(layout::has_wrong_sum(stub));
  CHECK(layout::generation_of("auto generations/0007/passages\n") == "0007");
  CHECK(layout::generation_of("auto generations/0007/passages") == "0007");
  for (const char* text :
       {"", "auto x", "auto generations/../passages", "auto generations/0007.partial/passages",
        "auto generations/0007/passages\nauto generations/0008/passages\n", "auto generations//passages"}) {
    CAPTURE(text);
    CHECK_FALSE(layout::generation_of(text).has_value());
  }
}

TEST_CASE("a damaged stub never names another generation") {
  const std::string stub = layout::stub_text("0007");
  for (std::size_t at = 0; at < stub.size(); ++at) {
    for (const int bit : {1, 2, 32}) {
      std::string damaged = stub;
      damaged[at] = static_cast<char>(damaged[at] ^ bit);
      CAPTURE(damaged);
      CHECK(layout::generation_of(damaged).value_or("0007") == "0007");
    }
    CHECK(layout::generation_of(stub.substr(0, at)).value_or("0007") == "0007");
  }
}

TEST_CASE("Xapian skips the sum of a stub") {
  const test::TempDir dir;
  write_index(dir.path() / "news.idx", "river");
  CHECK(Xapian::Database((dir.path() / "news.idx").string()).get_doccount() == 2);
}

TEST_CASE("without a live generation the reason is told") {
  const test::TempDir dir;
  const fs::path index = dir.path() / "news.idx";
  write_index(index, "river");
  const std::string lost = (index / "XAPIANDB").string();
  std::string says;
  std::string advice = "nutgraf-index rollback";
  SUBCASE("the stub is missing") {
    fs::remove(index / "XAPIANDB");
    says = lost + " is missing";
  }
  SUBCASE("the stub is empty") {
    dir.write("news.idx/XAPIANDB", "");
    says = lost + " is damaged";
  }
  SUBCASE("the stub is cut") {
    dir.write("news.idx/XAPIANDB", layout::stub_text("0001").substr(0, 20));
    says = lost + " is damaged";
  }
  SUBCASE("the stub names another generation than its sum says") {
    std::string stub = layout::stub_text("0001");
    stub[stub.find('1')] = '2';
    dir.write("news.idx/XAPIANDB", stub);
    says = lost + " is damaged";
  }
  SUBCASE("a build was interrupted") {
    fs::remove(index / "XAPIANDB");
    fs::rename(index / "generations/0001", index / "generations/0001.partial");
    says = "interrupted";
    advice = "build it again";
  }
  check_refused(index, says);
  CHECK(failure_of(index).advice().find(advice) != std::string::npos);
}

TEST_CASE("an index without its positions is refused") {
  const test::TempDir dir;
  const fs::path index = dir.path() / "news.idx";
  write_index(index, "river");
  const fs::path positions = index / "generations/0001/passages/position.glass";
  std::string says = "damaged";
  SUBCASE("missing") {
    fs::remove(positions);
    says = "position.glass";
  }
  SUBCASE("cut short") {
    fs::resize_file(positions, 100);
  }
  SUBCASE("zeros") {
    std::ofstream(positions, std::ios::binary) << std::string(8192, '\0');
  }
  check_refused(index, says);
  dir.write("all.idx/XAPIANDB", "auto ../news.idx\nauto ../news.idx\n");  // also as a shard
  CHECK(std::string(failure_of(dir.path() / "all.idx").what()).find(says) != std::string::npos);
}
