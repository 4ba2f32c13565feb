// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <isa-l/igzip_lib.h>
#include <xapian.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/failure.h"
#include "core/index/contract.h"
#include "core/index/layout.h"
#include "indexer/command/commands.h"
#include "indexer/ledger/blocklist.h"
#include "indexer/ledger/manifest.h"
#include "tests/temp_dir.h"

namespace nutgraf::command {
namespace {

namespace fs = std::filesystem;

/// Calls `take` with the first bytes of every raw deflate stream that could begin anywhere in `bytes`.
template <typename Take>
void each_inflated(const std::string& bytes, const Take& take) {
  const auto state = std::make_unique<inflate_state>();
  std::array<std::uint8_t, 16'384> out{};
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    isal_inflate_init(state.get());
    state->next_in = reinterpret_cast<std::uint8_t*>(const_cast<char*>(bytes.data() + at));  // NOLINT: C interface
    state->avail_in = static_cast<std::uint32_t>(std::min<std::size_t>(bytes.size() - at, 8192));
    state->next_out = out.data();
    state->avail_out = out.size();
    (void)isal_inflate(state.get());
    take(std::string_view(reinterpret_cast<const char*>(out.data()), out.size() - state->avail_out));  // NOLINT
  }
}

bool holds_one(std::string_view text, const std::vector<std::string>& words) {
  return std::ranges::any_of(words, [&](const std::string& word) { return text.find(word) != std::string_view::npos; });
}

/// Files below `folder` that hold one of the words, packed or not.
std::vector<std::string> files_holding(const fs::path& folder, const std::vector<std::string>& words) {
  std::vector<std::string> found;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) {
      continue;
    }
    const std::string bytes = test::read_file(entry.path());
    bool holds = holds_one(bytes, words) || holds_one(entry.path().string(), words);
    each_inflated(bytes, [&](std::string_view text) { holds = holds || holds_one(text, words); });
    if (holds) {
      found.push_back(entry.path().filename().string());
    }
  }
  return found;
}

std::map<std::string, std::string> word_metadata(const fs::path& generation) {
  const Xapian::Database database((generation / layout::kPassages).string());
  std::map<std::string, std::string> metadata;
  for (auto key = database.metadata_keys_begin("nutgraf/"); key != database.metadata_keys_end("nutgraf/"); ++key) {
    metadata.emplace(*key, database.get_metadata(*key));
  }
  return metadata;
}

std::string record(const std::string& id, const std::string& text) {
  return fmt::format("{{\"id\": \"{}\", \"text\": \"{}\"}}\n", id, text);
}

const std::string kText =
    "Two zarzuelists met a zarzuelist at the well-kempt Olé. So said Kestrelman, and KESTRELMAN left the U.S. stage "
    "for "
    "the last time, to the surprise of all who had come to hear the old songs of the old town once again.";
const std::string kRest =
    record("d2", "A well-kept hill stood in the US.") + record("d3", "The rains fell; the rain falls.");

class PurgedIndex {
 public:
  explicit PurgedIndex(const std::string& lines) {
    write(lines);
    CHECK(run(build, options_for(Command::Build)) == ExitCode::Done);
  }

  void write(const std::string& lines) const { (void)temp_.write("in/docs.jsonl", lines); }
  [[nodiscard]] fs::path index() const { return temp_.path() / "news.idx"; }
  [[nodiscard]] fs::path live() const {
    return layout::generation_folder(index(), layout::live_generation(index()).value());
  }
  [[nodiscard]] std::uint64_t articles() const { return ledger::read_manifest(live()).contract.articles; }

  [[nodiscard]] IndexOptions options_for(Command command) const {
    IndexOptions options;
    options.command = command;
    options.index = index();
    options.console.verbosity = cli::Verbosity::Quiet;
    options.writing.threads = 2;
    options.writing.shrinking = Shrinking::Allowed;
    if (command == Command::Build) {
      options.reading.inputs.push_back((temp_.path() / "in").string());
    }
    return options;
  }
  static ExitCode run(ExitCode (*command)(const IndexOptions&, const Console&), const IndexOptions& options) {
    return command(options, Console(options));
  }
  void purge(const std::vector<std::string>& ids) const {
    IndexOptions options = options_for(Command::Delete);
    options.ids = ids;
    options.erasure = Erasure::Purged;
    CHECK(run(delete_articles, options) == ExitCode::Done);
  }
  void rebuild() const { CHECK(run(build, options_for(Command::Build)) == ExitCode::Done); }
  void refresh() const { CHECK(run(update, options_for(Command::Update)) == ExitCode::Done); }
  void unblock(const std::string& id) const {
    IndexOptions options = options_for(Command::Delete);
    options.ids = {id};
    options.blocking = Blocking::Lifted;
    CHECK(run(delete_articles, options) == ExitCode::Done);
  }

 private:
  test::TempDir temp_;
};

}  // namespace

