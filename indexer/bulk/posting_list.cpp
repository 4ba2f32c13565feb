// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/bulk/posting_list.h"

#include <utility>

#include "core/base/varint.h"
#include "core/glass/encode.h"

namespace nutgraf::bulk {
namespace {

constexpr std::string_view kLengthsKey("\x00\xe0", 2);

}  // namespace

void PostingList::clear() {
  bytes_.clear();
  chunks_.clear();
  documents_ = 0;
  occurrences_ = 0;
}

void PostingList::add(std::uint32_t docid, std::uint32_t wdf) {
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

void PostingList::write_term(TableWriter& postlist, std::string_view term) {
  Keys keys;
  glass::put_sstr(keys.first, term, glass::Last::Yes);
  glass::put_sstr(keys.later, term, glass::Last::No);
  std::string header;
  put_varint(header, documents_);
  put_varint(header, occurrences_);
  write(postlist, keys, std::move(header));
}

void PostingList::write_lengths(TableWriter& postlist) {
  write(postlist, {std::string(kLengthsKey), std::string(kLengthsKey)}, std::string(2, '\0'));
}

void PostingList::write(TableWriter& postlist, const Keys& keys, std::string header) {
  std::string tag = std::move(header);  // the first chunk has it
  for (std::size_t i = 0; i < chunks_.size(); ++i) {
    const Chunk& chunk = chunks_[i];
    const bool last = i + 1 == chunks_.size();
    std::string key = i == 0 ? keys.first : keys.later;
    if (i == 0) {
      put_varint(tag, chunk.first - 1);
    } else {
      tag.clear();
      glass::put_sint(key, chunk.first);
    }
    glass::put_bool(tag, last);
    put_varint(tag, chunk.last - chunk.first);
    tag.append(bytes_, chunk.begin, (last ? bytes_.size() : chunks_[i + 1].begin) - chunk.begin);
    postlist.put(key, tag);
  }
}

}  // namespace nutgraf::bulk
