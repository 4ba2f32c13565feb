// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/glass/posting_list.h"

#include <algorithm>
#include <utility>

#include "core/base/varint.h"
#include "core/glass/format.h"
#include "core/glass/scalars.h"
#include "core/glass/table_writer.h"

namespace nutgraf::glass {
namespace {

std::string key_of(std::string_view term, Last last) {
  std::string key;
  put_sstr(key, term, last);
  return key;
}

}  // namespace

void PostingListWriter::clear() {
  bytes_.clear();
  chunks_.clear();
  documents_ = 0;
  occurrences_ = 0;
}

void PostingListWriter::add(std::uint32_t docid, std::uint32_t wdf) {
  if (chunks_.empty() || bytes_.size() - chunks_.back().begin >= kFullChunk) {
    chunks_.push_back({docid, docid, bytes_.size()});
  } else {
    put_varint(bytes_, docid - chunks_.back().last - 1);
    chunks_.back().last = docid;
  }
  put_varint(bytes_, wdf);
  ++documents_;
  occurrences_ += wdf;
}

void PostingListWriter::write_term(TableWriter& postlist, std::string_view term) {
  Keys keys;
  put_sstr(keys.first, term, Last::Yes);
  put_sstr(keys.later, term, Last::No);
  std::string header;
  put_varint(header, documents_);
  put_varint(header, occurrences_);
  write(postlist, keys, std::move(header));
}

void PostingListWriter::write_lengths(TableWriter& postlist) {
  write(postlist, {std::string(kDocumentLengthsKey), std::string(kDocumentLengthsKey)}, std::string(2, '\0'));
}

void PostingListWriter::write(TableWriter& postlist, const Keys& keys, std::string header) {
  std::string tag = std::move(header);  // the first chunk has it
  for (std::size_t i = 0; i < chunks_.size(); ++i) {
    const Chunk& chunk = chunks_[i];
    const bool last = i + 1 == chunks_.size();
    std::string key = i == 0 ? keys.first : keys.later;
    if (i == 0) {
      put_varint(tag, chunk.first - 1);
    } else {
      tag.clear();
      put_sint(key, chunk.first);
    }
    put_bool(tag, last);
    put_varint(tag, chunk.last - chunk.first);
    tag.append(bytes_, chunk.begin, (last ? bytes_.size() : chunks_[i + 1].begin) - chunk.begin);
    postlist.put(key, tag);
  }
}

PostingCursor::PostingCursor(const Table& postlist, std::string first_key, std::string later_key)
    : at_(postlist), first_key_(std::move(first_key)), later_key_(std::move(later_key)) {
  if (at_.seek(first_key_) && at_.key() == first_key_) {
    read_chunk(ChunkKind::First);
  }
}

PostingCursor::PostingCursor(const Table& postlist, std::string_view term)
    : PostingCursor(postlist, key_of(term, Last::Yes), key_of(term, Last::No)) {}

PostingCursor PostingCursor::lengths(const Table& postlist) {
  return {postlist, std::string(kDocumentLengthsKey), std::string(kDocumentLengthsKey)};
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
    read_chunk(ChunkKind::First);
  } else if (is_found && at_.key().starts_with(later_key_)) {
    read_chunk(ChunkKind::Later);
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
  throw CorruptionError("postlist.glass has a list out of order, or without its end");
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
  read_chunk(ChunkKind::Later);
  if (document_ <= before) {
    refuse();
  }
}

void PostingCursor::read_chunk(ChunkKind kind) {
  chunk_ = ByteReader(at_.tag(fragments_));
  if (kind == ChunkKind::First) {
    documents_ = static_cast<std::uint32_t>(chunk_.varint());
    occurrences_ = chunk_.varint();
    document_ = static_cast<std::uint32_t>(chunk_.varint()) + 1;
  } else {
    document_ = ByteReader(at_.key().substr(later_key_.size())).sint();
  }
  is_last_chunk_ = chunk_.byte() == '1';
  const std::uint64_t length = chunk_.varint();
  if (document_ == 0 || length >= kEnd - document_) {
    refuse();
  }
  last_ = document_ + static_cast<std::uint32_t>(length);
  frequency_ = static_cast<std::uint32_t>(chunk_.varint());
}

}  // namespace nutgraf::glass