TEST_CASE("a purge leaves no word of the article in any file, packed or not") {
  const std::vector<std::string> words = {"zarzuelist", "estrelman", "ESTRELMAN", "the-lost-id", "kempt", "olé", "Olé"};
  const PurgedIndex index(record("the-lost-id", "An earlier text of it.") + kRest + record("the-lost-id", kText));
  // What the search must find to be of use: the text as it is packed, and terms as they stand.
  CHECK(files_holding(index.live(), {"Kestrelman, and"}) == std::vector<std::string>{"docdata.glass"});
  CHECK(files_holding(index.index(), words).size() >= 3);
  fs::create_directories(index.index() / "generations" / "0009.partial");
  (void)std::ofstream(index.index() / "generations" / "0009.partial" / "x").write("kempt", 5);
  fs::create_directories(index.index() / layout::kParts);
  (void)std::ofstream(index.index() / layout::kParts / "a.part").write("kempt", 5);

  index.purge({"the-lost-id"});
  CHECK(files_holding(index.index(), words) == std::vector<std::string>{});
  CHECK(index.articles() == 2);

  PurgedIndex without(kRest);
  const std::map<std::string, std::string> expected = word_metadata(without.live());
  CHECK(expected.size() > 2);
  CHECK(word_metadata(index.live()) == expected);
}

TEST_CASE("a purge of what was deleted before removes what is left of it") {
  const PurgedIndex index(record("d1", kText) + kRest);
  IndexOptions options = index.options_for(Command::Delete);
  options.ids = {"d1"};
  CHECK(PurgedIndex::run(delete_articles, options) == ExitCode::Done);
  CHECK_FALSE(files_holding(index.index(), {"zarzuelist"}).empty());
  index.purge({"d1"});
  CHECK(files_holding(index.index(), {"zarzuelist"}).empty());
  index.rebuild();
  CHECK(index.articles() == 2);
}

TEST_CASE("what was purged stays out until its text is corrected or unblocked") {
  const std::string record1 = record("d1", kText);
  const PurgedIndex index(record1 + kRest);
  index.purge({"d1"});

  SUBCASE("of a build and of an update") {
    index.rebuild();
    CHECK(index.articles() == 2);
    index.write(record1 + kRest + record("d4", "Snow fell."));
    index.refresh();
    CHECK(index.articles() == 3);
    CHECK(files_holding(index.index(), {"zarzuelist"}).empty());
  }
  SUBCASE("other metadata does not bring it back, a corrected text does") {
    index.write("{\"id\": \"d1\", \"section\": \"Arts\", \"text\": \"" + kText + "\"}\n" + kRest);
    index.refresh();
    CHECK(index.articles() == 2);
    index.write(record("d1", "A corrected text.") + kRest);
    index.refresh();
    CHECK(index.articles() == 3);
  }
  SUBCASE("the same text under another id is another article") {
    index.write(record("d9", kText) + kRest);
    index.rebuild();
    CHECK(index.articles() == 3);
  }
  SUBCASE("unblocked") {
    index.unblock("d2");
    index.rebuild();
    CHECK(index.articles() == 2);
    index.unblock("d1");
    index.rebuild();
    CHECK(index.articles() == 3);
  }
  SUBCASE("a damaged list lets nothing in") {
    const std::string list = test::read_file(index.index() / layout::kBlocked);
    for (const std::string& damaged : {list.substr(0, list.size() - 5), std::string("x\n"), std::string()}) {
      (void)std::ofstream(index.index() / layout::kBlocked).write(damaged.data(), static_cast<long>(damaged.size()));
      CHECK_THROWS_AS((void)PurgedIndex::run(build, index.options_for(Command::Build)), Failure);
      CHECK(index.articles() == 2);
    }
  }
}

TEST_CASE("an article whose id is its path stays out when folders move, and its name is in no list") {
  const PurgedIndex index(kRest);
  const fs::path in = index.index().parent_path() / "in";
  (void)std::ofstream(in / "kestrelman.txt").write(kText.data(), static_cast<long>(kText.size()));
  index.rebuild();
  CHECK(index.articles() == 3);
  index.purge({"kestrelman.txt"});
  CHECK(files_holding(index.index(), {"kestrelman"}).empty());
  index.refresh();
  CHECK(files_holding(index.index(), {"kestrelman"}).empty());
  fs::create_directories(in / "moved");
  fs::copy(in / "kestrelman.txt", in / "another.txt");
  fs::rename(in / "kestrelman.txt", in / "moved" / "kestrelman.txt");
  index.rebuild();
  CHECK(index.articles() == 3);  // with the copy, which has another name
  CHECK(files_holding(index.index(), {"kestrelman.txt"}).empty());
}

TEST_CASE("rollback does not bring back what was purged") {
  const PurgedIndex index(record("d1", kText) + kRest);
  const fs::path copy = index.index().parent_path() / "copy";
  fs::copy(index.live(), copy, fs::copy_options::recursive);
  index.purge({"d1"});
  index.rebuild();
  fs::remove_all(index.index() / layout::kGenerations / "0002");
  fs::copy(copy, index.index() / layout::kGenerations / "0002", fs::copy_options::recursive);
  CHECK_THROWS_AS((void)PurgedIndex::run(rollback, index.options_for(Command::Rollback)), Failure);
  CHECK(index.articles() == 2);
}

}  // namespace nutgraf::command
