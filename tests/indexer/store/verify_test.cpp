// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/store/verify.h"

#include <doctest/doctest.h>

#include "core/index/record.h"
#include "core/schema/slots.h"
#include "tests/indexer/store/sample.h"
#include "tests/temp_dir.h"

using namespace nutgraf;
using store::verify;
using store::VerifyLevel;
namespace fs = std::filesystem;

namespace {

constexpr std::size_t kArticles = 30;

fs::path make_generation(const test::TempDir& dir) {
  test::SampleBatches batches;
  batches.add_batch(test::some_articles(kArticles));
  test::write_generation(batches, dir.path() / "0001");
  return dir.path() / "0001";
}

Xapian::WritableDatabase edit(const fs::path& generation) {
  return Xapian::WritableDatabase((generation / "passages").string(), Xapian::DB_OPEN);
}

bool mentions(const std::vector<std::string>& problems, const std::string& words) {
  return std::any_of(problems.begin(), problems.end(),
                     [&](const std::string& p) { return p.find(words) != std::string::npos; });
}

}  // namespace

TEST_CASE("a sound generation has no problems") {
  const test::TempDir dir;
  const fs::path generation = make_generation(dir);
  CHECK(verify(generation, VerifyLevel::Sampled) == std::vector<std::string>{});
  CHECK(verify(generation, VerifyLevel::Full) == std::vector<std::string>{});
}

TEST_CASE("an empty generation has no problems") {
  const test::TempDir dir;
  test::write_generation(test::SampleBatches(), dir.path() / "0001");
  CHECK(verify(dir.path() / "0001", VerifyLevel::Full) == std::vector<std::string>{});
}

TEST_CASE("problems are found and named") {
  const test::TempDir dir;
  const fs::path generation = make_generation(dir);
  std::string says;
  SUBCASE("a passage too few") {
    Xapian::WritableDatabase database = edit(generation);
    database.delete_document(3);
    database.commit();
    says = "passages are 60";
  }
  SUBCASE("an article of another name") {
    Xapian::WritableDatabase database = edit(generation);
    Xapian::Document document = database.get_document(1);
    document.add_boolean_term("Qanother");
    database.replace_document(1, document);
    database.commit();
    says = "articles are 30";
  }
  SUBCASE("a word that the text does not have") {
    Xapian::WritableDatabase database = edit(generation);
    Xapian::Document document = database.get_document(5);
    document.add_posting("zebra", 3);
    database.replace_document(5, document);
    database.commit();
    says = "passage 5: \"zebra\" is stored";
  }
  SUBCASE("a word that sorts before those of the text") {
    Xapian::WritableDatabase database = edit(generation);
    Xapian::Document document = database.get_document(5);
    document.add_posting("aardvark", 3);
    database.replace_document(5, document);
    database.commit();
    says = "passage 5: \"aardvark\" is stored";
  }
  SUBCASE("a word at another place") {
    Xapian::WritableDatabase database = edit(generation);
    Xapian::Document document = database.get_document(7);
    document.remove_posting("river", 2, 0);
    document.add_posting("river", 50, 0);
    database.replace_document(7, document);
    database.commit();
    says = "passage 7: \"river\"";
  }
  SUBCASE("data that is none") {
    Xapian::WritableDatabase database = edit(generation);
    Xapian::Document document = database.get_document(9);
    document.set_data("noise");
    database.replace_document(9, document);
    database.commit();
    says = "passage 9: ";
  }
  SUBCASE("no contract") {
    Xapian::WritableDatabase database = edit(generation);
    database.set_metadata(std::string(kContractKey), "");
    database.commit();
    says = "contract";
  }
  SUBCASE("manifest cut short") {
    std::ofstream(generation / "manifest.json") << "{\"genera";
    says = "manifest.json";
  }
  SUBCASE("manifest missing") {
    fs::remove(generation / "manifest.json");
    says = "manifest.json";
  }
  SUBCASE("manifest of another generation") {
    const test::TempDir other;
    test::SampleBatches batches;
    batches.add_batch(test::some_articles(2));
    test::write_generation(batches, other.path() / "0001");
    fs::copy_file(other.path() / "0001/manifest.json", generation / "manifest.json",
                  fs::copy_options::overwrite_existing);
    says = "manifest.json does not agree";
  }
  SUBCASE("noise in a table") {
    const fs::path table = generation / "passages/position.glass";
    std::ofstream(table, std::ios::binary) << std::string(fs::file_size(table), 'Z');
    says = "0001";
  }
  SUBCASE("a table missing") {
    fs::remove(generation / "passages/postlist.glass");
    says = "0001";
  }
  SUBCASE("nothing there") {
    fs::remove_all(generation);
    says = "0001";
  }
  const std::vector<std::string> problems = verify(generation, VerifyLevel::Sampled);
  CAPTURE(problems.size());
  CHECK(mentions(problems, says));
}

TEST_CASE("the full check sees damage where no sample looks") {
  const test::TempDir dir;
  const fs::path generation = make_generation(dir);
  const fs::path table = generation / "passages/termlist.glass";
  std::string bytes = test::read_file(table);
  bytes[bytes.size() - 5] = static_cast<char>(~bytes[bytes.size() - 5]);
  std::ofstream(table, std::ios::binary) << bytes;
  CHECK_FALSE(verify(generation, VerifyLevel::Full).empty());
}
