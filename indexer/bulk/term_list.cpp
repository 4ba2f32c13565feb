// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/bulk/term_list.h"

#include <algorithm>
#include <string_view>

#include "core/base/varint.h"
#include "core/glass/encode.h"

namespace nutgraf::bulk {
namespace {

char* put_next_term(char* at, std::string_view previous, std::string_view term, std::uint32_t wdf) {
  const auto reused = static_cast<std::size_t>(std::ranges::mismatch(previous, term).in1 - previous.begin());
  const std::string_view suffix = term.substr(reused);
  const std::uint64_t both = (std::uint64_t{wdf} + 1) * (previous.size() + 1) + reused;
  const bool joined = wdf < 127 && both < 256;  // readers see a number above the previous length and divide
  *at++ = static_cast<char>(joined ? both : reused);
  *at++ = static_cast<char>(suffix.size());
  at = glass::put_bytes(at, suffix);
  return joined ? at : put_varint(at, wdf);
}

}  // namespace

DocumentLength length_of(const PassageDocument& passage) {
  DocumentLength found;
  for (const PassageDocument::Term& term : passage.terms()) {
    found.length += term.wdf;
    found.highest_wdf = std::max(found.highest_wdf, term.wdf);
  }
  return found;
}

void put_term_list(std::string& out, const PassageDocument& passage) {
  const auto terms = passage.terms();
  if (terms.empty()) {
    return;
  }
  const std::size_t before = out.size();
  out.resize(before + 3 * kLongestVarint + passage.byte_count() + terms.size() * (2 + kLongestVarint));
  char* at = out.data() + before;
  at = put_varint(at, length_of(passage).length);
  at = put_varint(at, terms.size());
  std::string_view previous = passage.name(terms.front());
  *at++ = static_cast<char>(previous.size());
  at = glass::put_bytes(at, previous);
  at = put_varint(at, terms.front().wdf);
  for (const PassageDocument::Term& term : terms.subspan(1)) {
    const std::string_view name = passage.name(term);
    at = put_next_term(at, previous, name, term.wdf);
    previous = name;
  }
  out.resize(static_cast<std::size_t>(at - out.data()));
}

void put_used_slots(std::string& out, const schema::Values& values) {
  std::uint32_t next = 0;  // the slot after the last one named
  for (std::uint32_t slot = 0; slot < values.size(); ++slot) {
    if (!values[slot].empty()) {
      put_varint(out, slot - next);
      next = slot + 1;
    }
  }
}

}  // namespace nutgraf::bulk
