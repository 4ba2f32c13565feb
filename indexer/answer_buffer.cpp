// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/answer_buffer.h"

#include <cstdio>
#include <utility>

namespace nutgraf {
namespace {

constexpr std::size_t kPiece = 64UL * 1024;

}  // namespace

AnswerBuffer::int_type AnswerBuffer::overflow(int_type c) {
  if (traits_type::eq_int_type(c, traits_type::eof())) {
    return traits_type::not_eof(c);
  }
  const char written = traits_type::to_char_type(c);
  return xsputn(&written, 1) == 1 ? c : traits_type::eof();
}

std::streamsize AnswerBuffer::xsputn(const char* text, std::streamsize count) {
  waiting_.append(text, static_cast<std::size_t>(count));
  return waiting_.size() < kPiece || sync() == 0 ? count : 0;
}

int AnswerBuffer::sync() {
  try {
    console_.answer(std::exchange(waiting_, {}));
    return std::ferror(stdout) == 0 ? 0 : -1;
  } catch (...) {
    failure_ = std::current_exception();
    return -1;
  }
}

void AnswerBuffer::require_written() const {
  if (failure_) {
    std::rethrow_exception(failure_);
  }
}

}  // namespace nutgraf
