// SPDX-License-Identifier: GPL-2.0-or-later
// The bulk-built database against one that Xapian's own writer made of the same passages: walked side by side, checked,
// compacted and edited.
#include "indexer/bulk/bulk_store.h"

#include <doctest/doctest.h>
#include <xapian.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <numeric>
#include <sstream>
#include <string>
#include <vector>

#include "tests/temp_dir.h"

namespace {

namespace fs = std::filesystem;
using nutgraf::bulk::bulk_store;
using nutgraf::passage::PassageDocument;
using nutgraf::test::TempDir;

/// xorshift: small 32-bit numbers from a fixed seed.
class Random {
 public:
  explicit Random(std::uint32_t seed) : state_(seed * 2654435761U + 1) {}
  std::uint32_t operator()() {
    state_ ^= state_ << 13U;
    state_ ^= state_ >> 17U;
    state_ ^= state_ << 5U;
    return state_;
  }

 private:
  std::uint32_t state_;
};

struct Source {
  std::vector<std::vector<PassageDocument>> batches;
  std::map<std::string, std::string> metadata;
};

Xapian::Document to_xapian(const PassageDocument& passage) {
  Xapian::Document document;
  document.set_data(passage.data);
  for (std::size_t slot = 0; slot < passage.values.size(); ++slot) {
    if (!passage.values[slot].empty()) {
      document.add_value(static_cast<Xapian::valueno>(slot), passage.values[slot]);
    }
  }
  for (const auto& term : passage.terms()) {
    const std::string name(passage.name(term));
    document.add_term(name, term.wdf);
    for (const std::uint32_t position : passage.positions(term)) {
      document.add_posting(name, position, 0);
    }
  }
  return document;
}

void build_by_api(const Source& source, const fs::path& target) {
  Xapian::WritableDatabase database(target.string(), Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS);
  for (const auto& batch : source.batches) {
    for (const PassageDocument& passage : batch) {
      database.add_document(to_xapian(passage));
    }
  }
  for (const auto& [key, value] : source.metadata) {
    database.set_metadata(key, value);
  }
  database.commit();
}

void build_in_bulk(const Source& source, const fs::path& scratch, const fs::path& target,
                   const std::vector<nutgraf::store::Superseded>& superseded = {}) {
  const auto store = bulk_store({scratch, target}, 1'000'000);
  for (std::size_t number = source.batches.size(); number-- > 0;) {  // any order will do
    store->write(number, source.batches[number]);
  }
  store->close(superseded);
  store->finish(source.metadata);
}

/// Everything a database holds, as text to be compared.
std::string walk(const Xapian::Database& database) {
  std::ostringstream out;
  out << database.get_doccount() << ' ' << database.get_lastdocid() << ' ' << database.get_total_length() << '\n';
  for (auto key = database.metadata_keys_begin(); key != database.metadata_keys_end(); ++key) {
    out << "meta " << *key << '=' << database.get_metadata(*key) << '\n';
  }
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    out << *term << ' ' << term.get_termfreq() << ' ' << database.get_collection_freq(*term) << ':';
    for (auto posting = database.postlist_begin(*term); posting != database.postlist_end(*term); ++posting) {
      out << ' ' << *posting << '/' << posting.get_wdf();
      for (auto place = posting.positionlist_begin(); place != posting.positionlist_end(); ++place) {
        out << ',' << *place;
      }
    }
    out << '\n';
  }
  for (auto posting = database.postlist_begin(""); posting != database.postlist_end(""); ++posting) {
    const Xapian::docid docid = *posting;
    const Xapian::Document document = database.get_document(docid);
    out << docid << ' ' << database.get_doclength(docid) << ' ' << document.get_data() << " |";
    for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
      out << ' ' << *term << '/' << term.get_wdf();
    }
    for (auto value = document.values_begin(); value != document.values_end(); ++value) {
      out << " v" << value.get_valueno() << '=' << *value;
    }
    out << '\n';
  }
  for (Xapian::valueno slot = 0; slot < 6; ++slot) {
    out << slot << ' ' << database.get_value_freq(slot) << ' ' << database.get_value_lower_bound(slot) << ' '
        << database.get_value_upper_bound(slot) << '\n';
  }
  return out.str();
}

/// The first line in which two walks differ, as both have it; empty where they are equal.
std::string first_difference(const fs::path& one, const fs::path& other) {
  std::istringstream mine(walk(Xapian::Database(one.string())));
  std::istringstream its(walk(Xapian::Database(other.string())));
  std::string left;
  std::string right;
  while (true) {
    const bool more = static_cast<bool>(std::getline(mine, left));
    const bool other_has_more = static_cast<bool>(std::getline(its, right));
    if (more != other_has_more) {
      return more ? "only one has " + left : "only the other has " + right;
    }
    if (!more) {
      return {};
    }
    if (left != right) {
      return left.append("\nis in the other ").append(right);
    }
  }
}

bool checks_clean(const fs::path& database, std::string& said) {
  std::ostringstream out;
  const std::size_t errors = Xapian::Database::check(database.string(), 0, &out);
  said = out.str();
  return errors == 0;
}

