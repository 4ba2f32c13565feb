// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/intake.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "indexer/build/article_hash.h"
#include "indexer/build/prepare.h"
#include "indexer/build/worker.h"
#include "indexer/passage/passages.h"

namespace nutgraf::build {
namespace {

/// No letter or digit of any script: certainly no word. Texts that pass may still hold none.
bool is_surely_wordless(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
  });
}

std::string place_of(const Entry& entry) {
  std::string place = entry.facts.path;
  if (!entry.member.empty()) {
    place.append("!").append(entry.member);
  }
  return fmt::format("{} at byte {}", place, entry.offset);
}

read::Reject wordless(const Origin& origin) {
  return {origin.path, origin.member, 0, origin.offset, "the article has no words", "skipped"};
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

read::FileDecision Intake::begin_file(const read::FileFacts& file) {
  // A file that was given twice, by itself and within a folder say, is one.
  return files_.contains(file.path) ? read::FileDecision::Unchanged : ends_.gate.begin_file(file);
}

Entry* Intake::known(const std::string& id) {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : found->second;
}

Entry& Intake::enter(const Article& article) {
  Entry& entry = entries_.emplace_back();
  entry.facts.id = article.record.id;
  entry.facts.path = article.record.origin.path;
  entry.facts.hash = article_hash(article);
  entry.facts.batch = static_cast<std::uint32_t>(batch_.number);
  entry.last_batch = entry.facts.batch;
  entry.member = article.record.origin.member;
  entry.offset = article.record.origin.offset;
  by_id_.insert_or_assign(entry.facts.id, &entry);
  return entry;
}

void Intake::article(Article&& article) {
  if (is_surely_wordless(article.text) && is_surely_wordless(article.record.title)) {
    reject(wordless(article.record.origin));
    return;
  }
  Entry* const earlier = known(article.record.id);
  const bool must_take = earlier != nullptr && earlier->fate == Fate::Taken;
  Entry& entry = enter(article);
  if (earlier != nullptr) {
    supersede(*earlier, entry);
  }
  result_.bytes += article.text.size();
  if (!must_take && ends_.gate.decide(entry.facts) == ArticleDecision::Unchanged) {
    entry.fate = Fate::Unchanged;
    return;
  }
  if (article.text.size() >= kGiantBytes && ends_.gate.giants() == Gate::Giants::Part) {
    take_giant(std::move(article), entry);
  } else {
    take(std::move(article), entry);
  }
}

void Intake::take(Article&& article, Entry& entry) {
  batch_.bytes += article.text.size() + kArticleBytes;
  batch_.items.push_back({std::move(article), &entry, {}, 0});
  if (batch_.bytes >= kBatchBytes) {
    push_batch();
  }
}

void Intake::take_giant(Article&& article, Entry& entry) {
  if (!batch_.items.empty()) {
    push_batch();
  }
  entry.facts.batch = static_cast<std::uint32_t>(batch_.number);
  prepare(article, ends_.run.inputs.language);
  describe(article.record, entry);
  const std::string text = std::exchange(article.text, {});
  Item part{article, &entry, {}, 0};
  const auto push_part = [&] {
    entry.last_batch = static_cast<std::uint32_t>(batch_.number);
    const auto next = static_cast<std::uint32_t>(part.first_ordinal + part.passages.size());
    batch_.items.push_back(std::exchange(part, Item{article, &entry, {}, next}));
    push_batch();
  };
  const Analyzer analyzer{};
  PassageCutter(analyzer).cut(article.record.title, text, [&](std::string&& passage) {
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

void Intake::supersede(Entry& earlier, const Entry& later) {
  rejects_.push_back(
      {entries_.size(),
       {earlier.facts.path, earlier.member, 0, earlier.offset,
        fmt::format("id {} is declared twice: {} and {}", later.facts.id, place_of(earlier), place_of(later)),
        "kept the last of the two", read::Loss::Duplicate}});
  ++result_.duplicate_ids;
  if (earlier.fate == Fate::Taken) {
    if (earlier.facts.batch == batch_.number) {
      drop_from_batch(earlier);
    } else {
      for (std::size_t batch = earlier.facts.batch; batch <= earlier.last_batch; ++batch) {
        result_.superseded.push_back({batch, earlier.facts.id});
      }
    }
  }
  earlier.fate = Fate::Superseded;
}

void Intake::drop_from_batch(const Entry& entry) {
  const auto found =
      std::find_if(batch_.items.rbegin(), batch_.items.rend(), [&](const Item& i) { return i.entry == &entry; });
  if (found != batch_.items.rend()) {
    batch_.bytes -= found->article.text.size() + kArticleBytes;
    batch_.items.erase(std::next(found).base());
  }
}

void Intake::push_batch() {
  const std::size_t number = batch_.number;
  ends_.queue.push(std::move(batch_));
  batch_ = Batch{};
  batch_.number = number + 1;
}

void Intake::reject(read::Reject&& reject) {
  rejects_.push_back({entries_.size(), std::move(reject)});
}

void Intake::skip(const std::string& path, read::Skip kind) {
  ++result_.skipped[std::string(read::name_of(kind))];
  result_.passed_over.push_back({path, {}, 0, 0, std::string(read::name_of(kind)), "skipped"});
}

void Intake::note(const Origin& /*origin*/, read::Note kind, const std::string& detail) {
  switch (kind) {
    case read::Note::Encoding:
      ++result_.encodings[detail];
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

void Intake::end_file(const read::FileFacts& file) {
  if (files_.insert(file.path).second) {
    result_.files.push_back(file);
    ++ends_.run.progress.files;
  }
}

bool Intake::stopped() const {
  return ends_.queue.aborted() || ends_.run.interrupted();
}

void Intake::finish() {
  if (!batch_.items.empty()) {
    push_batch();
  }
  ends_.queue.close();
}

PipelineResult Intake::result() && {
  by_id_.clear();
  Counts counts;
  std::size_t place = 0;
  for (Entry& entry : entries_) {
    ++place;
    const bool taken = entry.fate == Fate::Taken;
    entry.facts.passages = entry.passages;
    if (taken && entry.facts.passages == 0) {
      rejects_.push_back({place, wordless({entry.facts.path, entry.member, entry.offset})});
      continue;
    }
    if (taken) {
      counts.add(entry);
    }
    if (taken || entry.fate == Fate::Unchanged) {
      result_.articles.push_back(std::move(entry.facts));
    }
  }
  std::stable_sort(rejects_.begin(), rejects_.end(), [](const auto& a, const auto& b) { return a.before < b.before; });
  for (PlacedReject& placed : rejects_) {
    result_.rejects.push_back(std::move(placed.reject));
  }
  result_.contract = std::move(counts).contract();
  return std::move(result_);
}

}  // namespace nutgraf::build
