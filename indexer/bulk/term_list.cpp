// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/bulk/term_list.h"

#include <algorithm>
#include <string_view>

#include "indexer/bulk/encode.h"

namespace nutgraf::bulk {
namespace {

void put_next_term(std::string& out, std::string_view previous, std::string_view term, std::uint32_t wdf) {
  const auto reused = static_cast<std::size_t>(std::ranges::mismatch(previous, term).in1 - previous.begin());
  const std::string_view suffix = term.substr(reused);
  const std::uint64_t both = (std::uint64_t{wdf} + 1) * (previous.size() + 1) + reused;
  if (wdf < 127 && both < 256) {  // readers see a number above the previous length and divide
    out.push_back(static_cast<char>(both));
    out.push_back(static_cast<char>(suffix.size()));
    out.append(suffix);
  } else {
    out.push_back(static_cast<char>(reused));
    out.push_back(static_cast<char>(suffix.size()));
    out.append(suffix);
    put_vint(out, wdf);
  }
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
  put_vint(out, length_of(passage).length);
  put_vint(out, terms.size());
  std::string_view previous = passage.name(terms.front());
  out.push_back(static_cast<char>(previous.size()));
  out.append(previous);
  put_vint(out, terms.front().wdf);
  for (const PassageDocument::Term& term : terms.subspan(1)) {
    const std::string_view name = passage.name(term);
    put_next_term(out, previous, name, term.wdf);
    previous = name;
  }
}

void put_used_slots(std::string& out, const schema::Values& values) {
  std::uint32_t next = 0;  // the slot after the last one named
  for (std::uint32_t slot = 0; slot < values.size(); ++slot) {
    if (!values[slot].empty()) {
      put_vint(out, slot - next);
      next = slot + 1;
    }
  }
}

}  // namespace nutgraf::bulk