std::string random_term(Random& random) {
  std::string term;
  const unsigned kind = random() % 40;
  const std::size_t size = kind == 0 ? 240 + random() % 6 : 1 + random() % (kind < 8 ? 20 : 3);
  while (term.size() < size) {
    term.push_back(
        static_cast<char>(kind == 1 && term.size() + 2 < size && term.size() < 60 ? '\0' : 'a' + random() % 26));
  }
  return term;
}

PassageDocument random_passage(Random& random, unsigned terms) {
  std::map<std::string, std::vector<std::uint32_t>> places;
  for (std::uint32_t position = 1; position <= terms; ++position) {
    auto& list = places[random_term(random)];
    list.push_back(position * (1 + random() % 3));
    if (list.size() > 1 && list.back() <= list[list.size() - 2]) {
      list.pop_back();
    }
  }
  PassageDocument passage;
  for (const auto& [term, list] : places) {
    const bool boolean = random() % 8 == 0;
    passage.add_term(term, boolean ? 0 : static_cast<std::uint32_t>(list.size()),
                     boolean ? std::vector<std::uint32_t>{} : list);
  }
  passage.data = std::string(random() % 4 == 0 ? 0 : random() % 9000, 'd') + std::to_string(random());
  passage.language = std::vector<std::string>{"", "en", "zh"}[random() % 3];
  for (std::string& value : passage.values) {
    if (random() % 3 != 0) {
      value = std::to_string(random() % 1000);
    }
  }
  return passage;
}

Source random_source(unsigned seed, unsigned batches, unsigned per_batch) {
  Random random(seed);
  Source source;
  for (unsigned b = 0; b < batches; ++b) {
    source.batches.emplace_back();
    for (unsigned d = 0; d < per_batch; ++d) {
      source.batches.back().push_back(random_passage(random, random() % 60));
    }
  }
  for (unsigned i = 0; i < seed % 50; ++i) {
    source.metadata["key" + std::to_string(i)] = std::string(1 + random() % 5000, 'm');
  }
  return source;
}

void compare(const Source& source) {
  const TempDir folder;
  const fs::path api = folder.path() / "api";
  const fs::path bulk = folder.path() / "bulk";
  build_by_api(source, api);
  build_in_bulk(source, folder.path() / "scratch", bulk);
  CHECK(first_difference(bulk, api) == "");
  std::string said;
  const bool clean = checks_clean(bulk, said);
  INFO(said);
  CHECK(clean);
}

}  // namespace

TEST_CASE("bulk-built databases equal those of Xapian's writer") {
  struct Row {
    unsigned seed;
    unsigned batches;
    unsigned per_batch;
  };
  for (const Row row : {Row{1, 1, 1}, Row{2, 1, 0}, Row{3, 3, 7}, Row{17, 5, 60}, Row{48, 2, 700}}) {
    CAPTURE(row.seed);
    compare(random_source(row.seed, row.batches, row.per_batch));
  }
}

TEST_CASE("data of any language and size comes back as it was") {
  Random random(11);
  const auto text_of = [&](std::string_view letters, std::size_t size) {
    std::string text;
    while (text.size() < size) {
      text += letters.substr(3 * (random() % (letters.size() / 3)), 3);
    }
    return text;
  };
  std::string bytes;  // of all values
  for (unsigned byte = 0; byte < 256; ++byte) {
    bytes.push_back(static_cast<char>(byte));
  }
  Source source;
  source.batches.emplace_back();
  for (const std::string_view language : {"en", "zh", ""}) {
    const std::string_view letters = language == "zh" ? "\u4e2d\u56fd\u653f\u5e9c" : "a the of peace ";
    for (const std::size_t size : {0U, 1U, 18U, 19U, 20U, 100U, 900U, 1000U, 30'000U, 40'000U, 1'000'000U}) {
      for (const std::string_view of : {letters, std::string_view(bytes)}) {
        PassageDocument passage;
        passage.language = language;
        passage.add_term("t", 1, std::vector<std::uint32_t>{1});
        passage.data = text_of(of, size);
        source.batches.back().push_back(passage);
      }
    }
  }
  compare(source);
}

TEST_CASE("nothing stays in the scratch folder, nor the folder") {
  const TempDir folder;
  build_in_bulk(random_source(9, 3, 20), folder.path() / "scratch", folder.path() / "bulk");
  CHECK_FALSE(fs::exists(folder.path() / "scratch"));
}

TEST_CASE("a build without batches is an empty database") {
  compare({{}, {{"nutgraf/contract", "{}"}}});
}

