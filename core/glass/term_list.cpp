// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/glass/term_list.h"

#include <algorithm>

#include "core/base/varint.h"
#include "core/glass/scalars.h"

namespace nutgraf::glass {

TermListWriter::TermListWriter(std::string& out, std::uint64_t document_length, Size size) : out_(out) {
  const std::size_t before = out.size();
  out.resize(before + 3 * kLongestVarint + size.bytes + size.terms * (2 + kLongestVarint));
  at_ = put_varint(out.data() + before, document_length);
  at_ = put_varint(at_, size.terms);
}

void TermListWriter::add(std::string_view term, std::uint32_t wdf) {
  if (previous_.empty()) {
    *at_++ = static_cast<char>(term.size());
    at_ = put_varint(put_bytes(at_, term), wdf);
  } else {
    const auto reused = static_cast<std::size_t>(std::ranges::mismatch(previous_, term).in1 - previous_.begin());
    const std::string_view suffix = term.substr(reused);
    // Readers see a number above the previous length and divide.
    const std::uint64_t both = (std::uint64_t{wdf} + 1) * (previous_.size() + 1) + reused;
    const bool joined = wdf < 127 && both < 256;
    *at_++ = static_cast<char>(joined ? both : reused);
    *at_++ = static_cast<char>(suffix.size());
    at_ = put_bytes(at_, suffix);
    at_ = joined ? at_ : put_varint(at_, wdf);
  }
  previous_ = term;
}

void TermListWriter::finish() {
  out_.resize(static_cast<std::size_t>(at_ - out_.data()));
}

void put_used_slots(std::string& out, std::span<const std::string> values) {
  std::uint32_t next = 0;  // the slot after the last one named
  for (std::uint32_t slot = 0; slot < values.size(); ++slot) {
    if (!values[slot].empty()) {
      put_varint(out, slot - next);
      next = slot + 1;
    }
  }
}

}  // namespace nutgraf::glass
