// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/format/failure_row.h"

#include <nlohmann/json.hpp>

#include "core/base/utf8.h"
#include "query/parse/query_error.h"

namespace nutgraf::format {

Row failure_row(const Failure& failure, std::string_view query) {
  const auto* const error = dynamic_cast<const parse::QueryError*>(&failure);
  Row row = Row::object();
  row["code"] = static_cast<int>(failure.code());
  row["message"] = failure.what();
  row["advice"] = failure.advice().empty() ? Row(nullptr) : Row(failure.advice());
  row["at"] = error == nullptr ? Row(nullptr) : Row(utf8::count(query.substr(0, error->byte())));
  row["caret"] = error == nullptr ? Row(nullptr) : Row(error->caret());
  return row;
}

}  // namespace nutgraf::format
