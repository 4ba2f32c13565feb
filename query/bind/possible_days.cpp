// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/bind/possible_days.h"

#include <fmt/format.h>

#include <optional>

#include "core/schema/fields.h"
#include "query/bind/day_limits.h"
#include "query/parse/query_error.h"

namespace nutgraf::bind {
namespace {

bool is_day(schema::FieldKind kind) {
  return kind == schema::FieldKind::Day || kind == schema::FieldKind::After || kind == schema::FieldKind::Before;
}

class PossibleDays {
 public:
  explicit PossibleDays(std::string_view query) : query_(query) {}

  void visit(const parse::Ast& ast) {
    if (ast.kind == parse::AstKind::Field) {
      add(ast);
    }
    if (ast.kind == parse::AstKind::And || ast.kind == parse::AstKind::BestMatch ||
        ast.kind == parse::AstKind::Required) {
      for (const parse::AstPtr& child : ast.children) {
        visit(*child);
      }
    }
  }

 private:
  void add(const parse::Ast& ast) {
    const schema::Field* field = schema::find_field(ast.field);
    const bool dated = field != nullptr && is_day(field->kind);
    const std::optional<DaySpan> days = dated ? read_days(field->kind, ast.text) : std::nullopt;
    if (!days) {
      return;
    }
    const std::optional<DaySpan> both = so_far_ ? common_days(*so_far_, *days) : days;
    if (!both) {
      throw parse::QueryError(query_, ast.span.begin,
                              fmt::format("no day meets {}:{} and the dates before it", ast.field, ast.text),
                              "for either of two periods write OR between them");
    }
    so_far_ = both;
  }

  std::string_view query_;
  std::optional<DaySpan> so_far_;
};

}  // namespace

void require_possible_days(std::string_view query, const parse::Ast& ast) {
  PossibleDays(query).visit(ast);
}

}  // namespace nutgraf::bind
