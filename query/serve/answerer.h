// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>

#include "core/base/failure.h"
#include "core/base/time_limit.h"
#include "query/command/console.h"
#include "query/format/formats.h"
#include "query/options.h"
#include "query/serve/request.h"
#include "query/serve/served_index.h"

namespace nutgraf::serve {

/// What one request may cost.
struct Limits {
  std::uint64_t rows = query::kAllRows;
  std::size_t clauses = SIZE_MAX;     // of a query, as it may ask for itself
  std::size_t expansions = SIZE_MAX;  // of a pattern, the same
  std::size_t bytes = SIZE_MAX;       // of the answer
  std::chrono::milliseconds time{0};  // 0 = no end
};

enum class ReplyKind : std::uint8_t { Answer, Error };

struct Reply {
  ReplyKind kind = ReplyKind::Answer;
  ExitCode code = ExitCode::Done;  // as the same command would exit
  std::string text;
};

/// From requests to replies: a request becomes the options of a command, and the command runs on an index that is open.
/// May be used by several threads.
class Answerer {
 public:
  Answerer(ServedIndexes& indexes, Limits limits) : indexes_(indexes), limits_(limits) {}

  /// One line of JSON, its line feed included, whatever happens.
  [[nodiscard]] Reply answer_line(std::string_view json, TimeLimit::IsWanted is_wanted) const;
  /// The same for a request that is read already.
  [[nodiscard]] Reply answer(const Request& request, TimeLimit::IsWanted is_wanted) const;
  /// What the command prints in this format, nothing around it; failures are JSON all the same.
  [[nodiscard]] Reply download(const Request& request, format::FormatName format, TimeLimit::IsWanted is_wanted) const;

  /// The reply that says what went wrong.
  [[nodiscard]] static Reply failure(const Request& request, const Failure& failure);

 private:
  struct Printed;
  [[nodiscard]] Printed print(const Request& request, format::FormatName format, TimeLimit::IsWanted is_wanted) const;
  [[nodiscard]] std::string row_limit_note(const query::QueryOptions& options, const query::Remarks& remarks) const;
  [[nodiscard]] Reply about(const Request& request) const;

  ServedIndexes& indexes_;
  Limits limits_;
};

}  // namespace nutgraf::serve
