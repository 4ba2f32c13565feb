// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/batcher.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "core/base/ascii.h"
#include "indexer/build/article_hash.h"
#include "indexer/build/prepare.h"
#include "indexer/build/worker.h"
#include "indexer/clean/repair.h"
#include "indexer/ledger/blocklist.h"
#include "indexer/page_marks.h"
#include "indexer/passage/passages.h"
#include "indexer/read/charset/names.h"
#include "indexer/read/exported_text.h"
#include "indexer/read/same_id.h"

namespace nutgraf::build {

namespace {

/// No letter or digit of any script: certainly no word. Texts that pass may still hold none.
bool is_surely_wordless(std::string_view text) {
  return std::ranges::none_of(text, ascii::is_word_byte);
}

std::string file_of(const Entry& entry) {
  return entry.member.empty() ? entry.facts.path : fmt::format("{}!{}", entry.facts.path, entry.member);
}

std::string place_of(const Entry& entry) {
  return fmt::format("{} at byte {}", file_of(entry), entry.offset);
}

ArticleFacts facts_of(const Article& article, std::size_t batch) {
  const ArticleRecord& record = article.record;
  return {record.id,        record.origin.path, article_hash(article), 0, static_cast<std::uint32_t>(batch),
          article.id_source};
}

/// Ids made from paths name one file each; a member given twice in one archive is its own later version.
void require_one_file(const Entry& earlier, const Entry& later) {
  const bool derived = earlier.facts.id_source == IdSource::Path && later.facts.id_source == IdSource::Path;
  const bool one_file = earlier.facts.path == later.facts.path && earlier.member == later.member;
  if (derived && !one_file) {
    throw read::same_id(later.facts.id, file_of(earlier), file_of(later));
  }
}

read::Reject wordless(const Origin& origin) {
  return {origin.path, origin.member, 0, origin.offset, "the article has no words", "skipped"};
}

/// Whether a path is the file or a member of it.
bool is_of(std::string_view path, std::string_view file) {
  return path.starts_with(file) && !file.empty() && (path.size() == file.size() || path[file.size()] == '!');
}

/// Whether a path is that of a member or record of the file.
bool is_within(std::string_view path, std::string_view file) {
  return is_of(path, file) && path.size() > file.size();
}

/// Most articles first, then by name.
std::vector<LanguageCount> ordered(const std::map<std::string, LanguageCount>& counts) {
  std::vector<LanguageCount> list;
  list.reserve(counts.size());
  for (const auto& [language, count] : counts) {
    list.push_back(count);
  }
  std::stable_sort(list.begin(), list.end(), [](const auto& a, const auto& b) { return a.articles > b.articles; });
  return list;
}

/// Sums over the articles of an index.
class Counts {
 public:
  void add(const Entry& entry) {
    ++contract_.articles;
    contract_.passages += entry.facts.passages;
    contract_.tokens += entry.words;
    contract_.undated += entry.dated == Entry::Dated::No ? 1U : 0U;
    LanguageCount& count = languages_[entry.language];
    count.language = entry.language;
    ++count.articles;
    count.passages += entry.facts.passages;
    count.tokens += entry.words;
  }
  [[nodiscard]] Contract contract() && {
    contract_.languages = ordered(languages_);
    return std::move(contract_);
  }

