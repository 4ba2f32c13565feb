// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/store/indexed_words.h"

#include <xapian.h>

#include <algorithm>
#include <string>
#include <vector>

#include "core/index/class_table.h"
#include "core/index/open.h"
#include "core/schema/terms.h"
#include "core/text/fold.h"

namespace nutgraf::store {
namespace {

std::string folded(std::string_view word) {
  std::string fold;
  append_fold(word, LetterCase::Folded, fold);
  return fold;
}

/// In one passage.
std::uint64_t side_by_side(Xapian::PositionIterator first, Xapian::PositionIterator second) {
  const Xapian::PositionIterator end;
  std::uint64_t times = 0;
  for (; first != end && second != end; ++first) {
    second.skip_to(*first + 1);
    times += second != end && *second == *first + 1 ? 1U : 0U;
  }
  return times;
}

std::uint64_t side_by_side(const Xapian::Database& database, const std::string& first, const std::string& second) {
  std::uint64_t times = 0;
  const Xapian::PostingIterator end;
  Xapian::PostingIterator a = database.postlist_begin(first);
  Xapian::PostingIterator b = database.postlist_begin(second);
  while (a != end && b != end) {
    if (*a != *b) {
      (*a < *b ? a : b).skip_to(std::max(*a, *b));
      continue;
    }
    times += side_by_side(a.positionlist_begin(), b.positionlist_begin());
    ++a;
    ++b;
  }
  return times;
}

}  // namespace

struct IndexedWords::State {
  std::string path;
  Xapian::Database database;
};

IndexedWords::IndexedWords(const std::filesystem::path& passages) try
    : state_(std::make_unique<State>(State{passages.string(), Xapian::Database(passages.string())})) {
} catch (const Xapian::Error& error) {
  throw index_failure(error, passages.string());
}

IndexedWords::~IndexedWords() = default;

std::uint64_t IndexedWords::count(std::string_view word) const {
  try {
    return state_->database.get_collection_freq(schema::make_term({}, folded(word)));
  } catch (const Xapian::Error& error) {
    throw index_failure(error, state_->path);
  }
}

std::uint64_t IndexedWords::count_hyphened(std::string_view first, std::string_view second) const {
  try {
    const std::string head = folded(first);
    const std::string tail = folded(second);
    const std::vector<std::string> forms =
        decode_list(state_->database.get_metadata(compound_metadata_key(head + tail)));
    if (std::ranges::find(forms, head + " " + tail) == forms.end()) {
      return 0;
    }
    return side_by_side(state_->database, schema::make_term({}, head), schema::make_term({}, tail));
  } catch (const Xapian::Error& error) {
    throw index_failure(error, state_->path);
  }
}

}  // namespace nutgraf::store
