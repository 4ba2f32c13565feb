// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "indexer/command/ledger_revision.h"
#include "tests/temp_dir.h"

namespace nutgraf::command {
namespace {

using Ids = std::vector<std::string>;

/// An index of some files that are compared with what a run finds.
class Scene {
 public:
  Scene() { std::filesystem::create_directories(temp_.path() / "in"); }

  /// A file on disk and in the ledger: articles hashed "1".
  void knows(const std::string& name, const Ids& ids, const Ids& vanished = {}) {
    before_.push_back({facts(name), entries(ids), entries(vanished), {}});
    (void)temp_.write(name, "text");
  }
  /// `inputs` are remembered by the index, and looked at now.
  void start(const Ids& inputs = {"in"}) {
    Ids paths;
    std::transform(inputs.begin(), inputs.end(), std::back_inserter(paths),
                   [&](const auto& name) { return path(name); });
    scope_ = std::make_unique<Scope>(scope_of(paths, paths, {}));
    ledger::Writer writer(temp_.path() / "sources.jsonl", {});
    std::for_each(before_.begin(), before_.end(), [&](const auto& entry) { writer.write(entry); });
    writer.close();
    known_ = std::make_unique<ledger::LedgerIndex>(temp_.path() / "sources.jsonl");
    diff_ = std::make_unique<UpdateDiff>(*known_, edit_, *scope_);
  }
  void finds_unchanged(const std::string& name) {
    CHECK(diff_->begin_file(facts(name)) == read::FileDecision::Unchanged);
  }
  /// The file has another time now and these articles, "id=hash".
  void finds_changed(const std::string& name, const Ids& articles) {
    read::FileFacts file = facts(name);
    file.mtime_ns = 2;
    CHECK(diff_->begin_file(file) == read::FileDecision::Read);
    for (const std::string& article : articles) {
      const std::size_t equals = article.find('=');
      finds_article({article.substr(0, equals), file.path, article.substr(equals + 1), 0, 0, IdSource::Declared});
    }
    result_.files.push_back(file);
  }
  void cannot_read(const std::string& name) {
    read::FileFacts file = facts(name);
    file.mtime_ns = 2;
    (void)diff_->begin_file(file);
    result_.rejects.push_back({file.path, "", 0, 0, "cannot be read", "skipped", read::Loss::Record});
  }
  void cannot_open_folder(const std::string& name) {
    result_.rejects.push_back({path(name), "", 0, 0, "permission denied", "skipped", read::Loss::Record});
  }
  void is_removed(const std::string& name) { std::filesystem::remove_all(temp_.path() / name); }

  LedgerRevision revised() { return revise(*known_, *diff_, result_); }
  [[nodiscard]] std::string path(const std::string& name) const { return (temp_.path() / name).string(); }
  [[nodiscard]] bool has_changes() const { return edit_.has_changes(); }

 private:
  [[nodiscard]] read::FileFacts facts(const std::string& name) const { return {path(name), 4, 1, "ff"}; }
  static std::vector<ledger::ArticleEntry> entries(const Ids& ids) {
    std::vector<ledger::ArticleEntry> list;
    std::transform(ids.begin(), ids.end(), std::back_inserter(list), [](const auto& id) {
      return ledger::ArticleEntry{id, "1", 3};
    });
    return list;
  }
  void finds_article(build::ArticleFacts article) {
    if (diff_->decide(article) == build::ArticleDecision::Take) {
      const std::vector<passage::PassageDocument> passages(article.hash == "empty" ? 0 : 2);
      diff_->apply(article, passages);
      article.passages = static_cast<std::uint32_t>(passages.size());
    }
    if (article.hash != "empty") {
      result_.articles.push_back(article);
    }
  }

