// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/command/ledger_revision.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <string_view>
#include <tuple>
#include <utility>

#include "indexer/read/roots.h"
#include "indexer/read/walk.h"

namespace nutgraf::command {
namespace {

using ledger::Absence;

/// A file and all that it declares, before it is known which records make the articles.
struct Draft {
  read::FileFacts file;
  std::vector<ledger::AbsentEntry> declared;  // in the file's order, as far as records of one id go
  std::size_t unseen = 0;                     // of them, in front: not seen again, and not known to be gone
  std::vector<ledger::ArticleEntry> left;     // in the index from here, no longer declared here
  enum class State : std::uint8_t { Read, PassedOver, NotMet, Gone } state = State::NotMet;
};

bool is_pipe(const Draft& draft) {
  return draft.file.path == read::kStandardInput;
}

ledger::AbsentEntry declaration(const ledger::ArticleEntry& article) {
  return {article.id, article.hash, Absence::Superseded};
}

/// Id, hash and what became of it, in any order that is the same each time.
using Record = std::tuple<std::string_view, std::string_view, int>;
constexpr int kLive = 0;
constexpr int kVanished = 1;
constexpr int kAbsent = 2;

std::vector<Record> records_of(const ledger::FileEntry& entry) {
  std::vector<Record> records;
  for (const ledger::ArticleEntry& article : entry.articles) {
    records.emplace_back(article.id, article.hash, kLive);
  }
  for (const ledger::ArticleEntry& article : entry.vanished) {
    records.emplace_back(article.id, article.hash, kVanished);
  }
  for (const ledger::AbsentEntry& absent : entry.absent) {
    records.emplace_back(absent.id, absent.hash, kAbsent + static_cast<int>(absent.why));
  }
  std::ranges::sort(records);
  return records;
}

class Reviser {
 public:
  Reviser(const ledger::LedgerIndex& known, const UpdateDiff& seen, const build::PipelineResult& result)
      : known_(known), seen_(seen) {
    for (const read::FileFacts& file : result.files) {
      facts_.emplace(file.path, &file);
    }
    for (const build::AbsentFacts& absent : result.absent) {
      found_[absent.path].push_back({absent.id, absent.hash, absent.why});
    }
    for (const build::ArticleFacts& article : result.articles) {
      found_[article.path].push_back({article.id, article.hash, Absence::Superseded});
    }
    for (const read::Reject& reject : result.rejects) {
      if (reject.line == 0 && reject.byte == 0 && reject.member.empty()) {
        unreadable_.push_back(reject.path);
      }
    }
  }

  LedgerRevision run(const build::PipelineResult& result) {
    for (const ledger::FileEntry& entry : known_.files()) {
      drafts_.push_back(draft_of(entry));
    }
    for (const read::FileFacts& file : result.files) {
      if (known_.file(file.path) == nullptr) {
        drafts_.push_back({file, found_[file.path], 0, {}, Draft::State::Read});
      }
    }
    sort_drafts();
    find_winners();
    for (std::size_t number = 0; number < drafts_.size(); ++number) {
      settle(number);
      note_duplicates(number);
    }
    count_lost();
    return std::move(revision_);
  }

 private:
  struct Winner {
    std::size_t draft = 0;
    std::size_t record = 0;
  };

  Draft draft_of(const ledger::FileEntry& before) {
    Draft draft{before.file, {}, 0, before.vanished, Draft::State::NotMet};
    if (seen_.was_read(before.file.path)) {
      return reread(before);
    }
    draft.declared = before.absent;
    std::ranges::transform(before.articles, std::back_inserter(draft.declared), declaration);
    if (seen_.was_passed_over(before.file.path)) {
      draft.state = Draft::State::PassedOver;
    } else if (is_gone(before.file.path)) {
      draft.state = Draft::State::Gone;
    }
    return draft;
  }

  Draft reread(const ledger::FileEntry& before) {
    const std::string& path = before.file.path;
    const auto facts = facts_.find(path);
    Draft draft{facts == facts_.end() ? before.file : *facts->second, {}, 0, before.vanished, Draft::State::Read};
    std::vector<ledger::AbsentEntry> found = std::move(found_[path]);
    std::unordered_set<std::string_view> ids;
    std::ranges::transform(found, std::inserter(ids, ids.end()), &ledger::AbsentEntry::id);
    const auto is_left = [&](const auto& entry) { return !ids.contains(entry.id); };
    if (is_unreadable(path) || path == read::kStandardInput) {  // a pipe brings news, not the whole
      std::ranges::copy_if(before.absent, std::back_inserter(draft.declared), is_left);
      for (const ledger::ArticleEntry& article : before.articles) {
        if (is_left(article)) {
          draft.declared.push_back(declaration(article));
        }
      }
    } else {
      std::ranges::copy_if(before.articles, std::back_inserter(draft.left), is_left);
    }
    draft.unseen = draft.declared.size();
    std::ranges::move(found, std::back_inserter(draft.declared));
    return draft;
  }

