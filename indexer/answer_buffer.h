// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <exception>
#include <streambuf>
#include <string>

#include "indexer/console.h"

namespace nutgraf {

/// A long answer written as a stream, piece by piece. The stream turns bad where stdout takes no more: a closed pipe is
/// no error, every other reason is kept for require_written().
class AnswerBuffer final : public std::streambuf {
 public:
  explicit AnswerBuffer(const Console& console) : console_(console) {}

  /// Throws Failure(Failed) with the reason where stdout did not take all of it.
  void require_written() const;

 protected:
  int_type overflow(int_type c) override;
  std::streamsize xsputn(const char* text, std::streamsize count) override;
  int sync() override;

 private:
  const Console& console_;
  std::string waiting_;
  std::exception_ptr failure_;
};

}  // namespace nutgraf
