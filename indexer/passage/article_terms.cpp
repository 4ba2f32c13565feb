// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/passage/article_terms.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/base/ascii.h"
#include "core/index/meta_values.h"
#include "core/schema/slots.h"
#include "core/schema/terms.h"

namespace nutgraf::passage {
namespace {

constexpr std::size_t kMaxMetaValue = 100;  // bytes; longer metadata is text, not something to filter by

class FieldTerms {
 public:
  explicit FieldTerms(TermTable& terms) : terms_(terms) {}

  /// As written.
  void exact(std::string_view prefix, std::string_view value) {
    if (!value.empty()) {
      shortened_ += schema::is_too_long(prefix, value) ? 1U : 0U;
      terms_.add(schema::make_term(prefix, value));
    }
  }
  void folded(std::string_view prefix, std::string_view value) { exact(prefix, schema::fold_value(value)); }

  void days(const std::optional<schema::DayRange>& days) {
    if (!days) {
      terms_.add(schema::kUndatedMark);
      return;
    }
    const schema::Day first = days->first;
    if (first == days->last) {
      exact(schema::kDayPrefix, fmt::format("{:04}{:02}{:02}", first.year, first.month, first.day));
    }
    exact(schema::kMonthPrefix, fmt::format("{:04}{:02}", first.year, first.month));
    exact(schema::kYearPrefix, fmt::format("{:04}", first.year));
  }

  void folders(std::string_view folder) {
    for (std::size_t end = folder.find('/'); end != std::string_view::npos; end = folder.find('/', end + 1)) {
      folded(schema::kFolderPrefix, folder.substr(0, end));
    }
    folded(schema::kFolderPrefix, folder);
  }

  void meta(std::string_view key, std::string_view whole) {
    for (const std::string& value : meta_values(whole)) {
      if (!value.empty() && value.size() <= kMaxMetaValue) {
        terms_.add(schema::meta_term(key, value));
      }
    }
  }

  [[nodiscard]] std::uint64_t shortened() const { return shortened_; }

 private:
  TermTable& terms_;
  std::uint64_t shortened_ = 0;
};

/// "T23:30:05+09:00": seconds since midnight as written; 0 if there is no time.
std::int64_t seconds_of_day(std::string_view time) {
  const auto number = [&](std::size_t at) -> int {
    const auto digit = [&](std::size_t i) { return i < time.size() && ascii::is_digit(time[i]) ? time[i] - '0' : -1; };
    return digit(at) < 0 || digit(at + 1) < 0 ? -1 : digit(at) * 10 + digit(at + 1);
  };
  const auto separated = [&](std::size_t at) { return at < time.size() && time[at] == ':'; };
  const int hour = number(1);
  const int minute = separated(3) ? number(4) : -1;
  const int second = separated(6) ? number(7) : 0;
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59) {
    return 0;
  }
  return hour * 3600 + minute * 60 + std::clamp(second, 0, 59);
}

}  // namespace

std::optional<schema::DayRange> days_of(const ArticleRecord& record) {
  const auto days = schema::parse_period(record.date);
  return days && days->first.month == days->last.month ? days : std::nullopt;
}

std::string date_value(const ArticleRecord& record) {
  const auto days = days_of(record);
  return days ? schema::encode_time(schema::days_since_1970(days->first) * schema::kSecondsPerDay +
                                    seconds_of_day(record.time))
              : std::string{};
}

std::string host_of(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme != std::string_view::npos) {
    url.remove_prefix(scheme + 3);
  } else if (url.starts_with("//")) {
    url.remove_prefix(2);
  }
  std::string_view host = url.substr(0, url.find_first_of("/?#\\"));
  host.remove_prefix(host.rfind('@') == std::string_view::npos ? 0 : host.rfind('@') + 1);
  host = host.substr(0, host.find(':', host.starts_with('[') ? host.find(']') : 0));
  if (host.find_first_of(" \t\n") != std::string_view::npos ||
      (scheme == std::string_view::npos && host.find('.') == std::string_view::npos)) {
    return {};
  }
  std::string lower = schema::fold_value(host);
  if (lower.starts_with("www.")) {
    lower.erase(0, 4);
  }
  return lower;
}

std::uint64_t add_record_terms(const ArticleRecord& record, std::string_view folder, TermTable& terms) {
  FieldTerms fields(terms);
  fields.exact(schema::kIdPrefix, record.id);
  for (const std::string& author : record.authors) {
    fields.folded(schema::kAuthorPrefix, author);
  }
  fields.days(days_of(record));
  fields.folded(schema::kHostPrefix, host_of(record.url));
  fields.folded(schema::kLanguagePrefix, record.language);
  for (const std::string& tag : record.tags) {
    fields.folded(schema::kTagPrefix, tag);
  }
  fields.folded(schema::kSourcePrefix, record.source);
  fields.folded(schema::kSectionPrefix, record.section);
  fields.folders(folder);
  fields.exact(schema::kUrlPrefix, record.url);
  for (const auto& [key, value] : record.meta) {
    fields.meta(key, value);
  }
  if (!record.copy_of.empty()) {
    fields.exact(schema::kCopyPrefix, record.copy_of);
  }
  return fields.shortened();
}

}  // namespace nutgraf::passage
