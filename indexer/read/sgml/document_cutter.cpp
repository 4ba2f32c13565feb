// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/sgml/document_cutter.h"

#include <algorithm>

#include "core/base/ascii.h"
#include "indexer/read/record_cutter.h"
#include "indexer/read/sgml/tags.h"

namespace nutgraf::read::sgml {
namespace {

/// Whether `text` begins with the tag of `name`: a longer name (DOCNO) is another one.
bool begins_tag(std::string_view text, std::string_view begin, std::string_view name) {
  const std::size_t size = begin.size() + name.size();
  return text.size() > size && text.starts_with(begin) && is_name(text.substr(begin.size(), name.size()), name) &&
         (text[size] == '>' || ascii::is_space(text[size]));
}

}  // namespace

void DocumentCutter::drop(std::size_t count) {
  const std::string_view gone = window_.view().substr(0, count);
  line_ += static_cast<std::uint64_t>(std::count(gone.begin(), gone.end(), '\n'));
  window_.drop(count);
}

DocumentCutter::Tag DocumentCutter::find_tag(std::size_t& at) {
  constexpr std::size_t kLongestTag = 32;
  while (true) {
    const std::string_view view = window_.view();
    at = std::min(view.find('<', at), view.size());
    const std::string_view rest = view.substr(at);
    if (begins_tag(rest, "<", name_)) {
      return Tag::Open;
    }
    if (begins_tag(rest, "</", name_)) {
      return Tag::Close;
    }
    if (rest.size() > kLongestTag || (ended_ && !rest.empty())) {
      ++at;
      continue;
    }
    if (ended_) {
      return Tag::None;
    }
    if (at > kRecordLimit) {
      too_long_ = true;
      drop(at);
      at = 0;
    }
    ended_ = !window_.more();
  }
}

std::optional<RawDocument> DocumentCutter::next() {
  drop(drop_first_);
  std::size_t at = 0;
  Tag tag = find_tag(at);
  while (tag == Tag::Close) {
    ++at;
    tag = find_tag(at);
  }
  drop(at);
  drop_first_ = 0;
  if (tag == Tag::None) {
    return std::nullopt;
  }
  RawDocument document;
  document.offset = window_.offset();
  document.line = line_;
  too_long_ = false;
  at = 1;
  tag = find_tag(at);
  const std::string_view view = window_.view();
  drop_first_ = tag == Tag::Close ? std::min(view.find('>', at), view.size() - 1) + 1 : at;
  document.closed = tag != Tag::None;
  document.too_long = too_long_;
  document.bytes = too_long_ ? std::string_view{} : view.substr(0, drop_first_);
  return document;
}

}  // namespace nutgraf::read::sgml
