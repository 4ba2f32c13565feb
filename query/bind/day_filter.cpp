// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/bind/day_filter.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "core/schema/slots.h"
#include "core/schema/terms.h"

namespace nutgraf::bind {
namespace {

using schema::Day;
using schema::DayRange;
using schema::FieldKind;

// An OR of this many terms is still faster than reading a value of every candidate.
constexpr std::size_t kMaxTerms = 64;

std::optional<DaySpan> read_span(std::string_view value) {
  if (value == "none") {
    return DaySpan{true, {}, {}};
  }
  const std::size_t dots = value.find("..");
  if (dots == std::string_view::npos) {
    const std::optional<DayRange> period = read_period(value);
    return period ? std::optional(DaySpan{false, period->first, period->last}) : std::nullopt;
  }
  DaySpan span;
  const std::string_view from = value.substr(0, dots);
  const std::string_view to = value.substr(dots + 2);
  const std::optional<DayRange> first = read_period(from);
  const std::optional<DayRange> last = read_period(to);
  if ((from.empty() && to.empty()) || (!from.empty() && !first) || (!to.empty() && !last)) {
    return std::nullopt;
  }
  span.first = first ? first->first : schema::kFirstDay;
  span.last = last ? last->last : schema::kLastDay;
  return span;
}

Day later(Day day, std::int64_t days) {
  const std::int64_t limit = schema::days_since_1970(days > 0 ? schema::kLastDay : schema::kFirstDay);
  const std::int64_t moved = schema::days_since_1970(day) + days;
  return schema::day_of(days > 0 ? std::min(moved, limit) : std::max(moved, limit));
}

/// The fewest year, month and day terms that cover a span; stops when they get too many.
class Cover {
 public:
  explicit Cover(DayRange range) {
    for (Day at = range.first; at <= range.last && terms_.size() <= kMaxTerms;) {
      const DayRange period = longest(at, range.last);
      add(period);
      if (period.last == schema::kLastDay) {
        break;
      }
      at = later(period.last, 1);
    }
  }

  [[nodiscard]] bool is_small() const { return terms_.size() <= kMaxTerms; }
  [[nodiscard]] std::vector<std::string>& terms() { return terms_; }

 private:
  static DayRange longest(Day at, Day last) {
    for (const std::string& text : {fmt::format("{:04}", at.year), fmt::format("{:04}-{:02}", at.year, at.month)}) {
      const std::optional<DayRange> period = schema::parse_period(text);
      if (period && period->first == at && period->last <= last) {
        return *period;
      }
    }
    return {at, at};
  }

  void add(DayRange period) {
    const Day at = period.first;
    if (period.first == period.last) {
      terms_.push_back(
          schema::make_term(schema::kDayPrefix, fmt::format("{:04}{:02}{:02}", at.year, at.month, at.day)));
    } else if (period.first.month == period.last.month) {
      terms_.push_back(schema::make_term(schema::kMonthPrefix, fmt::format("{:04}{:02}", at.year, at.month)));
    } else {
      terms_.push_back(schema::make_term(schema::kYearPrefix, fmt::format("{:04}", at.year)));
    }
  }

  std::vector<std::string> terms_;
};

DayRange month_of(Day day) {
  return *schema::parse_period(fmt::format("{:04}-{:02}", day.year, day.month));
}

/// The days of the months that `range` touches: an article whose day is unknown is one of its whole month.
DayRange whole_months(DayRange range) {
  return {month_of(range.first).first, month_of(range.last).last};
}

BoundNode dated(BoundNode::Payload payload) {
  return {.payload = std::move(payload), .is_date = true};
}

BoundNode undated() {
  return dated(TermsNode{{std::string(schema::kUndatedMark)}});
}

BoundNode values_in(DayRange range) {
  return dated(RangeNode{schema::encode_time(schema::days_since_1970(range.first) * schema::kSecondsPerDay),
                         schema::encode_time((schema::days_since_1970(range.last) + 1) * schema::kSecondsPerDay - 1)});
}

/// The value of an article whose day is unknown is the first day of its month: where a long range ends inside a month,
/// the days of that month count, not the values.
BoundNode long_range(DayRange range) {
  const DayRange last_month = month_of(range.last);
  if (range.last == last_month.last) {
    return values_in(range);
  }
  Cover days({last_month.first, range.last});
  return dated(
      OrNode{{values_in({range.first, later(last_month.first, -1)}), dated(TermsNode{std::move(days.terms())})}});
}

}  // namespace

std::optional<DayRange> read_period(std::string_view value) {
  constexpr std::size_t kDigits = 8;
  if (value.size() == kDigits && value.find_first_not_of("0123456789") == std::string_view::npos) {
    return schema::parse_period(fmt::format("{}-{}-{}", value.substr(0, 4), value.substr(4, 2), value.substr(6)));
  }
  return schema::parse_period(value);
}

std::optional<DaySpan> read_days(FieldKind kind, std::string_view value) {
  if (kind == FieldKind::Day) {
    return read_span(value);
  }
  const std::optional<DayRange> period = read_period(value);
  if (!period) {
    return std::nullopt;
  }
  if (kind == FieldKind::After) {
    return DaySpan{false, later(period->last, 1), schema::kLastDay};
  }
  return DaySpan{false, schema::kFirstDay, later(period->first, -1)};
}

BoundNode day_filter(const DaySpan& span, const Lexicon& lexicon) {
  if (span.undated) {
    return undated();
  }
  const std::optional<DayRange> known = lexicon.days();
  const DayRange all = known ? whole_months(*known) : DayRange{};
  if (!known || span.last < all.first || span.first > all.last) {
    return dated(MatchNone{});
  }
  const DayRange range{std::max(span.first, all.first), std::min(span.last, all.last)};
  if (range == all) {
    return dated(NotNode{{undated()}});
  }
  Cover cover(range);
  if (cover.is_small()) {
    return dated(TermsNode{std::move(cover.terms())});
  }
  return long_range(range);
}

}  // namespace nutgraf::bind
