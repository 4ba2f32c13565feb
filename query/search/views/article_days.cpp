// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/views/article_days.h"

#include <fmt/format.h>

#include "core/schema/day.h"
#include "core/schema/terms.h"

namespace nutgraf::search::views {
namespace {

std::string day_term(schema::Day day) {
  return schema::make_term(schema::kDayPrefix, fmt::format("{:04}{:02}{:02}", day.year, day.month, day.day));
}

}  // namespace

view::DayCounts& ArticleDays::counts_of(Xapian::docid document, view::Timeline& timeline) {
  const std::string_view date = dates_.at(document);
  if (date.empty()) {
    return timeline.undated;
  }
  const std::int64_t seconds = schema::decode_time(date);
  const std::int64_t day = schema::whole_days(seconds);
  // A month alone has the first moment of the month.
  const bool is_midnight = seconds == day * schema::kSecondsPerDay;
  const bool names = !is_midnight || schema::day_of(day).day != 1 || names_day(document, day);
  return names ? timeline.days[day] : timeline.months[day];
}

bool ArticleDays::names_day(Xapian::docid document, std::int64_t day) {
  auto found = first_days_.find(day);
  if (found == first_days_.end()) {
    found = first_days_.emplace(day, postings::PostingCursor(reader_, day_term(schema::day_of(day)))).first;
  }
  return found->second.move_to(document);
}

}  // namespace nutgraf::search::views
