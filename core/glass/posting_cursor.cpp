// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/glass/posting_cursor.h"

#include <algorithm>
#include <utility>

#include "core/glass/encode.h"

namespace nutgraf::glass {
namespace {

constexpr std::string_view kLengths("\0\xe0", 2);

std::string key_of(std::string_view term, Last last) {
  std::string key;
  put_sstr(key, term, last);
  return key;
}

}  // namespace

PostingCursor::PostingCursor(const Table& postlist, std::string first_key, std::string later_key)
    : at_(postlist), first_key_(std::move(first_key)), later_key_(std::move(later_key)) {
  if (at_.seek(first_key_) && at_.key() == first_key_) {
    read_chunk(Chunk::First);
  }
}

PostingCursor::PostingCursor(const Table& postlist, std::string_view term)
    : PostingCursor(postlist, key_of(term, Last::Yes), key_of(term, Last::No)) {}

PostingCursor PostingCursor::lengths(const Table& postlist) {
  return {postlist, std::string(kLengths), std::string(kLengths)};
}

void PostingCursor::skip_to(std::uint32_t document) {
  if (document_ >= document) {
    return;
  }
  if (document > last_) {
    if (is_last_chunk_) {
      end();
      return;
    }
    seek_near(document);
  }
  skip_in_chunk(document);
  if (document_ < document) {  // between two chunks
    next();
  }
}

/// Four postings at a time: most gaps and frequencies take one byte.
void PostingCursor::skip_in_chunk(std::uint32_t document) {
  constexpr std::uint64_t kAtOnce = 4;
  const std::uint64_t stop = std::min<std::uint64_t>(document, std::uint64_t{last_} + 1);
  while (document_ < document && document_ < last_) {
    const auto gaps = chunk_.sum_of_gaps();
    if (gaps && document_ + *gaps + kAtOnce < stop) {
      document_ += static_cast<std::uint32_t>(*gaps + kAtOnce);
      chunk_.drop_eight();
    } else {
      next();
    }
  }
}

void PostingCursor::seek_near(std::uint32_t document) {
  std::string key = later_key_;
  put_sint(key, document);
  const bool is_found = at_.seek(key);
  if (is_found && at_.key() == first_key_) {
    read_chunk(Chunk::First);
  } else if (is_found && at_.key().starts_with(later_key_)) {
    read_chunk(Chunk::Later);
  } else {
    end();
  }
}

void PostingCursor::end() {
  document_ = kEnd;
  chunk_ = {};
  is_last_chunk_ = true;
}

void PostingCursor::refuse() {
  throw Damage("postlist.glass has a list out of order, or without its end");
}

void PostingCursor::next_chunk() {
  if (is_last_chunk_) {
    end();
    return;
  }
  if (!at_.next() || !at_.key().starts_with(later_key_)) {
    refuse();
  }
  const std::uint32_t before = document_;
  read_chunk(Chunk::Later);
  if (document_ <= before) {
    refuse();
  }
}

void PostingCursor::read_chunk(Chunk which) {
  chunk_ = Numbers(at_.tag(pieces_));
  if (which == Chunk::First) {
    documents_ = static_cast<std::uint32_t>(chunk_.vint());
    occurrences_ = chunk_.vint();
    document_ = static_cast<std::uint32_t>(chunk_.vint()) + 1;
  } else {
    document_ = Numbers(at_.key().substr(later_key_.size())).sint();
  }
  is_last_chunk_ = chunk_.byte() == '1';
  const std::uint64_t length = chunk_.vint();
  if (document_ == 0 || length >= kEnd - document_) {
    refuse();
  }
  last_ = document_ + static_cast<std::uint32_t>(length);
  frequency_ = static_cast<std::uint32_t>(chunk_.vint());
}

}  // namespace nutgraf::glass
