// SPDX-License-Identifier: GPL-2.0-or-later
// Several records of one id, in one file, in several and in archives: an update ends as a build would.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <xapian.h>

#include <array>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "core/base/failure.h"
#include "core/index/layout.h"
#include "core/index/record.h"
#include "indexer/command/commands.h"
#include "indexer/ledger/ledger_index.h"
#include "tests/random.h"
#include "tests/temp_dir.h"

namespace nutgraf::command {
namespace {

namespace fs = std::filesystem;

std::string record(const std::string& id, const std::string& text) {
  return fmt::format("{{\"id\": \"{}\", \"text\": \"{}\"}}\n", id, text);
}

/// A tar archive of one member.
std::string tar(const std::string& name, const std::string& bytes) {
  constexpr std::size_t kBlock = 512;
  std::string header(kBlock, '\0');
  const auto put = [&](std::size_t at, const std::string& text) { header.replace(at, text.size(), text); };
  put(0, name);
  put(100, "0000644");
  put(124, fmt::format("{:011o}", bytes.size()));
  put(136, "00000000000");
  put(148, "        ");
  put(156, "0");
  put(257, "ustar");
  put(263, "00");
  unsigned sum = 0;
  for (const char c : header) {
    sum += static_cast<unsigned char>(c);
  }
  put(148, fmt::format("{:06o}", sum) + std::string(1, '\0') + " ");
  std::string body = bytes;
  body.resize((bytes.size() + kBlock - 1) / kBlock * kBlock);
  return header + body + std::string(2 * kBlock, '\0');
}

/// Articles of an index: id -> file and text.
using Articles = std::map<std::string, std::string>;

class Corpus {
 public:
  Corpus() { write("0.txt", "The anchor lies here."); }

  void write(const std::string& name, const std::string& bytes) const { (void)temp_.write("in/" + name, bytes); }
  void remove(const std::string& name) const { fs::remove(temp_.path() / "in" / name); }
  void touch(const std::string& name) const {
    const fs::path path = temp_.path() / "in" / name;
    if (fs::exists(path)) {
      fs::last_write_time(path, fs::last_write_time(path) + std::chrono::seconds(1));
    }
  }

  void build(const std::string& index, const std::vector<std::string>& inputs = {"in"}) const {
    IndexOptions options = options_for(Command::Build, index);
    for (const std::string& input : inputs) {
      options.reading.inputs.push_back((temp_.path() / input).string());
    }
    const ExitCode code = command::build(options, Console(options));
    CHECK(code == ExitCode::Done);
  }
  void update(const std::string& index, Vanished vanished, const std::vector<std::string>& inputs = {}) const {
    IndexOptions options = options_for(Command::Update, index);
    options.vanished = vanished;
    for (const std::string& input : inputs) {
      options.reading.inputs.push_back(input == "-" ? input : (temp_.path() / input).string());
    }
    const ExitCode code = command::update(options, Console(options));
    CHECK(code == ExitCode::Done);
  }

  [[nodiscard]] fs::path live(const std::string& index) const {
    const fs::path path = temp_.path() / index;
    return layout::generation_folder(path, *layout::live_generation(path));
  }
  [[nodiscard]] Articles articles(const std::string& index) const {
    const Xapian::Database database((live(index) / "passages").string());
    Articles articles;
    for (auto document = database.postlist_begin(""); document != database.postlist_end(""); ++document) {
      const std::string data = database.get_document(*document).get_data();
      const PassageData passage = decode_passage_data(data);
      articles[passage.record.id] += fmt::format("{}: {}", passage.record.origin.path, passage.text);
    }
    return articles;
  }
  /// The ledger lists what is in the index, each id once.
  void check_ledger(const std::string& index) const {
    std::map<std::string, int> listed;
    const ledger::LedgerIndex known(live(index) / layout::kSources);
    for (const ledger::FileEntry& file : known.files()) {
      for (const auto* list : {&file.articles, &file.vanished}) {
        for (const ledger::ArticleEntry& article : *list) {
          ++listed[article.id];
        }
      }
    }
    const Articles there = articles(index);
    CHECK(listed.size() == there.size());
    for (const auto& row : listed) {
      const auto& id = row.first;
      const auto& times = row.second;
      CAPTURE(id);
      CHECK(times == 1);
      CHECK(there.contains(id));
    }
  }

