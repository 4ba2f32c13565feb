// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/command/update_diff.h"

#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include "core/base/failure.h"
#include "core/base/native_path.h"
#include "indexer/read/roots.h"
#include "indexer/read/same_id.h"
#include "indexer/read/utf8.h"
#include "indexer/read/walk.h"

namespace nutgraf::command {
namespace {

bool holds_something(const std::filesystem::path& input) {
  std::error_code error;
  const bool empty = std::filesystem::is_empty(input, error);
  return !error && !empty;
}

bool is_as_it_was(const read::FileFacts& file) {
  constexpr std::int64_t kSecond = 1'000'000'000;
  struct stat facts {};
  return ::stat(native_path(file.path).c_str(), &facts) == 0 &&
         static_cast<std::uint64_t>(facts.st_size) == file.size &&
         facts.st_mtim.tv_sec * kSecond + facts.st_mtim.tv_nsec == file.mtime_ns;
}

}  // namespace

Scope scope_of(const std::vector<std::string>& inputs, const std::vector<std::string>& remembered,
               const std::vector<std::string>& roots) {
  Scope scope{InputOrder(remembered), {}, {}, roots};
  for (const std::string& input : inputs) {
    const std::filesystem::path path = read::absolute_path(input);
    if (input == read::kStandardInput) {
      continue;
    }
    if (holds_something(path)) {
      scope.looked_at.push_back(read::path_name(path.native()));
    } else {
      scope.empty.push_back(input);
    }
  }
  return scope;
}

read::FileDecision UpdateDiff::begin_file(const read::FileFacts& file) {
  const ledger::FileEntry* before = file.path == read::kStandardInput ? nullptr : known_.file(file.path);
  if (before != nullptr && before->file.size == file.size && before->file.mtime_ns == file.mtime_ns) {
    passed_over_.insert(file.path);
    return read::FileDecision::Unchanged;
  }
  read_.insert(file.path);
  return read::FileDecision::Read;
}

build::ArticleDecision UpdateDiff::decide(const build::ArticleFacts& article) {
  const ledger::ArticleEntry* before = known_.article(article.id);
  const bool is_there = before != nullptr && before->hash == article.hash;
  // What lost before loses again, until revise() knows better: only a pipe cannot be read once more then.
  const bool lost = article.path != read::kStandardInput && known_.is_absent(article.path, article.id, article.hash);
  if (is_there || lost) {
    return build::ArticleDecision::Unchanged;
  }
  const ledger::FileEntry* owner = known_.file_of_article(article.id);
  if (owner == nullptr || owner->file.path == article.path || owner->file.path == read::kStandardInput ||
      !stays(owner->file)) {
    return build::ArticleDecision::Take;
  }
  if (article.id_source == IdSource::Path && read::is_derived(article.id, owner->file.path, scope_.roots)) {
    throw read::same_id(article.id, owner->file.path, article.path);
  }
  return scope_.order.is_before(article.path, owner->file.path) ? build::ArticleDecision::Unchanged
                                                                : build::ArticleDecision::Take;
}

bool UpdateDiff::stays(const read::FileFacts& file) {
  const auto [known, is_new] = stays_.emplace(file.path, false);
  if (is_new) {
    const auto holds = [&](const std::string& input) { return read::holds(input, file.path); };
    known->second = std::ranges::none_of(scope_.looked_at, holds) || is_as_it_was(file);
  }
  return known->second;
}

void UpdateDiff::apply(const build::ArticleFacts& article, std::span<const passage::PassageDocument> passages) {
  const bool is_there = known_.article(article.id) != nullptr || taken_.contains(article.id);
  taken_[article.id] = {article.hash, static_cast<std::uint32_t>(passages.size()), article.path};
  if (is_there || !passages.empty()) {
    edit_.replace(article.id, passages);
  }
}

}  // namespace nutgraf::command