 private:
  Contract contract_ = current_contract();
  std::map<std::string, LanguageCount> languages_;
};

}  // namespace

void Batcher::begin_input(const std::string& typed) {
  end_input();
  input_ = typed;
  input_gave_ = Gave::Nothing;
}

void Batcher::end_input() {
  if (input_ && input_gave_ == Gave::Nothing) {
    result_.fruitless.push_back(*input_);
  }
  input_.reset();
}

read::FileDecision Batcher::begin_file(const read::FileFacts& file) {
  // A file that was given twice, by itself and within a folder say, is one.
  const read::FileDecision decision =
      files_.contains(file.path) ? read::FileDecision::Unchanged : ends_.sink.begin_file(file);
  if (decision == read::FileDecision::Read) {
    ++result_.met;
    reading_ = file.path;
    file_gave_ = FileGave::Nothing;
  } else {
    input_gave_ = Gave::Something;
  }
  return decision;
}

Entry* Batcher::latest_entry(const std::string& id) {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : found->second;
}

Entry& Batcher::enter(const Article& article, ArticleFacts&& facts) {
  Entry& entry = entries_.emplace_back();
  entry.facts = std::move(facts);
  entry.last_batch = entry.facts.batch;
  entry.member = article.record.origin.member;
  entry.offset = article.record.origin.offset;
  by_id_.insert_or_assign(entry.facts.id, &entry);
  return entry;
}

void Batcher::article(Article&& article) {
  if (is_surely_wordless(article.text) && is_surely_wordless(article.record.title)) {
    reject(wordless(article.record.origin));
    return;
  }
  ArticleFacts facts = facts_of(article, batch_.number);
  if (ends_.run.blocked != nullptr && ends_.run.blocked->blocks(facts.id, facts.hash, facts.id_source)) {
    ++result_.blocked;
    input_gave_ = Gave::Something;
    if (file_gave_ == FileGave::Nothing) {
      file_gave_ = FileGave::Blocked;
    }
    return;
  }
  file_gave_ = FileGave::Article;
  const ArticleDecision decision = ends_.sink.decide(facts);
  if (decision == ArticleDecision::Ignored) {
    return;
  }
  Entry* const earlier = latest_entry(article.record.id);
  // What was taken is on its way into the index: only another that is taken replaces it.
  const bool must_take = earlier != nullptr && earlier->state == EntryState::Taken;
  Entry& entry = enter(article, std::move(facts));
  if (earlier != nullptr) {
    require_one_file(*earlier, entry);
    supersede(*earlier, entry);
  }
  input_gave_ = Gave::Something;
  result_.bytes += article.text.size();
  if (!must_take && decision == ArticleDecision::Unchanged) {
    entry.state = EntryState::Unchanged;
    return;
  }
  if (read::is_exported(article)) {
    take_exported(std::move(article), entry);
    return;
  }
  if (ends_.run.inputs.repair) {
    for (const auto& [rule, places] : clean::repair(article).counts) {
      result_.mended[rule] += places;
    }
  }
  if (article.text.size() >= kOversizedBytes && ends_.sink.oversized() == Oversized::Split) {
    take_oversized(std::move(article), entry);
  } else {
    take(std::move(article), entry, {});
  }
}

void Batcher::take_exported(Article&& article, Entry& entry) {
  std::vector<std::string> passages = read::passages_of(article);
  if (const std::string heading = passage::heading_of(article.record.title); !heading.empty()) {
    passages.front() = passages.front().empty() ? heading : fmt::format("{}\n\n{}", heading, passages.front());
  }
  describe(article.record, entry);
  take(std::move(article), entry, std::move(passages));
}

void Batcher::take(Article&& article, Entry& entry, std::vector<std::string>&& passages) {
  batch_.bytes += article.text.size() + kArticleBytes;
  entry.item = batch_.items.size();
  batch_.items.push_back({std::move(article), &entry, std::move(passages), {}, 0});
  if (batch_.bytes >= kBatchBytes) {
    push_batch();
  }
}

void Batcher::take_oversized(Article&& article, Entry& entry) {
  sweep_batch();
  if (!batch_.items.empty()) {
    push_batch();
  }
  entry.facts.batch = static_cast<std::uint32_t>(batch_.number);
  trim_page(article, ends_.run.inputs);
  prepare(article, ends_.run.inputs);
  describe(article.record, entry);
  const std::string text = std::exchange(article.text, {});
  Item part{article, &entry, {}, {}, 0};
  const auto push_part = [&] {
    entry.last_batch = static_cast<std::uint32_t>(batch_.number);
    const auto next = static_cast<std::uint32_t>(part.first_ordinal + part.passages.size());
    batch_.items.push_back(std::exchange(part, Item{article, &entry, {}, {}, next}));
    push_batch();
  };
  const Analyzer analyzer{};
  PageFollower follower(article.record.origin.page);
  passage::PassageCutter(analyzer).cut(article.record.title, text, [&](std::string&& passage) {
    if (const std::uint32_t page = follower.follow(passage); page != 0) {
      part.pages.push_back(page);
    }
    batch_.bytes += passage.size();
    part.passages.push_back(std::move(passage));
    if (batch_.bytes >= kBatchBytes) {
      push_part();
    }
  });
  if (!part.passages.empty()) {
    push_part();
  }
}

void Batcher::supersede(Entry& earlier, const Entry& later) {
  rejects_.push_back(
      {entries_.size(),
       {earlier.facts.path, earlier.member, 0, earlier.offset,
        fmt::format("id {} is declared twice: {} and {}", later.facts.id, place_of(earlier), place_of(later)),
        "kept the last of the two", read::Loss::Duplicate}});
  ++result_.duplicate_ids;
  if (earlier.state == EntryState::Taken) {
    if (earlier.facts.batch == batch_.number) {
      drop_from_batch(earlier);
    } else {
      for (std::size_t batch = earlier.facts.batch; batch <= earlier.last_batch; ++batch) {
        result_.superseded.push_back({batch, earlier.facts.id});
      }
    }
  }
  earlier.state = EntryState::Superseded;
}

/// Leaves a gap, which is closed when there are many: one id may be declared a million times.
void Batcher::drop_from_batch(const Entry& entry) {
  constexpr std::size_t kMany = 64;
  if (entry.item >= batch_.items.size() || batch_.items[entry.item].entry != &entry) {
    return;  // an oversized article without a word left nothing there
  }
  Item& item = batch_.items[entry.item];
  batch_.bytes -= item.article.text.size() + kArticleBytes;
  item = Item{};
  ++dropped_;
  if (dropped_ > kMany && 2 * dropped_ > batch_.items.size()) {
    sweep_batch();
  }
}

/// Closes the gaps.
void Batcher::sweep_batch() {
  if (std::exchange(dropped_, 0) == 0) {
    return;
  }
  std::erase_if(batch_.items, [](const Item& item) { return item.entry == nullptr; });
  for (std::size_t place = 0; place < batch_.items.size(); ++place) {
    batch_.items[place].entry->item = place;
  }
}

void Batcher::push_batch() {
  sweep_batch();
  const std::size_t number = batch_.number;
  const std::uint32_t next_article = batch_.first_article + static_cast<std::uint32_t>(batch_.items.size());
  ends_.queue.push(std::move(batch_));
  batch_ = Batch{};
  batch_.number = number + 1;
  batch_.first_article = next_article;
}

void Batcher::reject(read::Reject&& reject) {
  rejects_.push_back({entries_.size(), std::move(reject)});
}

void Batcher::skip(const std::string& path, read::Skip kind) {
  result_.met += is_of(path, reading_) ? 0U : 1U;
  if (kind == read::Skip::Link) {
    input_gave_ = Gave::Something;  // read already, by another name
  }
  ++result_.skipped[std::string(read::name_of(kind))];
  constexpr std::uint64_t kMostListed = 100'000;  // a crawl may pass over any number of records
  if (is_within(path, reading_) && ++passed_over_within_ > kMostListed) {
    return;
  }
  result_.passed_over.push_back({path, {}, 0, 0, std::string(read::name_of(kind)), "skipped", read::Loss::None});
}

void Batcher::note(const Origin& /*origin*/, read::Note kind, const std::string& detail) {
  switch (kind) {
    case read::Note::Encoding:
      ++result_.encodings[read::charset::usual_spelling(detail)];
      break;
    case read::Note::BadDate:
      ++result_.bad_dates;
      break;
    case read::Note::InvalidUtf8:
    case read::Note::NulBytes:
      ++result_.repaired;
      break;
    case read::Note::TitleOnly:
      ++result_.title_only;
      break;
    case read::Note::UnmatchedMap:
      result_.unmatched_maps.push_back(detail);
      break;
  }
}

void Batcher::end_file(const read::FileFacts& file) {
  if (files_.insert(file.path).second) {
    if (file_gave_ != FileGave::Blocked) {  // its name may be what was purged
      result_.files.push_back(file);
    }
    ++ends_.run.progress.files;
  }
}

bool Batcher::stopped() const {
  return ends_.queue.aborted() || ends_.run.interrupted();
}

void Batcher::finish() {
  end_input();
  sweep_batch();
  if (!batch_.items.empty()) {
    push_batch();
  }
  ends_.queue.close();
}

PipelineResult Batcher::result() && {
  by_id_.clear();
  Counts counts;
  std::size_t place = 0;
  for (Entry& entry : entries_) {
    ++place;
    const bool taken = entry.state == EntryState::Taken;
    entry.facts.passages = entry.passages;
    if (taken && entry.facts.passages == 0) {
      rejects_.push_back({place, wordless({entry.facts.path, entry.member, entry.offset})});
      result_.absent.push_back({entry.facts.id, entry.facts.path, entry.facts.hash, ledger::Absence::Wordless});
      continue;
    }
    if (entry.state == EntryState::Superseded) {
      result_.absent.push_back({std::move(entry.facts.id), std::move(entry.facts.path), std::move(entry.facts.hash),
                                ledger::Absence::Superseded});
      continue;
    }
    if (taken) {
      counts.add(entry);
    }
    result_.articles.push_back(std::move(entry.facts));
  }
  std::stable_sort(rejects_.begin(), rejects_.end(), [](const auto& a, const auto& b) { return a.before < b.before; });
  for (PlacedReject& placed : rejects_) {
    result_.rejects.push_back(std::move(placed.reject));
  }
  result_.contract = std::move(counts).contract();
  return std::move(result_);
}

}  // namespace nutgraf::build