 private:
  [[nodiscard]] IndexOptions options_for(Command command, const std::string& index) const {
    IndexOptions options;
    options.command = command;
    options.index = temp_.path() / index;
    options.console.verbosity = cli::Verbosity::Quiet;
    options.writing.threads = 2;
    options.writing.shrinking = Shrinking::Allowed;
    return options;
  }

  test::TempDir temp_{test::Storage::Memory};
};

void check_as_built(const Corpus& corpus) {
  corpus.build("fresh.idx");
  CHECK(corpus.articles("news.idx") == corpus.articles("fresh.idx"));
  corpus.check_ledger("news.idx");
}

}  // namespace

TEST_CASE("removing or touching one of two declarations ends as a build would") {
  struct Row {
    const char* name;
    std::function<void(const Corpus&, Vanished)> change;
  };
  const std::vector<Row> rows = {
      {"nothing", [](const Corpus& /*corpus*/, Vanished /*vanished*/) {}},
      {"the winner's file goes", [](const Corpus& corpus, Vanished /*vanished*/) { corpus.remove("q.jsonl"); }},
      {"the winner goes out of its file",
       [](const Corpus& corpus, Vanished /*vanished*/) { corpus.write("q.jsonl", record("2", "two")); }},
      {"the loser's file goes", [](const Corpus& corpus, Vanished /*vanished*/) { corpus.remove("p.jsonl"); }},
      {"the loser is touched", [](const Corpus& corpus, Vanished /*vanished*/) { corpus.touch("p.jsonl"); }},
      {"the winner is touched", [](const Corpus& corpus, Vanished /*vanished*/) { corpus.touch("q.jsonl"); }},
      {"the loser changes",
       [](const Corpus& corpus, Vanished /*vanished*/) {
         corpus.write("p.jsonl", record("9", "kiln older") + record("1", "one"));
       }},
      {"both change",
       [](const Corpus& corpus, Vanished /*vanished*/) {
         corpus.write("p.jsonl", record("9", "kiln third"));
         corpus.write("q.jsonl", record("9", "kiln fourth") + record("2", "two"));
       }},
      {"more come before, between and behind",
       [](const Corpus& corpus, Vanished /*vanished*/) {
         corpus.write("o.jsonl", record("9", "kiln o"));
         corpus.write("p/m.jsonl", record("9", "kiln m"));
         corpus.write("z.jsonl", record("9", "kiln z"));
       }},
      {"a wordless record is the last",
       [](const Corpus& corpus, Vanished /*vanished*/) { corpus.write("z.jsonl", record("9", "\u2026")); }},
      {"the winner goes and comes back, then the loser goes",
       [](const Corpus& corpus, Vanished vanished) {
         corpus.remove("q.jsonl");
         corpus.update("news.idx", vanished);
         corpus.write("q.jsonl", record("9", "kiln new") + record("2", "two"));
         corpus.update("news.idx", vanished);
         corpus.remove("p.jsonl");
       }},
  };
  for (const Row& row : rows) {
    for (const Vanished vanished : {Vanished::Pruned, Vanished::Kept}) {
      CAPTURE(row.name);
      CAPTURE(static_cast<int>(vanished));
      const Corpus corpus;
      corpus.write("p.jsonl", record("9", "kiln old") + record("1", "one"));
      corpus.write("q.jsonl", record("9", "kiln new") + record("2", "two"));
      corpus.build("news.idx");
      row.change(corpus, vanished);
      corpus.update("news.idx", vanished);
      corpus.check_ledger("news.idx");
      const Articles kept = corpus.articles("news.idx");
      corpus.update("news.idx", Vanished::Pruned);
      check_as_built(corpus);
      // Without --prune only articles that nobody declares any more are there beside.
      for (const auto& [id, text] : corpus.articles("fresh.idx")) {
        CHECK(kept.at(id) == text);
      }
    }
  }
}

TEST_CASE("the order of inputs decides, whatever an update is given") {
  const Corpus corpus;
  corpus.write("b/x.jsonl", record("9", "from b"));
  corpus.write("a/x.jsonl", record("9", "from a"));
  corpus.build("news.idx", {"in/b", "in/a"});
  CHECK(corpus.articles("news.idx").at("9").ends_with("from a"));
  corpus.write("b/x.jsonl", record("9", "anew from b"));
  corpus.update("news.idx", Vanished::Kept, {"in/b"});
  CHECK(corpus.articles("news.idx").at("9").ends_with("from a"));
  corpus.write("a/x.jsonl", record("9", "anew from a"));
  corpus.write("b/x.jsonl", record("9", "once more from b"));
  corpus.update("news.idx", Vanished::Kept, {"in/a", "in/b"});
  CHECK(corpus.articles("news.idx").at("9").ends_with("anew from a"));
  corpus.remove("a/x.jsonl");
  corpus.write("a/y.jsonl", record("1", "one"));
  corpus.update("news.idx", Vanished::Kept, {"in/a"});  // the winner's folder alone: the loser is read all the same
  CHECK(corpus.articles("news.idx").at("9").ends_with("once more from b"));
  corpus.check_ledger("news.idx");
}

TEST_CASE("two files never share an id made from their paths, in a build and in an update") {
  const Corpus corpus;
  corpus.write("a.jsonl", "{\"text\": \"A lamp.\"}\n");
  corpus.build("news.idx");
  CHECK(corpus.articles("news.idx").contains("a.jsonl:1"));
  corpus.write("a.jsonl:1", "Another lamp.");
  for (const bool built : {false, true}) {
    CAPTURE(built);
    try {
      built ? corpus.build("fresh.idx") : corpus.update("news.idx", Vanished::Kept);
      FAIL("no failure");
    } catch (const Failure& failure) {
      CHECK(failure.code() == ExitCode::Usage);
      const std::string message = failure.what();
      CHECK(message.find("in/a.jsonl and ") != std::string::npos);
      CHECK(message.ends_with("in/a.jsonl:1"));
    }
  }
  // Once the first is gone, its id is free.
  corpus.remove("a.jsonl");
  corpus.update("news.idx", Vanished::Pruned);
  check_as_built(corpus);
}

TEST_CASE("what came through a pipe holds until a file brings another record") {
  const Corpus corpus;
  corpus.write("p.jsonl", record("9", "from p"));
  corpus.build("news.idx");
  const auto pipe = [&](const std::string& lines) {
    const test::TempDir temp;
    const fs::path file = temp.write("lines", lines);
    REQUIRE(std::freopen(file.c_str(), "r", stdin) != nullptr);
    corpus.update("news.idx", Vanished::Kept, {"-"});
  };
  pipe(record("9", "from the pipe") + record("8", "another"));
  CHECK(corpus.articles("news.idx").at("9") == "-: from the pipe");
  corpus.touch("p.jsonl");
  corpus.update("news.idx", Vanished::Pruned);
  CHECK(corpus.articles("news.idx").at("9") == "-: from the pipe");
  corpus.write("p.jsonl", record("9", "from p again"));
  corpus.update("news.idx", Vanished::Pruned);
  CHECK(corpus.articles("news.idx").at("9").ends_with("from p again"));
  CHECK(corpus.articles("news.idx").contains("8"));
  corpus.check_ledger("news.idx");
}

TEST_CASE("whatever happens to files with ids in common, update and build agree") {
  constexpr std::array kFiles = {"a.jsonl", "b/c.jsonl", "b.jsonl", "d.tar", "e.jsonl"};
  constexpr std::array kIds = {"v", "w", "x", "y"};
  constexpr unsigned kSteps = 12;
  for (unsigned seed = 1; seed <= 4; ++seed) {
    test::Random random(seed);
    const auto below = [&](std::size_t count) { return random() % count; };
    const Corpus corpus;
    corpus.build("news.idx");
    for (unsigned step = 0; step < kSteps; ++step) {
      CAPTURE(seed);
      CAPTURE(step);
      for (std::size_t change = 0; change <= below(3); ++change) {
        const std::string name = kFiles.at(below(kFiles.size()));
        std::string lines;
        for (std::size_t count = below(4); count > 0; --count) {
          const std::string text = below(8) == 0 ? "\u2026" : fmt::format("Text {}.", below(20));
          lines += record(kIds.at(below(kIds.size())), text);
        }
        switch (below(4)) {
          case 0:
            corpus.remove(name);
            break;
          case 1:
            corpus.touch(name);
            break;
          default:
            corpus.write(name, name.ends_with(".tar") ? tar("m.jsonl", lines) : lines);
        }
      }
      if (below(3) == 0) {
        corpus.update("news.idx", Vanished::Kept);
        corpus.check_ledger("news.idx");
      }
      corpus.update("news.idx", Vanished::Pruned);
      check_as_built(corpus);
    }
  }
}

}  // namespace nutgraf::command