  /// As a build would meet the files; those that no INPUT contains stay behind the one before them.
  void sort_drafts() {
    std::vector<std::pair<InputOrder::Place, std::size_t>> order;
    InputOrder::Place last;
    for (std::size_t number = 0; number < drafts_.size(); ++number) {
      last = seen_.scope().order.place(drafts_[number].file.path).value_or(last);
      order.emplace_back(is_pipe(drafts_[number]) ? InputOrder::Place{static_cast<std::size_t>(-1), {}} : last, number);
    }
    std::ranges::sort(order);
    std::vector<Draft> sorted;
    sorted.reserve(order.size());
    for (const auto& [place, number] : order) {
      sorted.push_back(std::move(drafts_[number]));
    }
    drafts_ = std::move(sorted);
  }

  void find_winners() {
    for (std::size_t number = drafts_.size(); number-- > 0;) {
      const Draft& draft = drafts_[number];
      for (std::size_t record = draft.declared.size(); record-- > 0;) {
        const ledger::AbsentEntry& declared = draft.declared[record];
        // What came through a pipe holds until a file brings another record of the id.
        if (draft.state != Draft::State::Gone && (!is_pipe(draft) || is_held(declared.id, declared.hash))) {
          winners_.try_emplace(declared.id, Winner{number, record});
        }
      }
    }
  }

  /// What the index contains now.
  [[nodiscard]] std::optional<Content> content(const std::string& id) const {
    if (const auto taken = seen_.taken().find(id); taken != seen_.taken().end()) {
      return taken->second;
    }
    const ledger::ArticleEntry* before = known_.article(id);
    return before == nullptr ? std::nullopt : std::optional(Content{before->hash, before->passages, {}});
  }
  [[nodiscard]] bool is_held(const std::string& id, const std::string& hash) const {
    const std::optional<Content> now = content(id);
    return now && now->hash == hash;
  }

  void settle(std::size_t number) {
    Draft& draft = drafts_[number];
    ledger::FileEntry entry{draft.file, {}, {}, {}};
    for (std::size_t record = 0; record < draft.declared.size(); ++record) {
      const auto winner = winners_.find(draft.declared[record].id);
      if (winner == winners_.end()) {
        settle_gone(draft.declared[record], entry);
      } else if (winner->second.draft == number && winner->second.record == record) {
        settle_winner(draft, record, entry);
      } else {
        entry.absent.push_back({draft.declared[record].id, draft.declared[record].hash, Absence::Superseded});
      }
    }
    for (ledger::ArticleEntry& left : draft.left) {
      if (!winners_.contains(left.id) && is_held(left.id, left.hash)) {
        if (draft.state != Draft::State::NotMet) {
          revision_.vanished.push_back(left.id);
        }
        entry.vanished.push_back(std::move(left));
      }
    }
    if (is_pipe(draft)) {
      entry.absent.clear();  // it cannot be read again
    }
    if (draft.state == Draft::State::Gone) {
      revision_.gone.insert(draft.file.path);
    }
    revision_.files.push_back(std::move(entry));
  }

  /// Nobody declares the id any more.
  void settle_gone(const ledger::AbsentEntry& declared, ledger::FileEntry& entry) {
    const std::optional<Content> now = content(declared.id);
    if (now && now->hash == declared.hash && now->passages != 0) {
      revision_.vanished.push_back(declared.id);
      entry.articles.push_back({declared.id, declared.hash, now->passages});
    } else {
      entry.absent.push_back(declared);
    }
  }

  void settle_winner(const Draft& draft, std::size_t record, ledger::FileEntry& entry) {
    const ledger::AbsentEntry& declared = draft.declared[record];
    const std::optional<Content> now = content(declared.id);
    // A file that was read again may have changed since: what was taken from it is its last record all the same.
    const bool held = now && (now->hash == declared.hash || now->path == draft.file.path);
    if (held && now->passages != 0) {
      entry.articles.push_back({declared.id, now->hash, now->passages});
      const bool met = draft.state != Draft::State::NotMet && record >= draft.unseen;
      count(entry.articles.back(), met ? Met::Yes : Met::No);
    } else if (held || (!now && declared.why == Absence::Wordless)) {
      entry.absent.push_back({declared.id, held ? now->hash : declared.hash, Absence::Wordless});
    } else {
      revision_.wanted[draft.file.path].insert(declared.id);
      entry.absent.push_back({declared.id, declared.hash, Absence::Superseded});
      if (now && now->passages != 0) {
        entry.vanished.push_back({declared.id, now->hash, now->passages});  // until it can be read
      }
    }
  }

