// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>

#include <algorithm>

#include "query/format/captions.h"
#include "query/format/html_text.h"

namespace nutgraf::format {
namespace {

constexpr double kWidth = 640;  // units of the drawing; it scales to the page
constexpr double kHeight = 80;
constexpr std::size_t kMostValues = 8;

std::string bar_of(const view::Bucket& bucket, double x, double width, double share) {
  const double height = bucket.counts.passages == 0 ? 0 : std::max(1.5, share * kHeight);
  return fmt::format(
      "<g><title>{}: {} passages in {} articles</title>"
      "<rect class=\"slot\" x=\"{:.2f}\" y=\"0\" width=\"{:.2f}\" height=\"{:.0f}\"/>"
      "<rect x=\"{:.2f}\" y=\"{:.2f}\" width=\"{:.2f}\" height=\"{:.2f}\"/></g>\n",
      bucket.name, fmt::group_digits(bucket.counts.passages), fmt::group_digits(bucket.counts.articles), x, width,
      kHeight, x, kHeight - height, width, height);
}

std::string timeline_of(const std::vector<view::Bucket>& buckets) {
  std::uint64_t most = 0;
  for (const view::Bucket& bucket : buckets) {
    most = std::max(most, bucket.counts.passages);
  }
  if (most == 0) {
    return {};
  }
  const double step = kWidth / static_cast<double>(buckets.size());
  const double width = std::min(24.0, step * 0.85);
  std::string bars;
  for (std::size_t i = 0; i < buckets.size(); ++i) {
    const double share = static_cast<double>(buckets[i].counts.passages) / static_cast<double>(most);
    bars += bar_of(buckets[i], static_cast<double>(i) * step, width, share);
  }
  return fmt::format(
      "<figure class=\"timeline\">\n<svg viewBox=\"0 0 {0:.0f} {1:.0f}\" preserveAspectRatio=\"none\" role=\"img\" "
      "aria-label=\"Passages over time, {2} to {3}, at most {4}\">\n{5}</svg>\n"
      "<figcaption><span>{2}</span><span>at most {4} passages</span><span>{3}</span></figcaption>\n</figure>\n",
      kWidth, kHeight, buckets.front().name, buckets.back().name, fmt::group_digits(most), bars);
}

using FacetList = std::vector<view::Facet>;

std::string value_line(const view::Facet& facet, std::uint64_t most) {
  const double percent =
      100.0 * static_cast<double>(facet.passages) / static_cast<double>(std::max<std::uint64_t>(most, 1));
  return fmt::format(
      "<li><span class=\"name\" dir=\"auto\">{}</span> <span class=\"number\">{}</span><span class=\"part\" "
      "style=\"width:{:.1f}%\"></span></li>\n",
      facet.value ? escaped_html(*facet.value) : "<i>none</i>", fmt::group_digits(facet.passages), percent);
}

std::string list_of(const std::string& field, const FacetList& values) {
  const std::uint64_t most =
      std::max_element(values.begin(), values.end(), [](const view::Facet& a, const view::Facet& b) {
        return a.passages < b.passages;
      })->passages;
  std::string out = fmt::format("<section>\n<h3>{}</h3>\n<ul>\n", escaped_html(field));
  for (std::size_t i = 0; i < std::min(values.size(), kMostValues); ++i) {
    out += value_line(values[i], most);
  }
  out += "</ul>\n";
  if (values.size() > kMostValues) {
    out += fmt::format("<p class=\"where\">and {} more</p>\n", fmt::group_digits(values.size() - kMostValues));
  }
  return out + "</section>\n";
}

std::string lists_of(const FacetList& facets) {
  std::string out;
  for (std::size_t begin = 0; begin < facets.size();) {
    const auto first = facets.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto last = std::find_if(first, facets.end(), [&](const view::Facet& f) { return f.field != first->field; });
    const FacetList values(first, last);
    begin += values.size();
    // One value for all of them, or none, says nothing.
    out += values.size() > 1 ? list_of(values.front().field, values) : "";
  }
  return out.empty() ? out : fmt::format("<div class=\"facets\">\n{}</div>\n", out);
}

}  // namespace

std::string html_overview(const view::Answer& answer) {
  return timeline_of(answer.timeline) + lists_of(answer.facets);
}

}  // namespace nutgraf::format
