// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/command/comparison.h"

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <utility>

#include "indexer/read/roots.h"
#include "indexer/read/utf8.h"
#include "indexer/read/walk.h"

namespace nutgraf::command {
namespace {

bool holds_something(const std::filesystem::path& input) {
  std::error_code error;
  const bool empty = std::filesystem::is_empty(input, error);
  return !error && !empty;
}

class Reviser {
 public:
  Reviser(const ledger::Known& known, const Comparison& seen, const build::PipelineResult& result)
      : known_(known), seen_(seen) {
    for (const read::FileFacts& file : result.files) {
      facts_.emplace(file.path, &file);
    }
    for (const build::ArticleFacts& article : result.articles) {
      articles_[article.path].push_back(&article);
      found_.insert(article.id);
    }
    for (const read::Reject& reject : result.rejects) {
      if (reject.line == 0 && reject.byte == 0 && reject.member.empty()) {
        unreadable_.push_back(reject.path);
      }
    }
  }

  Revision run(const build::PipelineResult& result, const std::vector<std::string>& inputs) {
    for (const std::string& input : inputs) {
      const std::filesystem::path path = read::absolute_path(input);
      if (input != read::kStandardInput && holds_something(path)) {
        inputs_.push_back(read::utf8_name(path.native()));
      }
    }
    for (const ledger::FileEntry& entry : known_.files()) {
      add(revised(entry));
    }
    for (const read::FileFacts& file : result.files) {
      if (known_.file(file.path) == nullptr) {
        add({file, current_articles(file.path), {}});
      }
    }
    count_taken();
    return std::move(revision_);
  }

 private:
  void add(ledger::FileEntry entry) { revision_.files.push_back(std::move(entry)); }

  ledger::FileEntry revised(const ledger::FileEntry& before) {
    const std::string& path = before.file.path;
    if (seen_.was_read(path)) {
      return reread(before);
    }
    ledger::FileEntry entry{before.file, left_of(before.articles), left_of(before.vanished)};
    if (seen_.was_passed_over(path)) {
      revision_.unchanged += entry.articles.size();
      note_vanished(entry.vanished);
    } else if (is_gone(path)) {
      note_vanished(entry.articles);
      note_vanished(entry.vanished);
    }
    return entry;
  }

  ledger::FileEntry reread(const ledger::FileEntry& before) {
    const std::string& path = before.file.path;
    const auto facts = facts_.find(path);
    ledger::FileEntry entry{facts == facts_.end() ? before.file : *facts->second, current_articles(path), {}};
    std::vector<ledger::ArticleEntry> missing = left_of(before.articles);
    std::ranges::move(left_of(before.vanished), std::back_inserter(missing));
    if (is_unreadable(path) || path == read::kStandardInput) {  // a pipe brings news, not the whole
      std::ranges::move(missing, std::back_inserter(entry.articles));
    } else {
      note_vanished(missing);
      entry.vanished = std::move(missing);
    }
    return entry;
  }

  std::vector<ledger::ArticleEntry> current_articles(const std::string& path) {
    std::vector<ledger::ArticleEntry> entries;
    for (const build::ArticleFacts* article : articles_[path]) {
      const auto taken = seen_.taken().find(article->id);
      const ledger::ArticleEntry* before = known_.article(article->id);
      if (taken != seen_.taken().end()) {
        if (taken->second != 0) {
          entries.push_back({article->id, article->hash, taken->second});
        }
      } else if (before != nullptr) {
        ++revision_.unchanged;
        entries.push_back(*before);
      }
    }
    return entries;
  }

  /// Those that were found nowhere in this run.
  std::vector<ledger::ArticleEntry> left_of(const std::vector<ledger::ArticleEntry>& articles) const {
    std::vector<ledger::ArticleEntry> left;
    std::ranges::copy_if(articles, std::back_inserter(left), [&](const ledger::ArticleEntry& article) {
      return !found_.contains(article.id) && !seen_.taken().contains(article.id);
    });
    return left;
  }

  void note_vanished(const std::vector<ledger::ArticleEntry>& articles) {
    std::ranges::transform(articles, std::back_inserter(revision_.vanished), &ledger::ArticleEntry::id);
  }

  bool is_gone(const std::string& path) const {
    const auto holds = [&](const std::string& input) { return read::holds(input, path); };
    return std::ranges::any_of(inputs_, holds) && !is_unreadable(path);
  }

  bool is_unreadable(const std::string& path) const {
    const auto holds = [&](const std::string& place) { return read::holds(place, path); };
    return !facts_.contains(path) && std::ranges::any_of(unreadable_, holds);
  }

  void count_taken() {
    for (const auto& [id, passages] : seen_.taken()) {
      if (known_.article(id) != nullptr) {
        ++revision_.replaced;
      } else if (passages != 0) {
        ++revision_.added;
      }
    }
  }

  const ledger::Known& known_;
  const Comparison& seen_;
  std::unordered_map<std::string_view, const read::FileFacts*> facts_;
  std::unordered_map<std::string, std::vector<const build::ArticleFacts*>> articles_;  // by path
  std::unordered_set<std::string_view> found_;                                         // ids
  std::vector<std::string> unreadable_;  // files and folders rejected whole
  std::vector<std::string> inputs_;      // that hold something
  Revision revision_;
};

}  // namespace

read::FileDecision Comparison::begin_file(const read::FileFacts& file) {
  const ledger::FileEntry* before = file.path == read::kStandardInput ? nullptr : known_.file(file.path);
  if (before != nullptr && before->file.size == file.size && before->file.mtime_ns == file.mtime_ns) {
    passed_over_.insert(file.path);
    return read::FileDecision::Unchanged;
  }
  read_.insert(file.path);
  return read::FileDecision::Read;
}

build::ArticleDecision Comparison::decide(const build::ArticleFacts& article) {
  const ledger::ArticleEntry* before = known_.article(article.id);
  return before != nullptr && before->hash == article.hash ? build::ArticleDecision::Unchanged
                                                           : build::ArticleDecision::Take;
}

void Comparison::apply(const build::ArticleFacts& article, std::span<const PassageDocument> passages) {
  const bool is_there = known_.article(article.id) != nullptr || taken_.contains(article.id);
  taken_[article.id] = static_cast<std::uint32_t>(passages.size());
  if (is_there || !passages.empty()) {
    edit_.replace(article.id, passages);
  }
}

Revision revise(const ledger::Known& known, const Comparison& seen, const build::PipelineResult& result,
                const std::vector<std::string>& inputs) {
  return Reviser(known, seen, result).run(result, inputs);
}

void prune(Revision& revision) {
  const std::unordered_set<std::string_view> gone(revision.vanished.begin(), revision.vanished.end());
  for (ledger::FileEntry& entry : revision.files) {
    for (auto* list : {&entry.articles, &entry.vanished}) {
      std::erase_if(*list, [&](const ledger::ArticleEntry& article) { return gone.contains(article.id); });
    }
  }
  std::erase_if(revision.files, [](const ledger::FileEntry& entry) {
    std::error_code error;
    return entry.articles.empty() && entry.vanished.empty() && !std::filesystem::exists(entry.file.path, error);
  });
}

}  // namespace nutgraf::command