  /// Of ids that a file that was read shares with one that was not: the reading thread has not seen both.
  void note_duplicates(std::size_t number) {
    const Draft& draft = drafts_[number];
    std::unordered_set<std::string_view> noted;  // in one file the ids were counted as they were read
    for (const ledger::AbsentEntry& declared : draft.declared) {
      const auto winner = winners_.find(declared.id);
      if (winner != winners_.end() && winner->second.draft != number &&
          is_news(draft, declared, drafts_[winner->second.draft]) && noted.insert(declared.id).second) {
        revision_.duplicates.push_back(duplicate(declared.id, draft, drafts_[winner->second.draft]));
      }
    }
  }

  [[nodiscard]] bool is_news(const Draft& draft, const ledger::AbsentEntry& declared, const Draft& winner) const {
    if (draft.state == Draft::State::Read) {
      return winner.state != Draft::State::Read;
    }
    return draft.state != Draft::State::Gone && winner.state == Draft::State::Read &&
           !known_.is_absent(draft.file.path, declared.id, declared.hash);
  }

  [[nodiscard]] static read::Reject duplicate(const std::string& id, const Draft& earlier, const Draft& later) {
    read::Reject reject;
    reject.path = earlier.file.path;
    reject.reason = fmt::format("id {} is declared twice: {} and {}", id, earlier.file.path, later.file.path);
    reject.action = "kept the last of the two";
    reject.loss = read::Loss::Duplicate;
    return reject;
  }

  enum class Met : std::uint8_t { No, Yes };
  void count(const ledger::ArticleEntry& article, Met met) {
    const ledger::ArticleEntry* before = known_.article(article.id);
    if (before == nullptr) {
      ++revision_.added;
    } else if (before->hash != article.hash) {
      ++revision_.replaced;
    } else if (met == Met::Yes) {
      ++revision_.unchanged;
    }
  }

  /// Articles that lost their last word count as replaced.
  void count_lost() {
    for (const auto& [id, content] : seen_.taken()) {
      revision_.replaced += content.passages == 0 && known_.article(id) != nullptr ? 1U : 0U;
    }
  }

  bool is_gone(const std::string& path) const {
    const auto holds = [&](const std::string& input) { return read::holds(input, path); };
    return std::ranges::any_of(seen_.scope().looked_at, holds) && !is_unreadable(path);
  }

  bool is_unreadable(const std::string& path) const {
    const auto holds = [&](const std::string& place) { return read::holds(place, path); };
    return !facts_.contains(path) && std::ranges::any_of(unreadable_, holds);
  }

  const ledger::LedgerIndex& known_;
  const UpdateDiff& seen_;
  std::unordered_map<std::string_view, const read::FileFacts*> facts_;
  std::unordered_map<std::string, std::vector<ledger::AbsentEntry>> found_;  // by path
  std::vector<std::string> unreadable_;                                      // files and folders rejected whole
  std::vector<Draft> drafts_;
  std::unordered_map<std::string_view, Winner> winners_;  // by id, which the drafts own
  LedgerRevision revision_;
};

}  // namespace

LedgerRevision revise(const ledger::LedgerIndex& known, const UpdateDiff& seen, const build::PipelineResult& result) {
  return Reviser(known, seen, result).run(result);
}

bool declares_news(const LedgerRevision& revision, const ledger::LedgerIndex& known) {
  return std::ranges::any_of(revision.files, [&](const ledger::FileEntry& entry) {
    const ledger::FileEntry* const before = known.file(entry.file.path);
    return records_of(entry) != (before == nullptr ? std::vector<Record>() : records_of(*before));
  });
}

void prune(LedgerRevision& revision) {
  const std::unordered_set<std::string_view> vanished(revision.vanished.begin(), revision.vanished.end());
  for (ledger::FileEntry& entry : revision.files) {
    for (auto* list : {&entry.articles, &entry.vanished}) {
      std::erase_if(*list, [&](const ledger::ArticleEntry& article) { return vanished.contains(article.id); });
    }
  }
  std::erase_if(revision.files,
                [&](const ledger::FileEntry& entry) { return revision.gone.contains(entry.file.path); });
}

}  // namespace nutgraf::command
