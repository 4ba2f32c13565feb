// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/html/site_name.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "core/base/ascii.h"

namespace nutgraf::read::html {
namespace {

/// Whether the end of a title is the name of the site, or holds it, or is part of it.
bool is_site_name(std::string_view text, const Site& site) {
  const std::string name = bare(text);
  const auto shares = [&](const std::string& known) {
    return name.find(known) != std::string::npos || known.find(name) != std::string::npos;
  };
  const bool has_label = !site.label.empty() && name.find(site.label) != std::string::npos;
  return !name.empty() && (has_label || std::ranges::any_of(site.names, shares));
}

}  // namespace

std::string bare(std::string_view text) {
  std::string kept;
  for (const char c : text) {
    if (ascii::is_word_byte(c)) {
      kept += ascii::to_lower(c);
    }
  }
  return kept;
}

Site site_of_page(const MetaTags& tags, const LinkedArticle& linked, std::string_view host) {
  constexpr std::size_t kTelling = 4;  // a shorter label may be a word of any title
  Site site;
  std::string_view application = tags.first({"application-name"});
  if (bare(application) == bare(tags.first({"og:title"}))) {
    application = {};  // the page's title in every place for a name
  }
  for (const std::string_view name : {tags.first({"og:site_name"}), application, std::string_view(linked.publisher)}) {
    if (!bare(name).empty()) {
      site.names.push_back(bare(name));
    }
  }
  const std::string_view domain = host.substr(0, host.rfind('.'));
  const std::string label = bare(domain.substr(domain.rfind('.') + 1));
  site.label = label.size() >= kTelling ? label : std::string();
  return site;
}

bool says_only_site(std::string_view title, const Site& site) {
  const std::string name = bare(title);
  const bool breaks_off = title.ends_with('-') || title.ends_with('|');
  const bool begins_name = title.find(' ') == std::string_view::npos &&
                           std::ranges::any_of(site.names, [&](const auto& one) { return one.starts_with(name); });
  return name.empty() || begins_name || breaks_off || name == site.label ||
         std::ranges::find(site.names, name) != site.names.end();
}

std::string without_site(std::string_view title, const Site& site) {
  constexpr auto kSeparators = std::to_array<std::string_view>(
      {" | ", " - ", " – ", " — ", " :: ", " » ", " « ", " · ", " • ", " // ", " / ", " ~ "});
  title = ascii::trimmed(title);
  std::size_t first = std::string_view::npos;
  std::size_t behind_first = 0;
  std::size_t last = 0;
  std::size_t behind_last = 0;
  for (const std::string_view separator : kSeparators) {
    if (const std::size_t at = title.find(separator); at < first) {
      first = at;
      behind_first = at + separator.size();
    }
    if (const std::size_t at = title.rfind(separator); at != std::string_view::npos && at > last) {
      last = at;
      behind_last = at + separator.size();
    }
  }
  if (last == 0) {
    return std::string(title);
  }
  const std::string_view tail = title.substr(behind_last);
  if (is_site_name(tail, site) || (site.names.empty() && tail.size() < last)) {
    return without_site(title.substr(0, last), site);
  }
  const std::string lead = bare(title.substr(0, first));
  const bool leads = !lead.empty() && (lead == site.label || std::ranges::find(site.names, lead) != site.names.end());
  return leads ? without_site(title.substr(behind_first), site) : std::string(title);
}

}  // namespace nutgraf::read::html
