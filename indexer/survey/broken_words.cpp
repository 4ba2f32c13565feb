// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/survey/broken_words.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <optional>

#include "core/base/ascii.h"
#include "indexer/clean/line_end_hyphens.h"

namespace nutgraf::survey {
namespace {

constexpr std::size_t kEntryBytes = 160;  // of both maps together

/// Nothing where these letters are not one word.
std::optional<std::uint64_t> word_hash(std::string_view letters) {
  thread_local std::vector<WordHash> words;
  hash_words(letters, words);
  const bool one = words.size() == 1 && words[0].kind == WordKind::Word && words[0].begin == 0;
  return one ? std::optional(words[0].hash) : std::nullopt;
}

std::uint64_t hash_of_parts(std::uint64_t head, std::uint64_t tail) {
  return spread(head ^ spread(tail));
}

/// Of a word with a hyphen.
struct Hashes {
  std::uint64_t parts = 0;
  std::uint64_t joined = 0;
};

std::optional<Hashes> hashes_of(std::string_view word) {
  const clean::BrokenWord broken = clean::parts_of(word);
  const auto head = word_hash(broken.head);
  const auto tail = word_hash(broken.tail);
  const auto joined = word_hash(std::string(broken.head).append(broken.tail));
  return head && tail && joined ? std::optional(Hashes{hash_of_parts(*head, *tail), *joined}) : std::nullopt;
}

/// Whether the word at `begin` follows another one behind a hyphen.
bool follows_hyphen(std::string_view text, std::size_t begin) {
  constexpr std::array<std::string_view, 2> kHyphens = {"-", "\u2010"};
  const std::string_view before = text.substr(0, begin);
  const auto* const hyphen = std::ranges::find_if(kHyphens, [&](std::string_view h) { return before.ends_with(h); });
  return hyphen != kHyphens.end() && before.size() > hyphen->size() &&
         ascii::is_word_byte(before[before.size() - hyphen->size() - 1]);
}

void count_one(std::uint32_t& times) {
  std::atomic_ref(times).fetch_add(1, std::memory_order_relaxed);
}

}  // namespace

BrokenWords::BrokenWords(std::uint64_t memory) : most_(std::max<std::size_t>(memory / kEntryBytes, 1)) {}

void BrokenWords::add(std::span<const std::string> words) {
  for (const std::string& word : words) {
    if (const auto hashes = hashes_of(word)) {
      const std::lock_guard lock(mutex_);
      Broken& broken = broken_[hashes->parts];
      broken.joined = hashes->joined;
      ++broken.breaks;
      if (broken_.size() > most_) {
        broken_.erase(std::prev(broken_.end()));
      }
    }
  }
}

bool BrokenWords::close() {
  constexpr std::size_t kBitsPerWord = 16;
  seen_.resize(std::bit_ceil(kBitsPerWord * std::max<std::size_t>(broken_.size(), 1)));
  for (const auto& [parts, broken] : broken_) {
    whole_.emplace(broken.joined, 0);
    seen_[broken.joined & (seen_.size() - 1)] = true;
  }
  return !broken_.empty();
}

void BrokenWords::count(std::string_view text) {
  thread_local std::vector<WordHash> words;
  hash_words(text, words);
  const WordHash* before = nullptr;
  for (const WordHash& word : words) {
    if (seen_[word.hash & (seen_.size() - 1)]) {
      if (const auto whole = whole_.find(word.hash); whole != whole_.end()) {
        count_one(whole->second);
      }
    }
    if (before != nullptr && follows_hyphen(text, word.begin)) {
      if (const auto broken = broken_.find(hash_of_parts(before->hash, word.hash)); broken != broken_.end()) {
        count_one(broken->second.hyphened);
      }
    }
    before = &word;
  }
}

bool BrokenWords::is_one_word(std::string_view word) const {
  const auto hashes = hashes_of(word);
  const auto broken = hashes ? broken_.find(hashes->parts) : broken_.end();
  if (broken == broken_.end()) {
    return false;
  }
  const Broken& found = broken->second;
  return survey::is_one_word({whole_.at(found.joined), found.hyphened - std::min(found.breaks, found.hyphened)});
}

}  // namespace nutgraf::survey
