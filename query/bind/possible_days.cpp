// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/bind/possible_days.h"

#include <fmt/format.h>

#include <optional>
#include <variant>

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
  PossibleDays(std::string_view query, std::span<const Filter> filters) : query_(query), filters_(filters) {}

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
    for (const Filter& filter : filters_) {
      const auto* const allowed = std::get_if<DaySpan>(&filter.demand);
      if (allowed != nullptr && !common_days(*days, *allowed)) {
        throw parse::QueryError(query_, ast.span.begin,
                                fmt::format("no day meets both {}:{} and {}", ast.field, ast.text, filter.typed),
                                "leave one of them out or change it");
      }
    }
  }

  std::string_view query_;
  std::span<const Filter> filters_;
  std::optional<DaySpan> so_far_;
};

}  // namespace

void require_possible_days(std::string_view query, const parse::Ast& ast, std::span<const Filter> filters) {
  PossibleDays(query, filters).visit(ast);
}

}  // namespace nutgraf::bind