  test::TempDir temp_;
  std::vector<ledger::FileEntry> before_;
  LiveEdit edit_{temp_.path() / "news.idx", Run::Dry};
  std::unique_ptr<Scope> scope_;
  std::unique_ptr<ledger::LedgerIndex> known_;
  std::unique_ptr<UpdateDiff> diff_;
  build::PipelineResult result_;
};

Ids ids_of(const std::vector<ledger::ArticleEntry>& entries) {
  Ids ids;
  std::transform(entries.begin(), entries.end(), std::back_inserter(ids), [](const auto& entry) { return entry.id; });
  return ids;
}

}  // namespace

TEST_CASE("files and articles that are as they were change nothing") {
  Scene scene;
  scene.knows("in/a", {"a1", "a2"});
  scene.knows("in/b", {"b1"});
  scene.start();
  scene.finds_unchanged("in/a");
  scene.finds_changed("in/b", {"b1=1"});
  const LedgerRevision revision = scene.revised();
  CHECK_FALSE(scene.has_changes());
  CHECK(revision.unchanged == 3);
  CHECK(revision.added + revision.replaced + revision.vanished.size() == 0);
  REQUIRE(revision.files.size() == 2);
  CHECK(revision.files[1].file.mtime_ns == 2);
  CHECK(revision.files[1].articles[0].passages == 3);
}

TEST_CASE("new, changed and missing records of a changed file") {
  Scene scene;
  scene.knows("in/a", {"a1", "a2", "a3"});
  scene.start();
  scene.finds_changed("in/a", {"a1=1", "a2=2", "a4=1"});
  scene.finds_changed("in/new", {"n1=1"});
  LedgerRevision revision = scene.revised();
  CHECK(scene.has_changes());
  CHECK(revision.added == 2);
  CHECK(revision.replaced == 1);
  CHECK(revision.unchanged == 1);
  CHECK(revision.vanished == Ids{"a3"});
  REQUIRE(revision.files.size() == 2);
  CHECK(ids_of(revision.files[0].articles) == Ids{"a1", "a2", "a4"});
  CHECK(ids_of(revision.files[0].vanished) == Ids{"a3"});
  CHECK(revision.files[0].articles[1].hash == "2");
  CHECK(revision.files[0].articles[1].passages == 2);
  CHECK(ids_of(revision.files[1].articles) == Ids{"n1"});
  prune(revision);
  CHECK(revision.files[0].vanished.empty());
}

TEST_CASE("what vanished once is still counted when its file is passed over, until it comes back") {
  Scene scene;
  scene.knows("in/a", {"a1"}, {"a2"});
  scene.start();
  SUBCASE("passed over") {
    scene.finds_unchanged("in/a");
    const LedgerRevision revision = scene.revised();
    CHECK(revision.vanished == Ids{"a2"});
    CHECK(ids_of(revision.files[0].vanished) == Ids{"a2"});
  }
  SUBCASE("back again") {
    scene.finds_changed("in/a", {"a1=1", "a2=1"});
    const LedgerRevision revision = scene.revised();
    CHECK(revision.vanished.empty());
    CHECK(revision.unchanged == 2);
    CHECK_FALSE(scene.has_changes());
  }
}

TEST_CASE("files that are gone vanish only below inputs that were looked at and hold something") {
  Scene scene;
  scene.knows("in/a", {"a1"});
  scene.knows("in/b", {"b1"});
  scene.knows("other/c", {"c1"});
  scene.start();
  SUBCASE("below the input") {
    scene.finds_unchanged("in/a");
    LedgerRevision revision = scene.revised();
    CHECK(revision.vanished == Ids{"b1"});
    CHECK(revision.files.size() == 3);
    scene.is_removed("in/b");
    prune(revision);
    REQUIRE(revision.files.size() == 2);
    CHECK(ids_of(revision.files[1].articles) == Ids{"c1"});
  }
  SUBCASE("empty input") {
    scene.is_removed("in");
    std::filesystem::create_directories(scene.path("in"));
    scene.start();
    CHECK(scene.revised().vanished.empty());
  }
  SUBCASE("input that is gone") {
    scene.is_removed("in");
    scene.start();
    CHECK(scene.revised().vanished.empty());
  }
  SUBCASE("a folder whose name begins like the input") {
    scene.start({"i", "oth"});
    CHECK(scene.revised().vanished.empty());
  }
}

TEST_CASE("what cannot be read has not vanished") {
  Scene scene;
  scene.knows("in/a", {"a1", "a2"});
  scene.knows("in/deep/b", {"b1"});
  scene.start();
  scene.cannot_read("in/a");
  scene.cannot_open_folder("in/deep");
  const LedgerRevision revision = scene.revised();
  CHECK(revision.vanished.empty());
  REQUIRE(revision.files.size() == 2);
  CHECK(ids_of(revision.files[0].articles) == Ids{"a1", "a2"});
  CHECK(revision.files[0].file.mtime_ns == 1);  // to be read again next time
  CHECK(ids_of(revision.files[1].articles) == Ids{"b1"});
}

TEST_CASE("an article that moved to another file is listed there alone") {
  Scene scene;
  scene.knows("in/a", {"a1", "x"});
  scene.knows("in/b", {"b1"});
  scene.start();
  scene.finds_unchanged("in/a");
  scene.finds_changed("in/b", {"b1=1", "x=2"});
  const LedgerRevision revision = scene.revised();
  CHECK(revision.replaced == 1);
  CHECK(revision.vanished.empty());
  CHECK(ids_of(revision.files[0].articles) == Ids{"a1"});
  CHECK(ids_of(revision.files[1].articles) == Ids{"b1", "x"});
}

TEST_CASE("an id that a file shares with one that was not read is reported once, in both directions") {
  Scene scene;
  scene.knows("in/a", {"a1", "x"});
  scene.knows("in/b", {"y"});
  scene.start();
  SUBCASE("the later one was read") {
    scene.finds_unchanged("in/a");
    scene.finds_changed("in/b", {"x=2", "y=1", "x=3"});
  }
  SUBCASE("the earlier one was read") {
    scene.finds_changed("in/a", {"a1=1", "x=1", "y=2", "y=3"});
    scene.finds_unchanged("in/b");
  }
  const LedgerRevision revision = scene.revised();
  REQUIRE(revision.duplicates.size() == 1);
  CHECK(revision.duplicates[0].path == scene.path("in/a"));
  CHECK(revision.duplicates[0].reason.find(scene.path("in/b")) != std::string::npos);
  CHECK(revision.duplicates[0].loss == read::Loss::Duplicate);
}

TEST_CASE("an article that lost its last word leaves the ledger") {
  Scene scene;
  scene.knows("in/a", {"a1", "a2"});
  scene.start();
  scene.finds_changed("in/a", {"a1=empty", "a2=1"});
  const LedgerRevision revision = scene.revised();
  CHECK(scene.has_changes());
  CHECK(ids_of(revision.files[0].articles) == Ids{"a2"});
  CHECK(revision.files[0].vanished.empty());
}

TEST_CASE("standard input brings news and takes nothing away") {
  const test::TempDir temp;
  ledger::Writer writer(temp.path() / "sources.jsonl", {});
  writer.write({{"-", 0, 0, ""}, {{"s1", "1", 1}}, {}, {}});
  writer.close();
  const ledger::LedgerIndex known(temp.path() / "sources.jsonl");
  LiveEdit edit(temp.path(), Run::Dry);
  const Scope scope = scope_of({"-"}, {}, {});
  UpdateDiff diff(known, edit, scope);
  CHECK(diff.begin_file({"-", 0, 0, ""}) == read::FileDecision::Read);
  build::PipelineResult result;
  result.files.push_back({"-", 0, 0, ""});
  const LedgerRevision revision = revise(known, diff, result);
  CHECK(revision.vanished.empty());
  CHECK(ids_of(revision.files[0].articles) == Ids{"s1"});
}

}  // namespace nutgraf::command
