// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/bulk/document_tags.h"

#include "core/base/varint.h"
#include "core/glass/encode.h"
#include "indexer/bulk/term_list.h"

namespace nutgraf::bulk {
namespace {

void put_tag(std::string& out, const Tag& tag) {
  glass::put_bool(out, tag.packed == Packed::Yes);
  put_length_prefixed(out, tag.bytes);
}

Tag get_tag(const char*& at) {
  const Packed packed = *at++ == '1' ? Packed::Yes : Packed::No;
  return {get_length_prefixed(at), packed};
}

}  // namespace

void put_tags(std::string& out, const PassageDocument& passage, Deflater& deflater, std::string& scratch) {
  put_tag(out, deflater.pack(passage));
  scratch.clear();
  put_term_list(scratch, passage);
  // Not packed: front-coded as they are, deflate takes a quarter of their bytes and a seventh of the time of a build,
  // and the views that read them all (collocates, compare) take half as long again to inflate them.
  put_tag(out, {scratch, Packed::No});
  scratch.clear();
  put_used_slots(scratch, passage.values);
  put_length_prefixed(out, scratch);
}

DocumentTags get_tags(const char*& at) {
  DocumentTags found;
  found.data = get_tag(at);
  found.terms = get_tag(at);
  found.used_slots = get_length_prefixed(at);
  return found;
}

}  // namespace nutgraf::bulk