TEST_CASE("every size around a full block, tag and chunk") {
  for (const unsigned size :
       {1U, 17U, 18U, 19U, 2035U, 2036U, 2037U, 2038U, 2039U, 2040U, 4070U, 8170U, 8192U, 70000U}) {
    Source source;
    Random random(size);
    source.batches.emplace_back();
    for (unsigned document = 0; document < 9; ++document) {
      PassageDocument passage;
      std::vector<std::uint32_t> positions(std::min(size, 70000U));
      std::iota(positions.begin(), positions.end(), 1U + document);
      passage.add_term("many", size, positions);
      passage.add_term("one", 1, std::vector<std::uint32_t>{size + document});
      passage.data.resize(size + document);
      std::ranges::generate(passage.data, [&] { return static_cast<char>(random()); });  // does not compress
      passage.values[0] = std::string(1 + (size + document) % 200, 'v');
      source.batches.back().push_back(passage);
    }
    source.metadata["size"] = std::string(size, 'm');
    INFO("size " << size);
    compare(source);
  }
}

TEST_CASE("chunks of a list end where many documents have the term") {
  Source source;
  for (unsigned batch = 0; batch < 3; ++batch) {
    source.batches.emplace_back();
    for (unsigned document = 0; document < 3000; ++document) {
      PassageDocument passage;
      passage.add_term("every", 1, std::vector<std::uint32_t>{1});
      if (document % 3 == 0) {
        passage.add_term("third", 200, {});
      }
      passage.values[3] = std::to_string(document);
      source.batches.back().push_back(passage);
    }
  }
  compare(source);
}

TEST_CASE("superseded articles are left out") {
  const TempDir folder;
  const auto store = bulk_store({folder.path() / "scratch", folder.path() / "bulk"}, 1'000'000);
  std::vector<PassageDocument> batch(4);
  for (std::size_t i = 0; i < batch.size(); ++i) {
    const std::string id = i < 2 ? "old" : "kept" + std::to_string(i);
    batch[i].add_term("Q" + id, 0, {});
    batch[i].add_term("word", 1, std::vector<std::uint32_t>{3});
    batch[i].values[static_cast<std::size_t>(nutgraf::schema::Slot::Article)] = nutgraf::schema::article_key(id);
    batch[i].data = id;
  }
  store->write(0, batch);
  const std::vector<nutgraf::store::Superseded> superseded = {{0, "old"}};
  store->close(superseded);
  store->finish({});
  const Xapian::Database database((folder.path() / "bulk").string());
  CHECK(database.get_doccount() == 2);
  CHECK(database.get_document(1).get_data() == "kept2");
  CHECK_FALSE(database.term_exists("Qold"));
  CHECK(database.get_termfreq("word") == 2);
  std::string said;
  CHECK(checks_clean(folder.path() / "bulk", said));
}

TEST_CASE("Xapian edits and compacts a bulk-built database") {
  const Source source = random_source(23, 4, 150);
  const TempDir folder;
  const fs::path api = folder.path() / "api";
  const fs::path bulk = folder.path() / "bulk";
  build_by_api(source, api);
  build_in_bulk(source, folder.path() / "scratch", bulk);
  for (const fs::path& path : {api, bulk}) {
    Xapian::WritableDatabase database(path.string(), Xapian::DB_OPEN);
    Random random(7);
    for (unsigned step = 0; step < 300; ++step) {
      const Xapian::docid docid = 1 + random() % 600;
      const PassageDocument passage = random_passage(random, 30);
      if (step % 3 == 0) {
        database.add_document(to_xapian(passage));
      } else if (step % 3 == 1) {
        database.replace_document(docid, to_xapian(passage));
      } else {
        try {
          database.delete_document(docid);
        } catch (const Xapian::DocNotFoundError&) {
          CHECK(step > 0);
        }
      }
    }
    database.commit();
  }
  CHECK(first_difference(bulk, api) == "");
  std::string said;
  CHECK(checks_clean(bulk, said));
  // Compared with each other: compaction may lower the highest docid.
  for (const fs::path& path : {api, bulk}) {
    Xapian::Database(path.string()).compact(path.string() + ".small", Xapian::Compactor::FULL);
  }
  CHECK(first_difference(bulk.string() + ".small", api.string() + ".small") == "");
}

TEST_CASE("superseded articles of many batches: the tables written meanwhile are copied") {
  Source source = random_source(5, 6, 120);
  Source kept{{}, source.metadata};
  std::vector<nutgraf::store::Superseded> superseded;
  for (std::size_t batch = 0; batch < source.batches.size(); ++batch) {
    kept.batches.emplace_back();
    for (std::size_t document = 0; document < source.batches[batch].size(); ++document) {
      const std::size_t article = document / 3;
      const std::string id = "article " + std::to_string(batch) + "." + std::to_string(article);
      PassageDocument& passage = source.batches[batch][document];
      passage.values[static_cast<std::size_t>(nutgraf::schema::Slot::Article)] = nutgraf::schema::article_key(id);
      if (batch == 2 || article % (batch + 2) == 0) {
        superseded.push_back({batch, id});
      } else {
        kept.batches.back().push_back(passage);
      }
    }
  }
  const TempDir folder;
  build_by_api(kept, folder.path() / "api");
  build_in_bulk(source, folder.path() / "scratch", folder.path() / "bulk", superseded);
  CHECK(first_difference(folder.path() / "bulk", folder.path() / "api") == "");
  std::string said;
  const bool clean = checks_clean(folder.path() / "bulk", said);
  INFO(said);
  CHECK(clean);
}
