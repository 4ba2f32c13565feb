// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cerrno>
#include <cstddef>

#include "tests/faults/shim/operation_log.h"
#include "tests/faults/shim/plan.h"

namespace nutgraf::test {

struct Request {
  Call call = Call::Open;
  std::size_t size = 0;  // bytes that it is asked to move
};

/// Makes a call on a watched file as the plan wants it. `real` takes the bytes that it may move and makes the call;
/// `log` takes its result and is called where it is not `failure`.
template <typename Result, typename Real, typename Log>
Result attempt(const Request& request, Result failure, const Real& real, const Log& log) {
  const Verdict verdict = Plan::ours().next(request.call);
  if (verdict.fate == Fate::Fails) {
    errno = verdict.error;
    return failure;
  }
  const bool is_cut = verdict.fate == Fate::IsShort && request.size > 1;
  const auto turn = OperationLog::ours().turn();
  const Result result = real(is_cut ? request.size / 2 : request.size);
  if (OperationLog::ours().is_kept() && result != failure) {
    const int error = errno;
    log(result);
    errno = error;
  }
  return result;
}

/// The same for calls that change nothing.
template <typename Result, typename Real>
Result attempt(const Request& request, Result failure, const Real& real) {
  return attempt(request, failure, real, [](const Result& /*result*/) {});
}

}  // namespace nutgraf::test
