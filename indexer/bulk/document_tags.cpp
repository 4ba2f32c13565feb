// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/bulk/document_tags.h"

#include "core/base/varint.h"
#include "core/glass/scalars.h"
#include "core/glass/term_list.h"
#include "indexer/bulk/term_list.h"

namespace nutgraf::bulk {
namespace {

void put_tag(std::string& out, const Tag& tag) {
  glass::put_bool(out, tag.compressed == glass::Compressed::Yes);
  put_length_prefixed(out, tag.bytes);
}

Tag get_tag(const char*& at) {
  const glass::Compressed compressed = *at++ == '1' ? glass::Compressed::Yes : glass::Compressed::No;
  return {get_length_prefixed(at), compressed};
}

}  // namespace

void put_tags(std::string& out, const passage::PassageDocument& passage, Deflater& deflater, std::string& scratch) {
  put_tag(out, deflater.compress(passage));
  scratch.clear();
  put_term_list(scratch, passage);
  // Not compressed: front-coded as they are, deflate takes a quarter of their bytes and a seventh of the time of a
  // build, and the views that read them all (collocates, compare) take half as long again to inflate them.
  put_tag(out, {scratch, glass::Compressed::No});
  scratch.clear();
  glass::put_used_slots(scratch, passage.values);
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
